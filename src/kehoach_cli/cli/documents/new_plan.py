"""Build the files of a new plan's repository from the plan's basic facts."""

import json
import re
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path, PurePosixPath
from typing import Any, NamedTuple, cast

from kehoach_cli.cli.documents.own_wheel import own_files
from kehoach_cli.cli.documents.templates import TEMPLATE_FOLDER, original_template
from kehoach_cli.cli.output.markdown import escaped
from kehoach_cli.diagnostics import COLLECTIONS, Collection, FieldRef, Route, UsageProblem
from kehoach_cli.editing.writing import in_block
from kehoach_cli.loading.checking import check_loaded
from kehoach_cli.loading.known_ids import known_ids
from kehoach_cli.loading.plan_files import assemble
from kehoach_cli.loading.schema.editor import KINDS as SCHEMA_KINDS
from kehoach_cli.loading.schema.editor import KnownIds, schema_text
from kehoach_cli.plan.document_settings import Documents
from kehoach_cli.plan.model import Pillar, Reporting, TargetNames
from kehoach_cli.plan.periods import Day
from kehoach_cli.reports.fields.template_kinds import KINDS as TEMPLATE_KINDS
from kehoach_cli.storage.folder import DATA_FOLDER, SCHEMA_FOLDER, PlanFolder
from kehoach_cli.vocabulary import wording
from kehoach_cli.vocabulary.report_words import document_kind
from kehoach_cli.yaml.text import SourceText, check_bytes

# Package file -> path in the repository. Packages tend to lose files whose names start with a dot.
_PATHS: Mapping[str, str] = {
    "README.md": "README.md",
    "gitignore": ".gitignore",
    "gitattributes": ".gitattributes",
    "pre-commit-config.yaml": ".pre-commit-config.yaml",
    "github-workflow.yml": ".github/workflows/ke-hoach.yml",
    "gitlab-ci.yml": ".gitlab-ci.yml",
    **{f"{name}.yaml": f"{DATA_FOLDER}/{name}.yaml" for name in COLLECTIONS},
}


class Signing(NamedTuple):
    """Who signs documents: an office, below lines of authority where a body signs as one."""

    office: str
    authority: tuple[str, ...] = ()


# What an issuer's name begins with -> who signs for it (Decree 30/2020/NĐ-CP, Annex I, II.7).
_SIGNING: Mapping[str, Signing] = {
    "ban chỉ đạo": Signing("TRƯỞNG BAN"),
    "ủy ban nhân dân": Signing("CHỦ TỊCH", ("TM. ỦY BAN NHÂN DÂN",)),
    "ubnd": Signing("CHỦ TỊCH", ("TM. ỦY BAN NHÂN DÂN",)),
    "hội đồng nhân dân": Signing("CHỦ TỊCH", ("TM. HỘI ĐỒNG NHÂN DÂN",)),
    "bộ chỉ huy": Signing("CHỈ HUY TRƯỞNG"),
    "bộ tư lệnh": Signing("TƯ LỆNH"),
    "bộ": Signing("BỘ TRƯỞNG"),
    "sở": Signing("GIÁM ĐỐC"),
    "cục": Signing("CỤC TRƯỞNG"),
    "chi cục": Signing("CHI CỤC TRƯỞNG"),
    "phòng": Signing("TRƯỞNG PHÒNG"),
    "văn phòng": Signing("CHÁNH VĂN PHÒNG"),
}


def signing_for(issuer: str) -> Signing | None:
    """Who signs for the issuer; None where its name does not tell."""
    words = issuer.casefold().replace("uỷ", "ủy").split()
    return next((_SIGNING[name] for name in _SIGNING if words[: len(name.split())] == name.split()), None)


_PILLARS = (Pillar("CQS", "Chính quyền số"), Pillar("KTS", "Kinh tế số"), Pillar("XHS", "Xã hội số"))


class NewPlan(NamedTuple):
    """The facts needed to create a plan's repository; from `position` on, they may be those of the year before.

    `origin` says so in the files, `records` are the texts of these, `templates` are that plan's Word files by name.
    `beside`: the plan comes into a repository that has all but the plan's own files.
    """

    number: str
    date: Day
    issuer: str
    years: range
    title: str
    signing: Signing
    parent: str | None
    place: str | None
    signer: str | None
    baseline_date: Day | None
    position: str | None = None
    pillars: tuple[Pillar, ...] = _PILLARS
    standing_agency: str | None = None
    reporting: Reporting = Reporting()
    target_names: TargetNames = TargetNames()
    recipients: tuple[str, ...] = ("Lưu: VT",)
    documents: Documents = Documents()
    origin: str = ""
    records: Mapping[Collection, str] = {}
    templates: Mapping[str, bytes] = {}
    beside: bool = False


