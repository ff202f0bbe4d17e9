"""Templates: finding their tags, checking them, and filling them in. Runs in the child process only."""
