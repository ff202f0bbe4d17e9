"""Workbooks put together part by part, as no spreadsheet program would: odd, broken or hostile ones."""

from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

from tests.support.docx import R, relationships, zipped

S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/"
OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
_OPENDOCUMENT = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "table", "text")
)
_EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_KINDS = {"workbook": "sheet.main", "sheet": "worksheet", "styles": "styles", "sharedStrings": "sharedStrings"}


def c(reference: str, value: object, kind: str = "", more: str = "", style: int | None = None) -> str:
    """A cell with a stored value; `more` stands before it: a formula."""
    attributes = f' r="{reference}"' if reference else ""
    attributes += f' t="{kind}"' if kind else ""
    attributes += f' s="{style}"' if style is not None else ""
    return f"<c{attributes}>{more}<v>{escape(str(value))}</v></c>"


def text(reference: str, value: str) -> str:
    """A cell with its text in itself."""
    return f'<c r="{reference}" t="inlineStr"><is><t xml:space="preserve">{escape(value)}</t></is></c>'


def row(number: int, *cells: str) -> str:
    return f'<row r="{number}">{"".join(cells)}</row>'


def sheet(*rows: str, merged: Sequence[str] = (), before: str = "") -> str:
    """The XML of a sheet."""
    merges = "".join(f'<mergeCell ref="{reference}"/>' for reference in merged)
    merges = f"<mergeCells>{merges}</mergeCells>" if merges else ""
    return f'<worksheet xmlns="{S}" xmlns:r="{R}">{before}<sheetData>{"".join(rows)}</sheetData>{merges}</worksheet>'


def styles(*codes: int | str) -> str:
    """A part for styles: number n shows the built-in format of this id, or the format of this code."""
    own = "".join(
        f"<numFmt numFmtId={quoteattr(str(200 + number))} formatCode={quoteattr(code)}/>"
        for number, code in enumerate(codes)
        if isinstance(code, str)
    )
    formats = "".join(
        f'<xf numFmtId="{200 + number if isinstance(code, str) else code}"/>' for number, code in enumerate(codes)
    )
    return f'<styleSheet xmlns="{S}"><numFmts>{own}</numFmts><cellXfs>{formats}</cellXfs></styleSheet>'


def workbook_members(
    *sheets: str,
    names: Sequence[str] = (),
    texts: Sequence[str] = (),
    style: str = "",
    properties: str = "",
    states: Mapping[int, str] | None = None,
) -> dict[str, bytes]:
    """The members of an .xlsx file. `texts` are shared ones, as XML inside `si`; `states` hides sheets by number."""
    listed = "".join(
        f'<sheet name={quoteattr(names[number] if names else f"Trang{number + 1}")} sheetId="{number + 1}" '
        f'r:id="rId{number + 1}"{f" state={quoteattr(states[number])}" if states and number in states else ""}/>'
        for number in range(len(sheets))
    )
    links = [
        (f"rId{number}", f"{R}/worksheet", f"worksheets/sheet{number}.xml", False)
        for number in range(1, len(sheets) + 1)
    ]
    links += [("rIdT", f"{R}/sharedStrings", "sharedStrings.xml", False)] if texts else []
    links += [("rIdS", f"{R}/styles", "styles.xml", False)] if style else []
    parts = {
        "_rels/.rels": relationships([("rId1", f"{R}/officeDocument", "xl/workbook.xml", False)]),
        "xl/workbook.xml": f'<workbook xmlns="{S}" xmlns:r="{R}">{properties}<sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relationships(links),
        **{f"xl/worksheets/sheet{number}.xml": xml for number, xml in enumerate(sheets, 1)},
    }
    if texts:
        shared = "".join(f"<si>{item}</si>" for item in texts)
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{S}">{shared}</sst>'
    if style:
        parts["xl/styles.xml"] = style
    types = "".join(
        f'<Override PartName="/{name}" ContentType="{_EXCEL}{kind}+xml"/>'
        for name in parts
        for stem, kind in _KINDS.items()
        if name.startswith("xl/") and name.rpartition("/")[2].startswith(stem) and name.endswith(".xml")
    )
    parts["[Content_Types].xml"] = (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
        f'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>{types}</Types>'
    )
    return {name: xml.encode() for name, xml in parts.items()}


def workbook(*rows: str, texts: Sequence[str] = (), style: str = "", properties: str = "") -> bytes:
    """An .xlsx file of one sheet with these rows."""
    return zipped(workbook_members(sheet(*rows), texts=texts, style=style, properties=properties))


def strict(members: Mapping[str, bytes]) -> dict[str, bytes]:
    """The same workbook as Excel saves it as Strict Open XML."""
    spaces = ((S, f"{STRICT}spreadsheetml/main"), (R, f"{STRICT}officeDocument/relationships"))
    changed = dict(members)
    for name, content in members.items():
        for old, new in spaces:
            content = content.replace(old.encode(), new.encode())
        changed[name] = content
    return changed


def spreadsheet(*tables: str, manifest: str = "") -> bytes:
    """An .ods file with these tables, each the XML of `table:table`."""
    content = (
        f"<office:document-content {_OPENDOCUMENT} "
        'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0">'
        f"<office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    return zipped(
        {
            "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": content.encode(),
            "META-INF/manifest.xml": manifest.encode(),
        }
    )


def ods_table(*rows: str, name: str = "Trang1") -> str:
    whole = "".join(f"<table:table-row>{row}</table:table-row>" for row in rows)
    return f'<table:table table:name="{name}">{whole}</table:table>'


def ods_cell(shown: str, kind: str = "string", value: str = "", more: str = "") -> str:
    """A cell of an .ods file: what it shows, the type of its value, and the value itself."""
    stored = {"date": "date-value", "boolean": "boolean-value"}.get(kind, "value")
    attributes = f' office:value-type="{kind}"' if kind else ""
    attributes += f' office:{stored}="{value}"' if value else ""
    return f"<table:table-cell{attributes}{more}>{f'<text:p>{shown}</text:p>' if shown else ''}</table:table-cell>"
