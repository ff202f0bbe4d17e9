"""The names that templates may use."""
