"""`kehoach extend`."""

from typing import Annotated

import typer

from kehoach_cli.cli.options import AddOptions, ByOption, DueOption, EffectOption, NoteOption, grouped
from kehoach_cli.entering.make_changes import new_extension
from kehoach_cli.entering.make_entries import raw_entries


@grouped
def command(
    *,
    record: Annotated[str, typer.Argument(metavar="MÃ", help="Mã chỉ tiêu hoặc nhiệm vụ: CQS-02, NV-CQS-05.")],
    due: DueOption = None,
    by: ByOption = None,
    date: EffectOption = None,
    note: NoteOption = None,
    options: AddOptions,
) -> None:
    """Ghi việc gia hạn một chỉ tiêu, nhiệm vụ: thời hạn mới và văn bản cho phép.

    Thời hạn ghi trong Kế hoạch và các lần gia hạn trước giữ nguyên; thời hạn mới phải muộn hơn thời hạn đang có.
    """
    from kehoach_cli.cli.adding import add

    add(raw_entries({"id": record, "due": due, "by": by, "date": date, "note": note}), new_extension, options)
