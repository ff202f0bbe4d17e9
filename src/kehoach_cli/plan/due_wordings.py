"""The wordings of deadlines, as regular expressions for the parser and for editors.

They are matched with a whole text in lower case, in NFC, with single blanks. No set names a letter, so that
`loading/schema/due_pattern.py` can make of them what a person types. Whether a day exists and a span of more than one
year runs forward is left to the parser. Patterns stay text: `re` compiles each when it is first tried.
"""

import re
from collections.abc import Mapping

from kehoach_cli.plan.periods import PeriodKind

DAY = r"(?:3[01]|[12][0-9]|0?[1-9])"
MONTH = r"(?:1[0-2]|0?[1-9])"
YEAR = r"(?:(?:19|2[01])[0-9]{2}|2200)"
QUARTER = r"(?:iii|iv|ii|i|0?[1-4])"

# One day or period. A pattern without the group `year` is about the plan's year.
_OF_YEAR = rf"(?: ?/ ?(?:năm )?| ?- ?|,? (?:của )?(?:năm )?)(?P<year>{YEAR})"
_MONTH_WORD, _QUARTER_WORD = r"(?:tháng |t\.?|th\.?)", r"(?:quý |quí |q\.? ?)"
_PART = r"(?:(?:0?3|ba) tháng (?P<three>đầu|cuối)|(?:(?:0?6|sáu) tháng|nửa) (?P<six>đầu|cuối)) (?:của )?năm"
POINTS = (
    rf"(?:năm )?(?P<year>{YEAR})",
    rf"{_QUARTER_WORD}(?P<quarter>{QUARTER}){_OF_YEAR}",
    rf"{_MONTH_WORD}(?P<month>{MONTH}){_OF_YEAR}",
    rf"(?P<month>{MONTH}) ?/ ?(?:năm )?(?P<year>{YEAR})",
    rf"(?:ngày )?(?P<day>{DAY}) ?/ ?(?P<month>{MONTH})(?: ?/ ?(?:năm )?| năm )(?P<year>{YEAR})",
    rf"{_PART}(?: ?/ ?| )(?P<year>{YEAR})",
    rf"(?P<year>{YEAR})-(?P<month>0[1-9]|1[0-2])",
    rf"(?P<year>{YEAR})-q(?P<quarter>[1-4])",
    rf"(?P<year>{YEAR})-h(?P<half>[12])",
    rf"(?P<year>{YEAR})-(?P<month>0[1-9]|1[0-2])-(?P<day>0[1-9]|[12][0-9]|3[01])",
    rf"(?:ngày )?(?P<day>{DAY}) ?- ?(?P<month>{MONTH}) ?- ?(?P<year>{YEAR})",
    rf"(?:ngày )?(?P<day>{DAY})\.(?P<month>{MONTH})\.(?P<year>{YEAR})",
    rf"ngày (?P<day>{DAY}) tháng (?P<month>{MONTH}){_OF_YEAR}",
)
POINTS_OF_THE_YEAR = (
    rf"{_QUARTER_WORD}(?P<quarter>{QUARTER})",
    rf"{_MONTH_WORD}(?P<month>{MONTH})",
    rf"(?:ngày )?(?P<day>{DAY}) ?/ ?(?P<month>{MONTH})",
    _PART,
    rf"ngày (?P<day>{DAY}) tháng (?P<month>{MONTH})",
    r"năm",
)


def _unnamed(pattern: str) -> str:
    return re.sub(r"\(\?P<[a-z]+>", "(?:", pattern)


def _any(*patterns: str) -> str:
    """What one of the patterns matches, without their groups."""
    return f"(?:{'|'.join(map(_unnamed, patterns))})"


_POINT, _POINT_OF_THE_YEAR = _any(*POINTS), _any(*POINTS_OF_THE_YEAR[:-1])
_WHOLE_DAY, _DAY_OF_THE_YEAR = _any(POINTS[4]), _any(POINTS_OF_THE_YEAR[2])

# Spans within one year do not run backward: «3-5», «II đến quý IV»; what «và» or a comma joins lies side by side.
_TO = r"(?: ?[-–—] ?|,? (?:đến|tới) (?:hết |cuối )?)"
_AND = r"(?: ?[,;] ?| và |, và )"


def _spans(word: str, names: list[str], together: int) -> str:
    """Spans of what these names and the word say, in order; `together` is how many may be joined at most."""
    again, spans = f"(?:{word})?", []
    for place, name in enumerate(names):
        side_by_side = ""
        for following in reversed(names[place + 1 : place + together]):
            side_by_side = f"{_AND}{again}{following}" + (side_by_side and f"(?:{side_by_side})?")
        spans.append(f"{name}(?:{_TO}{again}(?:{'|'.join(names[place:])}){side_by_side and f'|{side_by_side}'})")
    return f"{word}(?:{'|'.join(spans)})"


