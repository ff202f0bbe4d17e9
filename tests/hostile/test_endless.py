"""Files as large as they may be, each made to take all the time or memory that a careless reader has."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from kehoach_cli.yaml.text import MAX_BYTES
from tests.support.limits import run_within_limits
from tests.support.plans import INDICATORS, PLAN, TASKS, write_plan

pytestmark = pytest.mark.slow

Texts = dict[str, bytes]


def filled(head: bytes, piece: bytes, tail: bytes = b"") -> bytes:
    """The piece as often as a file has room for it."""
    return head + piece * ((MAX_BYTES - len(head) - len(tail)) // len(piece)) + tail


def records(count: int, text: str) -> bytes:
    """So many records; `#` in the text stands for the number of each."""
    return "".join(text.replace("#", str(number)) for number in range(count)).encode()


T = TASKS.encode()
NAMED = b'- {id: A, lead: [STTTT], name: "'
UNKNOWN_LEADS = "- {id: NV-#, name: a, lead: [" + "A" * 32 + "-#]}\n"

CASES: dict[str, Callable[[], Texts]] = {
    "brackets": lambda: {"tasks": b"[" * MAX_BYTES},
    "48 levels in every record": lambda: {"tasks": filled(b"", b"- " + b"[" * 48 + b"]" * 48 + b"\n")},
    "one value": lambda: {"tasks": filled(NAMED, b"a", b'"}')},
    "one value of escapes": lambda: {"tasks": filled(NAMED, b"\\U0001F600", b'"}')},
    "one value over all lines": lambda: {"tasks": filled(NAMED, b"\\\n", b'"}')},
    "blank lines": lambda: {"tasks": filled(T, b"\n")},
    "one key": lambda: {"tasks": filled(b"- ? ", b"k", b"\n  : 1")},
    "one number": lambda: {"indicators": filled(b"- ", b"9")},
    "numbers": lambda: {"indicators": filled(b"", b"- " + b"9" * 1000 + b"\n")},
    "one key over and over": lambda: {"tasks": filled(b"- {", b"a: 1,", b"}")},
    "keys over and over in every record": lambda: {"tasks": filled(b"", b"- {" + b"a: 1," * 9000 + b"}\n")},
    "keys": lambda: {"tasks": b"- {" + records(1_200_000, "k#: 1,") + b"}"},
    "records that are none": lambda: {"tasks": filled(b"", b"- 1\n")},
    "comments that silence": lambda: {"tasks": filled(T, b"# kehoach: ignore KH204 x\n")},
    "comments not understood": lambda: {"tasks": filled(T, b"# kehoach: ignore\n")},
    "codes in one comment": lambda: {"tasks": filled(T + b"# kehoach: ignore ", b"KH204 ", b"x")},
    "comments that are text": lambda: {"tasks": filled(NAMED, b" # kehoach: ignore KH204 x", b'"}')},
    "codes that are not there": lambda: {"plan": f"{PLAN}checks: {{".encode() + records(9990, "KH#: off,") + b"}"},
    "piles of accents": lambda: {"tasks": filled(b"", NAMED + b"a" + "\u0323\u0302".encode() * 2400 + b'"}\n')},
    "loose accents": lambda: {"tasks": filled(b"", NAMED + "e\u0323\u0302".encode() * 1600 + b'"}\n')},
    "words that look like Telex": lambda: {"tasks": filled(b"", NAMED + b"saas aa.b " * 490 + b'"}\n')},
    "unknown agencies": lambda: {
        "agencies": records(50_000, f"- {{id: {'A' * 33}-#, name: a#, short_name: a#}}\n"),
        "tasks": records(50_000, UNKNOWN_LEADS),
    },
    "agencies alike": lambda: {
        "agencies": records(300, "- {id: A#, name: n#, short_name: m#, aliases: [" + "So TT#, " * 1200 + "]}\n")
    },
    "faults on one line": lambda: {"tasks": b"[" + records(50_000, '{id: NV-#, name: "a  b", lead: [X]},') + b"]"},
    "faults of every kind": lambda: {
        "tasks": records(
            20_000,
            "- {id: NV-#, name: 'a  thuwcj hieenj', lead: [X, STTTT], support: [STTTT], due: 2020, updates: "
            "[{date: 2023-01-01, state: done, percent: 5}, {date: 2022-01-01, state: in_progress}]}\n",
        )
    },
    "long histories": lambda: {
        "indicators": records(
            300,
            INDICATORS.replace("CQS-01", "CQS-#")
            + "  measurements: ["
            + "{value: 0.3, date: 2023-06-30, corrects: 2023-05-01}," * 1600
            + "]\n",
        )
    },
    "random bytes": lambda: {"tasks": random.Random(1).randbytes(MAX_BYTES)},  # noqa: S311
    "random signs": lambda: {"tasks": bytes(random.Random(2).choices(b"-:[]{},'\"#&*!|>%@` \n a1?", k=MAX_BYTES))},  # noqa: S311
}


@pytest.mark.parametrize("name", CASES)
def test_it_is_answered_within_the_limits(tmp_path: Path, name: str) -> None:
    plan = write_plan(tmp_path / "plan")
    for file, content in CASES[name]().items():
        (plan / "data" / f"{file}.yaml").write_bytes(content)
    done = run_within_limits("validate", str(plan))
    assert (done.returncode in (0, 1, 2), done.stderr) == (True, "")
    assert done.stdout.splitlines()[-1].startswith("Đã kiểm tra 4 tệp: ")
    assert len(done.stdout) < MAX_BYTES
