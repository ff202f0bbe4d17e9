"""How is an item or a key added to a YAML text, with every other byte left as a person wrote it?

This room knows no plans: a path of keys and indexes names the place. `operations.py` inserts, `extent.py` finds the end
of an entry, `style.py` detects how the neighbours are written, `writing.py` writes values.
"""
