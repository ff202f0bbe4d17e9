"""Today. Nothing else in the program asks what day it is."""

from datetime import date


def today() -> date:
    """The day on this computer's calendar."""
    return date.today()  # noqa: DTZ011, TID251 - the one place; a plan's days are days on the wall
