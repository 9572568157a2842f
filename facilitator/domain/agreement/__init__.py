"""The group's agreement and the checks of its lines."""
