"""How is a result written? Pages for terminals, pipes and Markdown; data as JSON and CSV; findings in `findings`."""
