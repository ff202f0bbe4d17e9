"""Run all rules of the form on one document."""

from kehoach_cli.sandbox.problems import WordFinding
from kehoach_cli.word.form.document import read_document
from kehoach_cli.word.form.elements import find_elements
from kehoach_cli.word.form.requirements import Form
from kehoach_cli.word.form.rules import (
    addressee,
    agency_names,
    annexes,
    body_text,
    date_line,
    end_mark,
    fonts,
    headings,
    left_over,
    motto,
    nation,
    number_line,
    other_rules,
    page_numbers,
    page_size,
    recipients,
    signature,
    title,
)

# In the order in which a clerk reads a document.
RULES = (
    *(page_size, fonts, page_numbers, nation, motto, agency_names, number_line, date_line),
    *(title, addressee, body_text, headings, left_over, end_mark, signature, recipients, annexes),
)


def check_form(data: bytes) -> list[WordFinding]:
    """Find where a .docx file's form departs from the decree.

    Raises:
        TemplateProblem: the file cannot be read.
    """
    document = read_document(data)
    form = Form(document, find_elements(document))
    return [*other_rules.check(form)] or [finding for rule in RULES for finding in rule.check(form)]
