"""KH6xx: how text is written."""
