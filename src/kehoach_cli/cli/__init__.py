"""What does a person type, and what do they see? Each command: options in, one pure call, output out.

`commands`: one module per command. `plans`: which plan. `documents`: Word files and new plans. `output`: pages, data,
findings. Only `clock.py` reads the clock.
"""
