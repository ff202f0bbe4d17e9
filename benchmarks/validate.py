"""How fast `kehoach validate` reads and checks: records per second, against other checkers on equal data.

    python -m benchmarks.validate [ROUNDS]

Goals: 10,000 records at 9,000 records/s or more, 20 times check-jsonschema and 4 times yamale, in one plan and in
127 plan folders; time growing no faster than records^1.05 from 1,000 to 100,000. Peers get the same files and a
schema that checks the same keys; they check no references, periods or figures. They are looked for on the PATH first:
put them there in environments of their own, as their users have them (`pipx install check-jsonschema yamale`), since
the YAML parser in C that kehoach brings along makes check-jsonschema several times as fast beside it.
"""

import json
import math
import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks.large_plans import write_plan
from benchmarks.measure import KEHOACH, Contestant, Timing, print_table, race

RECORDS = 10_000
FOLDERS = 127
BIN = Path(sys.executable).parent
_PEERS = ("check-jsonschema", "yamale")


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _against_peers(folder, rounds)
        _growth(folder, rounds)


def _against_peers(folder: Path, rounds: int) -> None:
    one, many = folder / "one", folder / "many"
    write_plan(one, RECORDS)
    for index in range(FOLDERS):
        write_plan(many / f"{index:03}", round(RECORDS / FOLDERS))
    contestants = {
        f"kehoach, {RECORDS} records in one plan": Contestant([KEHOACH, "validate", str(one)]),
        f"kehoach, {RECORDS} records in {FOLDERS} plans": Contestant([KEHOACH, "validate", str(many)]),
        **peers(folder, one),
    }
    timings = race(contestants, rounds, warmup=1)
    print_table(timings, next(iter(contestants)))
    for label, timing in timings.items():
        print(f"{label}: {RECORDS / timing.median:,.0f} records/s")
    agencies = FOLDERS * (many / "000" / "data" / "agencies.yaml").read_text(encoding="utf-8").count("\n- id: ")
    every = (RECORDS + agencies) / timings[f"kehoach, {RECORDS} records in {FOLDERS} plans"].median
    print(f"with the {agencies} agencies that the {FOLDERS} plans hold beside them: {every:,.0f} records/s")


def peers(folder: Path, plan: Path) -> dict[str, Contestant]:
    """check-jsonschema and yamale on a plan's two files of records, where they are installed, on the PATH or beside
    Python; what they need is put into the folder.
    """
    files = [str(plan / "data" / f"{name}.yaml") for name in ("indicators", "tasks")]
    schema = folder / "schema.json"
    schema.write_text(json.dumps(_JSON_SCHEMA), encoding="utf-8")
    contestants = {}
    check_jsonschema, yamale = map(found, _PEERS)
    if check_jsonschema:
        contestants["check-jsonschema"] = Contestant([check_jsonschema, "--schemafile", str(schema), *files])
    if yamale:
        rules = folder / "yamale.yaml"
        rules.write_text(_YAMALE_SCHEMA, encoding="utf-8")
        records = folder / "records"  # yamale takes a whole folder
        records.mkdir()
        for file in files:
            shutil.copy(file, records)
        contestants["yamale"] = Contestant([yamale, "-s", str(rules), str(records)])
    return contestants


def found(program: str) -> str | None:
    """The path of a peer."""
    return shutil.which(program) or shutil.which(program, path=BIN)


def _growth(folder: Path, rounds: int) -> None:
    """100 plans of 1,000 records, taken by 1, 10 and 100; start-up is taken off before the exponent is worked out."""
    for index in range(100):
        write_plan(folder / "growth" / f"{index:03}", 1000)
    everything = [str(folder / "growth" / f"{index:03}") for index in range(100)]
    contestants = {
        f"kehoach, {count * 1000} records": Contestant([KEHOACH, "validate", *everything[:count]])
        for count in (1, 10, 100)
    }
    contestants["kehoach --help"] = Contestant([KEHOACH, "--help"])
    timings = race(contestants, max(1, rounds // 2), warmup=0)
    print_table(timings, "kehoach, 1000 records")
    print(f"growth exponent from 1,000 to 100,000 records: {_exponent(timings):.2f}")


def _exponent(timings: dict[str, Timing]) -> float:
    few, many = timings["kehoach, 1000 records"].median, timings["kehoach, 100000 records"].median
    return math.log(many / few, 100)


_JSON_SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "name", "lead"],
        "properties": {
            "id": {"type": "string", "pattern": "^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$"},
            "name": {"type": "string", "minLength": 1},
            "unit": {"type": "string"},
            "direction": {"enum": ["increase", "decrease"]},
            "pillar": {"type": ["string", "null"]},
            "lead": {"type": "array", "items": {"type": "string"}},
            "support": {"type": "array", "items": {"type": "string"}},
            "oversight": {"type": "array", "items": {"type": "string"}},
            "origin": {"type": "array", "items": {"type": "string"}},
            "baseline": {
                "type": "object",
                "properties": {"value": {"type": ["number", "null"]}, "as_of": {"type": "string"}},
            },
            "targets": {"type": "object"},
            "due": {"type": ["string", "null"]},
            "note": {"type": ["string", "null"]},
            "source": {"type": ["string", "null"]},
            "output": {"type": ["string", "null"]},
            "measurements": {"type": "array"},
            "updates": {"type": "array"},
            "changes": {"type": "array"},
            "added": {"type": "object"},
            "removed": {"type": "object"},
        },
        "additionalProperties": False,
    },
}

_YAMALE_SCHEMA = """\
list(include('record'))
---
record:
  id: regex('^[A-Z][A-Z0-9]*(-[A-Z0-9]+)*$')
  name: str()
  unit: str(required=False)
  direction: enum('increase', 'decrease', required=False)
  pillar: str(required=False, none=True)
  lead: list(str())
  support: list(str(), required=False)
  oversight: list(str(), required=False)
  origin: list(str(), required=False)
  baseline: map(required=False)
  targets: map(required=False)
  due: str(required=False, none=True)
  note: str(required=False, none=True)
  source: str(required=False)
  output: str(required=False)
  measurements: list(required=False)
  updates: list(required=False)
  changes: list(required=False)
  added: map(required=False)
  removed: map(required=False)
"""

if __name__ == "__main__":
    main()
