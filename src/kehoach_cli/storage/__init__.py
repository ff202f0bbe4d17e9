"""Finds plan folders and writes files: replaced whole, created, locked. No other room writes files."""
