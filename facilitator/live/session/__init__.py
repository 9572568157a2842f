"""The running workshop and its commands."""
