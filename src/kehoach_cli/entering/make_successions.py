"""Make the end of agencies that a document renames, merges, splits or dissolves."""

from collections.abc import Sequence
from datetime import date
from typing import cast

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.entering.named_agency import find_agencies, find_agency, names_in, require_active
from kehoach_cli.entering.named_record import find_record
from kehoach_cli.entering.parse_values import choice
from kehoach_cli.entering.raw_entry import RawEntry
from kehoach_cli.plan.additions import Addition
from kehoach_cli.plan.agencies import AgencyRegister, agencies_in, register
from kehoach_cli.plan.in_force import as_decided, record_in_force
from kehoach_cli.plan.model import SUCCESSION_KINDS, Agency, Plan, Record, Succession, SuccessionKind
from kehoach_cli.vocabulary import wording

_MARK = ";"  # between the agencies in one cell


def raw_reorganisation(ended: Sequence[str], cells: dict[str, str | None], takes: Sequence[str] | None) -> RawEntry:
    """The options as one raw entry: the agencies that end, and the shares of a split, in one cell each."""
    lists = {"id": _MARK.join(ended), "take": _MARK.join(takes or ())}
    return RawEntry({key: text for key, text in {**cells, **lists}.items() if text})


def new_successions(plan: Plan, raw: RawEntry) -> list[Addition]:
    """The end of each agency; the first of them also has the successor that the plan does not know yet."""
    raw.require("by", "date")
    agencies, day = register(plan), raw.day("date")
    ended = find_agencies(raw.cells["id"], agencies, "CƠ QUAN")
    named = names_in(raw.cells.get("into", ""), agencies)
    created = _new_agency(named, raw, agencies, day)
    if created:
        agencies = register(plan._replace(agencies=(*plan.agencies, created)))
    to = tuple(dict.fromkeys(_successor(name, agencies) for name in named))
    for agency_id in ended:
        _require_open(agencies.by_id[agency_id], day)
    for agency_id in to:
        _require_taking(agency_id, ended, agencies, day)
    kind = _kind(raw, ended, to)
    takes = _takes(plan, raw, agencies, to, kind)
    shares = {
        agency_id: [take for take in takes if _has_part(agency_id, take[0], agencies, day)] for agency_id in ended
    }
    for record, _ in takes:
        if not any(_has_part(agency_id, record, agencies, day) for agency_id in ended):
            raise UsageProblem(f"--take: {record.id} không giao việc cho {', '.join(ended)}; bỏ --take {record.id}")
    by, note = raw.line("by"), raw.optional_line("note")
    return [
        Addition(
            agency_id,
            Succession(kind, day, by, to, tuple((record.id, taker) for record, taker in shares[agency_id]), note),
            creates=created,
        )
        for agency_id in ended
    ]


def _new_agency(named: Sequence[str], raw: RawEntry, agencies: AgencyRegister, day: date) -> Agency | None:
    """The successor that `--name` and `--short-name` describe, None without them."""
    given = [option for option in ("name", "short-name") if option in raw.cells]
    if not given:
        return None
    unknown = [name for name in named if agencies.find(name) is None]
    if not unknown:
        raise UsageProblem(f"--{given[0]}: cơ quan ở --into đã có trong agencies.yaml; bỏ --name, --short-name")
    if len(unknown) > 1:
        raise UsageProblem(
            f"--{given[0]}: ở --into có {len(unknown)} cơ quan chưa có trong agencies.yaml ({', '.join(unknown)}); "
            "thêm bản ghi của các cơ quan đó vào tệp trước, rồi chạy lại không có --name, --short-name"
        )
    raw.require("name", "short-name")
    return Agency(unknown[0], raw.line("name"), raw.line("short-name"), from_=day)


def _successor(name: str, agencies: AgencyRegister) -> str:
    try:
        return find_agency(name, agencies, "--into")
    except UsageProblem as problem:
        said = str(problem)
        stop = "" if said.endswith("?") else "."
        raise UsageProblem(f"{said}{stop} Cơ quan mới thì ghi mã ở --into và thêm --name, --short-name") from None


