"""Việc kết thúc, sắp xếp cơ quan ghi chưa đủ hoặc chưa khớp

Cơ quan kết thúc hoạt động thì việc của nó phải có nơi tiếp nhận, nếu không thì không biết gửi công văn đôn đốc cho ai
và ai phải báo cáo. until là ngày cuối của cơ quan cũ, successors.date là ngày liền sau, ngày đầu của cơ quan tiếp nhận.
Đổi tên, sáp nhập thì về một cơ quan; chia, tách thì về nhiều cơ quan; giải thể thì không về cơ quan nào.

Sai:
    - id: STTTT
      until: 2025-02-28

Đúng:
    - id: STTTT
      until: 2025-02-28
      successors: {kind: merged, to: [SKHCN], date: 2025-03-01, by: NQ 45/NQ-HĐND}
"""

from collections.abc import Iterator
from datetime import timedelta

from kehoach_cli.diagnostics import Problem, Related, Step
from kehoach_cli.plan.agency import Agency, Succession
from kehoach_cli.plan.periods import Day
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import terms, wording

_ONE_DAY = timedelta(days=1)


def check(subject: Subject) -> Iterator[Problem]:
    for agency in subject.plan.agencies:
        for path, message, remedy in (*_days(agency), *_kinds(agency)):
            yield Problem(message, remedy, subject.at(agency, *path))
        if agency.successors:
            yield from _successors(subject, agency, agency.successors)


_Fault = tuple[tuple[Step, ...], str, str]


def _days(agency: Agency) -> Iterator[_Fault]:
    until, successors = agency.until, agency.successors
    if agency.from_ and until and agency.from_ > until:
        message = f"Ngày đầu của {agency.id} {wording.day(agency.from_)} sau ngày cuối {wording.day(until)}"
        yield ("from",), message, "Xem lại hai ngày theo văn bản"
    if until and not successors:
        yield (
            ("until",),
            f"{agency.id} kết thúc ngày {wording.day(until)} mà không ghi cơ quan nào tiếp nhận",
            f"Thêm «successors: {{kind: …, to: […], date: {_after(until)}, by: số và ngày văn bản}}»; giải thể thì ghi "
            "«kind: dissolved», không có to",
        )
    elif successors and not until:
        before = (successors.date - _ONE_DAY).isoformat()
        message = f"{agency.id} có cơ quan tiếp nhận mà không ghi ngày cuối hoạt động"
        yield ("successors",), message, f"Thêm «until: {before}»"
    elif successors and until and successors.date != until + _ONE_DAY:
        message = (
            f"Ngày tiếp nhận {wording.day(successors.date)} không phải ngày liền sau ngày cuối của {agency.id} "
            f"{wording.day(until)}"
        )
        remedy = f"Sửa thành «date: {_after(until)}», hoặc sửa until theo văn bản"
        yield ("successors", "date"), message, remedy


def _after(day: Day) -> str:
    return (day + _ONE_DAY).isoformat()


def _kinds(agency: Agency) -> Iterator[_Fault]:
    if agency.successors is None:
        return
    kind, to = agency.successors.kind, agency.successors.to
    how = terms.SUCCESSION[kind].removesuffix(" thành")
    if kind == "dissolved" and to:
        message = f"{agency.id} giải thể mà vẫn có cơ quan tiếp nhận"
        yield ("successors", "to"), message, "Xóa to, hoặc ghi kind là renamed, merged hay split"
    elif kind != "dissolved" and not to:
        message = f"{agency.id} {how} mà không ghi thành cơ quan nào"
        yield ("successors", "kind"), message, "Thêm «to: […]» với mã cơ quan tiếp nhận; giải thể thì ghi dissolved"
    elif kind in ("renamed", "merged") and len(to) > 1:
        message = f"{agency.id} {how} thì chỉ thành một cơ quan, mà to có {len(to)} cơ quan"
        yield ("successors", "to", 1), message, "Giữ một mã; nếu chia cho nhiều cơ quan thì ghi «kind: split»"


def _successors(subject: Subject, agency: Agency, succession: Succession) -> Iterator[Problem]:
    """Findings for successors that do not exist on the first day of the succession."""
    day = wording.day(succession.date)
    for index, identifier in enumerate(succession.to):
        heir = subject.agencies.by_id.get(identifier)
        if heir is None or identifier == agency.id:  # KH302's and KH312's findings
            continue
        if identifier in subject.agencies.groups_of(agency.id):
            key, message = "members", f"{identifier} là nhóm có {agency.id}, không phải cơ quan tiếp nhận của nó"
        elif heir.from_ and heir.from_ > succession.date:
            key, message = "from", f"{identifier} hoạt động từ ngày {wording.day(heir.from_)}, sau ngày tiếp nhận {day}"
        elif heir.until and heir.until < succession.date:
            key, message = "until", f"{identifier} kết thúc ngày {wording.day(heir.until)}, trước ngày tiếp nhận {day}"
        else:
            continue
        yield Problem(
            message,
            "Xem lại hai ngày, hoặc ghi đúng cơ quan tiếp nhận",
            subject.at(agency, "successors", "to", index),
            related=(Related(subject.at(heir, key), f"bản ghi của {identifier}"),),
        )
