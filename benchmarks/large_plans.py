"""Large plans for the benchmarks: the shipped records over and over, each copy with ids of its own."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
_RECORD = re.compile(r"^- id: ", re.MULTILINE)


def write_plan(folder: Path, records: int) -> None:
    """Write a plan of so many records, indicators and tasks in the shipped plan's proportion, below `folder/data`."""
    data = folder / "data"
    data.mkdir(parents=True)
    for name in ("plan", "agencies"):
        (data / f"{name}.yaml").write_bytes((ROOT / "data" / f"{name}.yaml").read_bytes())
    indicators, tasks = (_records(ROOT / "data" / f"{name}.yaml") for name in ("indicators", "tasks"))
    share = round(records * len(indicators) / (len(indicators) + len(tasks)))
    _write(data / "indicators.yaml", indicators, share)
    _write(data / "tasks.yaml", tasks, records - share)


def _records(path: Path) -> list[str]:
    """The file's records as text, each from its dash to the next; comments between records stay behind."""
    text = path.read_text(encoding="utf-8")
    starts = [match.start() for match in _RECORD.finditer(text)]
    pieces = [text[start:end] for start, end in zip(starts, [*starts[1:], len(text)], strict=True)]
    return [piece.partition("\n\n")[0].rstrip("\n") + "\n" for piece in pieces]


def _write(path: Path, records: list[str], count: int) -> None:
    with path.open("w", encoding="utf-8", newline="\n") as stream:
        for index in range(count):
            head, rest = records[index % len(records)].split("\n", 1)
            stream.write(f"{head.rpartition('-')[0]}-{index:06}\n{rest}")
