"""Make the end of agencies that a document renames, merges, splits or dissolves."""

from collections.abc import Sequence
from datetime import date

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.entering.named_agency import find_agencies, find_agency, names_in
from kehoach_cli.entering.named_record import find_record
from kehoach_cli.entering.parse_values import parse_succession_kind
from kehoach_cli.entering.raw_entry import RawEntry
from kehoach_cli.plan.additions import Addition
from kehoach_cli.plan.agencies import AgencyRegister, register
from kehoach_cli.plan.agency import Agency, Succession, SuccessionKind
from kehoach_cli.plan.model import Plan
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
        _require_open(agencies.by_id[agency_id])
    takes = _takes(plan, raw, agencies)
    if takes and len(ended) > 1:
        raise UsageProblem("--take: chỉ phân bản ghi khi chia, tách một cơ quan; ghi từng cơ quan bằng một lệnh")
    succession = Succession(_kind(raw, to), day, raw.line("by"), to, takes, raw.optional_line("note"))
    return [Addition(agency_id, succession, creates=created) for agency_id in ended]


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


def _require_open(agency: Agency) -> None:
    """Raise UsageProblem if the agency has an end already."""
    if agency.last_day:
        raise UsageProblem(
            f"{agency.id} ({agency.short_name}) đã có ngày kết thúc: hoạt động đến hết ngày "
            f"{wording.day(agency.last_day)}; bỏ {agency.id} khỏi lệnh, hoặc sửa bản ghi của nó trong agencies.yaml, "
            "để người duyệt quyết định"
        )


def _kind(raw: RawEntry, to: Sequence[str]) -> SuccessionKind:
    """The kind given or, without one, what the number of successors says."""
    if "kind" in raw.cells:
        return parse_succession_kind(raw.cells["kind"], "--kind")
    if not to:
        raise UsageProblem("Thiếu --into: ghi cơ quan tiếp nhận; không có cơ quan nào thì thêm --kind dissolved")
    return "split" if len(to) > 1 else "merged"


def _takes(plan: Plan, raw: RawEntry, agencies: AgencyRegister) -> tuple[tuple[str, str], ...]:
    """The records that go to one successor alone: ids of records with those of agencies."""
    takes: dict[str, str] = {}
    for text in filter(None, raw.cells.get("take", "").split(_MARK)):
        identifier, equals, name = text.partition("=")
        if not equals:
            raise UsageProblem(f"--take: không hiểu «{text}»; viết MÃ=CƠ-QUAN, ví dụ CQS-01=STTTT")
        record = find_record(plan, identifier).id
        if record in takes:
            raise UsageProblem(f"--take: {record} được ghi hai lần; giữ lại một")
        takes[record] = find_agency(name, agencies, "--take")
    return tuple(takes.items())
