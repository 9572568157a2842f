"""The panel of patterns on the console: an outline worked by keys, and columns by mouse."""
