"""A plan and its steps, before anybody has come."""
