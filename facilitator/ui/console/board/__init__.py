"""The board on the console: its pictures, and what is asked before it goes."""
