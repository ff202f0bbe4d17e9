"""`kehoach validate`."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.cli.checking import check_plan
from kehoach_cli.cli.exits import FINDINGS, USAGE, Failure, UsageProblem
from kehoach_cli.cli.options import PlanOption
from kehoach_cli.cli.output.findings import findings_text
from kehoach_cli.cli.request import locate_plan, shown_path
from kehoach_cli.diagnostics import COLLECTIONS
from kehoach_cli.files.folder import PlanFolder, collection_of, plan_folder, plans_below


def command(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ĐƯỜNG DẪN]…",
            help="Thư mục kế hoạch, thư mục chứa nhiều kế hoạch, hoặc tệp trong kế hoạch. Bỏ trống: kế hoạch hiện tại.",
        ),
    ] = None,
    plan: PlanOption = None,
    base: Annotated[
        str | None,
        typer.Option(
            "--base",
            metavar="PHIÊN BẢN",
            help="So với chỗ nhánh đang làm tách khỏi phiên bản này trong git, ví dụ origin/main, và báo những gì "
            "không được lặng lẽ đổi.",
        ),
    ] = None,
) -> None:
    """Kiểm tra các tệp của kế hoạch và chỉ rõ từng chỗ sai: tệp, dòng, cột, sai gì, sửa thế nào.

    Thoát với mã 0 nếu không có lỗi (có thể có cảnh báo), 1 nếu có lỗi, 2 nếu không đọc được tệp.
    """
    folders = _folders(paths) if paths else [locate_plan(plan)]
    results = [check_plan(folder, base) for folder in folders]
    findings = [item for result in results for item in result.findings]
    sys.stdout.write(findings_text(findings, len(folders) * len(COLLECTIONS)))
    for folder, result in zip(folders, results, strict=True):
        if result.against and result.against.note:
            sys.stderr.write(f"kehoach: {shown_path(folder.root)}: {result.against.note}\n")
    if any(result.unreadable for result in results):
        raise Failure(USAGE)
    if any(item.finding.severity == "error" for item in findings):
        raise Failure(FINDINGS)


def _folders(paths: list[str]) -> list[PlanFolder]:
    """The plans that the paths belong to, each once, in the order they are first named."""
    found: dict[Path, PlanFolder] = {}
    for text in paths:
        for folder in _plans_of(Path(text)):
            found.setdefault(folder.data.resolve(), folder)
    return list(found.values())


def _plans_of(path: Path) -> list[PlanFolder]:
    if path.is_dir():
        plans = plans_below(path)
    elif path.exists():
        plan = plan_folder(path.parent) if collection_of(path) else None
        plans = [plan] if plan else []
    else:
        raise UsageProblem(f"Không tìm thấy {path}")
    if not plans:
        raise UsageProblem(f"Không có kế hoạch nào ở {path}: cần tệp data/plan.yaml")
    return plans
