"""Write the drawing of a bar chart as Word does. `chart_workbook.py` writes the other part, the data behind it.

Elements follow the order of ECMA-376 part 1, §21.2. Equal charts give equal bytes.
"""

from collections.abc import Sequence
from decimal import Decimal

from kehoach_cli.sandbox.package.escaping import escape
from kehoach_cli.sandbox.package.xml import A, R
from kehoach_cli.word.output.chart_workbook import HEAD, SHEET, column_letter
from kehoach_cli.word.output.charts import BarChart, Series
from kehoach_cli.word.output.value_axis import ValueAxis, value_axis
from kehoach_cli.word.template.cell_shading import grey

FONT = "Times New Roman"
FONT_SIZE = 1000  # hundredths of a point
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
CATEGORY_AXIS, VALUE_AXIS = 111111111, 222222222
_OUTLINE, _FRAME, _TICK = 6350, 15875, 28575  # widths of lines in EMU: 0.5, 1.25 and 2.25 points
_NO_LENGTH = Decimal("0.001")  # steps of the value axis: of an error bar nothing is left but its end, the tick
_LEVEL = '<a:bodyPr rot="0" vert="horz"/>'  # or LibreOffice leaves out every second category of many
_COUNTS_FORMAT, _VALUES_FORMAT = "0;;;", "General"  # zero gets no label


def chart_xml(chart: BarChart, workbook_id: str) -> bytes:
    """Write the drawing; `workbook_id` is the id of its relationship to the workbook."""
    stacked = chart.grouping == "stacked"
    scale = None if stacked else value_axis(chart)
    bars = "".join(_series(index, series, chart) for index, series in enumerate(chart.series))
    return (
        f'{HEAD}<c:chartSpace xmlns:c="{CHART}" xmlns:a="{A}" xmlns:r="{R}">'
        '<c:date1904 val="0"/><c:lang val="vi-VN"/><c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/>'
        '<c:plotArea><c:layout/><c:barChart><c:barDir val="bar"/>'
        f'<c:grouping val="{"stacked" if stacked else "clustered"}"/>'
        f'<c:varyColors val="0"/>{bars}<c:gapWidth val="{50 if stacked else 30}"/><c:overlap val="100"/>'
        f'<c:axId val="{CATEGORY_AXIS}"/><c:axId val="{VALUE_AXIS}"/></c:barChart>'
        f"{_category_axis()}{_value_axis(scale)}</c:plotArea>"
        '<c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="1"/>'
        '<c:dispBlanksAs val="gap"/></c:chart><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>'
        f'{_text_properties()}<c:externalData r:id="{workbook_id}"><c:autoUpdate val="0"/></c:externalData>'
        "</c:chartSpace>"
    ).encode()


def _series(index: int, series: Series, chart: BarChart) -> str:
    column, last = column_letter(index + 1), len(chart.categories) + 1
    return (
        f'<c:ser><c:idx val="{index}"/><c:order val="{index}"/>'
        f"<c:tx><c:strRef><c:f>{SHEET}!${column}$1</c:f>{_text_cache([series.name])}</c:strRef></c:tx>"
        f"{_mark(series, chart)}"
        f"<c:cat><c:strRef><c:f>{SHEET}!$A$2:$A${last}</c:f>{_text_cache(chart.categories)}</c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{SHEET}!${column}$2:${column}${last}</c:f>{_number_cache(series.values)}</c:numRef>"
        "</c:val></c:ser>"
    )


def _mark(series: Series, chart: BarChart) -> str:
    """How a series is drawn, with its labels.

    A tick is the error bar of a bar that is not drawn itself; the legend shows the series' own colour.
    """
    line = f'<a:ln w="{_FRAME if series.mark == "frame" else _OUTLINE}">{_fill("000000")}</a:ln>'
    fill = "<a:noFill/>" if series.mark == "frame" else _fill(series.color)
    hidden = error_bars = ""
    if series.mark == "tick":
        hidden = "".join(
            f'<c:dPt><c:idx val="{index}"/><c:invertIfNegative val="0"/><c:spPr><a:noFill/><a:ln><a:noFill/></a:ln>'
            "</c:spPr></c:dPt>"
            for index, _ in enumerate(series.values)
        )
        error_bars = (
            '<c:errBars><c:errBarType val="both"/><c:errValType val="fixedVal"/><c:noEndCap val="0"/>'
            f'<c:val val="{value_axis(chart).step * _NO_LENGTH:f}"/>'
            f'<c:spPr><a:ln w="{_TICK}" cap="flat">{_fill(series.color)}</a:ln></c:spPr></c:errBars>'
        )
    return (
        f'<c:spPr>{fill}{line}</c:spPr><c:invertIfNegative val="0"/>{hidden}'
        f"{_labels(series, chart.grouping)}{error_bars}"
    )


