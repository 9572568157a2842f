"""The panel of small steps on the console, and its forms."""
