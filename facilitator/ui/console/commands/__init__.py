"""The table of commands, and what reads it: keys, menus, the keys page and the search."""
