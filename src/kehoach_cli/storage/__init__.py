"""The only door to writing: where plans lie, and how files are replaced, created and locked."""
