"""The planner without its window: my plans, the acts of an open plan, and what is shown of it."""
