"""What kind of number an indicator is: by its target's words, its own key, or its unit."""

from decimal import ROUND_HALF_UP, Context, Decimal

from kehoach_cli.plan.composed import composed
from kehoach_cli.plan.model import Indicator
from kehoach_cli.plan.values import VERDICT, Measure

MOST_PLACES = 10  # decimals of a figure that is read
QUOTIENT_PLACES = 2
WIDE = Context(prec=250)  # enough to round the ratio of any two figures of a plan
WITHOUT_PACE: tuple[Measure, ...] = ("rank", "verdict")  # no straight path leads to their target
WHOLE_NUMBERS: tuple[Measure, ...] = ("count", "rank")  # their values are whole numbers
_RANK_UNITS = ("thứ bậc", "thứ hạng", "hạng", "bậc", "vị trí")
_GROWTH = ("/năm", "so với", "tăng trưởng")
# Units that are counted one by one, by how they begin.
_COUNTED = (
    *("bản", "ca", "chỉ tiêu", "cơ quan", "cơ sở", "cuộc", "dịch vụ", "doanh nghiệp", "dự án", "đề án", "điểm cầu"),
    *("đơn vị", "giấy phép", "hệ thống", "hộ", "hồ sơ", "hợp tác xã", "huyện", "khóa", "lớp", "lượt", "mô hình"),
    *("nền tảng", "nhiệm vụ", "phường", "quyết định", "sàn", "sản phẩm", "thành phố", "thôn", "thủ tục", "tỉnh"),
    *("tổ chức", "trung tâm", "trường", "tuyến", "văn bản", "vụ", "xã"),
)


def measure_of(indicator: Indicator) -> Measure:
    """A target in words is a verdict; else the indicator's own `measure`; else what its unit says."""
    judged = indicator.targets.judged
    if judged is not None and judged.bound == "words":
        return "verdict"
    return indicator.measure or measure_by(indicator.unit)


def has_pace(indicator: Indicator) -> bool:
    """Whether a straight path leads to its target: not to a rank, a verdict, nor one that each part has."""
    return indicator.parts != "each" and measure_of(indicator) not in WITHOUT_PACE


def is_judged(indicator: Indicator, agency: str | None = None) -> bool:
    """Whether what is reported of the whole, or what an agency answers, is a verdict. Where each part has a target in
    words, the whole is the share that reaches it.
    """
    return measure_of(indicator) == "verdict" and (agency is not None or indicator.parts != "each")


def scale(indicator: Indicator) -> str:
    """The unit that the values of the whole are written with: VERDICT where they are verdicts, of parts that each have
    the target the share that reaches it.
    """
    if indicator.parts == "each":
        return "%"
    return VERDICT if is_judged(indicator) else indicator.unit


def quotient(numerator: Decimal, denominator: Decimal) -> Decimal:
    """The value in % that a numerator and a denominator give; 0 of nothing, which counts nowhere."""
    return 100 * numerator / denominator if denominator else Decimal(0)


def is_quotient(value: Decimal) -> bool:
    """Whether the value has more decimals than a file may hold."""
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and exponent < -MOST_PLACES


def rounded(value: Decimal, places: int) -> Decimal:
    """The value rounded half up to that many decimals."""
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, WIDE)


def printed(value: Decimal) -> Decimal:
    """The value as it is printed and as a file can hold it: a quotient is rounded."""
    return rounded(value, QUOTIENT_PLACES) if is_quotient(value) else value


def is_rank(unit: str) -> bool:
    """Whether values of this unit are places in an order: lower is better, and a difference is in places."""
    return _bare(unit) in _RANK_UNITS


def _bare(unit: str) -> str:
    return " ".join(composed(unit).lower().split())


def measure_by(unit: str) -> Measure:
    """The measure that a unit says."""
    unit = _bare(unit)
    if any(words in unit for words in _GROWTH) and unit.startswith("%"):
        return "growth"
    if unit.startswith("%"):
        return "share"
    if unit in _RANK_UNITS:
        return "rank"
    if unit == "điểm":
        return "score"
    counted = "/" not in unit and any(unit == noun or unit.startswith((f"{noun} ", f"{noun},")) for noun in _COUNTED)
    return "count" if counted else "amount"
