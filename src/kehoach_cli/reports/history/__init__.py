"""The views of `diff` and `log`."""
