"""Summarise the forms of a period: to whom they go, what they ask about, and whom no form reaches."""

from collections.abc import Collection, Sequence
from typing import Any

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.coverage import PeriodDuties
from kehoach_cli.reports.letters.form_view import FormView
from kehoach_cli.reports.letters.letter_summary import FileNames, open_groups_note
from kehoach_cli.reports.pages import Column, Columns, Page, table_of
from kehoach_cli.vocabulary import wording


def forms_page(
    views: Sequence[FormView],
    duties: PeriodDuties,
    agencies: AgencyRegister,
    files: FileNames,
    folder: str,
    kept: Collection[str] = (),
) -> Page:
    """The forms written; `kept` are the agencies whose earlier form was filled in or edited: it stays, and the new one
    is written beside it.
    """
    period = wording.period(duties.period)
    lines = [
        f"Phiếu báo cáo {period}, hạn trả lời {wording.day(views[0].reply_by)}: {len(views)} phiếu trong {folder}"
        if views
        else f"Không có việc phải báo cáo trong {period}."
    ]
    if kept:
        names = ", ".join(files[view.agency] for view in views if view.agency in kept)
        lines.append(f"Phiếu cũ đã có người điền hoặc sửa nên giữ nguyên; bản mới ghi ở: {names}.")
    if duties.open_groups:
        lines.append(open_groups_note(duties.open_groups, agencies, "Phiếu"))
    columns: Columns[FormView] = [
        (Column("Nơi gửi", least=16, wrap=True), lambda view: agencies.short_name(view.agency)),
        (Column("Chỉ tiêu", align="right"), lambda view: str(len(view.indicators))),
        (Column("Nhiệm vụ", align="right"), lambda view: str(len(view.tasks))),
        (Column("Tệp"), lambda view: files[view.agency]),
    ]
    return Page(tuple(lines), (table_of("", columns, views),) if views else ())


def forms_data(views: Sequence[FormView], duties: PeriodDuties, files: FileNames) -> dict[str, Any]:
    """The summary as plain data, schema 1."""
    return {
        "schema": 1,
        "as_of": duties.as_of,
        "period": str(duties.period),
        "reply_by": views[0].reply_by if views else None,
        "forms": [
            {
                "agency": view.agency,
                "indicators": [row.record.id for row in view.indicators],
                "tasks": [row.record.id for row in view.tasks],
                "file": files[view.agency],
            }
            for view in views
        ],
        "open_groups": duties.open_groups,
    }


FORM_COLUMNS = ("agency", "id", "file")


def forms_rows(views: Sequence[FormView], files: FileNames) -> list[dict[str, Any]]:
    """One flat row per form and record, for a spreadsheet."""
    return [
        {"agency": view.agency, "id": row.record.id, "file": files[view.agency]}
        for view in views
        for row in (*view.indicators, *view.tasks)
    ]
