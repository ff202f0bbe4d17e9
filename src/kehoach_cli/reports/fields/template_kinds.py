"""The kinds of templates; each is the name of its file without `.docx`."""

from pathlib import Path

from kehoach_cli.plan.periods import Period

REPORT, MONTHLY, YEARLY, SUMMARY = "bao-cao-quy", "bao-cao-thang", "bao-cao-nam", "bao-cao-tom-tat"
LETTER, JOINT_LETTER, FORM = "cong-van-don-doc", "cong-van-chung", "phieu-bao-cao"
REPORTS = (REPORT, MONTHLY, YEARLY, SUMMARY)
KINDS = (*REPORTS, LETTER, JOINT_LETTER, FORM)


def kind_of_file(file: str) -> str:
    """The kind that the file's name begins with, else the report on a quarter."""
    stem = Path(file).stem
    return next((kind for kind in KINDS if stem.startswith(kind)), REPORT)


def report_kind(period: Period) -> str:
    """The kind of template for the report on a period; a quarter's serves half a year too."""
    return {"month": MONTHLY, "year": YEARLY}.get(period.kind, REPORT)
