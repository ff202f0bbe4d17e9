"""`kehoach validate`."""

import sys
from typing import Annotated

import typer

from kehoach_cli.cli import console
from kehoach_cli.cli.exits import FINDINGS, USAGE, Failure
from kehoach_cli.cli.options import PlanOption
from kehoach_cli.cli.output.findings.as_text import findings_text
from kehoach_cli.cli.output.findings.check_report import CheckReport
from kehoach_cli.cli.output.findings.formats import TEXT, destinations, render
from kehoach_cli.cli.output.views import utf8
from kehoach_cli.cli.parsing import parse_base, parse_fail_on
from kehoach_cli.cli.plans.plan_paths import plans_at_paths
from kehoach_cli.cli.plans.request import locate_plan, plans_here
from kehoach_cli.loading.checking import check_plan
from kehoach_cli.storage.output_file import write_file


def command(
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ĐƯỜNG DẪN]…",
            help="Thư mục kế hoạch, thư mục chứa nhiều kế hoạch, hoặc tệp trong kế hoạch. Bỏ trống: kế hoạch hiện tại, "
            "không có thì mọi kế hoạch trong các thư mục con.",
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
    before: Annotated[
        str | None,
        typer.Option(
            "--before",
            metavar="PHIÊN BẢN",
            help="Như --base, nhưng so với đúng phiên bản này: nhánh trước một lần đẩy (push). Toàn số 0 là nhánh mới.",
        ),
    ] = None,
    fail_on: Annotated[
        str,
        typer.Option(
            "--fail-on",
            metavar="MỨC",
            help="Mức làm lệnh thoát với mã 1: error (mặc định, chỉ lỗi) hoặc warning (cả cảnh báo).",
        ),
    ] = "error",
    form: Annotated[
        str,
        typer.Option(
            "--format", metavar="DẠNG", help="Dạng kết quả: text (mặc định), json, github, gitlab, sarif, junit, md."
        ),
    ] = TEXT,
    outputs: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="[DẠNG:]TỆP",
            help="Ghi thêm một dạng ra tệp, ví dụ sarif:kiem-tra.sarif; dùng được nhiều lần. Không nêu dạng: ghi kết "
            "quả ra tệp thay vì ra màn hình.",
        ),
    ] = None,
) -> None:
    """Kiểm tra các tệp của kế hoạch và chỉ rõ từng chỗ sai: tệp, dòng, cột, sai gì, sửa thế nào.

    Thoát với mã 0 nếu không có lỗi (có thể có cảnh báo), 1 nếu có lỗi, 2 nếu không đọc được tệp.
    """
    severities = parse_fail_on(fail_on)
    revision = parse_base(base, before)
    targets = destinations(form, outputs or [])
    folders = plans_at_paths(paths) if paths else plans_here(plan) or [locate_plan(plan)]
    results = [check_plan(folder, revision) for folder in folders]
    report = CheckReport(
        findings=sorted((item for result in results for item in result.findings), key=lambda item: item.location),
        files=tuple(file for result in results for file in result.files),
        plans=len(folders),
        silenced=sum(result.ignored for result in results),
        fail_on=severities,
        compared=tuple(result.base_comparison for result in results if result.base_comparison),
    )
    for each in report.compared:
        if each.note:
            console.say(each.note)
    for name, path in targets.files:
        write_file(path, utf8(render(name, report, lambda each: findings_text(each, width=console.DEFAULT_WIDTH))))
    if targets.printed is not None:
        sys.stdout.write(render(targets.printed, report, _for_screen))
    if any(result.unreadable for result in results):
        raise Failure(USAGE)
    if report.failed:
        raise Failure(FINDINGS)


def _for_screen(report: CheckReport) -> str:
    return findings_text(report, width=console.width(), colour=console.shows_colour(sys.stdout))