_MONTHS = _spans(_MONTH_WORD, [f"0?{month}" if month < 10 else str(month) for month in range(1, 13)], 3)
_QUARTERS = _spans(_QUARTER_WORD, ["(?:i|0?1)", "(?:ii|0?2)", "(?:iii|0?3)", "(?:iv|0?4)"], 4)
_NINE_MONTHS = r"(?:0?9|chín) tháng (?:đầu|cuối) (?:của )?năm"

_HOUR = r"(?:(?:1[0-9]|2[0-4]|0?[0-9]) ?(?:giờ|h)(?: ?[0-5][0-9](?: ?phút)?)?,? )?"
_LEADS = (
    r"(?:(?:trong|hoàn thành|xong|đến|tới|hết|chậm nhất|muộn nhất|là|vào|cuối|cả|dự kiến|thực hiện|triển khai|"
    r"ban hành|từ nay đến|thời gian|thời hạn|hạn|hạn cuối cùng):? )*"
)
_BEFORE = rf"(?:(?P<before>trước )(?P<whole>(?:khi )?(?:hết |cuối |kết thúc )+)?)?{_HOUR}"
_YEARS_ON = r"(?:,? và |, | - )(?:những |các )?(?:năm|giai đoạn) (?:tiếp theo|kế tiếp|tiếp sau|sau đó|về sau|sau)"
_ON = rf"(?:{_YEARS_ON}|,? trở đi|,? (?:và |sau đó )(?:(?:duy trì )?thường xuyên|(?:định kỳ )?(?:hằng|hàng) năm))"
# A year that is no part of a document's number, a day, a month, a quarter.
SOME_DATE = rf"(?:{YEAR}(?!/[^0-9\s]|[0-9])|{DAY}/{MONTH}(?![0-9])|quý (?:i|v|[1-4])|tháng [0-9])"
_OTHER_DATE = rf"(?:từ|đến) (?:hết )?(?:năm |ngày )?{SOME_DATE}"  # a condition with one would hide a second deadline
_WHEN = (
    rf"(?:và )?(?:(?:ngay )?(?:sau khi|khi có|theo) (?!.*{_OTHER_DATE})\S.*?|đột xuất(?: \S.*?)?"
    r"|(?:định hướng|tầm nhìn) \S.*?)"
)
_ASIDE = rf"(?!(?:bắt đầu |kể )?{_OTHER_DATE}|{YEAR} ?[-–] ?{YEAR})(?=\S)(?:[^()]|\([^()]*\))+?"
_CONDITION = rf"(?: ?\( ?(?P<aside>{_ASIDE}) ?\)|(?:[,;:]| ?[-–—])? (?P<when>{_WHEN}))?(?: ?[.;,])?"


def _dated(*alternatives: str) -> str:
    return rf"{_LEADS}(?:{'|'.join(alternatives)})(?P<on>{_ON})?{_CONDITION}"


_DATED = _dated(
    rf"{_BEFORE}(?P<point>{_POINT})",
    rf"(?:từ )?(?P<months>{_MONTHS}{_unnamed(_OF_YEAR)})",
    rf"(?:từ )?(?P<quarters>{_QUARTERS}{_unnamed(_OF_YEAR)})",
    rf"(?P<nine>{_NINE_MONTHS}(?: ?/ ?| ){YEAR})",
    rf"(?:giai đoạn |thời kỳ |các |(?:0?[2-5]|hai|ba) )?(?:từ )?(?P<first>{_POINT}){_TO}(?P<last>{_POINT})",
    rf"(?:từ )?(?P<first_in>{_any(*POINTS_OF_THE_YEAR[:2])}){_TO}(?P<rest>năm {YEAR})",
    rf"(?:từ )?(?P<first_day>{_DAY_OF_THE_YEAR}|ngày {DAY}){_TO}(?P<last_day>{_WHOLE_DAY})",
    rf"(?:các )?(?P<years>(?:năm )?{YEAR}(?:{_AND}(?:năm )?{YEAR})+)",
    rf"(?:kể |bắt đầu )?từ (?P<since>{_POINT})(?={_ON})",
)
_DATED_IN_THE_YEAR = _dated(
    rf"{_BEFORE}(?P<point>{_POINT_OF_THE_YEAR})",
    r"(?:trong|cả|hết|cuối|trước hết|trước cuối) (?P<this>năm)",
    rf"(?:từ )?(?P<months>{_MONTHS})",
    rf"(?:từ )?(?P<quarters>{_QUARTERS})",
    rf"(?P<nine>{_NINE_MONTHS})",
    rf"(?:từ )?(?P<first>{_DAY_OF_THE_YEAR}){_TO}(?P<last>{_DAY_OF_THE_YEAR})",
    rf"(?:kể |bắt đầu )?từ (?P<since>{_POINT_OF_THE_YEAR})(?={_ON})",
)

