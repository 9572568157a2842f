"""The agreement: its card, which is always visible, and its panel."""
