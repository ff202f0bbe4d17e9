"""KH1xx: can each file be read? `kehoach_cli.loading` finds these faults; here are their pages."""
