"""Take the sides of a merge into account: keep all entries of both; none is late because of the other side."""

from collections.abc import Callable, Iterator
from functools import cache

from kehoach_cli.git.process import GitProblem
from kehoach_cli.git.repository import HEAD, Repository
from kehoach_cli.loading.history.earlier import EarlierPlan, load_commit
from kehoach_cli.loading.history.who_recorded import who_recorded
from kehoach_cli.plan.recorded import EntryKey
from kehoach_cli.rules.against_base.comparison import Comparison, compare, recorded_since
from kehoach_cli.rules.against_base.history_backdated import backdated
from kehoach_cli.rules.rule import Subject, subject_of
from kehoach_cli.storage.folder import PlanFolder

_States = Callable[[str], Subject | None]


def with_merge_sides(comparison: Comparison, folder: PlanFolder, earlier: EarlierPlan) -> Comparison:
    """Add to the comparison what each side of the merge at HEAD, or of the one in progress, recorded.

    Raises:
        GitProblem: the history cannot be read.
    """

    @cache
    def state(commit: str) -> Subject | None:
        """The plan in the commit; None if there is none or it cannot be read."""
        try:
            loaded = load_commit(earlier.repository, commit, folder)
        except GitProblem:
            return None
        return subject_of(loaded.plan, loaded.ids) if loaded.plan and loaded.complete else None

    changes = []
    for side, start in _sides(earlier):
        there, before = state(side), state(start)
        if there and before:
            changes.append(recorded_since(there, before, comparison.present))
    concurrent = frozenset(_concurrent(comparison, folder, earlier, state))
    return comparison._replace(concurrent=concurrent, merged=tuple(changes))


def _sides(earlier: EarlierPlan) -> Iterator[tuple[str, str]]:
    """Each side of the merge that the earlier state does not contain, with its merge base with that state."""
    repository = earlier.repository
    head, other = repository.resolve(HEAD), repository.merge_head
    sides = [head, other] if other else repository.parents(head)
    for side in sides if len(sides) > 1 else ():
        start = _merge_base(repository, earlier.commit, side)
        if start not in (None, side):
            yield side, start


def _concurrent(comparison: Comparison, folder: PlanFolder, earlier: EarlierPlan, state: _States) -> Iterator[EntryKey]:
    """Entries that are late compared with the earlier state, but were not late on the side that recorded them.

    None if the earlier state is not an ancestor of HEAD: then history was rewritten, not merged.
    """
    repository, base = earlier.repository, earlier.commit
    late = {found.key for found in backdated(comparison)}
    if not late or _merge_base(repository, base, repository.resolve(HEAD)) != base:
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

    starts = {commit: _merge_base(repository, base, commit) for commit in {each.commit for each in recorded.values()}}
    yield from (key for key, each in recorded.items() if key not in late_since(starts[each.commit]))


def _merge_base(repository: Repository, one: str, other: str) -> str | None:
    """The merge base; None if there is none or this clone does not have it."""
    try:
        return repository.merge_base(one, other)
    except GitProblem:
        return None
