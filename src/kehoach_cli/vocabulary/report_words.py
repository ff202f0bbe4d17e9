"""The classes of indicators and tasks as worded in a report's text, and kinds of documents by their number."""

from collections.abc import Mapping

from kehoach_cli.vocabulary.terms import ASSESSMENT, GOAL_RESULT
from kehoach_cli.vocabulary.wording import inline

NOT_ASSESSABLE = "chua_du_so_lieu"

# The assessments by the names that templates use.
ASSESSMENT_NAMES: Mapping[str, str] = {
    "vuot": ASSESSMENT["exceeded"],
    "dat": ASSESSMENT["met"],
    "dung_tien_do": ASSESSMENT["on_track"],
    "cham": ASSESSMENT["behind"],
    "rat_cham": ASSESSMENT["far_behind"],
    "chua_dat": ASSESSMENT["not_yet_met"],
    "thut_lui": ASSESSMENT["going_backwards"],
    "khong_duy_tri": ASSESSMENT["not_maintained"],
    "khong_dat": ASSESSMENT["not_met"],
    NOT_ASSESSABLE: ASSESSMENT["not_assessable"],
}

# The classes in which a report counts indicators: key -> wording, assessments in the class.
INDICATOR_CLASSES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "dat_vuot": ("đạt hoặc vượt mức phấn đấu", ("exceeded", "met")),
    "dung_tien_do": (inline(ASSESSMENT["on_track"]), ("on_track",)),
    "cham": ("chậm tiến độ", ("behind", "far_behind", "going_backwards")),
    "chua_dat": ("chưa đạt, còn thời hạn", ("not_yet_met", "not_maintained")),
    "khong_dat": (f"{inline(ASSESSMENT['not_met'])} khi hết thời hạn", ("not_met",)),
    NOT_ASSESSABLE: (f"{inline(ASSESSMENT['not_assessable'])} để đánh giá", ("not_assessable",)),
}

CLASS_NAMES: Mapping[str, str] = {name: words for name, (words, _) in INDICATOR_CLASSES.items()}

# The same classes at the head of a narrow column.
CLASS_HEADINGS: Mapping[str, str] = {
    "dat_vuot": "Đạt, vượt",
    "dung_tien_do": ASSESSMENT["on_track"],
    "cham": "Chậm tiến độ",
    "chua_dat": ASSESSMENT["not_yet_met"],
    "khong_dat": ASSESSMENT["not_met"],
    NOT_ASSESSABLE: ASSESSMENT["not_assessable"],
}

# What a report says upward of an indicator: whether it is met, not how fast it goes. Key -> wording, assessments.
OFFICIAL_CLASSES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "vuot": ("vượt mức phấn đấu", ("exceeded",)),
    "dat": ("đạt mức phấn đấu", ("met",)),
    "chua_dat": (
        "chưa đạt (còn thời hạn)",
        ("on_track", "behind", "far_behind", "going_backwards", "not_yet_met", "not_maintained"),
    ),
    **{key: INDICATOR_CLASSES[key] for key in ("khong_dat", NOT_ASSESSABLE)},
}
OFFICIAL_HEADINGS: Mapping[str, str] = {
    "vuot": GOAL_RESULT["exceeded"],
    "dat": ASSESSMENT["met"],
    **{key: CLASS_HEADINGS[key] for key in ("chua_dat", "khong_dat", NOT_ASSESSABLE)},
}

# The four official classes of tasks, then the kinds of work without one: key -> wording, standing.
TASK_CLASSES: Mapping[str, tuple[str, str]] = {
    "dung_han": ("hoàn thành đúng hạn", "done_on_time"),
    "xong_qua_han": ("hoàn thành quá hạn", "done_late"),
    "trong_han": ("đang thực hiện trong hạn", "open_in_time"),
    "qua_han": ("quá hạn chưa hoàn thành", "open_overdue"),
    "dinh_ky": ("thực hiện định kỳ", "recurring"),
    "thuong_xuyen": ("thực hiện thường xuyên", "ongoing"),
    "chua_an_dinh": ("chưa ấn định thời hạn", "undated"),
    "dung": ("dừng thực hiện", "cancelled"),
    "xong": ("hoàn thành (không ấn định thời hạn)", "done_undated"),
}

_DOCUMENT_KINDS: Mapping[str, str] = {
    "QĐ": "Quyết định",
    "KH": "Kế hoạch",
    "NQ": "Nghị quyết",
    "CTR": "Chương trình",
    "CT": "Chỉ thị",
    "TB": "Thông báo",
}


_PLANS = ("Kế hoạch", "Chương trình", "Đề án", "Chiến lược", "Nghị quyết")


def short_title(title: str) -> str:
    """What a report calls the plan once it has named it: `Chương trình`."""
    return next((kind for kind in _PLANS if title.casefold().startswith(kind.casefold())), _PLANS[0])


def document_kind(number: str) -> str:
    """The kind of document that a number belongs to: `180/QĐ-BCĐ` is a "Quyết định"."""
    symbol = number.rpartition("/")[2].partition("-")[0]
    return _DOCUMENT_KINDS.get(symbol.strip().upper(), "Văn bản")
