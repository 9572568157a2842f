"""The library: settings, and the list of workshops."""
