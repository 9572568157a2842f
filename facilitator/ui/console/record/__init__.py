"""What goes in the record, and the ways to end the workshop."""
