"""What letters and forms have in common: by when to answer, for which period, and the folder that they go to."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.cli.parsing import parse_report_period
from kehoach_cli.cli.plans.request import Request
from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.entering.parse_values import parse_day
from kehoach_cli.plan.coverage import PeriodDuties, who_must_answer
from kehoach_cli.plan.data_window import last_closed
from kehoach_cli.plan.in_force import known_by
from kehoach_cli.plan.model import Plan
from kehoach_cli.reports.letters.letter_context import usual_reply_by
from kehoach_cli.storage.atomic_write import make_folder
from kehoach_cli.storage.write_faults import explain
from kehoach_cli.vocabulary import wording

ReplyByOption = Annotated[
    str | None,
    typer.Option(
        "--reply-by", metavar="NGÀY", help="Hạn trả lời. Bỏ trống: 10 ngày sau, cuối tuần thì lùi sang thứ hai."
    ),
]


def reply_day(given: str | None, as_of: date) -> date:
    """The last day to answer. Raises UsageProblem if it is not after the day of the letter."""
    last_day = parse_day(given, "--reply-by") if given else usual_reply_by(as_of)
    if last_day <= as_of:
        day, today = wording.day(last_day), wording.day(as_of)
        raise UsageProblem(f"--reply-by: hạn trả lời {day} không sau ngày gửi {today}; chọn ngày muộn hơn")
    return last_day


def closed_duties(files: Plan, as_of: date) -> PeriodDuties:
    """Who owes what for the latest period whose data are closed; late answers count."""
    return who_must_answer(files, last_closed(as_of, known_by(files, as_of)), as_of, late=True)


def duties_asked(period: str, request: Request) -> PeriodDuties:
    """Who owes what for the period; late answers count.

    Raises UsageProblem if its data have not begun, or the plan has no such period.
    """
    files, as_of = request.files, request.as_of
    wanted = parse_report_period(period, lambda: files.years)
    duties = who_must_answer(files, wanted, as_of, late=True)
    (first_day, last_day), name = duties.window, wording.period(wanted)
    if as_of < first_day:
        why, other = f"tính từ ngày {wording.day(first_day)}, sau ngày gửi {wording.day(as_of)}", "sớm"
    elif last_day < files.date:
        why, other = (
            f"chốt ngày {wording.day(last_day)}, trước ngày ban hành Kế hoạch {wording.day(files.date)}",
            "muộn",
        )
    elif wanted.year > files.years[-1]:
        why, other = f"ở sau năm {files.years[-1]}, năm cuối của Kế hoạch", "sớm"
    else:
        return duties
    raise UsageProblem(f"--period: số liệu {name} {why}; chọn kỳ {other} hơn")


def make_output_folder(folder: Path) -> None:
    """Make the folder of `-o`. Raises UsageProblem if that cannot be done."""
    try:
        make_folder(folder)
    except FileExistsError:
        raise UsageProblem(f"-o: {folder} là tệp, không phải thư mục; chọn thư mục khác") from None
    except OSError as error:
        raise UsageProblem(f"-o: không tạo được thư mục {folder}: {explain(error)}") from None
