"""KH2xx: do records have the right form? `kehoach_cli.loading` finds these faults; here are their pages."""
