"""The view of one record, and of what was just entered for it."""
