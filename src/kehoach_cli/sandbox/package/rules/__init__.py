"""What every Word file must satisfy to be opened at all: one module per rule, its docstring the public page."""
