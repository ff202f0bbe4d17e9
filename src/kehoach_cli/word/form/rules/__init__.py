"""The rules of the form: one module per element, each with `CODE`, `SEVERITY`, `check` and its public page."""
