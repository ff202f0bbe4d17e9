"""Which plan does a command use, at which revision, and what if its files have errors?"""
