"""What is in a plan, and where does each record stand on a given day?

Pure functions over the records in `model.py`: no file, no clock, no terminal. Each question takes its day as
`as_of`. Derived values are computed, never stored.

- `due.py`, `periods.py`: deadlines and calendar periods
- `history.py`: the entries that count on a day
- `gaps.py`, `standing.py`, `plan_status.py`: an indicator, a task and the whole plan on a day
- `changes.py`, `movements.py`: two states of a plan compared
- `recorded.py`: who recorded an entry
"""
