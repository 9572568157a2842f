"""The first window: practise, choose a plan, prepare, carry on, and see finished workshops."""
