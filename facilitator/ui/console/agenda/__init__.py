"""The list of steps, with the forms to add or change a step."""
