"""The only SQL, and the only reading and writing of plan files."""
