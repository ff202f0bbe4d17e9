"""Write the forms that bodies fill in."""

from collections.abc import Callable
from pathlib import Path

from kehoach_cli.cli.documents.asking import make_output_folder
from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.reports.letters.form_sheets import form_properties, form_sheets
from kehoach_cli.reports.letters.form_view import FormView
from kehoach_cli.storage.document_file import Written, write_document


def form_workbook(view: FormView, agencies: AgencyRegister) -> bytes:
    """The form as an Excel file."""
    from kehoach_cli.tables.writing.workbook import write_workbook  # 60 ms, which letters without forms are spared

    return write_workbook(form_sheets(view, agencies), form_properties(view))


def write_form(
    folder: Path, view: FormView, content: bytes, suffix: str, untouched: Callable[[bytes], bool]
) -> Written:
    """Write the form as `phieu-SYT-2023-Q3.xlsx`; one that was filled in or edited stays, as `write_document` says."""
    make_output_folder(folder)
    return write_document(folder / f"phieu-{view.agency}-{view.period}{suffix}", content, untouched)
