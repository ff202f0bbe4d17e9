"""Command lines made of the program's own commands and options, with values that fit and values that do not.

The program itself says which commands and options there are, so a new one is tried from the day it is added.
"""

from collections.abc import Iterator, Mapping, Sequence
from random import Random
from typing import Any, NamedTuple

import typer
from typer.main import get_command

from kehoach_cli.cli.app import app

DAYS = ("30/9/2023", "2023-09-30", "1/7/2023", "14/6/2024", "1/1/1900", "31/12/2200")
PERIODS = ("2023-Q3", "2023-H1", "2023", "2023-09", "2200-Q4", "1900")
RECORDS = ("CQS-02", "KTS-05", "NV-CQS-01", "NV-KHAC-01", "cqs-02")
FILES = ("q.docx", "q.pdf", "rows.csv", "rows.json", "own.docx", "data/indicators.yaml", "-", "out/q.docx", "q")
FITTING: Mapping[str, Sequence[str]] = {
    "NGÀY": DAYS,
    "KỲ": PERIODS,
    "MÃ": (*RECORDS, "KH204", "KH801"),
    "GIÁ TRỊ": ("45,5", "45.5%", "-3", "0", "100", "1.234,5"),
    "PHẦN TRĂM": ("0", "50", "100", "33,3"),
    "TÌNH TRẠNG": ("done", "in-progress", "not-started", "cancelled"),
    "CƠ QUAN": ("STTTT", "Sở TT&TT", "CAT", "UBNDCH"),
    "NHÓM": ("CQS", "Kinh tế số"),
    "VAI": ("lead", "support", "oversight", "any"),
    "XUẤT XỨ": ("assigned", "carried-over", "kept-up", "new", "body-only"),
    "DẠNG": ("json", "csv", "md", "table", "text", "sarif", "junit", "gitlab", "github"),
    "CÁCH": ("agency", "quarter", "gap", "due", "national", "provincial"),
    "MỨC": ("error", "warning", "info", "never"),
    "LOẠI": ("bao-cao-quy", "bao-cao-tom-tat", "cong-van-don-doc"),
    "PHIÊN BẢN": ("HEAD", "HEAD~1", "main", "0" * 40),
    "THỜI HẠN": ("Quý I/2024", "2024-03-31", "Hàng tháng", "Năm 2023"),
    "VĂN BẢN": ("CV 12/STTTT", "123/BC-UBND ngày 1/10/2023"),
    "THƯ MỤC": (".", "out", "new", "data"),
    "TỆP": FILES,
    "ĐƯỜNG DẪN": (".", "data", "data/tasks.yaml"),
    "SỐ": ("5", "180/QĐ-BCĐ"),
    "NĂM": ("2023", "2024"),
}
UNFIT = (
    *(
        "",
        " ",
        "-",
        "--",
        "-x",
        "--x",
        "---",
        "a'b",
        'a"b',
        "a\nb",
        "a\tb",
        "\x1b[31m",
        "::error::x",
        "##[x]",
        "{x}",
        "%s",
    ),
    *("\0", "a\0b", "\ud800", "\udcff", "\ufeff", "\u200b", "\u202e", "e\u0301" * 9, "\U0010ffff", "«»", "$(touch x)"),
    *("a" * 256, "a" * 100_000, "ế" * 5_000, "-" * 300, "9" * 5_000, "a/" * 3_000, "x\u0323\u0302" * 5_000),
    *("-1", "-0", "+5", "1e5", "1e99999999", "-1e99999999", "inf", "-inf", "nan", "1_000", "0x10", "½", "٣", "1,2,3"),
    *("1.234", "99999999999999999999", "0,00000000000000000001", "1/0", "%", "101", "100,01", "-0,01"),
    *(
        "0001-01-01",
        "9999-12-31",
        "31/12/9999",
        "1/1/1",
        "0/0/0",
        "31/2/2023",
        "2023-02-30",
        "1/1/99999999999",
        "2023-W1",
    ),
    *(
        "0001",
        "9999",
        "9999-Q4",
        "0001-Q1",
        "0001-01",
        "9999-12",
        "9999-H2",
        "0000",
        "10000",
        "2023-Q5",
        "2023-13",
        "1899",
    ),
    *(
        "..",
        "../..",
        "~",
        "/dev/null",
        "/dev/full",
        "/proc/self/mem",
        "/proc/1/mem",
        "data/../data",
        "loop",
        "nowhere/x",
    ),
    *(
        "/dev/zero",
        "folder.docx",
        "empty",
        "long/" + "b" * 300,
        ".git",
        ".git/HEAD",
        ".git/index",
        "out/" + "d/" * 200,
    ),
    *("CON", "nul.txt", "a:b", "json:x", "json:", ":x", "sarif:out/x", "C:\\x", "\\\\server\\x", "file:///etc/passwd"),
    *(
        "HEAD..main",
        "@{-1}",
        "-p",
        "HEAD^{tree}",
        "main:data",
        "--all",
        "refs/heads/main",
        "1" * 41,
        "help",
        "--help",
        "-h",
    ),
)


class Command(NamedTuple):
    """One command: its words, and its parameters as the program declares them."""

    words: tuple[str, ...]
    parameters: tuple[Any, ...]


def commands() -> Iterator[Command]:
    group: Any = get_command(app)
    context = typer.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        if hasattr(command, "list_commands"):
            for below in command.list_commands(context):
                yield Command((name, below), tuple(command.get_command(context, below).params))
        else:
            yield Command((name,), tuple(command.params))


def command_line(chance: Random, among: Sequence[Command]) -> list[str]:
    """A command line: most values fit, so that what lies behind the first refusal has its share."""
    command = chance.choice(among)
    unfit = chance.choice((0, 0.1, 0.3, 0.7))
    parts: list[list[str]] = []
    for parameter in command.parameters:
        values = [
            _value(chance, parameter, unfit) for _ in range(2 if parameter.nargs == -1 and chance.random() < 0.5 else 1)
        ]
        if parameter.param_type_name == "argument":
            if chance.random() < 0.9:
                parts.append(values)
        elif chance.random() < 0.35:
            name = chance.choice(parameter.opts)
            parts += (
                [[name]]
                if parameter.is_flag
                else [chance.choice(([name, values[0]], [f"{name}{'=' * (len(name) > 2)}{values[0]}"]))]
            )
    if chance.random() < unfit / 2:
        parts.append([chance.choice(UNFIT)])
    chance.shuffle(parts)
    return [*command.words, *(word for part in parts for word in part)]


def _value(chance: Random, parameter: Any, unfit: float) -> str:
    kinds = [kind for kind in FITTING if kind in (parameter.metavar or "")]
    if not kinds or chance.random() < unfit:
        return chance.choice(UNFIT)
    return chance.choice(FITTING[max(kinds, key=len)])
