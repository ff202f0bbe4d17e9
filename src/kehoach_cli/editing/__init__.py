"""Changing one value of a YAML text and leaving every other byte as a person wrote it.

Knows nothing of plans: a path of keys and positions says which value. `operations.py` has the three changes,
`extent.py` tells how far an entry reaches, `manner.py` how the neighbours are written, `writing.py` puts values
into text.
"""
