"""`kehoach extend`."""

from typing import Annotated

import typer

from kehoach_cli.cli.options import AddOptions, NoteOption, grouped
from kehoach_cli.entering.make_entries import new_extension, raw_entries


@grouped
def command(
    *,
    record: Annotated[str, typer.Argument(metavar="MÃ", help="Mã nhiệm vụ: NV-CQS-05.")],
    due: Annotated[
        str | None,
        typer.Option("--due", metavar="THỜI HẠN", help='Thời hạn mới, như cách viết của Kế hoạch: "Quý IV/2023".'),
    ] = None,
    by: Annotated[
        str | None, typer.Option("--by", metavar="VĂN BẢN", help='Văn bản cho gia hạn, ví dụ "CV 456/UBND-VP".')
    ] = None,
    date: Annotated[str | None, typer.Option("--date", metavar="NGÀY", help="Ngày của văn bản cho gia hạn.")] = None,
    note: NoteOption = None,
    options: AddOptions,
) -> None:
    """Ghi việc gia hạn một nhiệm vụ: thời hạn mới và văn bản cho phép.

    Thời hạn ghi trong Kế hoạch và các lần gia hạn trước giữ nguyên; thời hạn mới phải muộn hơn thời hạn đang có.
    """
    from kehoach_cli.cli.adding import add

    add(raw_entries({"id": record, "due": due, "by": by, "date": date, "note": note}), new_extension, options)
