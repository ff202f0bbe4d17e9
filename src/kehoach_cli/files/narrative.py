"""The spoken part of a period's report: reading its file, and the file that somebody starts writing from."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from kehoach_cli.diagnostics import Collection, Finding
from kehoach_cli.files.faults import FileFault
from kehoach_cli.files.folder import SCHEMA_FOLDER
from kehoach_cli.files.locate import Document
from kehoach_cli.files.schema.narrative import NarrativeRecord
from kehoach_cli.files.text import read_source
from kehoach_cli.files.validation import schema_findings
from kehoach_cli.files.yaml_data import load_data
from kehoach_cli.plan.narrative import Narrative


class LoadedNarrative(NamedTuple):
    """What the file holds; `narrative` is None where the file has faults, which are in `findings`."""

    narrative: Narrative | None
    documents: dict[Collection, Document]
    findings: tuple[Finding, ...]


def load_narrative(path: Path, shown: Callable[[Path], str] = str) -> LoadedNarrative:
    """Read and check the file; `shown` says how its path is named in messages."""
    try:
        source = read_source(path, shown(path))
        document = Document(source, load_data(source))
    except FileFault as fault:
        return LoadedNarrative(None, {}, (fault.finding,))
    findings = document.content.findings
    narrative = None
    try:
        narrative = NarrativeRecord.model_validate(document.content.data).narrative()
    except ValidationError as error:
        findings = (*findings, *schema_findings(error, NarrativeRecord, "narrative", ()))
    return LoadedNarrative(None if findings else narrative, {"narrative": document}, findings)


def blank_narrative(title: str, reminders: Sequence[str]) -> str:
    """The text of a file with every part still empty; `reminders` are facts that the causes should answer to."""
    lines = [
        f"# yaml-language-server: $schema=../{SCHEMA_FOLDER}/narrative.json",
        f"# {title}",
        "# Dưới mỗi mục, ghi từng ý thành một dòng bắt đầu bằng hai dấu cách, dấu gạch và dấu cách:",
        "#   - Đã hợp nhất Cổng Dịch vụ công và Hệ thống một cửa điện tử",
        "# Ý có dấu hai chấm thì đặt cả câu trong dấu nháy kép. Mục để trống được đánh dấu chờ bổ sung trong báo cáo.",
    ]
    for name, field in NarrativeRecord.model_fields.items():
        lines += ["", f"# {field.description}"]
        if name == "objective_causes" and reminders:
            lines += ["# Những việc cần nêu nguyên nhân:", *(f"#   {text}" for text in reminders)]
        lines.append(f"{name}:")
    return "\n".join(lines) + "\n"
