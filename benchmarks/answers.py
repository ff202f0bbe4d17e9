"""What an answer of one of many agencies costs, against a measurement of the whole.

    python -m benchmarks.answers [ROUNDS]

Goal: 1,000 records with 24 answers each take `kehoach gaps` at most 1.2 times as long for each answer as 24
measurements of the whole take for each of these, both above what the plan takes without either. An answer names its
record, so it holds one value more; one with a numerator and a denominator holds two more.
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.measure import KEHOACH, Contestant, print_table, race

RECORDS, EACH = 1_000, 24
AS_OF = "2023-12-31"
_PLAN = """\
format: 2
number: 01/QĐ-UBND
date: 2023-01-02
issuer: UBND tỉnh Mẫu
title: Kế hoạch mẫu
year: 2023
baseline_date: 2022-12-31
pillars: [{id: CQS, name: Chính quyền số}]
signatory: {office: CHỦ TỊCH}
"""


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 7
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        plans = {"neither": _neither, "measurements": _measurements, "answers": _values, "fractions": _fractions}
        contestants = {}
        for label, write in plans.items():
            write(_new(folder / label))
            command = [KEHOACH, "gaps", "--format", "json", "--as-of", AS_OF, "--plan", str(folder / label)]
            contestants[label] = Contestant(command)
        timings = race(contestants, rounds, warmup=1)
        print_table(timings, "measurements")
        rest = timings["neither"].median
        spent = {label: timing.median - rest for label, timing in timings.items() if label != "neither"}
        for label, seconds in spent.items():
            each, ratio = 1e6 * seconds / (RECORDS * EACH), seconds / spent["measurements"]
            print(f"each of the {label}: {each:.1f} microseconds, {ratio:.2f} of a measurement of the whole")


def _new(folder: Path) -> Path:
    data = folder / "data"
    data.mkdir(parents=True)
    (data / "plan.yaml").write_text(_PLAN, encoding="utf-8")
    (data / "tasks.yaml").write_text("[]\n", encoding="utf-8")
    bodies = "".join(f"- {{id: S{body}, name: Sở {body}, short_name: Sở {body}}}\n" for body in range(EACH))
    members = ", ".join(f"S{body}" for body in range(EACH))
    group = (
        f"- {{id: SBN, name: Các sở, short_name: Các sở, group: true, members: [{members}], members_complete: true}}\n"
    )
    (data / "agencies.yaml").write_text(bodies + group, encoding="utf-8")
    return data


def _neither(data: Path) -> None:
    _indicators(data, lambda _: "")


def _measurements(data: Path) -> None:
    entries = "".join(
        f"    - {{value: {body}.5, date: {_day(body)}, source: BC {body}/STTTT ngày {_day(body)}}}\n"
        for body in range(EACH)
    )
    _indicators(data, lambda _: f"  measurements:\n{entries}")


def _values(data: Path) -> None:
    _answers(data, "sum", lambda body: f"value: {body}.5")


def _fractions(data: Path) -> None:
    _answers(data, "ratio", lambda body: f"numerator: {body}, denominator: 40")


def _answers(data: Path, parts: str, said: Callable[[int], str]) -> None:
    _indicators(data, lambda _: f"  parts: {parts}\n")
    (data / "answers").mkdir()
    for body in range(EACH):
        entry = f"{said(body)}, date: {_day(body)}, source: BC {body}/S{body} ngày {_day(body)}"
        lines = "".join(f"  - {{record: CQS-{record}, {entry}}}\n" for record in range(RECORDS))
        (data / "answers" / f"S{body}.yaml").write_text(f"answers:\n{lines}", encoding="utf-8")


def _indicators(data: Path, more: Callable[[int], str]) -> None:
    text = "".join(
        f"- id: CQS-{record}\n  name: Tỷ lệ hồ sơ {record}\n  unit: '%'\n  direction: increase\n  lead: [SBN]\n"
        f"  baseline: {{value: 1, as_of: 2022-12-31}}\n  targets: {{provincial: 60}}\n  due: Năm 2023\n{more(record)}"
        for record in range(RECORDS)
    )
    (data / "indicators.yaml").write_text(text, encoding="utf-8")


def _day(body: int) -> str:
    return f"2023-{1 + body // 2:02}-{10 + 10 * (body % 2)}"


if __name__ == "__main__":
    main()
