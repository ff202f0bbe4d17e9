"""`kehoach reorganise`."""

from functools import partial
from typing import Annotated

import typer

from kehoach_cli.cli.options import AddOptions, ByOption, NoteOption, grouped
from kehoach_cli.entering.make_successions import new_successions, raw_reorganisation


@grouped
def command(
    *,
    agencies: Annotated[
        list[str], typer.Argument(metavar="CƠ-QUAN…", help="Các cơ quan kết thúc, theo mã hoặc tên gọi bất kỳ.")
    ],
    into: Annotated[
        str | None,
        typer.Option("--into", metavar="CƠ QUAN", help="Cơ quan tiếp nhận; nhiều cơ quan thì cách nhau bằng dấu phẩy."),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            "--kind",
            metavar="HÌNH THỨC",
            help="renamed (đổi tên), merged (sáp nhập, hợp nhất), split (chia, tách), dissolved (giải thể). Bỏ trống: "
            "một cơ quan tiếp nhận là sáp nhập, nhiều là chia, tách.",
        ),
    ] = None,
    take: Annotated[
        list[str] | None,
        typer.Option(
            "--take",
            metavar="MÃ=CƠ-QUAN",
            help="Chia, tách: bản ghi này chỉ do cơ quan này tiếp nhận. Ghi được nhiều lần.",
        ),
    ] = None,
    name: Annotated[
        str | None, typer.Option("--name", metavar="TÊN", help="Tên đầy đủ của cơ quan tiếp nhận chưa có trong tệp.")
    ] = None,
    short_name: Annotated[
        str | None, typer.Option("--short-name", metavar="TÊN", help="Tên gọi tắt của cơ quan đó: Sở KH&CN.")
    ] = None,
    by: ByOption = None,
    date: Annotated[
        str | None,
        typer.Option("--date", metavar="NGÀY", help="Ngày đầu của cơ quan tiếp nhận; cơ quan cũ hết vào hôm trước."),
    ] = None,
    note: NoteOption = None,
    options: AddOptions,
) -> None:
    """Ghi việc đổi tên, sáp nhập, chia tách, giải thể cơ quan.

    Chỉ tiêu, nhiệm vụ giữ nguyên cơ quan mà Kế hoạch đã giao; từ ngày ghi ở --date, cơ quan tiếp nhận làm thay.
    """
    from kehoach_cli.cli.adding import add_all

    cells = {"into": into, "kind": kind, "name": name, "short-name": short_name, "by": by, "date": date, "note": note}
    add_all(partial(new_successions, raw=raw_reorganisation(agencies, cells, take)), options)
