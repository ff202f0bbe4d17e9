"""One module per command; `command` in it is the function that Typer calls."""
