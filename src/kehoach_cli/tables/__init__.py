"""Bytes of a table file -> rows with the place of each. What a heading means is the caller's."""
