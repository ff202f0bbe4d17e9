"""Build the data that the template of one letter to all bodies may name."""

from datetime import date
from typing import Any

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.reports.letterhead import roman
from kehoach_cli.reports.letters.latest_answer import collector
from kehoach_cli.reports.letters.letter_context import (
    CONCERN_NAMES,
    counted_matters,
    days_asked,
    letters_in_all,
    matter_row,
)
from kehoach_cli.reports.letters.letter_items import LettersView, addressed_as


def joint_context(
    view: LettersView, agencies: AgencyRegister, reply_by: date, *, with_form: bool = False
) -> dict[str, Any]:
    """The data for a template of the kind `cong-van-chung`: one letter to all bodies, with an annex of their work."""
    as_of, head = view.status.as_of, view.head
    return {
        **letters_in_all(view.letters, view, with_form=with_form),
        **days_asked(as_of, reply_by),
        "kinh_gui": list(head.addressees) or joint_addressees(view, agencies),
        "noi_nhan_bao_cao": collector(view.status.plan, agencies),
        "cac_noi_gui": [
            {
                "stt": number,
                "la_ma": roman(number),
                "ten": addressed_as(letter.agency, agencies),
                "ten_tat": agencies.short_name(letter.agency),
                "dem": counted_matters(letter.items),
                "viec": [
                    {**matter_row(position, item, as_of, agencies), "tinh_trang": CONCERN_NAMES[item.concern]}
                    for position, item in enumerate(letter.items, 1)
                ],
            }
            for number, letter in enumerate(view.letters, 1)
        ],
    }


def joint_addressees(view: LettersView, agencies: AgencyRegister) -> list[str]:
    """The bodies as one letter addresses them: a group in place of its members where all that are known are asked.

    The sender need not be; of groups that overlap the larger counts.
    """
    asked = [letter.agency for letter in view.letters]
    members = {
        group: {
            body
            for body, each in agencies.by_id.items()
            if group in agencies.groups_of(body) and not (each.ended or each.members) and body != view.head.agency
        }
        for group, agency in agencies.by_id.items()
        if agency.addressed_as and agency.members and agency.members_complete and not agency.ended
    }
    stands_for: dict[str, str] = {}
    for group, known in sorted(members.items(), key=lambda item: -len(item[1])):
        if known == {body for body in asked if group in agencies.groups_of(body)} and not known & stands_for.keys():
            stands_for |= dict.fromkeys(known, group)
    return list(dict.fromkeys(addressed_as(stands_for.get(body, body), agencies) or body for body in asked))
