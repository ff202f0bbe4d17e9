"""The command line: options in, one pure call, output out. The only place that reads the clock."""
