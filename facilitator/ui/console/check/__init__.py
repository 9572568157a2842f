"""Checks by hand or at the typing corner: choosing, counting, closing."""
