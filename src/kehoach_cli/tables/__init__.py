"""Reads rows, each with its place, from the text of a table (CSV or JSON). The caller knows what headings mean."""
