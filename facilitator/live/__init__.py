"""The workshop as it runs."""
