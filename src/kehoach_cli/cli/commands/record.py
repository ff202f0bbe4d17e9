"""`kehoach record`."""

from typing import Annotated

import typer

from kehoach_cli.cli.options import (
    AddOptions,
    AnsweringOption,
    DateOption,
    EstimateOption,
    FromOption,
    JudgedByOption,
    NoteOption,
    SourceOption,
    grouped,
)
from kehoach_cli.entering.make_entries import new_measurement, raw_entries

KEYS = ("value", "numerator", "denominator", "date", "source", "note", "estimate", "judged_by")


@grouped
def command(
    *,
    record: Annotated[str | None, typer.Argument(metavar="MÃ", help="Mã chỉ tiêu: CQS-02.")] = None,
    value: Annotated[
        str | None,
        typer.Argument(
            metavar="GIÁ TRỊ",
            help="Kết quả, theo đơn vị của chỉ tiêu: 45,5, 45.5, 45,5%; bằng lời: đạt; của một cơ quan: 45/120.",
        ),
    ] = None,
    date: DateOption = None,
    source: SourceOption = None,
    estimate: EstimateOption = False,
    agency: AnsweringOption = None,
    judged_by: JudgedByOption = None,
    note: NoteOption = None,
    table: FromOption = None,
    options: AddOptions,
) -> None:
    """Ghi kết quả của một chỉ tiêu, hoặc của nhiều chỉ tiêu một lần từ bảng; hoặc báo cáo của một cơ quan (--agency).

    Các cột của bảng: id, value (hoặc numerator, denominator), date, source, note, estimate, judged_by.

    Tệp giữ nguyên mọi chữ đang có, chỉ thêm dòng mới. Số liệu đáng ngờ thì hỏi lại; không có ai trả lời thì không ghi.
    """
    from kehoach_cli.cli.adding import add

    cells = {"id": record, "value": value, "date": date, "source": source, "note": note}
    cells["judged_by"] = judged_by
    cells["estimate"] = "có" if estimate else None
    add(raw_entries(cells, table, KEYS, agency=agency), new_measurement, options)
