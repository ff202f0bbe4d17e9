"""KH2xx: records that are not of the form a plan wants. `kehoach_cli.loading` reports these; here are their pages."""