def starting_files(plan: NewPlan) -> dict[PurePosixPath, bytes]:
    """The files by path within the repository.

    Raises:
        UsageProblem: a fact is not valid in the plan's files, or the program's wheel cannot be built.
    """
    own = {name: place for name, place in _PATHS.items() if not plan.beside or place.startswith(DATA_FOLDER)}
    texts = {place: _filled_in(name, plan) for name, place in own.items()}
    ids = _checked_ids({name: texts[f"{DATA_FOLDER}/{name}.yaml"] for name in COLLECTIONS})
    texts |= {f"{DATA_FOLDER}/{SCHEMA_FOLDER}/{name}.json": schema_text(name, ids) for name in SCHEMA_KINDS}
    contents = {place: text.encode() for place, text in texts.items()}
    contents |= {f"{TEMPLATE_FOLDER}/{kind}.docx": original_template(kind) for kind in TEMPLATE_KINDS}
    contents |= {f"{TEMPLATE_FOLDER}/{name}": content for name, content in plan.templates.items()}
    contents |= {} if plan.beside else own_files()
    return {PurePosixPath(place): contents[place] for place in sorted(contents)}


def _filled_in(name: str, plan: NewPlan) -> str:
    text = files("kehoach_cli").joinpath("starter", name).read_text(encoding="utf-8")
    if records := plan.records.get(cast("Collection", name.removesuffix(".yaml"))):
        head = text[: text.index(_HOW_TO_ADD)]
        text = f"{head}# {plan.origin}\n\n"
    values = _placeholders(plan)
    return re.sub(r"@([A-Z_]+)@", lambda name: values[name[1]], text) + (records or "")


_HOW_TO_ADD = "# Thêm "  # how the explanation of an empty file of records begins


def _placeholders(plan: NewPlan) -> dict[str, str]:
    """The value of each `@NAME@`: quoted for YAML (as JSON, which YAML accepts), or escaped for Markdown."""
    kind = document_kind(plan.number)
    document = f"{'' if kind == 'Kế hoạch' else 'Kế hoạch ban hành kèm theo '}{kind} số {plan.number}"
    authority = plan.signing.authority
    plain = {"NUMBER": plan.number, "ISSUER": plan.issuer, "TITLE": plan.title}
    documents = {
        "PARENT": plan.parent,
        "PLACE": plan.place,
        "AUTHORITY": authority if authority[1:] else (*authority, None)[0],
        "OFFICE": plan.signing.office,
        "POSITION": plan.position,
        "SIGNER": plan.signer,
    }
    chosen = {
        "STANDING_AGENCY": plan.standing_agency,
        "CADENCE": plan.reporting.cadence,
        "CUTOFF": plan.reporting.cutoff or "calendar",
        "NATIONAL": plan.target_names.national,
        "PROVINCIAL": plan.target_names.provincial,
        "BASELINE_DATE": plan.baseline_date and plan.baseline_date.isoformat(),
    }
    return {
        **{placeholder: json.dumps(value, ensure_ascii=False) for placeholder, value in {**plain, **documents}.items()},
        **{f"PLAIN_{placeholder}": escaped(value) for placeholder, value in plain.items()},
        "PLAIN_DOCUMENT": escaped(document),
        "DATE": plan.date.isoformat(),
        "PLAIN_DATE": wording.day(plan.date),
        **{placeholder: in_block(value) for placeholder, value in chosen.items()},
        "PILLARS": _items([f"id: {in_block(each.id)}\n    name: {in_block(each.name)}" for each in plan.pillars]),
        "RECIPIENTS": _items([in_block(each) for each in plan.recipients]),
        "DOCUMENTS": documents_text(plan.documents),
        "YEAR": str(plan.years[0]),
        "LAST_YEAR": str(plan.years[-1]) if len(plan.years) > 1 else "null",
    }


def documents_text(documents: Documents) -> str:
    """What is said of documents as YAML below its key: a line for each key that says something, ` {}` if none does."""
    text = ""
    for kind, said in documents._asdict().items():
        kept = _kept(said)
        text += "".join((f"\n  {kind}:" * bool(kept), *(f"\n    {key}: {in_block(kept[key])}" for key in kept)))
    return text or " {}"


def _kept(value: Any) -> Any:
    """A setting as plain data, without the keys that say nothing."""
    if hasattr(value, "_asdict"):
        return {key: _kept(inner) for key, inner in value._asdict().items() if inner not in (None, ())}
    return [*value] if isinstance(value, tuple) else value


def _items(items: Sequence[str]) -> str:
    return "".join(f"\n  - {each}" for each in items) or " []"


def _checked_ids(texts: Mapping[Collection, str]) -> KnownIds:
    """Check the new files like those of any plan; return the ids that they declare."""

    def read(collection: Collection) -> SourceText:
        return check_bytes(texts[collection].encode(), f"{collection}.yaml")

    loaded = assemble(PlanFolder(Path(), Path()), read)
    faults = [each.finding for each in check_loaded(loaded).findings if each.finding.severity == "error"]
    if loaded.plan is None or faults:
        first = faults[0]
        match first.at:
            case Route("plan", (str(option), *_)):
                where = f"--{option}"
            case FieldRef(_, str(record)):
                where = f"Kế hoạch mới sẽ có lỗi {first.code} ở {record}"
            case _:
                where = f"Kế hoạch mới sẽ có lỗi {first.code}"
        raise UsageProblem(f"{where}: {first.message}. {first.remedy}")
    return known_ids(loaded.plan, loaded)
