"""Build the files of a new plan's repository from the plan's basic facts."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from kehoach_cli.cli.documents.own_wheel import own_files
from kehoach_cli.cli.documents.templates import TEMPLATE_FOLDER, original_template
from kehoach_cli.cli.output.markdown import escaped
from kehoach_cli.diagnostics import COLLECTIONS, Collection, Route, UsageProblem
from kehoach_cli.loading.plan_files import assemble
from kehoach_cli.loading.schema.editor import KINDS as SCHEMA_KINDS
from kehoach_cli.loading.schema.editor import KnownIds, schema_text
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
    """Who signs documents: an office, below a line of authority where a body signs as one."""

    office: str
    authority: str | None = None


# What an issuer's name begins with -> who signs for it (Decree 30/2020/NĐ-CP, Annex I, II.7).
_SIGNING: Mapping[str, Signing] = {
    "ban chỉ đạo": Signing("TRƯỞNG BAN"),
    "ủy ban nhân dân": Signing("CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"),
    "ubnd": Signing("CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN"),
    "hội đồng nhân dân": Signing("CHỦ TỊCH", "TM. HỘI ĐỒNG NHÂN DÂN"),
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


class NewPlan(NamedTuple):
    """The facts needed to create a plan's repository."""

    number: str
    date: date
    issuer: str
    years: range
    title: str
    signing: Signing
    parent: str | None
    place: str | None
    signer: str | None


def starting_files(plan: NewPlan) -> dict[PurePosixPath, bytes]:
    """The files by path within the repository.

    Raises:
        UsageProblem: a fact is not valid in the plan's files, or the program's wheel cannot be built.
    """
    texts = {place: _filled_in(name, plan) for name, place in _PATHS.items()}
    ids = _checked_ids({name: texts[f"{DATA_FOLDER}/{name}.yaml"] for name in COLLECTIONS})
    texts |= {f"{DATA_FOLDER}/{SCHEMA_FOLDER}/{name}.json": schema_text(name, ids) for name in SCHEMA_KINDS}
    contents = {place: text.encode() for place, text in texts.items()}
    contents |= {f"{TEMPLATE_FOLDER}/{kind}.docx": original_template(kind) for kind in TEMPLATE_KINDS}
    contents |= own_files()
    return {PurePosixPath(place): contents[place] for place in sorted(contents)}


def _filled_in(name: str, plan: NewPlan) -> str:
    text = files("kehoach_cli").joinpath("starter", name).read_text(encoding="utf-8")
    for placeholder, value in _placeholders(plan).items():
        text = text.replace(f"@{placeholder}@", value)
    return text


def _placeholders(plan: NewPlan) -> dict[str, str]:
    """The value of each `@NAME@`: quoted for YAML (as JSON, which YAML accepts), or escaped for Markdown."""
    kind = document_kind(plan.number)
    document = f"{'' if kind == 'Kế hoạch' else 'Kế hoạch ban hành kèm theo '}{kind} số {plan.number}"
    plain = {"NUMBER": plan.number, "ISSUER": plan.issuer, "TITLE": plan.title}
    documents = {
        "PARENT": plan.parent,
        "PLACE": plan.place,
        "AUTHORITY": plan.signing.authority,
        "OFFICE": plan.signing.office,
        "SIGNER": plan.signer,
    }
    return {
        **{placeholder: json.dumps(value, ensure_ascii=False) for placeholder, value in {**plain, **documents}.items()},
        **{f"PLAIN_{placeholder}": escaped(value) for placeholder, value in plain.items()},
        "PLAIN_DOCUMENT": escaped(document),
        "DATE": plan.date.isoformat(),
        "PLAIN_DATE": wording.day(plan.date),
        "BASELINE_DATE": (plan.date.replace(day=1) - timedelta(days=1)).isoformat(),
        "YEAR": str(plan.years[0]),
        "LAST_YEAR": str(plan.years[-1]) if len(plan.years) > 1 else "null",
    }


def _checked_ids(texts: Mapping[Collection, str]) -> KnownIds:
    """Check the new files like those of any plan; return the ids that they declare."""

    def read(collection: Collection) -> SourceText:
        return check_bytes(texts[collection].encode(), f"{collection}.yaml")

    loaded = assemble(PlanFolder(Path(), Path()), read)
    if loaded.plan is None or loaded.findings:
        first = loaded.findings[0]
        option = f"--{first.at.path[0]}: " if isinstance(first.at, Route) else ""
        raise UsageProblem(f"{option}{first.message}. {first.remedy}")
    pillars = {pillar.id: pillar.name for pillar in loaded.plan.pillars}
    return KnownIds({}, pillars, one_year=len(loaded.plan.years) == 1)
