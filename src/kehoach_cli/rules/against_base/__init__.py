"""KH7xx: did a change alter the plan without a document for it?

Each module is a rule like any other, but has `check(comparison)`: it gets the earlier plan, the present one and their
differences, matched by id. Rules know neither git nor the current day.
"""
