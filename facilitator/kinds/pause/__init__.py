"""A break: the room reads when we are back."""
