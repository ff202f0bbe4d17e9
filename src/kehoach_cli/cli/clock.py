"""Read the clock. No other module does."""

from datetime import date


def today() -> date:
    """Today by this computer's local time."""
    return date.today()  # noqa: DTZ011, TID251 - the one place; a plan's days are local days
