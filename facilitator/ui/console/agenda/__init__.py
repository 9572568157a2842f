"""The list of steps, with the forms that add or change one."""
