"""Who issues which document, who signs it and to whom it goes: what plan.yaml says, else what follows from it.

The standing agency compiles the reports for the body that issued the plan and chases in its own name. The plan's own
signatory, parent and recipients are those of its issuer, so they count only for documents that this body issues.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from kehoach_cli.plan.agencies import AgencyRegister, name_key
from kehoach_cli.plan.agency import Agency
from kehoach_cli.plan.document_settings import DocumentSettings, Signatory
from kehoach_cli.plan.model import Plan

DocumentKind = Literal["report", "letter", "summary"]
DOCUMENT_KINDS: tuple[DocumentKind, ...] = ("report", "letter", "summary")
AS_ABOVE, FILED = "Như trên", "Lưu: VT"  # Decree 30/2020/NĐ-CP, Annex I, II.9
_REFERS_TO_DECISION = re.compile(r"như điều \d", re.IGNORECASE)
_CODE = re.compile(r"[A-Z][A-Z0-9]*([-.][A-Z0-9]+)*")


class DocumentHead(NamedTuple):
    """Who issues a document, under which symbol, who signs it, and to whom it goes.

    `agency` is the issuer's id, None where it is no agency of the plan; `standing`: it is the standing agency or acts
    for it. `parent` None: not known, "": there is none above it. `symbol` "" and `signatory` None: not known.
    """

    issuer: str
    symbol: str
    agency: str | None = None
    standing: bool = False
    parent: str | None = None
    signatory: Signatory | None = None
    addressees: tuple[str, ...] = ()
    recipients: tuple[str, ...] = (AS_ABOVE, FILED)


def document_head(plan: Plan, kind: DocumentKind, agencies: AgencyRegister) -> DocumentHead:
    """The head of a document of this kind; `agencies` are those of its day.

    Where the agency that is named has ended, its successor issues, and its signatory's name is not known; where it was
    dissolved or does not exist yet, what is said of it does not count.
    """
    said = _said(plan, kind)
    named, acting = _issuer(said.issuer or plan.standing_agency, agencies)
    if acting is None and (named or is_code(said.issuer)):
        said = DocumentSettings()
        named, acting = _issuer(plan.standing_agency, agencies)
    issuer = acting.name if acting else said.issuer or plan.issuer
    usual = _usual(plan, kind, issuer, acting, agencies)
    signatory = said.signatory or usual.signatory
    if signatory and acting and acting is not named:
        signatory = signatory._replace(name=None)
    return usual._replace(
        parent=usual.parent if said.parent is None else said.parent,
        symbol=_acting_now(said.symbol, "-", agencies) if said.symbol else usual.symbol,
        signatory=signatory,
        addressees=usual.addressees if said.addressees is None else said.addressees,
        recipients=tuple(
            _acting_now(text, ", ", agencies)
            for text in (usual.recipients if said.recipients is None else said.recipients)
        ),
    )


def is_code(issuer: str | None) -> bool:
    """Whether a document's issuer is given by an agency's id."""
    return issuer is not None and _CODE.fullmatch(issuer) is not None


def _issuer(named: str | None, agencies: AgencyRegister) -> tuple[Agency | None, Agency | None]:
    """The agency of this id or name, and who acts for it."""
    agency = agencies.find(named) if named else None
    heirs = agencies.heirs(agency.id) if agency else ()
    return agency, next((agencies.by_id[heir] for heir in heirs if heir in agencies.by_id), None)


def _usual(
    plan: Plan, kind: DocumentKind, issuer: str, acting: Agency | None, agencies: AgencyRegister
) -> DocumentHead:
    """The head where plan.yaml says no more of the document than who issues it."""
    standing = agencies.heirs(plan.standing_agency) if plan.standing_agency else ()
    if name_key(issuer) == name_key(plan.issuer):
        own = agencies.find(issuer)
        symbol = _symbol(kind, issuer_symbol(plan.number), *standing[:1])
        kept = [text for text in plan.recipients if not _REFERS_TO_DECISION.match(text)]
        if kind == "letter":
            kept = [AS_ABOVE, *([text for text in kept if text.startswith("Lưu")] or [FILED])]
        kept = kept or [FILED]
        head = DocumentHead(plan.issuer, symbol, own.id if own else None)
        return head._replace(parent=plan.parent or "", signatory=plan.signatory, recipients=tuple(kept))
    head = DocumentHead(issuer, _symbol(kind, acting.id) if acting else "", acting.id if acting else None)
    head = head._replace(standing=head.agency in standing)
    if kind != "letter":
        return head._replace(addressees=(plan.issuer,))
    collects = () if head.standing else tuple(map(agencies.short_name, standing[:1]))  # the answers go there
    return head._replace(recipients=(AS_ABOVE, *collects, FILED))


def _symbol(kind: DocumentKind, issuer: str, drafting: str = "") -> str:
    """`BC-BCĐ`; of a letter the issuer and who drafts it, if another body does: `BCĐ-STTTT` (Decree 30, II.3)."""
    return "-".join(filter(None, (issuer, drafting) if kind == "letter" else ("BC", issuer)))


def issuer_symbol(number: str) -> str:
    """The issuer's abbreviation in a document's number: `BCĐ` in `180/QĐ-BCĐ`; "" if there is none."""
    return number.rpartition("/")[2].partition("-")[2].strip()


def _acting_now(text: str, separator: str, agencies: AgencyRegister) -> str:
    """The text with the ids of those who act for the agencies that it names by id: `Lưu: VT, SKHCN`."""
    parts = ((agencies.heirs(part) or (part,)) if part in agencies.by_id else (part,) for part in text.split(separator))
    return separator.join(each for part in parts for each in part)


def _said(plan: Plan, kind: DocumentKind) -> DocumentSettings:
    """What plan.yaml says of this kind. A summary takes the rest from the report; a letter who issues and signs it."""
    own: DocumentSettings = getattr(plan.documents, kind)
    report = plan.documents.report
    if not _of_the_reports_issuer(plan, kind):
        return own
    if kind == "letter":
        report = report._replace(symbol=None, addressees=None, recipients=None)
    return report._replace(**{key: said for key, said in own._asdict().items() if said is not None})


def _of_the_reports_issuer(plan: Plan, kind: DocumentKind) -> bool:
    return getattr(plan.documents, kind).issuer in (None, plan.documents.report.issuer)


def not_known(
    plan: Plan, agencies: AgencyRegister, kinds: Iterable[DocumentKind] = DOCUMENT_KINDS
) -> Iterator[tuple[tuple[str, ...], str]]:
    """The keys that documents of these kinds print and plan.yaml leaves empty, each with what is to stand there."""
    found: dict[tuple[str, ...], str] = {} if plan.place else {("place",): "địa danh đứng trước ngày tháng"}
    for kind in kinds:
        head = document_head(plan, kind, agencies)
        shared: DocumentKind = "report" if _of_the_reports_issuer(plan, kind) else kind
        signs = kind if getattr(plan.documents, kind).signatory else shared
        keys = ("signatory",) if head.signatory is plan.signatory else ("documents", signs, "signatory")
        if head.signatory is None:
            found.setdefault(keys, f"chức vụ, họ tên người ký của {head.issuer}")
        elif not head.signatory.name:
            found.setdefault((*keys, "name"), "họ tên người ký")
        if head.parent is None:
            found.setdefault(("documents", shared, "parent"), f"cơ quan chủ quản của {head.issuer}")
        if not head.symbol and kind == "letter":
            found.setdefault(("documents", "letter", "symbol"), "ký hiệu của công văn")
        elif not head.symbol:
            found.setdefault(("documents", shared, "symbol"), "ký hiệu của báo cáo")
    yield from found.items()
