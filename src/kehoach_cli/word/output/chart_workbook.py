"""Write the workbook behind "Edit data" of a chart. Equal charts give equal bytes."""

from decimal import Decimal

from kehoach_cli.sandbox.package.escaping import escape
from kehoach_cli.sandbox.package.xml import R
from kehoach_cli.sandbox.package.zipping import write_parts
from kehoach_cli.word.output.charts import BarChart

SHEET = "Sheet1"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def workbook(chart: BarChart) -> bytes:
    """Write the workbook: categories down the first column, one column per series."""
    header = "".join(_cell(column, 1, series.name) for column, series in enumerate(chart.series, 1))
    rows = "".join(
        f'<row r="{number}">{_cell(0, number, category)}'
        + "".join(_cell(column, number, series.values[number - 2]) for column, series in enumerate(chart.series, 1))
        + "</row>"
        for number, category in enumerate(chart.categories, 2)
    )
    main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    package = "http://schemas.openxmlformats.org/package/2006"
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/>'
        f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{kind}.worksheet+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{R}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{R}"><sheets>'
        f'<sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{R}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData><row r="1">{header}</row>{rows}'
        "</sheetData></worksheet>",
    }
    return write_parts({name: (HEAD + text).encode() for name, text in parts.items()})


def _cell(column: int, row: int, value: str | Decimal | None) -> str:
    place = f"{column_letter(column)}{row}"
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f'<c r="{place}"><v>{value:f}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'


def column_letter(column: int) -> str:
    """The letter of a sheet's column, counted from 0. A chart has fewer than 26."""
    return chr(ord("A") + column)
