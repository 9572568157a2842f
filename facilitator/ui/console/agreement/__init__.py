"""The agreement: beside the step all the time, and its own panel."""
