"""The views of `gaps`, `overdue`, `status` and `tasks`."""
