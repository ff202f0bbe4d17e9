"""States, verdicts, directions and kinds of succession in the words of real reports."""

import unicodedata
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.plan.agency import SuccessionKind
from kehoach_cli.plan.entries import STATES
from kehoach_cli.plan.values import Direction
from kehoach_cli.vocabulary import terms
from kehoach_cli.vocabulary.said_words import (
    DIRECTION_WORDS,
    STATE_WORDS,
    SUCCESSION_WORDS,
    TIMING_WORDS,
    VERDICT_WORDS,
    SaidState,
    code_of,
    first_words,
    state_of,
)

FROM_REPORTS = {
    "not_started": ("Chưa thực hiện", "Chưa triển khai", "Chưa bắt đầu", "Chưa trình"),
    "in_progress": ("Đang thực hiện", "Đang triển khai", "Đang xây dựng", "Tiếp tục thực hiện", "Tiếp tục duy trì"),
    "submitted": ("Đã trình", "Chờ phê duyệt", "Chờ thẩm định"),
    "done": ("Hoàn thành", "Đã hoàn thành"),
    "paused": ("Tạm dừng",),
    "cancelled": ("Không thực hiện", "Dừng thực hiện"),
}


@pytest.mark.parametrize(("state", "words"), [(state, word) for state, said in FROM_REPORTS.items() for word in said])
def test_a_state_as_reports_word_it(state: str, words: str) -> None:
    assert state_of(words) == SaidState(state)  # type: ignore[arg-type]  # the table's keys are the states


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("Hoàn thành đúng hạn", SaidState("done", "in_time")),
        ("Hoàn thành trước hạn", SaidState("done", "early")),
        ("Đã hoàn thành quá hạn", SaidState("done", "late")),
        ("ĐANG THỰC HIỆN TRONG HẠN", SaidState("in_progress", "in_time")),
        ("Đang thực hiện, quá hạn", SaidState("in_progress", "late")),
    ],
)
def test_what_is_said_of_the_day(words: str, said: SaidState) -> None:
    assert state_of(words) == said


@pytest.mark.parametrize("words", ["", "-", "trong hạn", "quá hạn", "Chưa hoàn thành", "Đạt", "60%", "done late"])
def test_other_words_are_no_state(words: str) -> None:
    assert state_of(words) is None


@st.composite
def typed(draw: st.DrawFn, words: st.SearchStrategy[str]) -> str:
    """The words in another case, with other blanks, their accents composed or not."""
    text = draw(words)
    text = draw(st.sampled_from([text, text.upper(), text.lower(), text.title()]))
    text = unicodedata.normalize(draw(st.sampled_from(["NFC", "NFD"])), text)
    return draw(st.sampled_from(["{}", " {} ", "{}.", "\u00a0{}"])).format(
        text.replace(" ", draw(st.just(" ") | st.just("  ")))
    )


@given(typed(st.sampled_from([*STATE_WORDS])), st.sampled_from(["", *TIMING_WORDS]))
def test_case_accents_and_blanks_change_nothing(words: str, timing: str) -> None:
    plain = " ".join(unicodedata.normalize("NFC", words).strip(" .\u00a0").lower().split())
    state = next(state for said, state in STATE_WORDS.items() if said.lower() == plain)
    assert state_of(f"{words} {timing}") == SaidState(state, TIMING_WORDS.get(timing))


@pytest.mark.parametrize("state", STATES)
def test_a_code_is_read_as_it_is_written_anywhere(state: str) -> None:
    for written in (state, state.replace("_", "-"), state.upper(), state.replace("_", " ").title()):
        assert state_of(written) == SaidState(state)  # type: ignore[arg-type]  # one of STATES


def test_the_words_of_the_program_itself_are_named_first() -> None:
    assert first_words(STATE_WORDS) == [terms.STATE[state] for state in STATES]
    assert first_words(DIRECTION_WORDS) == [terms.DIRECTION[each] for each in get_args(Direction)]
    assert first_words(SUCCESSION_WORDS) == ["đổi tên", "sáp nhập", "chia tách", "giải thể"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("ĐỔI TÊN", "renamed"),
        ("Hợp nhất", "merged"),
        ("chia, tách", "split"),
        ("Tách", "split"),
        ("Dissolved", "dissolved"),
    ],
)
def test_a_kind_of_succession(words: str, code: str) -> None:
    assert code_of(words, SUCCESSION_WORDS) == code
    assert set(SUCCESSION_WORDS.values()) == set(get_args(SuccessionKind))


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("đạt", "met"),
        ("Vượt", "exceeded"),
        ("Chưa đạt", "not_met"),
        ("KHÔNG ĐẠT", "not_met"),
        ("Hoàn thành", "met"),
        ("Chưa hoàn thành", "not_met"),
        ("met", "met"),
        ("gần đạt", None),
    ],
)
def test_a_verdict(words: str, code: str | None) -> None:
    assert code_of(words, VERDICT_WORDS) == code
