"""What the console shows, as values made from the workshop."""
