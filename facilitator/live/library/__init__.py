"""The list of workshops: beginning, carrying on, closing, forgetting, and what is left of each."""
