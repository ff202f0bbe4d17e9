"""`kehoach explain`."""

import sys
from typing import Annotated

import typer

from kehoach_cli.cli import console
from kehoach_cli.cli.output.rule_pages import all_rules, code_list, code_page
from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.plan.suggest import near_ids
from kehoach_cli.rules.registry import MODULES


def command(
    code: Annotated[
        str | None, typer.Argument(metavar="[MÃ]", help="Mã in ở mỗi lỗi: KH204. Bỏ trống: liệt kê mọi mã.")
    ] = None,
) -> None:
    """Giải thích một mã kiểm tra: kiểm tra gì, vì sao, ví dụ sai và ví dụ đúng.

    Không nêu mã thì liệt kê mọi mã cùng tên gọi.
    """
    width, colour = console.width(), console.shows_colour(sys.stdout)
    if code is None:
        sys.stdout.write(code_list(width, colour=colour))
        return
    wanted = code.strip().upper()
    if wanted not in MODULES and wanted not in all_rules():
        near = near_ids(wanted[:20], all_rules())
        hint = f"; có phải là: {', '.join(near)}?" if near else "."
        raise UsageProblem(f"Không có mã «{code[:20]}»{hint} Xem mọi mã bằng: kehoach explain")
    sys.stdout.write(code_page(wanted, width, colour=colour))
