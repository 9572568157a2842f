"""People talk, or are quiet, for a time; the form says how."""
