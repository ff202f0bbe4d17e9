"""What this run has written, to tell it where its result cannot be printed or a later step fails."""

_MOST = 10
_names: list[str] = []


def note(name: str) -> None:
    """Remember a file, or a commit, that was written."""
    if name not in _names:
        _names.append(name)


def forget() -> None:
    """Begin a run."""
    _names.clear()


def told(message: str = "") -> str:
    """What was written and is not named in the message: `data/indicators.yaml, lần lưu git 742426c7`; "" if nothing."""
    names = [name for name in _names if name not in message]
    more = f" và {len(names) - _MOST} tệp nữa" if len(names) > _MOST else ""
    return ", ".join(names[:_MOST]) + more
