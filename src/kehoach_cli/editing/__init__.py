"""Adding items to the lists of a YAML text and leaving every other byte as a person wrote it.

Knows nothing of plans: a path of keys and positions says which list. `operations.py` adds, `extent.py` tells how far an
entry reaches, `style.py` how the neighbours are written, `writing.py` puts values into text.
"""
