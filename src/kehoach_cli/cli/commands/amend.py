"""`kehoach amend`."""

from typing import Annotated

import typer

from kehoach_cli.cli.options import AddOptions, ByOption, DueOption, EffectOption, NoteOption, grouped
from kehoach_cli.entering.make_changes import new_amendment
from kehoach_cli.entering.make_entries import raw_entries

_AGENCIES = "mã hoặc tên, cách nhau bằng dấu phẩy; «-»: không còn ai."
_TARGET = 'một số, một khoảng hoặc lời của văn bản: 60, 30-50, "≥ 60"; «-»: không giao nữa.'


@grouped
def command(
    *,
    record: Annotated[str, typer.Argument(metavar="MÃ", help="Mã chỉ tiêu hoặc nhiệm vụ: CQS-02, NV-CQS-05.")],
    due: DueOption = None,
    lead: Annotated[
        str | None, typer.Option("--lead", metavar="CƠ QUAN", help=f"Các cơ quan chủ trì mới: {_AGENCIES}")
    ] = None,
    support: Annotated[
        str | None, typer.Option("--support", metavar="CƠ QUAN", help=f"Các cơ quan phối hợp mới: {_AGENCIES}")
    ] = None,
    target: Annotated[
        str | None, typer.Option("--target", metavar="MỨC", help=f"Mức phấn đấu mới của Kế hoạch: {_TARGET}")
    ] = None,
    national: Annotated[
        str | None, typer.Option("--national", metavar="MỨC", help=f"Mức mới mà cấp trên giao: {_TARGET}")
    ] = None,
    name: Annotated[str | None, typer.Option("--name", metavar="TÊN", help="Tên mới.")] = None,
    remove: Annotated[bool, typer.Option("--remove", help="Đưa ra khỏi Kế hoạch; bản ghi vẫn giữ trong tệp.")] = False,
    corrigendum: Annotated[
        bool,
        typer.Option(
            "--corrigendum",
            help="Sửa chỗ văn bản giao ghi sai, hoặc nhập sai so với văn bản; bỏ trống --date: từ ngày văn bản giao.",
        ),
    ] = False,
    by: ByOption = None,
    date: EffectOption = None,
    note: NoteOption = None,
    options: AddOptions,
) -> None:
    """Ghi việc văn bản sau điều chỉnh, đính chính một chỉ tiêu, nhiệm vụ, hoặc đưa ra khỏi Kế hoạch.

    Điều Kế hoạch đã giao giữ nguyên trong tệp; giá trị mới có hiệu lực từ ngày ghi ở --date.
    """
    from kehoach_cli.cli.adding import add

    flags = {"remove": "có" if remove else None, "corrigendum": "có" if corrigendum else None}
    values = {"due": due, "lead": lead, "support": support, "target": target, "national": national, "name": name}
    add(raw_entries({"id": record, **values, **flags, "by": by, "date": date, "note": note}), new_amendment, options)
