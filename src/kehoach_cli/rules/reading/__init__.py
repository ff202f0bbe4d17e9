"""KH1xx: what keeps a file from being read. `kehoach_cli.files` reports these; here are their pages."""
