"""KH9xx: faults in a plan's own ignores. `kehoach_cli.loading.checking` reports them; the modules are their pages."""
