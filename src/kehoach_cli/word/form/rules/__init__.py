"""The rules of the form: one module per element, each with `CODE`, `check` and its page."""
