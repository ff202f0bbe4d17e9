"""What a plan must satisfy, one module per code.

A module has `CODE`, `SEVERITY` and a docstring, which is the code's public page (`page.py` says how it is laid out).
A rule beyond the shape of files also has `check(subject)`; the others are found by `kehoach_cli.loading` while it
reads. Rules take the plan and never the day: what passed yesterday passes today.
"""
