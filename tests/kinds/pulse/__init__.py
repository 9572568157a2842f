"""A pulse: its ladder, its commands, and its windows."""
