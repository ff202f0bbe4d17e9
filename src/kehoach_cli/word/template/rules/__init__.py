"""Rules about the tags of a template: where they stand and what they say. A rule's docstring is its public page."""
