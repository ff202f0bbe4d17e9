"""KH9xx: what a plan says of its own checking. `kehoach_cli.loading.checking` reports these; here are their pages."""
