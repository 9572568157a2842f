"""The planner: the running order of a plan, the chosen step, and how it looks on the board."""
