"""The values that the console shows, built from the workshop."""
