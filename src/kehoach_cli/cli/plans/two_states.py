"""Load the two states of a plan that `diff` compares, each named by branch, tag, hash or day."""

from datetime import date

from kehoach_cli.cli import console
from kehoach_cli.cli.parsing import day_in
from kehoach_cli.cli.plans.request import load_or_fail
from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.git.objects import Commit, ObjectReader, object_reader
from kehoach_cli.git.process import GitProblem
from kehoach_cli.git.repository import HEAD, Repository
from kehoach_cli.loading.history.base_comparison import why_unreadable
from kehoach_cli.loading.history.earlier import NoEarlierPlan, load_commit
from kehoach_cli.loading.plan_files import LoadedPlan, load_plan
from kehoach_cli.reports.history.diff_view import Side
from kehoach_cli.rules.against_base.comparison import compare
from kehoach_cli.rules.rule import Subject, subject_of
from kehoach_cli.storage.folder import PlanFolder
from kehoach_cli.storage.naming import shown_path
from kehoach_cli.vocabulary import wording

SHORT_HASH = 8


def two_states(folder: PlanFolder, names: list[str], as_of: date) -> tuple[Side, Side]:
    """The plan at the first revision (HEAD if none is named), and at the second (the present files if none is named).

    A record that cannot be read in one of the two is left out of both and named on stderr.

    Raises:
        UsageProblem: a revision is missing, holds no plan, or one that cannot be compared.
        UnusablePlan: the present files have errors.
    """
    try:
        repository = Repository(folder.data)
    except GitProblem as problem:
        raise UsageProblem(
            f"{problem}. So hai phiên bản cần lịch sử git; so hai ngày thì không: kehoach diff --since 2023-06-30"
        ) from None
    try:
        commits = [_commit(repository, folder, name) for name in names or [HEAD]]
        states = [load_commit(repository, commit.hash, folder) for commit in commits]
    except NoEarlierPlan as none:
        raise UsageProblem(f"{none}; chọn một phiên bản khác") from None
    except GitProblem as problem:
        raise UsageProblem(str(problem)) from None
    sides: list[tuple[str, str | None]] = [
        (_label(name, commit), commit.hash) for name, commit in zip(names or [HEAD], commits, strict=True)
    ]
    if len(states) == 2:
        (earlier, present), after = states, sides[1]
    else:
        load_or_fail(folder)
        earlier, present, after = states[0], load_plan(folder, shown_path), ("tệp đang có", None)
    compared = compare(_subject(earlier), _subject(present))
    _report_left_out([earlier, present])
    before, now = compared.earlier.plan, compared.present.plan
    return Side(before, before, as_of, *sides[0]), Side(now, now, as_of, *after)


def _commit(repository: Repository, folder: PlanFolder, name: str) -> Commit:
    """The commit of that name; for a day, the last first-parent ancestor of HEAD by the end of that day."""
    day = day_in(name)
    start = repository.resolve(name if day is None else HEAD)
    with object_reader(folder.data) as reader:
        commit = _require_fetched(reader.commit(start))
        return commit if day is None else _last_by(reader, commit, day)


def _last_by(reader: ObjectReader, commit: Commit, day: date) -> Commit:
    while commit.committer.at.date() > day:
        if not commit.parents:
            first = wording.day(commit.committer.at)
            raise UsageProblem(
                f"Đến hết ngày {wording.day(day)} kho git chưa có lần lưu (commit) nào; "
                f"chọn từ ngày {first}, ngày của lần đầu tiên"
            )
        commit = _require_fetched(reader.commit(commit.parents[0]))
    return commit


def _require_fetched(commit: Commit | None) -> Commit:
    if commit is None:
        raise UsageProblem(
            "Bản sao git này không có lịch sử từ ngày đó; chạy «git fetch --unshallow» rồi thử lại "
            "(GitHub Actions: đặt fetch-depth: 0; GitLab CI: đặt GIT_DEPTH: 0)"
        )
    return commit


def _label(name: str, commit: Commit) -> str:
    """A revision's name in sentences: `v1 (3f2a1b0c, 1/7/2023)`, `bản 3f2a1b0c ngày 1/7/2023`."""
    short, day = commit.hash[:SHORT_HASH], wording.day(commit.committer.at)
    if name == HEAD:
        return f"lần commit gần nhất ({short}, {day})"
    if day_in(name) or commit.hash.startswith(name):
        return f"bản {short} ngày {day}"
    return f"{name} ({short}, {day})"


def _subject(loaded: LoadedPlan) -> Subject:
    if loaded.plan is None or not loaded.complete:
        raise UsageProblem(wording.sentence(why_unreadable(loaded)))
    return subject_of(loaded.plan, loaded.ids)


def _report_left_out(states: list[LoadedPlan]) -> None:
    read = [{entry.id for entry in (*s.plan.agencies, *s.plan.records)} if s.plan else set() for s in states]
    shown = [set().union(*state.ids.values()) for state in states]
    left_out = sorted(set().union(*(ids - known for ids, known in zip(shown, read, strict=True))))
    if left_out:
        console.say(f"không so sánh các bản ghi có lỗi trong một phiên bản: {', '.join(left_out)}")
