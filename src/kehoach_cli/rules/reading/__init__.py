"""KH1xx: what keeps a file from being read. `kehoach_cli.loading` reports these; here are their pages."""
