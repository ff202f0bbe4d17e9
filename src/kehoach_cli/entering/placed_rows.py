"""Find for each row that a body sent its record, its body and its period, and what its form says of the plan."""

from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date
from typing import NamedTuple

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.entering.locked_cells import LockedCells
from kehoach_cli.entering.named_agency import find_agency
from kehoach_cli.entering.named_record import find_named, find_part, find_record
from kehoach_cli.entering.parse_values import parse_day
from kehoach_cli.entering.received_files import ANSWERS, ReceivedFile, ReceivedRow
from kehoach_cli.plan.agencies import register
from kehoach_cli.plan.data_window import regular_period
from kehoach_cli.plan.in_force import in_force, known_by
from kehoach_cli.plan.model import Plan, Record
from kehoach_cli.plan.periods import Period, parse_period
from kehoach_cli.reports.letters.form_identity import plan_name
from kehoach_cli.vocabulary import form_words, terms, wording


class Defaults(NamedTuple):
    """What holds for rows that do not say it themselves: who answers, the document, the day."""

    agency: str | None = None
    source: str | None = None
    date: str | None = None


class PlacedRow(NamedTuple):
    """A row whose record, body and period are known, with its document and its day. `told` is said, `doubts` are asked.

    `covered`: the day is that of the cover or of the option.
    """

    row: ReceivedRow
    record: Record
    agency: str
    period: Period
    source: str | None
    day: str | None
    covered: bool
    doubts: tuple[str, ...]
    told: tuple[str, ...]

    @property
    def answers(self) -> bool:
        """Whether it reports something, rightly or wrongly, and is no remark alone."""
        return bool(self.row.answer.faults) or any(key in self.row.answer.cells for key in ANSWERS)


