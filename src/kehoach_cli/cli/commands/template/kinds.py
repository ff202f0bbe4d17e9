"""The argument and the option for the kind of template."""

from typing import Annotated

import typer

from kehoach_cli.reports.fields.template_kinds import KINDS

_FIRST, *_OTHERS = KINDS
KindArgument = Annotated[
    str | None, typer.Argument(metavar="[LOẠI]", help=f"Loại mẫu: {_FIRST} (mặc định), {', '.join(_OTHERS)}.")
]
KindOption = Annotated[
    str | None,
    typer.Option(
        "--kind", metavar="LOẠI", help=f"Loại mẫu: {', '.join(KINDS)}. Bỏ trống: theo tên tệp, không thì {_FIRST}."
    ),
]
