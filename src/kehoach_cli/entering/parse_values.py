"""Parse values as people write them: days, figures, states. Raises UsageProblem that says what to write instead."""

import re
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NoReturn

from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.plan.agencies import name_key
from kehoach_cli.plan.agency import SuccessionKind
from kehoach_cli.plan.due import Due, DueError, parse_due
from kehoach_cli.plan.figures import AmbiguousFigure, FigureError, ambiguous_in, parse_figure
from kehoach_cli.plan.measures import is_rank
from kehoach_cli.plan.model import Indicator
from kehoach_cli.plan.periods import FIRST_YEAR, LAST_YEAR
from kehoach_cli.plan.targets import TargetError, parse_target
from kehoach_cli.plan.values import Direction, Target, Verdict
from kehoach_cli.vocabulary import said_words, wording
from kehoach_cli.vocabulary.refused_due import only_year, refused_due
from kehoach_cli.vocabulary.said_words import SaidState, verdict_of
from kehoach_cli.vocabulary.target_words import target_fault
from kehoach_cli.yaml import characters

_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_SLASHED = re.compile(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})")
_YES, _NO = ("có", "x", "1", "true", "ước"), ("không", "0", "false", "chính thức")


def parse_day(text: str, option: str = "--as-of") -> date:
    """`2023-10-01` or `1/10/2023`. Raises UsageProblem for anything else, naming the option."""
    iso, slashed = _ISO.fullmatch(text.strip()), _SLASHED.fullmatch(text.strip())
    if iso:
        year, month, day = iso.groups()
    elif slashed:
        day, month, year = slashed.groups()
    else:
        raise UsageProblem(f"{option}: không hiểu ngày «{text}»; viết 2023-10-01 hoặc 1/10/2023")
    parse_year(year, option)
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        raise UsageProblem(
            f"{option}: ngày «{text}» không có trong lịch; sửa lại ngày hoặc tháng, viết 2023-10-01 hoặc 1/10/2023"
        ) from None


def parse_year(text: str, option: str) -> int:
    """`2023`. Raises UsageProblem for anything else, and outside of the years that the program knows."""
    year = text.strip()
    if len(year) == 4 and year.isascii() and year.isdecimal() and FIRST_YEAR <= int(year) <= LAST_YEAR:
        return int(year)
    raise UsageProblem(f"{option}: không hiểu năm «{text}»; viết bốn chữ số, từ {FIRST_YEAR} đến {LAST_YEAR}")


def parse_years(text: str, option: str) -> range:
    """`2023`, `2026-2030`: the years of a plan. Raises UsageProblem for anything else, and for a reversed span."""
    ends = [parse_year(end, option) for end in text.replace("–", "-").split("-", 1)]
    if ends[0] > ends[-1]:
        raise UsageProblem(f"{option}: năm đầu {ends[0]} sau năm cuối {ends[-1]}; viết năm nhỏ trước, ví dụ 2026-2030")
    return range(ends[0], ends[-1] + 1)


def is_day(text: str) -> bool:
    """Whether the text has the form of a day. The day need not exist."""
    return bool(_ISO.fullmatch(text.strip()) or _SLASHED.fullmatch(text.strip()))


def parse_line(text: str, option: str) -> str:
    """One line of text, with runs of whitespace made one space. Raises UsageProblem if it is blank."""
    if line := " ".join(text.split()):
        return line
    raise UsageProblem(f"{option}: cần một dòng chữ, không để trống")


def refuse_unseen(text: str, option: str) -> None:
    """Raise UsageProblem if the text holds a character that does not show; the message names it."""
    if unseen := characters.unseen_in(text):
        raise UsageProblem(f"{option}: {unseen}")


def choice(option: str, text: str, choices: tuple[str, ...]) -> str:
    """The text, if it is one of the choices. Raises UsageProblem otherwise."""
    if text in choices:
        return text
    raise UsageProblem(f"{option}: không có giá trị «{text}»; chọn một trong: {', '.join(choices)}")


def parse_amount(text: str, unit: str, option: str) -> Decimal:
    """A figure, with or without its unit: `45,5`, `45.5`, `45,5%`, `1.234,5 hồ sơ`; with `-` or U+2212 below zero.

    Raises:
        UsageProblem: it is no number, has another unit, or is ambiguous: `1.234` may be a thousand or a fraction.
    """
    bare = text.strip()
    if is_rank(unit):
        bare = bare.lower().removeprefix("hạng").strip()
    if unit and bare.casefold().endswith(unit.casefold()):
        bare = bare[: -len(unit)].rstrip()
    elif bare.endswith("%"):
        raise UsageProblem(f"{option}: «{text}» là phần trăm mà chỉ tiêu tính bằng {unit}; ghi số theo đơn vị {unit}")
    try:
        return parse_figure(bare)
    except AmbiguousFigure:
        raise _ambiguous(text, bare, option) from None
    except FigureError:
        by_unit = f" theo đơn vị {unit}" if unit else ""
        raise UsageProblem(f"{option}: «{text}» không phải là số{by_unit}; viết như 45,5 hoặc 45.5") from None


