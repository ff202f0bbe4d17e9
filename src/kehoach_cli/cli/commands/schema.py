"""`kehoach schema`."""

import sys
from pathlib import Path
from typing import Annotated, cast

import typer

from kehoach_cli.cli.options import PlanOption
from kehoach_cli.cli.output.printable import printable
from kehoach_cli.cli.output.runner_log import json_without_commands
from kehoach_cli.cli.plans.request import find_named_plan, plans_here
from kehoach_cli.diagnostics import Collection, UsageProblem
from kehoach_cli.entering.parse_values import choice
from kehoach_cli.loading.known_ids import known_ids
from kehoach_cli.loading.plan_files import load_plan
from kehoach_cli.loading.schema.editor import KINDS, KnownIds, schema_text
from kehoach_cli.storage.atomic_write import make_folder
from kehoach_cli.storage.folder import SCHEMA_FOLDER, PlanFolder
from kehoach_cli.storage.naming import shown_path
from kehoach_cli.storage.output_file import require_writable, write_file
from kehoach_cli.storage.write_faults import reason_of

_OPTION = "Lược đồ"


def command(
    kind: Annotated[
        str | None, typer.Argument(metavar="TỆP", help=f"Chỉ in lược đồ của một loại tệp: {', '.join(KINDS)}.")
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "--output", "-o", metavar="THƯ MỤC", help="Ghi vào thư mục này. Bỏ trống: data/schema của kế hoạch."
        ),
    ] = None,
    plan: PlanOption = None,
) -> None:
    """Lược đồ JSON Schema của các tệp kế hoạch, để trình soạn thảo gợi ý khóa, mã cơ quan và gạch đỏ chỗ sai.

    Lược đồ chứa mã cơ quan, mã nhóm của kế hoạch: thêm cơ quan vào agencies.yaml thì chạy lại lệnh này.
    """
    if kind is None and output is None:
        targets: list[tuple[Path, KnownIds | None]] = [
            (folder.data / SCHEMA_FOLDER, _known_ids(folder)) for folder in plans_here(plan)
        ]
        if not targets:
            raise UsageProblem("Không tìm thấy kế hoạch để ghi lược đồ vào; chỉ ra bằng --plan THƯ MỤC hoặc -o THƯ MỤC")
        chosen = list(KINDS)
    else:
        folder = find_named_plan(plan)
        ids = None if folder is None else _known_ids(folder)
        chosen = [cast("Collection", choice("TỆP", kind, KINDS))] if kind is not None else list(KINDS)
        if output is None:
            sys.stdout.write(json_without_commands(schema_text(chosen[0], ids)))
            return
        targets = [(Path(output), ids)]
    files = {folder / f"{name}.json": schema_text(name, ids).encode() for folder, ids in targets for name in chosen}
    for path in files:  # before anything is written
        require_writable(path, _OPTION)
    sys.stdout.write("".join([_write(path, content) for path, content in files.items()]))


def _known_ids(folder: PlanFolder) -> KnownIds:
    """The ids that the plan declares, including those of agencies with errors."""
    loaded = load_plan(folder, shown_path)
    if loaded.plan is None:
        raise UsageProblem(f"{shown_path(folder.file('plan'))} có lỗi; chạy «kehoach validate» rồi sửa trước")
    return known_ids(loaded.plan, loaded)


def _write(path: Path, content: bytes) -> str:
    """Write the file if it differs. Returns the line that says so."""
    shown = shown_path(path)
    try:
        make_folder(path.parent)
        unchanged = path.is_file() and path.read_bytes() == content
    except OSError as error:
        raise UsageProblem(f"Không ghi được {shown} ({reason_of(error)}); chỉ ra thư mục khác bằng -o") from None
    if not unchanged:
        write_file(path, content, _OPTION)
    return printable(f"{'Không đổi' if unchanged else 'Đã ghi'} {shown}\n")
