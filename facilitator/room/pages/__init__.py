"""What is on a page of the board."""
