"""What is in a plan, and where does each record stand on a given day?

Pure functions over the records in `model.py`: no file, no clock, no terminal. Each question takes its day as
`as_of`. Derived values are computed, never stored.

- `model.py`: the plan and its records; `agency.py`, `values.py`, `entries.py`: what these are made of
- `due.py`, `targets.py`: deadlines and targets, read from the plan's words; `periods.py`: calendar periods
- `in_force.py`, `history.py`: what later documents made of a record by a day, the entries that count then
- `goals.py`, `pace.py`, `gaps.py`, `standing.py`, `plan_status.py`: an indicator, a task and the whole plan on a day
- `differences.py`, `movements.py`: two states of a plan compared
- `recorded.py`: who recorded an entry
"""
