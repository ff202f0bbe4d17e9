"""`kehoach template check`."""

import sys
from typing import Annotated

import typer

from kehoach_cli.cli.commands.template.kinds import KindOption
from kehoach_cli.cli.documents.template_data import own_data, template_kind
from kehoach_cli.cli.documents.word_files import read_word_file
from kehoach_cli.cli.exits import FINDINGS, USAGE, Failure
from kehoach_cli.cli.output.word_findings import word_findings_text
from kehoach_cli.reports.fields.field_tree import shape_for
from kehoach_cli.reports.fields.sample_data import sample_data
from kehoach_cli.reports.fields.template_kinds import FORM
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

    Mẫu không có lỗi thì được điền thử bằng số liệu của kế hoạch ở đây, không có thì bằng nội dung mẫu; chỗ bản điền thử
    trái thể thức là cảnh báo.

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
    """The template's faults; without errors, also where the form of a document filled in from it is wrong."""
    shape = shape_for(kind)
    with Renderer() as renderer:
        findings = renderer.check_template(content, shape)
        if kind == FORM or any(item.severity == "error" for item in findings):  # a form to fill in is no document
            return findings
        own = own_data(kind)
        try:
            document = renderer.render(content, own or sample_data(kind), shape=shape)
        except TemplateProblem as problem:  # such as a division by what is 0 in this plan
            return [*findings, *(problem.findings if own else ())]
    # What only a person can write is missing from every such document.
    return [*findings, *(_of_the_result(found) for found in _form_findings(document) if found.code != "KH866")]


def _of_the_result(found: WordFinding) -> WordFinding:
    """A finding about the document, as a warning about the template: documents can be made from it."""
    place = found.place._replace(part=f"bản điền thử, {found.place.part}")
    return found._replace(place=place, severity="warning")


def _fail_on_errors(findings: list[WordFinding]) -> None:
    """Raise Failure with the exit code for the findings, if there are errors."""
    errors = [item for item in findings if item.severity == "error"]
    if any(item.code == "KH801" and item.place == FILE for item in errors):
        raise Failure(USAGE)
    if errors:
        raise Failure(FINDINGS)
