"""The first window: try it, choose a plan, get ready, carry on, and what is left afterwards."""
