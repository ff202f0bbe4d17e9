"""The domain of an action plan: records, periods, gaps, standing.

Everything here is pure: no file, no clock, no terminal. Each question takes the day it is asked for
(`as_of`), and nothing that can be worked out is kept.
"""
