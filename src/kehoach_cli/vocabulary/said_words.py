"""The words in which people write a state, a verdict, a direction or a kind of succession, and what each means.

The first words of a code are those that messages name.
"""

from collections.abc import Mapping
from typing import NamedTuple, TypeVar

from kehoach_cli.plan.additions import Timing
from kehoach_cli.plan.agencies import name_key
from kehoach_cli.plan.agency import SuccessionKind
from kehoach_cli.plan.entries import STATES, State
from kehoach_cli.plan.values import Direction, Verdict
from kehoach_cli.vocabulary import terms

_CodeT = TypeVar("_CodeT", bound=str)

_OTHER_STATE_WORDS: Mapping[State, tuple[str, ...]] = {
    "not_started": ("Chưa triển khai", "Chưa bắt đầu", "Chưa tiến hành", "Chưa trình"),
    "in_progress": (
        *("Đang triển khai", "Đang xây dựng", "Đang tiến hành", "Đang xử lý", "Đang soạn thảo", "Đang dự thảo"),
        *("Đang hoàn thiện", "Tiếp tục thực hiện", "Tiếp tục triển khai", "Tiếp tục duy trì"),
    ),
    "submitted": ("Đang trình", "Chờ phê duyệt", "Chờ thẩm định", "Đang thẩm định"),
    "done": ("Hoàn thành", "Đã xong", "Xong"),
    "paused": ("Đang tạm dừng", "Tạm dừng thực hiện"),
    "cancelled": ("Không thực hiện", "Đã dừng"),
}
STATE_WORDS: Mapping[str, State] = {
    words: state for state in STATES for words in (terms.STATE[state], *_OTHER_STATE_WORDS[state])
}
# What a state may end with: how the day compares with the deadline.
TIMING_WORDS: Mapping[str, Timing] = {
    "trước hạn": "early",
    "đúng hạn": "in_time",
    "trong hạn": "in_time",
    "quá hạn": "late",
}
VERDICT_WORDS: Mapping[str, Verdict] = {
    "Đạt": "met",
    "Vượt": "exceeded",
    "Chưa đạt": "not_met",
    "Không đạt": "not_met",
    "Hoàn thành": "met",
    "Chưa hoàn thành": "not_met",
}
DIRECTION_WORDS: Mapping[str, Direction] = {
    "càng cao càng tốt": "increase",
    "càng thấp càng tốt": "decrease",
    "tăng": "increase",
    "giảm": "decrease",
}
SUCCESSION_WORDS: Mapping[str, SuccessionKind] = {
    "đổi tên": "renamed",
    "sáp nhập": "merged",
    "chia tách": "split",
    "giải thể": "dissolved",
    "hợp nhất": "merged",
    "chia": "split",
    "tách": "split",
}


class SaidState(NamedTuple):
    """A state as it was said, with what was said of its day: `Hoàn thành quá hạn`."""

    state: State
    timing: Timing | None = None


def code_of(text: str, words: Mapping[str, _CodeT]) -> _CodeT | None:
    """The code that the text is or means, in any case, with `-` or `_`; None if it is neither."""
    known = {name_key(code.replace("_", "-")): code for code in words.values()}
    known |= {name_key(said): code for said, code in words.items()}
    return known.get(name_key(text.replace("_", "-")))


def state_of(text: str) -> SaidState | None:
    """`in-progress`, `Đang thực hiện`, `Hoàn thành trước hạn`; None if the text is no state."""
    if state := code_of(text, STATE_WORDS):
        return SaidState(state)
    said = name_key(text)
    for ending, timing in TIMING_WORDS.items():
        state = code_of(said.removesuffix(f" {ending}"), STATE_WORDS)
        if state:
            return SaidState(state, timing)
    return None


def verdict_of(text: str) -> Verdict | None:
    """`Đạt`, `chưa đạt`, `Vượt`; None if the text is no verdict."""
    return code_of(text, VERDICT_WORDS)


def first_words(words: Mapping[str, str]) -> list[str]:
    """The words that messages name: the first ones of each code."""
    first: dict[str, str] = {}
    for said, code in words.items():
        first.setdefault(code, said)
    return list(first.values())
