"""Write a bar chart as Word's two parts: the drawing, and the workbook behind "Edit data".

Elements follow the order of ECMA-376 part 1, §21.2. Equal charts give equal bytes.
"""

from collections.abc import Sequence
from decimal import Decimal

from kehoach_cli.sandbox.package.escaping import escape
from kehoach_cli.sandbox.package.zipping import write_parts
from kehoach_cli.word.output.charts import BarChart, Series

FONT = "Times New Roman"
FONT_SIZE = 1000  # hundredths of a point
CATEGORY_AXIS, VALUE_AXIS = 111111111, 222222222
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SHEET = "Sheet1"
_COUNTS_FORMAT, _VALUES_FORMAT = "0;;;", "General"  # zero gets no label


def chart_xml(chart: BarChart, workbook_id: str) -> bytes:
    """Write the drawing; `workbook_id` is the id of its relationship to the workbook."""
    stacked = chart.grouping == "stacked"
    bars = "".join(_series(index, series, chart) for index, series in enumerate(chart.series))
    direction, category_place, value_place = ("bar", "l", "b") if chart.horizontal else ("col", "b", "l")
    return (
        f'{_HEAD}<c:chartSpace xmlns:c="{_DRAWING}/chart" xmlns:a="{_DRAWING}/main" xmlns:r="{_OFFICE}">'
        '<c:date1904 val="0"/><c:lang val="vi-VN"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        f'<c:plotArea><c:layout/><c:barChart><c:barDir val="{direction}"/><c:grouping val="{chart.grouping}"/>'
        f'<c:varyColors val="0"/>{bars}<c:gapWidth val="{50 if stacked else 60}"/>'
        f"{'<c:overlap val=' + chr(34) + '100' + chr(34) + '/>' if stacked else ''}"
        f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/></c:barChart>'
        f"{_category_axis(category_place, first_on_top=chart.horizontal)}"
        f"{_value_axis(value_place, whole=stacked, at_far_end=chart.horizontal)}</c:plotArea>"
        '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/>'
        '<c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{_text_properties()}<c:externalData r:id="{workbook_id}"><c:autoUpdate val="0"/></c:externalData>'
        "</c:chartSpace>"
    ).encode()


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
        f'Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{main}" xmlns:r="{_OFFICE}"><sheets>'
        f'<sheet name="{_SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="rId1" '
        f'Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{main}"><sheetData><row r="1">{header}</row>{rows}'
        "</sheetData></worksheet>",
    }
    return write_parts({name: (_HEAD + text).encode() for name, text in parts.items()})


def _series(index: int, series: Series, chart: BarChart) -> str:
    column, last = _letter(index + 1), len(chart.categories) + 1
    stacked = chart.grouping == "stacked"
    labels = (
        f'<c:dLbls><c:numFmt formatCode="{_COUNTS_FORMAT}" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>'
        f"{_text_properties(_label_color(series.color))}"
        '<c:showLegendKey val="0"/><c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
        if stacked
        else ""
    )
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>'
        f"<c:tx><c:strRef><c:f>{_SHEET}!${column}$1</c:f>{_text_cache([series.name])}</c:strRef></c:tx>"
        f'<c:spPr><a:solidFill><a:srgbClr val="{series.color}"/></a:solidFill></c:spPr><c:invertIfNegative val="0"/>'
        f"{labels}"
        f"<c:cat><c:strRef><c:f>{_SHEET}!$A$2:$A${last}</c:f>{_text_cache(chart.categories)}</c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{_SHEET}!${column}$2:${column}${last}</c:f>{_number_cache(series.values)}</c:numRef>"
        "</c:val></c:ser>"
    )


def _text_cache(texts: Sequence[str]) -> str:
    points = "".join(f'<c:pt idx="{index}"><c:v>{escape(text)}</c:v></c:pt>' for index, text in enumerate(texts))
    return f'<c:strCache><c:ptCount val="{len(texts)}"/>{points}</c:strCache>'


def _number_cache(values: Sequence[Decimal | None]) -> str:
    points = "".join(
        f'<c:pt idx="{index}"><c:v>{value:f}</c:v></c:pt>' for index, value in enumerate(values) if value is not None
    )
    return f'<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="{len(values)}"/>{points}</c:numCache>'


def _category_axis(place: str, *, first_on_top: bool) -> str:
    return (
        f'<c:catAx><c:axId val="{CATEGORY_AXIS}"/>{_scaling("maxMin" if first_on_top else "minMax")}'
        f'<c:delete val="0"/><c:axPos val="{place}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'<c:crossAx val="{VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="0"/></c:catAx>'
    )


def _value_axis(place: str, *, whole: bool, at_far_end: bool) -> str:
    """Write the value axis. With the first category on top it must cross at the far end, or it would be on top too."""
    return (
        f'<c:valAx><c:axId val="{VALUE_AXIS}"/>{_scaling("minMax")}<c:delete val="0"/><c:axPos val="{place}"/>'
        '<c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="D9D9D9"/></a:solidFill></a:ln></c:spPr>'
        f'</c:majorGridlines><c:numFmt formatCode="{"0" if whole else _VALUES_FORMAT}" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:crossAx val="{CATEGORY_AXIS}"/><c:crosses val="{"max" if at_far_end else "autoZero"}"/>'
        '<c:crossBetween val="between"/></c:valAx>'
    )


def _scaling(orientation: str) -> str:
    return f'<c:scaling><c:orientation val="{orientation}"/></c:scaling>'


def _label_color(color: str) -> str:
    """Black or white, the one that is legible on the colour."""
    red, green, blue = (int(color[at : at + 2], 16) for at in (0, 2, 4))
    return "000000" if 299 * red + 587 * green + 114 * blue > 128_000 else "FFFFFF"


def _text_properties(color: str = "000000") -> str:
    return (
        f'<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="{FONT_SIZE}">'
        f'<a:solidFill><a:srgbClr val="{color}"/></a:solidFill><a:latin typeface="{FONT}"/>'
        f'<a:ea typeface="{FONT}"/><a:cs typeface="{FONT}"/></a:defRPr></a:pPr><a:endParaRPr lang="vi-VN"/></a:p>'
        "</c:txPr>"
    )


def _cell(column: int, row: int, value: str | Decimal | None) -> str:
    place = f"{_letter(column)}{row}"
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f'<c r="{place}"><v>{value:f}</v></c>'
    return f'<c r="{place}" t="inlineStr"><is><t>{escape(value)}</t></is></c>'


def _letter(column: int) -> str:
    """The letter of a sheet's column, counted from 0. A chart has fewer than 26."""
    return chr(ord("A") + column)
