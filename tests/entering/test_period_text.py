"""What was sent reads back as it was, whatever it holds, and nothing that stands in the file changes."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kehoach_cli.entering.period_text import blank_period, with_closing, with_reopening
from kehoach_cli.loading.period_files import load_period
from kehoach_cli.plan.classes import ASSESSMENTS, STANDINGS
from kehoach_cli.plan.closed_period import (
    ClosedPeriod,
    Closing,
    Fingerprint,
    ReportedIndicator,
    ReportedTask,
    Restated,
)
from kehoach_cli.plan.entries import STATES, LegalAct
from kehoach_cli.plan.periods import Period
from kehoach_cli.plan.respondents import Coverage
from kehoach_cli.plan.restatements import restatement
from kehoach_cli.yaml.text import check_bytes
from tests.support.known_plans import EXAMPLES, load

QUARTER = Period("quarter", 2023, 3)
# Texts as documents name themselves, and what YAML could take for something else.
_TRICKY = ["BC 1: số", "# 3", "2023-09-30", "12345678", "0x1F", "true", "null", "- a", "{a}", "a, b", "«x»", "'", '"']
TEXTS = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), min_size=1, max_size=20)
TEXTS = TEXTS.filter(lambda text: text.strip() == text) | st.sampled_from(_TRICKY)
TEXTS = TEXTS.filter(lambda text: text.strip() == text and text != "") | st.sampled_from(
    [
        "245/BC-STTTT",
        "BC 1: số",
        "# 3",
        "2023-09-30",
        "12345678",
        "0x1F",
        "true",
        "null",
        "- a",
        "{a}",
        "a, b",
        "«x»",
        "'",
        '"',
    ]
)
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
FIGURES = st.decimals("-1000000", "1000000", places=4)
COUNTS = st.integers(0, 2000)
IDS = st.sampled_from(["CQS-01", "NV-KTS-02.1", "CT-11"])
LISTS = st.lists(TEXTS, max_size=3).map(tuple)
INDICATORS = st.builds(
    ReportedIndicator,
    IDS,
    st.sampled_from(ASSESSMENTS),
    value=st.none() | FIGURES,
    verdict=st.sampled_from([None, "not_met", "met", "exceeded"]),
    date=st.none() | DAYS,
    estimate=st.booleans(),
    provisional=st.booleans(),
    goal=st.none() | FIGURES,
    stretch=st.none() | FIGURES,
    due=st.none() | DAYS,
    overdue=st.booleans(),
    answered=st.none() | COUNTS,
    must_answer=st.none() | COUNTS,
    lead=LISTS,
    sources=LISTS,
)
TASKS = st.builds(
    ReportedTask,
    IDS,
    st.sampled_from(STANDINGS),
    st.sampled_from(STATES),
    date=st.none() | DAYS,
    percent=st.none() | st.decimals("0", "100", places=1),
    done_on=st.none() | DAYS,
    due=st.none() | DAYS,
    missed=st.sampled_from([(), (Period("month", 2023, 8), Period("year", 2023), Period("half", 2023, 1))]),
    stale_since=st.none() | DAYS,
    answered=st.none() | COUNTS,
    must_answer=st.none() | COUNTS,
    lead=LISTS,
    sources=LISTS,
)
PRINTS = st.none() | st.builds(Fingerprint, TEXTS, st.sampled_from(["ab" * 32, "12" * 32]))
ACTS = st.builds(LegalAct, DAYS, TEXTS, st.none() | TEXTS)
NUMBERS: st.SearchStrategy[Mapping[str, Any]] = st.dictionaries(st.sampled_from(ASSESSMENTS), st.integers(1, 99))
CLOSINGS = st.builds(
    Closing,
    TEXTS,
    DAYS,
    DAYS,
    st.fixed_dictionaries({"indicators": NUMBERS, "tasks": NUMBERS}),
    coverage=st.none() | st.builds(Coverage, COUNTS, COUNTS, st.booleans()),
    file=PRINTS,
    template=PRINTS,
    revision=st.none() | st.sampled_from(["12345678", "0123abcd", "1e456789"]),
    indicators=st.lists(INDICATORS, max_size=2).map(tuple),
    tasks=st.lists(TASKS, max_size=2).map(tuple),
    restated=st.lists(
        st.builds(
            Restated,
            st.just(Period("quarter", 2023, 2)),
            st.lists(INDICATORS, max_size=2).map(tuple),
            st.lists(TASKS, max_size=1).map(tuple),
            st.lists(IDS, max_size=2).map(tuple),
        ),
        max_size=2,
    ).map(tuple),
    reopened=st.none(),
)


def read(text: str) -> ClosedPeriod:
    loaded = load_period("periods/2023-Q3", lambda: check_bytes(text.encode(), "2023-Q3.yaml"))
    assert loaded.findings == ()
    assert loaded.closed is not None
    return loaded.closed


@settings(max_examples=150)
@given(first=CLOSINGS, act=ACTS, second=CLOSINGS)
def test_what_is_written_reads_back_and_stays(first: Closing, act: LegalAct, second: Closing) -> None:
    text = with_closing(blank_period(QUARTER), first)
    assert read(text) == ClosedPeriod(QUARTER, (first,))
    opened = with_reopening(text, act)
    assert opened.startswith(text.rstrip())
    assert read(opened).closings == (first._replace(reopened=act),)
    assert read(opened).sent is None
    again = with_closing(opened, second)
    assert again.startswith(opened.rstrip())
    assert read(again).closings == (first._replace(reopened=act), second)
    assert read(again).sent == second


def test_one_line_for_each_record() -> None:
    figure = ReportedIndicator("CQS-01", "met", Decimal("45.5"), date=date(2023, 8, 31))
    told = Restated(Period("quarter", 2023, 2), (figure,), removed=("NV-1",))
    closing = Closing(
        "1/BC", date(2023, 9, 18), date(2023, 9, 14), {"indicators": {"met": 1}}, indicators=(figure,), restated=(told,)
    )
    assert with_closing("closings:\n", closing).splitlines()[1:] == [
        "  - number: 1/BC",
        "    date: 2023-09-18",
        "    as_of: 2023-09-14",
        "    counts: {indicators: {met: 1}}",
        "    indicators:",
        "      - {id: CQS-01, assessment: met, value: 45.5, date: 2023-08-31}",
        "    restated:",
        "      - period: 2023-Q2",
        "        indicators:",
        "          - {id: CQS-01, assessment: met, value: 45.5, date: 2023-08-31}",
        "        removed: [NV-1]",
    ]


@pytest.mark.parametrize("period", ["2023-Q2", "2023-Q3", "2023-Q4", "2024-Q1"])
def test_the_made_up_year_is_closed_and_each_difference_has_a_document(period: str) -> None:
    plan = load(EXAMPLES)
    [closed] = [each for each in plan.closed if str(each.period) == period]
    assert closed.sent is not None
    assert closed.sent.counts == closed.sent.reported.counts
    moved = restatement(plan, closed.period, closed.sent).moves
    assert [move.id for move in moved] == (["CQS-15"] if period == "2023-Q3" else [])
    assert all(move.new_documents for move in moved)
