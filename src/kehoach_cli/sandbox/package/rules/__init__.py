"""Rules about the file itself: its bytes, archive, parts, links and XML. A rule's docstring is its public page."""
