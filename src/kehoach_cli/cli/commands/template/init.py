"""`kehoach template init`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.cli.commands.template.kinds import KindArgument
from kehoach_cli.cli.documents.template_data import template_kind
from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.storage.atomic_write import create_file
from kehoach_cli.storage.write_faults import explain


def command(
    kind: KindArgument = None,
    output: Annotated[
        str | None,
        typer.Option("--output", "-o", metavar="TỆP", help="Tệp cần ghi. Bỏ trống: LOẠI.docx ở thư mục hiện tại."),
    ] = None,
) -> None:
    """Tạo một bản sao mẫu gốc để cơ quan sửa bằng Word. Không bao giờ ghi đè lên tệp đã có."""
    from kehoach_cli.cli.documents.templates import original_template

    wanted = template_kind(kind)
    path = Path(output or f"{wanted}.docx")
    if path.suffix.lower() != ".docx":
        raise UsageProblem(f"-o: tên tệp phải có đuôi .docx, không phải «{path.name}»; ghi như -o {wanted}.docx")
    try:
        create_file(path, original_template(wanted))
    except FileExistsError:
        raise UsageProblem(f"Đã có {path}, không ghi đè; chọn tên khác bằng -o TỆP") from None
    except OSError as error:
        raise UsageProblem(f"Không ghi được {path}: {explain(error)}") from None
    sys.stdout.write(f"Đã ghi {path}. Sửa bằng Word rồi kiểm tra: kehoach template check {path}\n")
