"""Find what leads back to itself, among groups and successions."""

from collections.abc import Iterator, Mapping, Sequence


def closing_steps(ways: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, int, str]]:
    """The steps that close a loop, each from an id, by its index among the ids that this one leads to, to one of them.

    Each leads back to an id on the way to it. `ways` are where each id leads.
    """
    finished: set[str] = set()
    for start in ways:
        if start not in finished:
            yield from _walk(ways, start, finished)


def _walk(ways: Mapping[str, Sequence[str]], start: str, finished: set[str]) -> Iterator[tuple[str, int, str]]:
    """Search depth-first. An id on the current path closes a loop."""
    path = {start: iter(enumerate(ways[start]))}
    while path:
        current = next(reversed(path))
        step = next(path[current], None)
        if step is None:
            del path[current]
            finished.add(current)
            continue
        index, end = step
        if end in path:
            yield current, index, end
        elif end in ways and end not in finished:
            path[end] = iter(enumerate(ways[end]))
