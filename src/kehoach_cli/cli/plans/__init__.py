"""Which plan a command speaks of, and how a command ends that cannot use it."""
