"""Adds new entries to a plan's files, or writes nothing if the plan would not be valid with them.

In order of use: `headings`, `raw_entry` (options or table rows as text), `parse_values`, `make_entries` (figures and
reports), `make_changes` and `make_successions` (what later documents say of records and of agencies),
`prepare` (edit and check in memory), `doubts` (what to confirm), `saving` (ask, write, commit, report).
"""
