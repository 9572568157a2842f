"""The workshop in plain values: no file, no clock of its own, no Qt, no SQL."""
