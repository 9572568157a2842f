"""The board on the console: its pictures, and the question before it leaves a display."""
