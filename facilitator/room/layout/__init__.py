"""Places the content of a page, in board units."""
