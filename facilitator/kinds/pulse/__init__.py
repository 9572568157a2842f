"""Scales, shown as a shape from five answers on."""
