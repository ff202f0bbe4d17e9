"""Loads a plan at an earlier revision, compares it with the present one, and finds who recorded each entry."""
