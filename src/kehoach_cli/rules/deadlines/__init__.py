"""KH5xx: deadlines, extensions and the state of work."""
