"""What the sides of a merge recorded: none of it is late because of the other side, and none of it may be lost."""

from collections.abc import Callable, Iterator
from functools import cache

from kehoach_cli.diagnostics import COLLECTIONS
from kehoach_cli.git.process import GitProblem
from kehoach_cli.git.repository import HEAD, Repository
from kehoach_cli.loading.history.earlier import Earlier, load_commit
from kehoach_cli.loading.history.who_recorded import who_recorded
from kehoach_cli.plan.recorded import EntryKey
from kehoach_cli.rules.against_base.comparison import Comparison, compare, recorded_since
from kehoach_cli.rules.against_base.history_backdated import backdated
from kehoach_cli.rules.rule import Subject, subject_of
from kehoach_cli.storage.folder import PlanFolder

_States = Callable[[str], Subject | None]


def with_sides(comparison: Comparison, folder: PlanFolder, earlier: Earlier) -> Comparison:
    """The comparison, with what the merge at HEAD, or the one under way, has to keep and what it brought in.

    Raises:
        GitProblem: the history cannot be read.
    """

    @cache
    def state(commit: str) -> Subject | None:
        """The plan in the commit; None where it held none, or one that cannot be read."""
        try:
            loaded = load_commit(earlier.repository, commit, folder)
        except GitProblem:
            return None
        whole = loaded.plan is not None and len(loaded.documents) == len(COLLECTIONS)
        return subject_of(loaded.plan, loaded.ids) if loaded.plan and whole else None

    changes = []
    for side, start in _sides(earlier):
        there, before = state(side), state(start)
        if there and before:
            changes.append(recorded_since(there, before, comparison.present))
    concurrent = frozenset(_concurrent(comparison, folder, earlier, state))
    return comparison._replace(concurrent=concurrent, merged=tuple(changes))


def _sides(earlier: Earlier) -> Iterator[tuple[str, str]]:
    """Each commit that a merge brought together and the earlier state does not know, and where it parted from that."""
    repository = earlier.repository
    head, other = repository.resolve(HEAD), repository.merge_head
    sides = [head, other] if other else repository.parents(head)
    for side in sides if len(sides) > 1 else ():
        start = _parting(repository, earlier.commit, side)
        if start not in (None, side):
            yield side, start


def _concurrent(comparison: Comparison, folder: PlanFolder, earlier: Earlier, state: _States) -> Iterator[EntryKey]:
    """Entries that are late against the earlier state, and were not where they were recorded.

    Where the earlier state does not lead to HEAD, history was put in place of other history, and no branch was merged.
    """
    repository, base = earlier.repository, earlier.commit
    late = {found.key for found in backdated(comparison)}
    if not late or _parting(repository, base, repository.resolve(HEAD)) != base:
        return
    recorded = dict(who_recorded(folder, late).recorded)
    if repository.merge_head:
        recorded.update(who_recorded(folder, late - recorded.keys(), repository.merge_head).recorded)

    @cache
    def late_since(start: str | None) -> frozenset[EntryKey]:
        before = state(start) if start else None
        if before is None:
            return frozenset(late)
        since = compare(before, comparison.present)
        known = {record.id for record in since.earlier.plan.records}
        return frozenset(key for key in late if key.record not in known).union(x.key for x in backdated(since))

    starts = {commit: _parting(repository, base, commit) for commit in {each.commit for each in recorded.values()}}
    yield from (key for key, each in recorded.items() if key not in late_since(starts[each.commit]))


def _parting(repository: Repository, one: str, other: str) -> str | None:
    """The commit where the two part; None where they share none, or this clone does not reach so far."""
    try:
        return repository.merge_base(one, other)
    except GitProblem:
        return None
