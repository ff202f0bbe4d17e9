"""Count indicators and tasks by the classes of a report."""

from collections import Counter
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from kehoach_cli.plan.closed_period import ReportedIndicator, ReportedTask
from kehoach_cli.plan.gaps import Progress
from kehoach_cli.plan.standing import TaskStatus
from kehoach_cli.reports.periodic.official_class import official_class
from kehoach_cli.vocabulary import wording
from kehoach_cli.vocabulary.report_words import INDICATOR_CLASSES, OFFICIAL_CLASSES, TASK_CLASSES

_DATED_CLASSES = ("dung_han", "xong_qua_han", "trong_han", "qua_han")


def indicator_counts(items: Sequence[Progress | ReportedIndicator]) -> dict[str, Any]:
    """Counts by class. Every indicator is in exactly one class."""
    by_assessment = Counter[str](item.assessment for item in items)
    classes = {key: sum(by_assessment[name] for name in names) for key, (_, names) in INDICATOR_CLASSES.items()}
    by_class = Counter(map(official_class, items))
    official = {key: by_class[key] for key in OFFICIAL_CLASSES}
    return {
        "tong": len(items),
        **classes,
        "xep_loai": {
            **official,
            "phan": _nonempty((count, OFFICIAL_CLASSES[key][0]) for key, count in official.items()),
        },
        "vuot": by_assessment["exceeded"],
        "thut_lui": by_assessment["going_backwards"],
        "co_so_lieu": sum(item.has_data for item in items),
        "chua_co_so_lieu": sum(not item.has_data for item in items),
        "ty_le_dat": _percentage(classes["dat_vuot"], len(items)),
        "phan": _nonempty((count, INDICATOR_CLASSES[key][0]) for key, count in classes.items()),
    }


def task_counts(items: Sequence[TaskStatus | ReportedTask]) -> dict[str, Any]:
    """Counts by class. Every task is in exactly one; `khac` counts those outside the four official classes."""
    by_standing = Counter[str](item.standing for item in items)
    classes = {key: by_standing[standing] for key, (_, standing) in TASK_CLASSES.items()}
    done = classes["dung_han"] + classes["xong_qua_han"]
    dated = sum(classes[key] for key in _DATED_CLASSES)
    return {
        "tong": len(items),
        **classes,
        "hoan_thanh": done,
        "co_thoi_han": dated,
        "khac": len(items) - dated,
        "ty_le_hoan_thanh": _percentage(done, dated),
        "phan": _nonempty((classes[key], TASK_CLASSES[key][0]) for key in _DATED_CLASSES),
        "phan_khac": _nonempty((classes[key], TASK_CLASSES[key][0]) for key in classes if key not in _DATED_CLASSES),
    }


def _nonempty(counts: Iterable[tuple[int, str]]) -> list[dict[str, Any]]:
    """The classes that are not empty, for a sentence that lists them."""
    return [{"so": count, "ten": name} for count, name in counts if count]


def _percentage(part: int, whole: int) -> str:
    return wording.percent(Decimal(part) / whole) if whole else wording.UNKNOWN
