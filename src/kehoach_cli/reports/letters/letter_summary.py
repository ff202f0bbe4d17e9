"""Summarise a day's letters: the files written, the items in each, and what no letter covers."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.reports.letters.letter_context import CONCERN_NAMES
from kehoach_cli.reports.letters.letter_items import CONCERNS, Concern, Letter, LettersView
from kehoach_cli.reports.listings.by_lead import NO_LEAD, lead_name
from kehoach_cli.reports.pages import Column, Columns, Page, table_of
from kehoach_cli.vocabulary import wording

FileNames = Mapping[str, str]  # agency id -> file name


def summary_page(
    view: LettersView,
    agencies: AgencyRegister,
    files: FileNames,
    folder: str,
    kept: Collection[str] = (),
    forms: FileNames | None = None,
) -> Page:
    """The letters written, the agencies without one, and the items that no letter covers.

    `kept` are the agencies whose earlier letter somebody had edited: it stays, and the new one is written beside it.
    `forms` are the forms written with the letters.
    """
    day = wording.day(view.status.as_of)
    period = wording.period(view.duties.period)
    lines = [
        f"Đôn đốc tính đến ngày {day}, số liệu {period}: {_documents(view, files)} trong {folder}"
        if view.letters
        else _no_letters(day, view)
    ]
    if kept:
        names = ", ".join(dict.fromkeys(files[letter.agency] for letter in view.letters if letter.agency in kept))
        lines.append(f"Công văn cũ đã có người sửa nên giữ nguyên; bản mới ghi ở: {names}.")
    if view.own:
        counts = ", ".join(
            f"{len(items)} {CONCERN_NAMES[concern]}"
            for concern in CONCERNS
            if (items := view.own.with_concern(concern))
        )
        own = view.own.agency
        lines.append(
            f"{agencies.short_name(own)} ban hành công văn nên không gửi cho mình: {counts}. Xem: kehoach overdue "
            f"--agency {own}; kehoach answers --agency {own}"
        )
    if view.unaddressed:
        names = "; ".join(map(agencies.short_name, view.unaddressed))
        lines.append(
            f"Chưa gửi được vì là cả một nhóm, chưa biết từng cơ quan: {names}. Ghi thành viên (members), hoặc cách "
            "ghi ở Kính gửi (addressed_as), trong agencies.yaml."
        )
    if view.nothing_due:
        names = ", ".join(agencies.short_name(agency) for agency in view.nothing_due)
        lines.append(f"Không có việc cần đôn đốc: {names}.")
    if view.unassigned:
        why = wording.inline(lead_name(NO_LEAD, agencies, view.unassigned))
        lines.append(f"Có {len(view.unassigned)} việc không có nơi để gửi: {why}.")
    if view.open_groups:
        lines.append(open_groups_note(view.open_groups, agencies, "Công văn"))
    columns: Columns[Letter] = [
        (Column("Nơi gửi", least=16, wrap=True), lambda letter: agencies.short_name(letter.agency)),
        *map(_count_column, CONCERNS),
        (Column("Tệp"), lambda letter: files[letter.agency]),
        *([(Column("Phiếu kèm theo"), _form_name(forms))] if forms is not None else []),
    ]
    return Page(tuple(lines), (table_of("", columns, view.letters),) if view.letters else ())


def _documents(view: LettersView, files: FileNames) -> str:
    count = len({files[letter.agency] for letter in view.letters})
    return f"{count} công văn" if count == len(view.letters) else f"1 công văn chung gửi {len(view.letters)} nơi"


def open_groups_note(groups: Iterable[str], agencies: AgencyRegister, sent: str) -> str:
    """Of which groups members are missing, so that what is sent does not reach them."""
    names = "; ".join(map(agencies.short_name, groups))
    return (
        f"Chưa biết đủ thành viên của: {names}. {sent} chỉ gửi thành viên đã khai; "
        "bổ sung ở khóa members trong agencies.yaml."
    )


def _count_column(concern: Concern) -> tuple[Column, Callable[[Letter], str]]:
    column = Column(wording.sentence(CONCERN_NAMES[concern]), least=7, align="right", wrap=True)
    return column, lambda letter: str(len(letter.with_concern(concern)))


def _form_name(forms: FileNames) -> Callable[[Letter], str]:
    return lambda letter: forms.get(letter.agency, wording.UNKNOWN)


def _no_letters(day: str, view: LettersView) -> str:
    if view.own or view.unaddressed:
        return f"Tính đến ngày {day} không có công văn nào gửi được."
    return f"Tính đến ngày {day} không có việc nào cần đôn đốc."


def letters_data(view: LettersView, files: FileNames, forms: FileNames | None = None) -> dict[str, Any]:
    """The summary as plain data, schema 1."""
    return {
        "schema": 1,
        "as_of": view.status.as_of,
        "period": str(view.duties.period),
        "letters": [
            {
                "agency": letter.agency,
                **{concern: [item.record.id for item in letter.with_concern(concern)] for concern in CONCERNS},
                "file": files[letter.agency],
                "form": (forms or {}).get(letter.agency),
            }
            for letter in view.letters
        ],
        "own": view.own
        and {concern: [item.record.id for item in view.own.with_concern(concern)] for concern in CONCERNS},
        "unaddressed": list(view.unaddressed),
        "nothing_due": list(view.nothing_due),
        "open_groups": list(view.open_groups),
        "unassigned": len(view.unassigned),
    }


LETTER_COLUMNS = ("agency", "concern", "id", "file")


def letters_rows(view: LettersView, files: FileNames) -> list[dict[str, Any]]:
    """One flat row per letter and item, for a spreadsheet."""
    return [
        {"agency": letter.agency, "concern": item.concern, "id": item.record.id, "file": files[letter.agency]}
        for letter in view.letters
        for item in letter.items
    ]
