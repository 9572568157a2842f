"""Opens the lines of an earlier step, for reading and listening."""
