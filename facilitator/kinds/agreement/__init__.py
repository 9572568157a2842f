"""Lines become the group's agreement."""
