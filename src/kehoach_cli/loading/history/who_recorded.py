"""Find who recorded each entry of a plan, from the commits that lead to HEAD.

As `git blame` does for lines, follow every entry from commit to parent while the parent has it. The commit where that
ends recorded it. Entries are compared by content, not by line, so moved folders, reordered records and reformatted YAML
keep their history.
"""

from collections.abc import Iterable, Iterator
from heapq import heappop, heappush
from typing import NamedTuple

from kehoach_cli.git.objects import Commit, ObjectReader, object_reader
from kehoach_cli.git.process import GitProblem
from kehoach_cli.git.repository import HEAD, Repository
from kehoach_cli.loading.history.earlier import plan_path_in
from kehoach_cli.loading.history.snapshots import Snapshot, Snapshots
from kehoach_cli.plan.recorded import EntryKey, Ledger, Recorded
from kehoach_cli.storage.folder import PlanFolder

MAX_STEPS = 100_000


class _Visit(NamedTuple):
    """A commit to look at: the plan's folder in it, and the entries that were followed to it."""

    commit: Commit
    path: str
    keys: frozenset[EntryKey]


def who_recorded(folder: PlanFolder, wanted: Iterable[EntryKey], start: str = HEAD) -> Ledger:
    """Find the commit that recorded each of the wanted entries, among the commits that lead to `start`.

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
        return _HistoryWalk(repository, reader, folder).follow(head, keys)


class _HistoryWalk:
    """Visits commits from the newest to the oldest; each visit passes entries on to parents or settles them."""

    def __init__(self, repository: Repository, reader: ObjectReader, folder: PlanFolder) -> None:
        self._repository = repository
        self._reader = reader
        self._folder = folder
        self._snapshots = Snapshots(reader)
        self._queue: list[tuple[float, int, _Visit]] = []
        self._pushed = 0

    def follow(self, head: str, wanted: frozenset[EntryKey]) -> Ledger:
        start = self._reader.commit(head)
        found = self._find_plan(start, self._repository.relative_path(self._folder.data)) if start else None
        if start is None or found is None:
            return Ledger({}, wanted)
        path, snapshot = found
        committed = wanted & snapshot.keys() if snapshot.readable else wanted
        recorded: dict[EntryKey, Recorded] = {}
        limit: Commit | None = None
        self._push(start, path, committed)
        for _ in range(MAX_STEPS):
            if not self._queue:
                break
            visit = heappop(self._queue)[2]
            remaining = visit.keys
            for passed_on, parent in self._parents(visit):
                remaining -= passed_on
                limit = limit if parent else _later(limit, visit.commit)
                if not remaining:
                    break
            signature = visit.commit.author
            recorded.update(dict.fromkeys(remaining, Recorded(visit.commit.hash, *signature)))
        else:
            limit = _later(limit, self._queue[0][2].commit) if self._queue else limit
        return Ledger(recorded, wanted - committed, limit.author.at if limit else None)

    def _parents(self, visit: _Visit) -> Iterator[tuple[frozenset[EntryKey], Commit | None]]:
        """The entries that each parent has, without those that a parent before it has.

        A parent that was never fetched is None; all entries left over are attributed to it.
        """
        left = visit.keys
        snapshot = self._snapshots.of(visit.commit, visit.path)
        for name in visit.commit.parents:
            parent = self._reader.commit(name)
            if parent is None:
                yield left, None
                return
            found = self._find_plan(parent, visit.path)
            if found:
                path, earlier = found
                kept = snapshot.kept_from(earlier, left)
                self._push(parent, path, kept)
                left -= kept
                yield kept, parent

    def _find_plan(self, commit: Commit, path: str) -> tuple[str, Snapshot] | None:
        """The plan's folder in the commit and its snapshot: at the path, or where it was moved from."""
        snapshot = self._snapshots.of(commit, path)
        if snapshot.exists:
            return path, snapshot
        try:
            moved_from = str(plan_path_in(self._repository, commit.hash, self._folder))
        except GitProblem:
            return None
        return moved_from, self._snapshots.of(commit, moved_from)

    def _push(self, commit: Commit, path: str, keys: frozenset[EntryKey]) -> None:
        if keys:
            self._pushed += 1
            heappush(self._queue, (-commit.committer.at.timestamp(), self._pushed, _Visit(commit, path, keys)))


def _later(one: Commit | None, other: Commit) -> Commit:
    return other if one is None or other.author.at > one.author.at else one