class Placer:
    """Places rows in a plan as its files have it."""

    def __init__(self, plan: Plan, defaults: Defaults, as_of: date) -> None:
        """Know the plan; `as_of` is today."""
        self._plan = plan
        self._defaults = defaults
        self._as_of = as_of
        self._agencies = register(plan)
        self._now = register(in_force(plan, as_of))
        self._locked = LockedCells(plan, as_of)
        self._period = regular_period(as_of, known_by(plan, as_of))

    def placed(self, file: ReceivedFile) -> tuple[list[PlacedRow], list[str], list[str]]:
        """The rows with their places, what is to be said of those that are passed over, and why others have no place.

        A reason is given once for all its rows: they have no record or body, or are of another plan's or body's form.
        """
        problems: dict[str, list[str]] = {}
        self._asked: set[str] = set()  # the covers whose doubts are told
        rows, told = list[PlacedRow](), list[str]()
        for row in file.rows:
            answer = row.answer
            try:
                self._refuse_other_forms(row)
                rows.append(self._complete(self._place(row, file)))
            except UsageProblem as problem:
                if row.form and not row.identity:
                    told.append(f"{answer.label}: bỏ qua dòng không thuộc phiếu")
                elif not answer.unanswered or row.identity:
                    problems.setdefault(str(problem), []).append(answer.label)
        return rows, told, [*_listed(problems)]

    def _refuse_other_forms(self, row: ReceivedRow) -> None:
        found = row.identity
        if found and found.plan != plan_name(self._plan):
            raise UsageProblem(f"phiếu của kế hoạch khác ({found.plan}); chạy lại trong thư mục của kế hoạch đó")
        wanted = self._defaults.agency and find_agency(self._defaults.agency, self._agencies, "--agency")
        if found and wanted not in (None, found.agency, *self._now.heirs(found.agency)):
            named = self._agencies.short_name(found.agency)
            raise UsageProblem(
                f"phiếu của {named}, không phải của cơ quan ghi ở --agency; bỏ --agency, hoặc chọn đúng tệp"
            )

    def _place(self, row: ReceivedRow, file: ReceivedFile) -> PlacedRow:
        """Raises UsageProblem if its record, body or period is not known."""
        found, doubts = row.identity or row.form, list[str]()
        if found:
            agency, period = find_agency(found.agency, self._agencies, "phiếu"), _period_of(found.period)
        elif self._defaults.agency is None:
            raise UsageProblem("không rõ cơ quan nào trả lời; thêm --agency CƠ QUAN")
        else:
            agency, period = find_agency(self._defaults.agency, self._agencies, "--agency"), self._period
        if row.identity and row.identity.record:
            record = find_part(self._plan, row.identity.record, "số liệu, tiến độ")
        elif "id" in row.about:
            record = find_record(self._plan, row.about["id"])
        else:
            record, doubt = find_named(self._plan, row.about["name"], row.about.get("number"))
            doubts += [doubt] if doubt else []
        if row.form and not row.identity:
            doubts.append(f"dòng mất mã nhận dạng, hiểu là của {self._agencies.short_name(agency)} như các dòng khác")
        cells, cover = row.answer.cells, file.covers.get((agency, str(period)))
        of_cover = cover.cells if cover else {}
        day = cells.get("date") or of_cover.get("date") or self._defaults.date
        if cover and "date" in of_cover and not ("date" in cells or row.answer.unanswered):
            parse_day(of_cover["date"], cover.name("date"))
            doubts += () if cover.label in self._asked else cover.doubts
            self._asked.add(cover.label)
        heir, about_heir = self._heir(agency, record, day)
        return PlacedRow(
            row,
            record,
            heir,
            period,
            cells.get("source") or of_cover.get("source") or self._defaults.source,
            day,
            covered="date" not in cells,
            doubts=(*doubts, *about_heir),
            told=(),
        )

    def _heir(self, agency: str, record: Record, day: str | None) -> tuple[str, list[str]]:
        """Who answers in the place of a body that had ended by the day, and what is asked about it."""
        ended, on = self._agencies.by_id[agency].until, self._as_of
        with suppress(UsageProblem):
            on = parse_day(day) if day else on
        heirs = self._now.heirs(agency, record.id) if ended and on > ended else ()
        if len(heirs) != 1 or heirs[0] == agency:
            return agency, []
        old, new = self._agencies.short_name(agency), self._now.short_name(heirs[0])
        return heirs[0], [f"{old} đã sắp xếp lại, nhận là báo cáo của {new}"]

    def _complete(self, placed: PlacedRow) -> PlacedRow:
        """The row with what differs from the plan. Raises UsageProblem if the form lacks a column, or it a document."""
        row, identity = placed.row, placed.row.identity
        doubts, told = list(placed.doubts), list[str]()
        if identity:
            form = self._locked.row(placed.record, placed.agency, placed.period)
            for key in ANSWERS:
                if form and key in form.fill and key not in row.columns:
                    words = form_words.INDICATORS.get(key) or form_words.TASKS[key]
                    raise UsageProblem(f"phiếu không còn cột «{words}»; ghi lại dòng tiêu đề như phiếu đã gửi")
            changes = self._locked.changes(form, row.about)
            if changes.since_sent(identity.fingerprint):
                told += changes.by_plan()
            elif row.answer.unanswered:
                told += changes.by_body()
            else:
                doubts += changes.by_body()
        if placed.answers and not row.answer.faults:
            given = {"source": placed.source, "date": placed.day}
            if missing := [key for key, text in given.items() if text is None]:
                what = wording.enumerated([terms.ENTRY_FIELD[key] for key in missing])
                cells = wording.enumerated([f"«{form_words.COVER[key]}»" for key in missing])
                options = " ".join(f"--{key}" for key in missing)
                raise UsageProblem(f"thiếu {what}; ghi ở dòng đó, hoặc ở ô {cells} của phiếu, hoặc thêm {options}")
        lines = (f"{row.answer.label}: {placed.record.id}: {line}" for line in told)
        return placed._replace(doubts=tuple(doubts), told=(*row.answer.told, *lines))


def _period_of(text: str) -> Period:
    try:
        return parse_period(text)
    except ValueError:
        raise UsageProblem(
            f"phiếu ghi kỳ «{text[:20]}», không có kỳ nào như vậy; lập phiếu mới bằng «kehoach form --period KỲ "
            "-o THƯ-MỤC-MỚI»"
        ) from None


def _listed(problems: dict[str, list[str]]) -> Iterator[str]:
    """Each problem once, with the first of its rows and how many more there are."""
    for problem, labels in problems.items():
        yield f"{labels[0]}{_more(labels)}: {problem}"


def _more(labels: Sequence[str]) -> str:
    return f" và {len(labels) - 1} dòng nữa" if len(labels) > 1 else ""
