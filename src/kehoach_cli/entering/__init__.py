"""Adding entries to a plan: from what a person types or lists to files that are valid, or to nothing written.

`typed.py`, `rows.py` and its kin take what was typed, `values.py` reads it, `make.py` makes entries of it, `prepare.py`
edits and checks in memory, `doubts.py` says what is to be asked first, `saving.py` asks, writes and tells.
"""
