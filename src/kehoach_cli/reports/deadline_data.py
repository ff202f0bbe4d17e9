"""Give a deadline as plain data: its wording and how it is read."""

from typing import Any

from kehoach_cli.plan.due import Due


def deadline_data(due: Due) -> dict[str, Any]:
    """A task's, an indicator's or a milestone's deadline; `text` is None where the plan has none."""
    return {**due._asdict(), "text": due.text or None}
