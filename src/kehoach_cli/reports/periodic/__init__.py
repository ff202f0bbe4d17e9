"""What does the report on one period say? The view of the period, then the data and charts for a template."""
