"""`kehoach template check`."""

import sys
from typing import Annotated

import typer

from kehoach_cli.cli.commands.template.kinds import KindOption
from kehoach_cli.cli.documents.template_data import template_kind
from kehoach_cli.cli.documents.word_files import read_word_file
from kehoach_cli.cli.exits import FINDINGS, USAGE, Failure
from kehoach_cli.cli.output.word_findings import word_findings_text
from kehoach_cli.reports.fields.field_tree import shape_for
from kehoach_cli.sandbox.problems import FILE, TemplateProblem, WordFinding
from kehoach_cli.word.render import FormChecker, Renderer


def command(
    file: Annotated[
        str, typer.Argument(metavar="TỆP", help="Mẫu Word (.docx, .dotx), hoặc văn bản cần soát thể thức.")
    ],
    the_thuc: Annotated[
        bool,
        typer.Option("--the-thuc", help="Soát thể thức văn bản theo Nghị định 30/2020/NĐ-CP thay vì kiểm tra thẻ."),
    ] = False,
    kind: KindOption = None,
) -> None:
    """Kiểm tra một mẫu Word trước khi dùng: thẻ viết sai, tên không có, thứ không an toàn; mỗi lỗi kèm chỗ và cách sửa.

    Với --the-thuc: soát thể thức của một văn bản Word bất kỳ (khổ giấy, lề, phông, cỡ chữ, quốc hiệu, số, ngày, chữ ký,
    nơi nhận…).

    Thoát với mã 0 nếu không có lỗi (có thể có cảnh báo), 1 nếu có lỗi, 2 nếu không đọc được tệp.
    """
    content = read_word_file(file)
    try:
        findings = _form_findings(content) if the_thuc else _template_findings(content, template_kind(kind, file))
    except TemplateProblem as problem:
        findings = list(problem.findings)
    sys.stdout.write(word_findings_text(findings, file))
    _fail_on_errors(findings)


def _form_findings(content: bytes) -> list[WordFinding]:
    with FormChecker() as checker:
        return checker.check(content)


def _template_findings(content: bytes, kind: str) -> list[WordFinding]:
    with Renderer() as renderer:
        return renderer.check_template(content, shape_for(kind))


def _fail_on_errors(findings: list[WordFinding]) -> None:
    """Raise Failure with the exit code for the findings, if there are errors."""
    errors = [item for item in findings if item.severity == "error"]
    if any(item.code == "KH801" and item.place == FILE for item in errors):
        raise Failure(USAGE)
    if errors:
        raise Failure(FINDINGS)
