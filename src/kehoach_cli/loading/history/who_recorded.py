"""Who recorded each entry of a plan, read from the commits that lead to HEAD.

As `git blame` does for lines, every entry is followed back from commit to parent for as long as the parent has it;
the commit where it stops brought it in. What is followed is what an entry says, not its line, so that moved
folders, reordered records and rewritten YAML keep their history.
"""

from collections.abc import Iterable, Iterator
from heapq import heappop, heappush
from typing import NamedTuple

from kehoach_cli.git.objects import Commit, ObjectReader, object_reader
from kehoach_cli.git.process import GitProblem
from kehoach_cli.git.repository import HEAD, Repository
from kehoach_cli.loading.history.earlier import place_in
from kehoach_cli.loading.history.snapshots import Snapshot, Snapshots
from kehoach_cli.plan.recorded import EntryKey, Ledger, Recorded
from kehoach_cli.storage.folder import PlanFolder

MAX_STEPS = 100_000


class _Stop(NamedTuple):
    """Entries that a commit has, with the folder the plan stood in there."""

    commit: Commit
    place: str
    keys: frozenset[EntryKey]


def who_recorded(folder: PlanFolder, wanted: Iterable[EntryKey], start: str = HEAD) -> Ledger:
    """Find the commit behind each of the entries, which are those of the plan as it stands in its files now.

    It is looked for in the commits that lead to `start`.

    Raises:
        GitProblem: no git, no repository, or one that cannot be read.
    """
    repository = Repository(folder.data)
    keys = frozenset(wanted)
    try:
        head = repository.resolve(start)
    except GitProblem:
        return Ledger({}, keys)
    with object_reader(folder.data) as reader:
        return _Walk(repository, reader, folder).follow(head, keys)


class _Walk:
    def __init__(self, repository: Repository, reader: ObjectReader, folder: PlanFolder) -> None:
        self._repository = repository
        self._reader = reader
        self._folder = folder
        self._snapshots = Snapshots(reader)
        self._queue: list[tuple[float, int, _Stop]] = []
        self._pushed = 0

    def follow(self, head: str, wanted: frozenset[EntryKey]) -> Ledger:
        start = self._reader.commit(head)
        found = self._found_in(start, self._repository.relative_path(self._folder.data)) if start else None
        if start is None or found is None:
            return Ledger({}, wanted)
        place, snapshot = found
        committed = wanted & snapshot.keys() if snapshot.readable else wanted
        recorded: dict[EntryKey, Recorded] = {}
        cut: Commit | None = None
        self._push(start, place, committed)
        for _ in range(MAX_STEPS):
            if not self._queue:
                break
            stop = heappop(self._queue)[2]
            remaining = stop.keys
            for passed_on, parent in self._parents(stop):
                remaining -= passed_on
                cut = cut if parent else _later(cut, stop.commit)
                if not remaining:
                    break
            signature = stop.commit.author
            recorded.update(dict.fromkeys(remaining, Recorded(stop.commit.hash, *signature)))
        else:
            cut = _later(cut, self._queue[0][2].commit) if self._queue else cut
        return Ledger(recorded, wanted - committed, cut.author.at if cut else None)

    def _parents(self, stop: _Stop) -> Iterator[tuple[frozenset[EntryKey], Commit | None]]:
        """What each parent had of the commit's entries; such as an earlier parent had are not asked of a later one.

        A parent that was never fetched is None, and whatever is left must be its.
        """
        left = stop.keys
        snapshot = self._snapshots.of(stop.commit, stop.place)
        for name in stop.commit.parents:
            parent = self._reader.commit(name)
            if parent is None:
                yield left, None
                return
            found = self._found_in(parent, stop.place)
            if found:
                place, earlier = found
                kept = snapshot.kept_from(earlier, left)
                self._push(parent, place, kept)
                left -= kept
                yield kept, parent

    def _found_in(self, commit: Commit, place: str) -> tuple[str, Snapshot] | None:
        """The plan in the commit, and where it stood: at the place, or where it was moved from."""
        snapshot = self._snapshots.of(commit, place)
        if snapshot.exists:
            return place, snapshot
        try:
            moved_from = str(place_in(self._repository, commit.hash, self._folder))
        except GitProblem:
            return None
        return moved_from, self._snapshots.of(commit, moved_from)

    def _push(self, commit: Commit, place: str, keys: frozenset[EntryKey]) -> None:
        if keys:
            self._pushed += 1
            heappush(self._queue, (-commit.committer.at.timestamp(), self._pushed, _Stop(commit, place, keys)))


def _later(one: Commit | None, other: Commit) -> Commit:
    return other if one is None or other.author.at > one.author.at else one
