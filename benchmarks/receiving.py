"""What `kehoach receive` costs for the forms of many bodies, and how it grows with their number.

    python -m benchmarks.receiving [ROUNDS]

Each body answers ten indicators and ten tasks, into a plan that holds no answers yet. Goal: 300 files take at most 11
times as long as 30. Whole processes are timed, with copying the plan.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

from tests.support.forms import fill
from tests.support.plans import INDICATORS, PLAN, TASKS, write_plan

from benchmarks.measure import KEHOACH, Contestant, print_table, race

FEW, MANY = 30, 300
_RECORDS = range(1, 11)
_VALUES = {f"CQS-{number:02}": {"Tử số": 45 + number, "Mẫu số": 120} for number in _RECORDS} | {
    f"NV-CQS-{number:02}": {"Tình trạng": "Đang thực hiện", "Đã làm (%)": 60} for number in _RECORDS
}


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 3
    with tempfile.TemporaryDirectory() as name:
        contestants = {str(bodies): _contestant(Path(name) / str(bodies), bodies) for bodies in (FEW, MANY)}
        timings = race(contestants, rounds)
    print_table(timings, str(FEW))
    print(f"{MANY} files against {FEW}: {timings[str(MANY)].median / timings[str(FEW)].median:.1f} (goal: 11)")


def _contestant(folder: Path, bodies: int) -> Contestant:
    """A fresh copy of a plan of so many bodies, which receives their forms."""
    plan, forms = _plan(folder / "plan", bodies), folder / "phieu"
    asked = ("--plan", str(plan), "--as-of", "2023-09-12")
    subprocess.run([KEHOACH, "form", "--period", "2023-Q3", "-o", str(forms), *asked], check=True, capture_output=True)
    for form in forms.iterdir():
        fill(form, _VALUES)
    fresh = f"rm -rf '{folder}/copy' && cp -r '{plan}' '{folder}/copy'"
    return Contestant(
        ["sh", "-c", f"{fresh} && '{KEHOACH}' receive '{forms}' --plan '{folder}/copy' {' '.join(asked[2:])}"]
    )


def _plan(folder: Path, bodies: int) -> Path:
    ids = [f"X{number:03}" for number in range(bodies)]
    group = "{id: XA, name: Các xã, short_name: Các xã, group: true, members_complete: true, members: "
    agencies = [
        *(f"{{id: {each}, name: Xã {each}, short_name: Xã {each}}}" for each in ids),
        f"{group}[{', '.join(ids)}]}}",
    ]
    return write_plan(
        folder,
        plan=PLAN.replace("2023-06-26", "2023-02-20"),
        agencies="".join(f"- {each}\n" for each in agencies),
        indicators="".join(
            _numbered(INDICATORS, number).replace("[STTTT]", "[XA]\n  parts: ratio") for number in _RECORDS
        ),
        tasks="".join(_numbered(TASKS, number).replace("[STTTT]", "[XA]\n  parts: each") for number in _RECORDS),
    )


def _numbered(record: str, number: int) -> str:
    return record.replace("CQS-01", f"CQS-{number:02}").replace("name: ", f"name: Việc {number} ")


if __name__ == "__main__":
    main()
