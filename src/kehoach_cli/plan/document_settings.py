"""What plan.yaml says of the documents that go out: who issues and signs them, to whom they go."""

from typing import NamedTuple


class Signatory(NamedTuple):
    """Who signs a document: lines of authority (`TL. CHỦ TỊCH`, `KT. CHÁNH VĂN PHÒNG`), office, position, name."""

    authority: tuple[str, ...]
    office: str
    position: str | None = None
    name: str | None = None


class DocumentSettings(NamedTuple):
    """What is said of one kind of document; None where nothing is.

    `issuer` is an agency's id or name, or the name of a body that is no agency of the plan. `parent` is "" where the
    issuer has none above it.
    """

    issuer: str | None = None
    parent: str | None = None
    symbol: str | None = None
    signatory: Signatory | None = None
    addressees: tuple[str, ...] | None = None
    recipients: tuple[str, ...] | None = None


class Documents(NamedTuple):
    """The periodic report, the letter that chases, and the report's summary."""

    report: DocumentSettings = DocumentSettings()
    letter: DocumentSettings = DocumentSettings()
    summary: DocumentSettings = DocumentSettings()
