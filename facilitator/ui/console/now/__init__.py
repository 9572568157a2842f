"""The present step: its title, its time, and the buttons that move it."""
