"""`kehoach correct`."""

from typing import Annotated

import typer

from kehoach_cli.cli.options import (
    AddOptions,
    AnsweringOption,
    DateOption,
    EstimateOption,
    EvidenceOption,
    JudgedByOption,
    NoteOption,
    PercentOption,
    SourceOption,
    StateOption,
    grouped,
)
from kehoach_cli.entering.make_entries import in_one_cell, new_correction, raw_entries


@grouped
def command(
    *,
    record: Annotated[str, typer.Argument(metavar="MÃ", help="Mã chỉ tiêu hoặc nhiệm vụ: CQS-02, NV-CQS-05.")],
    value: Annotated[
        str | None, typer.Argument(metavar="GIÁ TRỊ", help="Kết quả đúng, với chỉ tiêu; nhiệm vụ thì dùng --state.")
    ] = None,
    of: Annotated[
        str | None,
        typer.Option("--of", metavar="NGÀY", help="Ngày của dòng bị đính chính. Bỏ trống được khi chỉ có một dòng."),
    ] = None,
    state: StateOption = None,
    percent: PercentOption = None,
    date: DateOption = None,
    source: SourceOption = None,
    agency: AnsweringOption = None,
    estimate: EstimateOption = False,
    judged_by: JudgedByOption = None,
    note: NoteOption = None,
    evidence: EvidenceOption = None,
    options: AddOptions,
) -> None:
    """Đính chính một kết quả, một tiến độ đã ghi: thêm dòng mới thay cho dòng sai, dòng sai vẫn giữ trong tệp.

    Ngày của dòng mới là ngày của dòng bị đính chính, trừ khi ghi --date. Số ước thì ghi --estimate.
    """
    from kehoach_cli.cli.adding import add

    cells = {"id": record, "value": value, "of": of, "state": state, "percent": percent, "date": date}
    said = {"source": source, "estimate": "có" if estimate else None, "judged_by": judged_by, "note": note}
    said["evidence"] = in_one_cell(evidence)
    add(raw_entries({**cells, **said}, agency=agency), new_correction, options)
