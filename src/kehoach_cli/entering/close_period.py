"""Close a reporting period: keep what its report said when it was sent; open it again by a document."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.entering.period_text import blank_period, with_closing, with_reopening
from kehoach_cli.entering.prepare import FileEdit, PreparedEdit, SoundPlan, edited, read_sound
from kehoach_cli.loading.period_files import collection_of_period
from kehoach_cli.plan.closed_period import Closing, Fingerprint, sent_report
from kehoach_cli.plan.data_window import data_window
from kehoach_cli.plan.entries import LegalAct
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.periods import Day, Period
from kehoach_cli.reports.periodic.period_view import PeriodView, period_view
from kehoach_cli.storage.folder import PlanFolder
from kehoach_cli.storage.naming import shown_path
from kehoach_cli.vocabulary import answer_words, move_words, wording
from kehoach_cli.yaml.text import SourceText


class SentReport(NamedTuple):
    """A report that was sent: what the plan does not say of it.

    `as_of` replaces the period's cut-off day, None: it does not. `doubts` are those about its file and the data.
    """

    period: Period
    number: str
    date: Day
    as_of: Day | None = None
    file: Fingerprint | None = None
    template: Fingerprint | None = None
    revision: str | None = None
    doubts: tuple[str, ...] = ()


def prepare_closing(folder: PlanFolder, report: SentReport, today: date) -> PreparedEdit:
    """The edit that closes the period.

    Raises:
        UsageProblem: the period is closed already, or the report cannot have been on it.
        UnusablePlan: the plan has errors.
    """
    sound = read_sound(folder)
    period, name = report.period, wording.period(report.period)
    if sent := sent_report(sound.plan.closed, period):
        raise UsageProblem(
            f"{wording.sentence(name)} đã chốt theo {wording.inline(move_words.report(sent))}; phải lập lại báo cáo "
            f"thì «kehoach reopen {period} --by VĂN-BẢN --date NGÀY» trước"
        )
    view = period_view(sound.plan, period, report.as_of)
    _require_sense(view, report)
    closing = Closing(
        report.number,
        report.date,
        view.as_of,
        view.said.counts,
        coverage=view.duties.agencies if view.duties else None,
        file=report.file,
        template=report.template,
        revision=report.revision,
        indicators=view.said.indicators,
        tasks=view.said.tasks,
        restated=tuple(each.restated for each in view.restatements),
    )
    doubts = [*report.doubts, *_doubts(sound.plan, report, view.as_of, today)]
    covered = f", {answer_words.coverage(closing.coverage)} đã báo cáo" if closing.coverage else ""
    told = (
        f"Chốt {name}: {move_words.report(closing)}, số liệu đến hết ngày {wording.day(view.as_of)}.",
        f"Giữ lại {wording.counted(len(closing.tasks), len(closing.indicators))}{covered} như báo cáo đã gửi.",
    )
    edit = _edit(sound, period, lambda text: with_closing(text or blank_period(period), closing))
    return edited(sound, edit)._replace(doubts=doubts, told=told)


def prepare_reopening(folder: PlanFolder, period: Period, act: LegalAct) -> PreparedEdit:
    """The edit by which the report on the period stands no longer, though kept. Raises as `prepare_closing`."""
    sound = read_sound(folder)
    name, sent = wording.period(period), sent_report(sound.plan.closed, period)
    opened = next((each.closings[-1].reopened for each in sound.plan.closed if each.period == period), None)
    if opened:
        raise UsageProblem(
            f"{wording.sentence(name)} đã được mở lại ngày {wording.day(opened.date)} theo {opened.by}; lập lại báo "
            f"cáo rồi chạy: kehoach close {period} --number SỐ --date NGÀY"
        )
    if sent is None:
        raise UsageProblem(
            f"{wording.sentence(name)} chưa chốt nên không có gì để mở lại; "
            f"{move_words.closed_periods(sound.plan.closed)}. Muốn chốt thì chạy: kehoach close {period} --number SỐ "
            "--date NGÀY"
        )
    if act.date < sent.date:
        raise UsageProblem(
            f"--date: ngày {wording.day(act.date)} trước ngày {wording.day(sent.date)} của báo cáo đã gửi; xem lại ngày"
        )
    edit = _edit(sound, period, lambda text: with_reopening(text, act))
    told = (
        f"Mở lại {name} theo {act.by}.",
        f"Bản đã gửi ({move_words.report(sent)}) vẫn được giữ; lập lại báo cáo xong thì chốt lại bằng "
        f"«kehoach close {period}».",
    )
    return edited(sound, edit)._replace(told=told)


def _edit(sound: SoundPlan, period: Period, change: Callable[[str], str]) -> dict[str, FileEdit]:
    """The edit of the period's file, by its name in places."""
    collection = collection_of_period(period)
    path = sound.loaded.folder.data / f"{collection}.yaml"
    document = sound.loaded.all_documents.get(collection)
    old = document.source if document else SourceText(shown_path(Path(path)), "")
    return {collection: FileEdit(path, old, SourceText(old.name, change(old.text)))}


def _require_sense(view: PeriodView, report: SentReport) -> None:
    day, first = wording.day(view.as_of), wording.day(view.window.first_day)
    name = wording.period(report.period)
    if view.as_of < view.window.first_day:
        raise UsageProblem(f"--as-of: ngày {day} trước ngày đầu của số liệu {name} ({first}); chọn kỳ trước đó")
    if view.as_of < view.plan.date:
        issued = wording.day(view.plan.date)
        raise UsageProblem(f"Số liệu {name} đến ngày {day}, trước ngày ban hành Kế hoạch ({issued}); chọn kỳ sau")
    if report.date < view.as_of:
        raise UsageProblem(
            f"--date: báo cáo ngày {wording.day(report.date)} trước ngày cuối của số liệu ({day}); xem lại ngày, hoặc "
            "thêm --as-of NGÀY nếu số liệu chốt sớm hơn"
        )


def _doubts(plan: Plan, report: SentReport, as_of: date, today: date) -> Iterator[str]:
    following = report.period.shifted(1)
    if as_of >= data_window(following, plan).last_day:
        yield f"số liệu đến ngày {wording.day(as_of)} đã sang hết {wording.period(following)}; xem lại --as-of"
    if report.date > today:
        yield f"ngày {wording.day(report.date)} của báo cáo còn chưa tới"
    for each in plan.closed:
        if any(sent.number == report.number and sent.date.year == report.date.year for sent in each.closings):
            yield f"{report.number} là số của báo cáo {wording.period(each.period)}"
