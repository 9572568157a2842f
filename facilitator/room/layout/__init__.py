"""Where it is on the page, in board units."""
