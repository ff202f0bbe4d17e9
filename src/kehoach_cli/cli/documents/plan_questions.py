"""Ask for what `init` was not told: one fact at a time, and who reports to whom."""

import sys
from collections.abc import Callable
from typing import NamedTuple, TypeVar

import typer

from kehoach_cli.cli.documents.new_plan import signing_for
from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.entering.parse_values import parse_line, refuse_unseen
from kehoach_cli.plan.document_settings import DocumentSettings, Signatory

T = TypeVar("T")


def answer(option: str, given: str | None, question: str, parse: Callable[[str, str], T]) -> T:
    """The option's value; without one, ask until an answer parses."""
    if given is not None:
        return parse(given, option)
    while True:
        sys.stdout.write(f"{question}: ")
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not line:
            raise typer.Abort
        try:
            refuse_unseen(line, option)
            return parse(line.strip(), option)
        except UsageProblem as problem:
            sys.stdout.write(f"{problem}\n")


def offer(option: str, given: str | None, question: str, usual: str | None = None) -> str | None:
    """The option's value; without one, ask, where Enter takes the usual value. Nobody to ask takes it too."""
    if given is None and not sys.stdin.isatty():
        return usual
    known = usual or "để trống nếu chưa biết"
    return answer(option, given, f"{question} [{known}]", lambda line, name: parse_line(line, name) if line else usual)


class Reporter(NamedTuple):
    """The options on who reports and to whom, as given."""

    name: str | None
    office: str | None
    signer: str | None
    parent: str | None
    addressee: str | None


def report_settings(given: Reporter, issuer: str) -> DocumentSettings:
    """Who signs the report and to whom it goes; asks for what was not given, where there is somebody to ask."""
    name = offer("--reporter", given.name, "Cơ quan ký báo cáo, công văn", issuer)
    if name is None or name == issuer:
        if given.office or given.signer or given.parent:
            raise UsageProblem("--reporter-…: chỉ dùng khi cơ quan khác ký báo cáo; thêm --reporter CƠ-QUAN")
        return DocumentSettings(
            addressees=None if given.addressee is None else (parse_line(given.addressee, "--report-to"),)
        )
    usual = signing_for(name)
    office = offer("--reporter-office", given.office, f"Chức vụ người ký của {name}", usual and usual.office)
    signer = offer("--reporter-signer", given.signer, f"Họ và tên người ký của {name}")
    parent = offer("--reporter-parent", given.parent, f"Cơ quan chủ quản của {name}")
    addressee = offer("--report-to", given.addressee, "Báo cáo kính gửi", issuer) or issuer
    authority = usual.authority if usual and usual.office == office else ()
    signatory = Signatory(authority, office, None, signer) if office else None
    return DocumentSettings(issuer=name, parent=parent, signatory=signatory, addressees=(addressee,))
