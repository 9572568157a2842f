"""The workshop in plain values: no files, no reading of the clock, no Qt, no SQL."""
