"""The workshop file: everything people wrote, until it is forgotten."""
