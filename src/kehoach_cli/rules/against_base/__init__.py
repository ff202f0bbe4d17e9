"""What a change may not do quietly: rules that know the plan as it stood before.

A module has `CODE`, `SEVERITY`, `check(comparison)` and its page as docstring, like every rule. It is given the
earlier plan, the present one and what differs between them, matched by id; it never sees git nor the day.
"""
