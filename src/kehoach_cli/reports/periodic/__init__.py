"""The report on one period: what it speaks of, worked out once, then put into words and figures for a template."""
