"""Look at the file that was signed as the report on a period: its fingerprint, and whether it is that report."""

import hashlib
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from kehoach_cli.cli.documents.word_files import read_document
from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.plan.closed_period import Fingerprint
from kehoach_cli.vocabulary import wording
from kehoach_cli.word.render import Renderer

PLAN_FACT, PERIOD_FACT, DAY_FACT = "Kế hoạch", "Kỳ báo cáo", "Số liệu đến ngày"  # as a report's properties name them


class SignedFile(NamedTuple):
    """A file's fingerprint, and the facts that the program wrote into its properties when it made it."""

    fingerprint: Fingerprint
    facts: Mapping[str, str]


def signed_file(name: str) -> SignedFile:
    """The file of this name; it may be a PDF copy or a scan, which says nothing of itself.

    Raises:
        UsageProblem: it cannot be read, or is neither.
    """
    kind, wanted = "tệp .docx hay .pdf", "tệp báo cáo đã ký"
    content = read_document(name, kind, wanted, "quét lại với độ phân giải thấp hơn, hoặc bỏ --file")
    if not content.startswith((b"PK", b"%PDF-")):
        raise UsageProblem(f"{name} không phải {kind}; chỉ ra {wanted}, hoặc bỏ --file")
    facts: Mapping[str, str] = {}
    if content.startswith(b"PK"):
        with Renderer() as renderer:
            facts = renderer.sealed(content).facts
    return SignedFile(fingerprint_of(name, content), facts)


def fingerprint_of(name: str, content: bytes) -> Fingerprint:
    return Fingerprint(Path(name).name, hashlib.sha256(content).hexdigest())


def other_report(signed: SignedFile, plan_number: str, period: str, as_of: date) -> Iterator[str]:
    """What shows that the file is the report on another plan, period or day than the one that is closed."""
    wanted = {PLAN_FACT: plan_number, PERIOD_FACT: period, DAY_FACT: wording.day(as_of)}
    for fact, value in wanted.items():
        found = signed.facts.get(fact, value)
        if found != value:
            hint = f"; số liệu chốt ngày đó thì thêm --as-of {found}" if fact == DAY_FACT else ""
            yield f"{signed.fingerprint.name} lập với «{fact}: {found}», không phải {value}{hint}"
