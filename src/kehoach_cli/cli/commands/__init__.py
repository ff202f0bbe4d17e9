"""What does each command do? One module per command, with a function `command` that Typer calls."""
