"""Word documents: the templates' originals, what a template may name, and what is done to a rendered document."""
