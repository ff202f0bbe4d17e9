"""Every field that a template may use, by kind of template. A test compares this list with the data of templates."""

from collections.abc import Mapping

from kehoach_cli.reports.fields.field import Field
from kehoach_cli.reports.fields.form_fields import form_fields
from kehoach_cli.reports.fields.letter_fields import joint_letter_fields, letter_fields
from kehoach_cli.reports.fields.report_fields import report_fields
from kehoach_cli.reports.fields.template_kinds import FORM, JOINT_LETTER, LETTER, REPORTS
from kehoach_cli.word.template.shapes import Shape, shape_of_fields


def shape_for(kind: str) -> Mapping[str, Shape]:
    """The fields of a kind of template, as the shape that templates are checked against."""
    return shape_of_fields((field.name, field.type) for field in FIELDS[kind])


FIELDS: Mapping[str, tuple[Field, ...]] = {
    **dict.fromkeys(REPORTS, tuple(report_fields())),
    LETTER: tuple(letter_fields()),
    JOINT_LETTER: tuple(joint_letter_fields()),
    FORM: tuple(form_fields()),
}