def _labels(series: Series, grouping: str) -> str:
    shown = (
        '<c:showLegendKey val="0"/><c:showVal val="{}"/><c:showCatName val="0"/><c:showSerName val="0"/>'
        '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
    )
    if series.labels:
        texts = "".join(
            f'<c:dLbl><c:idx val="{index}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:p><a:r><a:rPr lang="vi-VN"/>'
            f"<a:t>{escape(text)}</a:t></a:r></a:p></c:rich></c:tx>"
            f'<c:dLblPos val="outEnd"/>{shown.format(1)}</c:dLbl>'
            for index, text in enumerate(series.labels)
            if text
        )
        return f"<c:dLbls>{texts}{shown.format(0)}</c:dLbls>"
    if grouping == "stacked":
        return (
            f'<c:dLbls><c:numFmt formatCode="{_COUNTS_FORMAT}" sourceLinked="0"/><c:spPr><a:noFill/></c:spPr>'
            f"{_text_properties(_label_color(series.color))}{shown.format(1)}</c:dLbls>"
        )
    return ""


def _text_cache(texts: Sequence[str]) -> str:
    points = "".join(f'<c:pt idx="{index}"><c:v>{escape(text)}</c:v></c:pt>' for index, text in enumerate(texts))
    return f'<c:strCache><c:ptCount val="{len(texts)}"/>{points}</c:strCache>'


def _number_cache(values: Sequence[Decimal | None]) -> str:
    points = "".join(
        f'<c:pt idx="{index}"><c:v>{value:f}</c:v></c:pt>' for index, value in enumerate(values) if value is not None
    )
    return f'<c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="{len(values)}"/>{points}</c:numCache>'


def _category_axis() -> str:
    """Write the category axis, the first category on top."""
    return (
        f'<c:catAx><c:axId val="{CATEGORY_AXIS}"/><c:scaling><c:orientation val="maxMin"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f'{_text_properties(body=_LEVEL)}<c:crossAx val="{VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="1"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="0"/></c:catAx>'
    )


def _value_axis(scale: ValueAxis | None) -> str:
    """Write the value axis; without a scale it counts. It crosses at the far end, or it would be on top."""
    limits = f'<c:max val="{scale.high:f}"/><c:min val="{scale.low:f}"/>' if scale else ""
    step = f'<c:majorUnit val="{scale.step:f}"/>' if scale else ""
    return (
        f'<c:valAx><c:axId val="{VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/>{limits}</c:scaling>'
        '<c:delete val="0"/><c:axPos val="b"/>'
        f'<c:majorGridlines><c:spPr><a:ln w="{_OUTLINE}">{_fill("D9D9D9")}</a:ln></c:spPr></c:majorGridlines>'
        f'<c:numFmt formatCode="{_VALUES_FORMAT if scale else "0"}" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:crossAx val="{CATEGORY_AXIS}"/><c:crosses val="max"/><c:crossBetween val="between"/>{step}</c:valAx>'
    )


def _fill(color: str) -> str:
    return f'<a:solidFill><a:srgbClr val="{color}"/></a:solidFill>'


def _label_color(color: str) -> str:
    """Black or white, the one that is legible on the colour."""
    return "000000" if grey(color) > 118 else "FFFFFF"


def _text_properties(color: str = "000000", body: str = "<a:bodyPr/>") -> str:
    return (
        f'<c:txPr>{body}<a:lstStyle/><a:p><a:pPr><a:defRPr sz="{FONT_SIZE}">'
        f'{_fill(color)}<a:latin typeface="{FONT}"/>'
        f'<a:ea typeface="{FONT}"/><a:cs typeface="{FONT}"/></a:defRPr></a:pPr><a:endParaRPr lang="vi-VN"/></a:p>'
        "</c:txPr>"
    )
