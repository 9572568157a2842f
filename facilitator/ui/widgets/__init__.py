"""The widgets that all windows share."""
