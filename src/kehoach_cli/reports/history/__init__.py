"""What changed in the plan, and what was entered when? The views of `diff` and `log`."""
