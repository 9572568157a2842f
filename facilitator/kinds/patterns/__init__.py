"""Opened lines are put together by the group."""
