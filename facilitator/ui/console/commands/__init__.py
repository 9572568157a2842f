"""The table of commands, and its readers: keys, menus, the keys page and the search."""
