"""KH3xx: ids, and records that name each other."""
