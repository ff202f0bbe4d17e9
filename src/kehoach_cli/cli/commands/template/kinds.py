"""The argument and the option for the kind of template."""

from typing import Annotated

import typer

KindArgument = Annotated[
    str | None,
    typer.Argument(metavar="[LOẠI]", help="Loại mẫu: bao-cao-quy (mặc định), bao-cao-tom-tat, cong-van-don-doc."),
]
KindOption = Annotated[
    str | None,
    typer.Option(
        "--kind",
        metavar="LOẠI",
        help="Loại mẫu: bao-cao-quy, bao-cao-tom-tat, cong-van-don-doc. Bỏ trống: theo tên tệp, không thì bao-cao-quy.",
    ),
]
