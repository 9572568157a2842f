"""People talk, or are quiet, for a time; how is its form."""