# Duties that recur. Each unit of time has its names; the shortest that a wording names counts.
UNITS: Mapping[PeriodKind, str] = {
    "week": r"(?:0?1 |một )?tuần",
    "month": r"(?:0?1 |một )?tháng",
    "quarter": r"(?:(?:0?1 |một )?quý|(?:0?3|ba) tháng)",
    "half": r"(?:(?:0?6|sáu) tháng|nửa năm)",
    "year": r"(?:(?:0?1 |một )?năm|12 tháng)",
}
TIMES_A_YEAR: Mapping[PeriodKind, str] = {"quarter": r"(?:0?4|bốn) lần", "half": r"(?:0?2|hai) lần", "month": r"12 lần"}
_EACH = r"(?:hằng|hàng|mỗi|từng)"
_AT_LEAST = r"(?:(?:ít nhất|tối thiểu) )?"
_UNIT, _ONCE = f"(?:{'|'.join(UNITS.values())})", r"(?:0?1|một) lần"
_EVERY = rf"(?:(?:định kỳ |báo cáo |thực hiện |theo )*{_EACH}|định kỳ|theo) {_UNIT}"
_RATES = (
    rf"(?:định kỳ |{_EACH} )?{_UNIT}(?: ?/ ?| )(?:(?:0?1|một) )?lần",
    rf"{_AT_LEAST}{_ONCE}(?: ?/ ?| trong | mỗi ){_UNIT}",
    rf"{_AT_LEAST}(?:{'|'.join(TIMES_A_YEAR.values())})(?: ?/ ?| trong | mỗi )(?:0?1 |một )?năm",
    rf"(?:(?:{_EACH}|một|0?1) )?năm {_AT_LEAST}(?:{'|'.join(TIMES_A_YEAR.values())})",
    rf"{_EVERY}(?: {_AT_LEAST}{_ONCE})?(?:(?:{_AND}| ?/ ?)(?:{_EACH} )?{_UNIT})*",
    rf"{_UNIT}(?:{_AND}(?:{_EACH} )?{_UNIT})+",
)
_BY = rf"(?:(?:vào|trước|chậm nhất|muộn nhất|là|đến|hoàn thành|báo cáo|xong|trong|thực hiện):? )*{_HOUR}"
WEEKDAYS = ("(?:hai|2)", "(?:ba|3)", "(?:tư|4)", "(?:năm|5)", "(?:sáu|6)", "(?:bảy|7)")
_WEEKDAY = rf"(?:ngày )?(?:thứ (?:{'|'.join(WEEKDAYS)})|chủ nhật)"
_LAST_MONTH = r"(?:của )?tháng cuối"


def _by_own_day(own: str, unit: str) -> str:
    """The own day before the unit, or after it."""
    each = rf"(?:định kỳ )?{_EACH} {unit}"
    return rf"{own} (?:của )?{each}|{each}(?:,? | ?\( ?){_BY}{own}(?: ?\))?"


_RECURRING = (
    rf"(?:(?P<by>{_BY})(?:(?P<week>{_by_own_day(_WEEKDAY, 'tuần')})"
    rf"|(?P<month>{_by_own_day(f'ngày (?:mùng )?{DAY}', 'tháng')}|cuối {_EACH} tháng)"
    rf"|(?P<quarter>{_by_own_day(f'ngày {DAY} {_LAST_MONTH}(?: (?:của )?quý)?', 'quý')}"
    rf"|ngày {DAY} {_LAST_MONTH} (?:của )?(?:{_EACH} )?quý|(?:tháng )?cuối {_EACH} quý)"
    rf"|(?P<half>(?:ngày )?{DAY} ?/ ?0?6 và {_BY}(?:ngày )?{DAY} ?/ ?12(?: {_EACH} năm)?)"
    rf"|(?P<year>{_by_own_day(_any(*POINTS_OF_THE_YEAR[:3], POINTS_OF_THE_YEAR[4]), 'năm')}|cuối {_EACH} năm))"
    rf"|(?P<rate>{'|'.join(_RATES)}))"
    rf"{_CONDITION}"
)

_ONGOING = (
    r"(?:(?:(?:nhiệm vụ|công việc|việc|thực hiện|triển khai|duy trì) )*thường xuyên"
    r"(?:,? (?:và )?(?:liên tục|hằng năm|hàng năm|hằng ngày|hàng ngày|định kỳ|đột xuất|lâu dài|trong năm|cả năm))*"
    rf"|(?:thực hiện )?liên tục(?:,? (?:thường xuyên|{_EACH} năm))?|{_EACH} ngày){_CONDITION}"
)
_WHEN_DUE = r"(?:thời gian|thời hạn|thời điểm)(?: hoàn thành)?(?: cụ thể)?"
_UNDATED = rf"(?:chưa|không) (?:(?:xác định|quy định|rõ)(?: được| cụ thể| rõ)?(?: {_WHEN_DUE})?|(?:có )?{_WHEN_DUE})"
_EXTERNAL = rf"(?!.*{SOME_DATE})(?:ngay )?(?:sau khi|theo|khi có) \S.*"

WORDINGS = {  # the cheap ones first
    "prefixed": r"external: ?\S.*",
    "ongoing": _ONGOING,
    "undated": _UNDATED,
    "recurring": _RECURRING,
    "external": _EXTERNAL,
    "dated": _DATED,
}
WORDING_OF_THE_YEAR = _DATED_IN_THE_YEAR
