"""What a facilitator has to know about a plan before the day: concerns, and changes that help."""
