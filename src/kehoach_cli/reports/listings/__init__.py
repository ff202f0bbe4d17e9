"""Which records match, and how do they stand? The views of `gaps`, `overdue`, `status` and `tasks`."""
