"""From what the template gave to the document that is handed out: rules, charts, properties, the seal."""

from collections.abc import Mapping

from kehoach_cli.reports.charts import BarChart
from kehoach_cli.reports.word.drawings import with_charts
from kehoach_cli.reports.word.drawn_rules import with_rules
from kehoach_cli.reports.word.properties import Properties
from kehoach_cli.reports.word.sealing import with_properties
from kehoach_cli.reports.word.zipping import read_parts, write_parts


def finished(rendered: bytes, properties: Properties, charts: Mapping[str, BarChart]) -> bytes:
    """The document with its drawn rules measured, its charts in place, and sealed."""
    parts = with_charts(with_rules(read_parts(rendered)), charts)
    return write_parts(with_properties(parts, properties))
