"""The lines of an earlier step are opened, read, and listened to."""
