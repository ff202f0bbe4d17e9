"""How does a command make its files? The report, letters, templates, PDF copies, a new plan."""
