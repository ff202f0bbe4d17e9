"""Read the narrative of a period's report from its file, and make the blank file to write it in."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError

from kehoach_cli.diagnostics import Finding, Route
from kehoach_cli.loading.schema.narrative_record import NarrativeRecord
from kehoach_cli.loading.side_folder import names_period, refuse_link, yaml_names
from kehoach_cli.loading.validation import schema_findings
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.narrative import Narrative
from kehoach_cli.storage.folder import NARRATIVE_FOLDER, SCHEMA_FOLDER, PlanFolder
from kehoach_cli.yaml.events import load_data
from kehoach_cli.yaml.faults import FileFault, file_finding
from kehoach_cli.yaml.locate import Document, Locator
from kehoach_cli.yaml.other_files import PLAN_FILE
from kehoach_cli.yaml.text import read_source

_WRITE_YAML = "Dời tệp này đi, lập tệp mới bằng «kehoach narrative KỲ» rồi ghi phần lời vào đó"
_ADVICE = PLAN_FILE._replace(
    too_large="Rút ngắn phần lời: mỗi tệp phải dưới 16 MiB", sheet=_WRITE_YAML, document=_WRITE_YAML
)


class LoadedNarrative(NamedTuple):
    """A narrative file. `narrative` is None if the file has faults; `findings` has them with their places.

    `name` is the file's name in messages. `document` is None if the file could not be read; `text` is what could be.
    """

    name: str
    narrative: Narrative | None
    document: Document | None
    text: str
    findings: tuple[Finding, ...]


def load_narratives(
    folder: PlanFolder, shown: Callable[[Path], str] = str, plan: Plan | None = None
) -> list[LoadedNarrative]:
    """Read and check all narrative files of a plan, sorted by name. A file not named after a period gets a finding."""
    narratives = folder.data / NARRATIVE_FOLDER
    try:
        names = yaml_names(narratives, "phần lời", "kehoach narrative KỲ", shown)
    except FileFault as fault:
        return [LoadedNarrative(shown(narratives), None, None, "", (fault.finding,))]
    loaded = [load_narrative(narratives / name, shown, plan) for name in names]
    return [each if _takes(name) else _misnamed(each, name) for name, each in zip(names, loaded, strict=True)]


def load_narrative(path: Path, shown: Callable[[Path], str] = str, plan: Plan | None = None) -> LoadedNarrative:
    """Read and check one narrative file. `shown` gives its name in messages, `plan` the pillars that it may name."""
    name = shown(path)
    try:
        refuse_link(path.parent, shown(path.parent))
        source = read_source(path, name, _ADVICE)
        document = Document(source, load_data(source))
    except FileFault as fault:
        return LoadedNarrative(name, None, None, fault.text, (fault.finding,))
    findings = document.content.findings
    narrative = None
    try:
        narrative = NarrativeRecord.model_validate(document.content.data).narrative()
    except ValidationError as error:
        findings = (*findings, *schema_findings(error, NarrativeRecord, "narrative", ()))
    findings = (*findings, *_unknown_pillars(narrative, plan))
    places = Locator({"narrative": document}, {}).locate_all([finding.at for finding in findings])
    located = tuple(finding._replace(at=places[finding.at]) for finding in findings)
    return LoadedNarrative(name, None if findings else narrative, document, source.text, located)


def _unknown_pillars(narrative: Narrative | None, plan: Plan | None) -> Iterator[Finding]:
    """What is said of a pillar without indicators would stand in no report."""
    known = list(dict.fromkeys(each.pillar for each in plan.indicators)) if plan else []
    for key in narrative.pillars if narrative and plan else ():
        if key not in known:
            message, remedy = (
                f"Không có nhóm nào có chỉ tiêu mang mã «{key}»",
                f"Ghi một trong: {', '.join(known) or '(không có)'}",
            )
            yield Finding("KH303", "error", message, remedy, Route("narrative", ("pillars", key), on_key=True))


def _takes(name: str) -> bool:
    """Whether the name is that of a period's narrative file."""
    return name.endswith(".yaml") and names_period(name.removesuffix(".yaml"))


def _misnamed(loaded: LoadedNarrative, name: str) -> LoadedNarrative:
    message = f"Không báo cáo nào đọc tệp này, vì tên «{name}» không phải một kỳ"
    remedy = "Đặt tên theo kỳ: 2023-Q3.yaml, 2023-H1.yaml, 2023.yaml, 2023-09.yaml"
    return loaded._replace(findings=(file_finding("KH211", message, remedy, loaded.name), *loaded.findings))


def blank_narrative(title: str, offers: Mapping[str, Sequence[str]]) -> str:
    """The text of a narrative file with all parts empty.

    `offers` are lines to choose from, by the part that they are offered to; they stand there as comments.
    """
    lines = [
        f"# yaml-language-server: $schema=../{SCHEMA_FOLDER}/narrative.json",
        f"# {title}",
        "# Dưới mỗi mục, ghi từng ý thành một dòng bắt đầu bằng hai dấu cách, dấu gạch và dấu cách:",
        "#   - Đã hợp nhất Cổng Dịch vụ công và Hệ thống một cửa điện tử",
        "# Ý có dấu hai chấm thì đặt cả câu trong dấu nháy kép. Mục để trống được đánh dấu chờ bổ sung trong báo cáo.",
    ]
    for name, field in NarrativeRecord.model_fields.items():
        lines += ["", f"# {field.description}"]
        lines += [f"# {text}" for text in offers.get(name, ())]
        lines.append(f"{name}:")
    return "\n".join(lines) + "\n"
