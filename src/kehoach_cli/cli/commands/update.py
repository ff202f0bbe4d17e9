"""`kehoach update`."""

from typing import Annotated

import typer

from kehoach_cli.cli.options import (
    AddOptions,
    AnsweringOption,
    DateOption,
    EvidenceOption,
    FromOption,
    NoteOption,
    PercentOption,
    SourceOption,
    StateOption,
    grouped,
)
from kehoach_cli.entering.make_entries import in_one_cell, new_update, raw_entries

KEYS = ("state", "date", "source", "percent", "note", "evidence")


@grouped
def command(
    *,
    record: Annotated[str | None, typer.Argument(metavar="MÃ", help="Mã nhiệm vụ: NV-CQS-05.")] = None,
    state: StateOption = None,
    date: DateOption = None,
    source: SourceOption = None,
    percent: PercentOption = None,
    agency: AnsweringOption = None,
    note: NoteOption = None,
    evidence: EvidenceOption = None,
    table: FromOption = None,
    options: AddOptions,
) -> None:
    """Ghi tiến độ của một nhiệm vụ, hoặc của nhiều nhiệm vụ một lần từ bảng; hoặc báo cáo của một cơ quan (--agency).

    Các cột của bảng: id, state, date, source, percent, note, evidence.

    Tệp giữ nguyên mọi chữ đang có, chỉ thêm dòng mới. Điều đáng ngờ thì hỏi lại; không có ai trả lời thì không ghi.
    """
    from kehoach_cli.cli.adding import add

    cells = {"id": record, "state": state, "date": date, "source": source, "percent": percent, "note": note}
    add(raw_entries({**cells, "evidence": in_one_cell(evidence)}, table, KEYS, agency=agency), new_update, options)
