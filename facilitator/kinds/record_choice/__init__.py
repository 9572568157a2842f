"""The room decides what goes in the record."""