def parse_fraction(text: str, indicator: Indicator, option: str, *, answered: bool) -> tuple[Decimal, Decimal]:
    """A numerator and a denominator: `45/120`, of what one agency answers. Raises UsageProblem for anything else."""
    numerator, _, denominator = text.partition("/")
    if not answered:
        raise UsageProblem(
            f"{option}: tử số và mẫu số «{text}» là báo cáo của một cơ quan; thêm --agency CƠ QUAN, kết quả chung thì "
            "ghi tỷ lệ"
        )
    if not indicator.unit.startswith("%"):
        raise UsageProblem(f"{option}: «{text}» là tỷ lệ mà {indicator.id} tính bằng {indicator.unit}; ghi một số")
    if "%" in text or not (numerator.strip() and denominator.strip()):
        raise UsageProblem(
            f"{option}: báo cáo của cơ quan về {indicator.id} ghi cả tử số và mẫu số, ví dụ 45/120, thay cho «{text}»"
        )
    return parse_amount(numerator, "", option), parse_amount(denominator, "", option)


def parse_goal(text: str, unit: str, option: str) -> Target | None:
    """A target as a plan writes it: `60`, `30-50`, `≥ 60`, `trên 90%`; None for `-` and `không`.

    A figure or a range with or without its unit is kept as such, other words as they are.

    Raises:
        UsageProblem: it is no target, in another unit, or a bare figure that is ambiguous.
    """
    if is_nothing(text):
        return None
    if "%" in text and not unit.startswith("%"):
        raise UsageProblem(f"{option}: «{text}» là phần trăm mà chỉ tiêu tính bằng {unit}; ghi số theo đơn vị {unit}")
    try:
        target = parse_target(text)
    except TargetError as error:
        raise UsageProblem(f"{option}: {'; '.join(map(wording.inline, target_fault(error)))}") from None
    plain = target._replace(text=None, remark=None)
    said = target.remark is not None and name_key(target.remark) != name_key(unit)
    if said or plain != Target(target.min, target.max):
        return target
    if figure := ambiguous_in(text):
        raise _ambiguous(text, figure, option)
    return plain


def _ambiguous(text: str, figure: str, option: str) -> UsageProblem:
    """What refuses `1.234`."""
    return UsageProblem(
        f"{option}: «{text}» có thể là {figure.replace('.', '')} hoặc {figure.replace('.', ',')}; "
        "ghi lại theo một trong hai cách đó"
    )


def parse_verdict(text: str, option: str) -> Verdict:
    """`đạt`, `Chưa đạt`, `vượt`. Raises UsageProblem for anything else."""
    if verdict := verdict_of(text):
        return verdict
    raise UsageProblem(f"{option}: chỉ tiêu bằng lời thì ghi đạt, chưa đạt hoặc vượt, không phải «{text}»")


def is_nothing(text: str) -> bool:
    """Whether the text takes a value away, as a dash does in a plan."""
    return name_key(text) in ("", "không")


def parse_flag(text: str, option: str) -> bool:
    """`có`, `x`, `1`; `không`, `0`. Raises UsageProblem for anything else."""
    said = name_key(text)
    if said in _YES or said in _NO:
        return said in _YES
    raise UsageProblem(f"{option}: không hiểu «{text}»; ghi có hoặc không, hoặc để trống")


def parse_share(text: str, option: str) -> Decimal:
    """The share of work done, in percent: `60`, `60%`. Raises UsageProblem unless it is from 0 to 100."""
    value = parse_amount(text, "%", option)
    if not 0 <= value <= 100:
        raise UsageProblem(f"{option}: «{text}» không nằm trong khoảng 0–100; ghi phần công việc đã làm xong, ví dụ 60")
    return value


def parse_state(text: str, option: str) -> SaidState:
    """`in-progress`, `Đang triển khai`, `Hoàn thành quá hạn`; see `said_words` for all."""
    return said_words.state_of(text) or _unknown(text, option, said_words.STATE_WORDS)


def parse_direction(text: str, option: str) -> Direction:
    """`increase`, `Càng cao càng tốt`, and so on for the other direction."""
    return said_words.code_of(text, said_words.DIRECTION_WORDS) or _unknown(text, option, said_words.DIRECTION_WORDS)


def parse_succession_kind(text: str, option: str) -> SuccessionKind:
    """`renamed`, `đổi tên`, and so on for the other kinds."""
    return said_words.code_of(text, said_words.SUCCESSION_WORDS) or _unknown(text, option, said_words.SUCCESSION_WORDS)


def _unknown(text: str, option: str, words: Mapping[str, str]) -> NoReturn:
    """Raise UsageProblem with the words for each code."""
    listed = ", ".join(map(wording.inline, said_words.first_words(words)))
    raise UsageProblem(f"{option}: không có giá trị «{text}»; chọn một trong: {listed}")


def parse_new_due(text: str, option: str, years: range) -> Due:
    """A deadline of a plan of these years. Raises UsageProblem with the nearest form for what cannot be read."""
    try:
        return parse_due(text, only_year(years))
    except DueError as error:
        message, remedy, near = refused_due(error, f"«{text}»", years)
        more = "" if near else "; các dạng khác: kehoach explain KH205"
        raise UsageProblem(f"{option}: {wording.inline(message)}; {wording.inline(remedy)}{more}") from None
