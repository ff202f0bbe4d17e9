"""What a plan must satisfy beyond the shape of its files: one module per rule.

A rule module has `CODE`, `SEVERITY`, `check(subject)` and a docstring, which is the rule's public page. Rules
take the plan and never the day: what passed yesterday passes today.
"""
