"""What became of a day's letters: which were written to whom about how much, and what no letter reaches."""

from collections.abc import Callable, Collection, Mapping
from typing import Any

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.reports.letters.items import CONCERNS, Concern, Letter, LettersView
from kehoach_cli.reports.letters.letter_context import HEADS
from kehoach_cli.reports.pages import Column, Columns, Page, tabulated
from kehoach_cli.vocabulary import wording

Place = Mapping[str, str]  # each body's file, as the user would name it


def summary_page(
    view: LettersView, agencies: AgencyRegister, files: Place, folder: str, kept: Collection[str] = ()
) -> Page:
    """Which letters were written, to whom nothing needs saying, and what no letter reaches.

    `kept` are the bodies whose earlier letter had been edited and was left as it is, the new one beside it.
    """
    day = wording.day(view.status.as_of)
    lines = [
        f"Đôn đốc tính đến ngày {day}: {len(view.letters)} công văn trong {folder}"
        if view.letters
        else _no_letters(day)
    ]
    if kept:
        names = ", ".join(files[letter.agency] for letter in view.letters if letter.agency in kept)
        lines.append(f"Công văn cũ đã có người sửa nên giữ nguyên; bản mới ghi ở: {names}.")
    if view.content:
        names = ", ".join(agencies.short_name(agency) for agency in view.content)
        lines.append(f"Không có việc cần đôn đốc: {names}.")
    if view.unassigned:
        lines.append(f"Có {view.unassigned} việc chưa giao cơ quan chủ trì nên không có nơi để gửi.")
    if view.open_groups:
        groups = "; ".join(agencies.short_name(group) for group in view.open_groups)
        lines.append(
            f"Chưa biết đủ thành viên của: {groups}. Công văn chỉ gửi thành viên đã khai; "
            "bổ sung ở khóa members trong agencies.yaml."
        )
    columns: Columns[Letter] = [
        (Column("Nơi gửi", least=16, wrap=True), lambda letter: agencies.short_name(letter.agency)),
        *map(_count_column, CONCERNS),
        (Column("Tệp"), lambda letter: files[letter.agency]),
    ]
    return Page(tuple(lines), (tabulated("", columns, view.letters),) if view.letters else ())


def _count_column(concern: Concern) -> tuple[Column, Callable[[Letter], str]]:
    column = Column(wording.sentence(HEADS[concern]), least=7, align="right", wrap=True)
    return column, lambda letter: str(len(letter.about(concern)))


def _no_letters(day: str) -> str:
    return f"Tính đến ngày {day} không có việc nào cần đôn đốc."


def letters_data(view: LettersView, files: Place) -> dict[str, Any]:
    """The same as plain data, schema 1."""
    return {
        "schema": 1,
        "as_of": view.status.as_of,
        "letters": [
            {
                "agency": letter.agency,
                **{concern: [matter.record.id for matter in letter.about(concern)] for concern in CONCERNS},
                "file": files[letter.agency],
            }
            for letter in view.letters
        ],
        "nothing_due": list(view.content),
        "open_groups": list(view.open_groups),
        "unassigned": view.unassigned,
    }


def letters_rows(view: LettersView, files: Place) -> list[dict[str, Any]]:
    """One flat row per letter and matter, for a spreadsheet."""
    return [
        {"agency": letter.agency, "concern": matter.concern, "id": matter.record.id, "file": files[letter.agency]}
        for letter in view.letters
        for matter in letter.matters
    ]
