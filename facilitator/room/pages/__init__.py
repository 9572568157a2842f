"""The content of each page of the board."""
