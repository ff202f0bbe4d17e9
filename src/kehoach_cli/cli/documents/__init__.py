"""The documents that commands make: the report, letters, their templates and PDF copies, a new plan."""
