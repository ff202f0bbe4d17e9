"""Is a Word template right, and what document does it give with these data? Runs in the sandbox's child only."""