def _require_open(agency: Agency, day: date) -> None:
    """Raise UsageProblem if the agency has an end already, or begins no earlier than the day that follows its end."""
    if agency.last_day:
        raise UsageProblem(
            f"{agency.id} ({agency.short_name}) đã có ngày kết thúc: hoạt động đến hết ngày "
            f"{wording.day(agency.last_day)}; bỏ {agency.id} khỏi lệnh, hoặc sửa bản ghi của nó trong agencies.yaml"
        )
    if agency.from_ and agency.from_ >= day:
        raise UsageProblem(
            f"--date: {agency.id} ({agency.short_name}) hoạt động từ ngày {wording.day(agency.from_)}; ghi ngày sau đó"
        )


def _require_taking(agency_id: str, ended: Sequence[str], agencies: AgencyRegister, day: date) -> None:
    """Raise UsageProblem unless the agency can succeed the others from that day on."""
    if agency_id in ended:
        raise UsageProblem(
            f"--into: {agency_id} không tiếp nhận chính mình; cơ quan ở lại thì bỏ khỏi danh sách cơ quan kết thúc"
        )
    circle = [heir for heir in agencies.heirs(agency_id) if heir in ended]
    if circle:
        raise UsageProblem(
            f"--into: {circle[0]} tiếp nhận {agency_id} sau này, nên không kết thúc mà nhập vào {agency_id} được; "
            f"ghi cơ quan khác, hoặc sửa successors của {agency_id} trong agencies.yaml"
        )
    require_active(agency_id, day, agencies, "--into")


# What each kind asks of the agencies, as the remedy says it.
_ASKS: dict[SuccessionKind, str] = {
    "renamed": "đổi tên là một cơ quan thành đúng một cơ quan",
    "merged": "sáp nhập, hợp nhất là vào đúng một cơ quan",
    "split": "chia, tách là thành từ hai cơ quan trở lên",
    "dissolved": "giải thể là không có cơ quan tiếp nhận",
}


def _kind(raw: RawEntry, ended: Sequence[str], to: Sequence[str]) -> SuccessionKind:
    """The kind given or, without one, what the number of successors says."""
    if "kind" not in raw.cells:
        if not to:
            raise UsageProblem("Thiếu --into: ghi cơ quan tiếp nhận; không có cơ quan nào thì thêm --kind dissolved")
        return "split" if len(to) > 1 else "merged"
    kind = cast("SuccessionKind", choice("--kind", raw.cells["kind"], SUCCESSION_KINDS))
    fits: dict[SuccessionKind, bool] = {
        "renamed": len(ended) == len(to) == 1,
        "merged": len(to) == 1,
        "split": len(to) > 1,
        "dissolved": not to,
    }
    if fits[kind]:
        return kind
    raise UsageProblem(f"--kind {kind}: {_ASKS[kind]}; sửa lại danh sách ở --into, hoặc chọn --kind khác")


def _takes(
    plan: Plan, raw: RawEntry, agencies: AgencyRegister, to: Sequence[str], kind: SuccessionKind
) -> list[tuple[Record, str]]:
    """The records that go to one successor alone, each with its id."""
    given = [text for text in raw.cells.get("take", "").split(_MARK) if text]
    if given and kind != "split":
        raise UsageProblem("--take: chỉ chia, tách mới phân từng bản ghi cho cơ quan tiếp nhận; bỏ --take")
    takes: dict[str, tuple[Record, str]] = {}
    for text in given:
        identifier, equals, name = text.partition("=")
        if not equals:
            raise UsageProblem(f"--take: không hiểu «{text}»; viết MÃ=CƠ-QUAN, ví dụ CQS-01={to[0]}")
        record, taker = find_record(plan, identifier), find_agency(name, agencies, "--take")
        if taker not in to:
            raise UsageProblem(f"--take: {taker} không có trong --into; chọn một trong: {', '.join(to)}")
        if record.id in takes:
            raise UsageProblem(f"--take: {record.id} được ghi hai lần; giữ lại một")
        takes[record.id] = record, taker
    return list(takes.values())


def _has_part(agency_id: str, record: Record, agencies: AgencyRegister, day: date) -> bool:
    """Whether the record names the agency, or a group with it, by the decision or on the day."""
    states = as_decided(record), record_in_force(record, day)
    named = {name for state in states for name in agencies_in(state, None)}
    return not named.isdisjoint({agency_id, *agencies.groups_of(agency_id)})
