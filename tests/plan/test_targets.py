"""Targets in the words of annexes: what each says, and what is refused."""

from contextlib import suppress
from decimal import Decimal
from typing import Any
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.plan.targets import TargetError, parse_target, ranked
from kehoach_cli.plan.values import Target
from kehoach_cli.vocabulary import wording


def read(text: str) -> tuple[Any, ...]:
    """Both ends, the bound and what else is said."""
    target = parse_target(text)
    said = [name for name in ("strict", "maintain", "relative") if getattr(target, name)]
    return (float(target.min), float(target.max), target.bound, *said)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("80", (80, 80, None)),
        ("100%", (100, 100, None)),
        ("09", (9, 9, None)),
        ("đạt 100%", (100, 100, None)),
        ("Phấn đấu đạt 50 %", (50, 50, None)),
        ("-2,5%", (-2.5, -2.5, None)),
        ("1.234,5", (1234.5, 1234.5, None)),
        ("1.000", (1000, 1000, None)),
        ("trên 1.000 doanh nghiệp", (1000, 1000, "at_least", "strict")),
        ("1.250.000", (1250000, 1250000, None)),
        ("≥ 80", (80, 80, "at_least")),
        ("≥03", (3, 3, "at_least")),
        (">= 30", (30, 30, "at_least")),
        ("tối thiểu 70%", (70, 70, "at_least")),
        ("đạt tối thiểu 70%", (70, 70, "at_least")),
        ("ít nhất 5", (5, 5, "at_least")),
        ("không dưới 90%", (90, 90, "at_least")),
        ("từ 60% trở lên", (60, 60, "at_least")),
        ("> 0,7", (0.7, 0.7, "at_least", "strict")),
        ("trên 90%", (90, 90, "at_least", "strict")),
        ("Đạt trên 90%", (90, 90, "at_least", "strict")),
        ("hơn 60%", (60, 60, "at_least", "strict")),
        ("≤ 3", (3, 3, "at_most")),
        ("<= 3", (3, 3, "at_most")),
        ("không quá 3", (3, 3, "at_most")),
        ("tối đa 3", (3, 3, "at_most")),
        ("3 trở xuống", (3, 3, "at_most")),
        ("từ 1.000 doanh nghiệp trở lên", (1000, 1000, "at_least")),
        ("80 điểm trở lên", (80, 80, "at_least")),
        ("100% lãnh đạo cấp phòng trở lên", (100, 100, None)),
        ("80 người từ 15 tuổi trở lên", (80, 80, None)),
        ("hạng 30 trở lên", (30, 30, "at_most")),
        ("100% dịch vụ công mức độ 3 và 4", (100, 100, None)),
        ("top 15", (15, 15, "at_most")),
        ("Top 10/63", (10, 10, "at_most")),
        ("nhóm 15", (15, 15, "at_most")),
        ("thuộc nhóm 15 tỉnh dẫn đầu", (15, 15, "at_most")),
        ("đứng trong nhóm 10 cả nước", (10, 10, "at_most")),
        ("< 5", (5, 5, "at_most", "strict")),
        ("dưới 5%", (5, 5, "at_most", "strict")),
        ("=> 80", (80, 80, "at_least")),
        ("⩽ 80", (80, 80, "at_most")),
        ("lớn hơn hoặc bằng 80", (80, 80, "at_least")),
        ("thấp hơn hoặc bằng 5%", (5, 5, "at_most")),
        ("tối thiểu đạt 80%", (80, 80, "at_least")),
        ("bằng 80%.", (80, 80, None)),
        ("Hoàn thành 100%", (100, 100, None)),
        ("vượt 80%", (80, 80, "at_least", "strict")),
        ("Xếp thứ 15", (15, 15, "at_most")),
        ("hạng 15", (15, 15, "at_most")),
        ("giảm xuống còn 5%", (5, 5, "at_most")),
        ("tăng lên 50%", (50, 50, "at_least")),
        ("+5%", (5, 5, "at_least", "relative")),
        ("60 ~ 70", (60, 70, None)),
        ("40 - 50", (40, 50, None)),
        ("20% - 50%", (20, 50, None)),
        ("16 – 18", (16, 18, None)),
        ("từ 60 đến 70%", (60, 70, None)),
        ("8-10", (8, 10, None)),
        ("≥ 3% và tăng dần theo yêu cầu phát triển", (3, 3, "at_least")),
        ("≤ 3 Đông Nam Á", (3, 3, "at_most")),
        ("5 lớp", (5, 5, None)),
        ("100%/năm", (100, 100, None)),
        ("90% (khu vực đô thị)", (90, 90, None)),
        ("giảm 20%", (-20, -20, "at_most", "relative")),
        ("giảm ít nhất 20%", (-20, -20, "at_most", "relative")),
        ("giảm không quá 5%", (-5, -5, "at_least", "relative")),
        ("giảm 10 - 20%", (-20, -10, None, "relative")),
        ("tăng 16 - 18", (16, 18, None, "relative")),
        ("tăng thêm 5%", (5, 5, "at_least", "relative")),
        ("tăng trên 10%", (10, 10, "at_least", "strict", "relative")),
        ("duy trì 100%", (100, 100, None, "maintain")),
        ("Tiếp tục duy trì ở mức 100%", (100, 100, None, "maintain")),
        ("duy trì dưới 5%", (5, 5, "at_most", "strict", "maintain")),
        ("Đạt mức trên trung bình của thế giới", (1, 1, "words")),
        ("Một số lĩnh vực đạt trình độ quốc tế", (1, 1, "words")),
        ("Hoàn thành Đề án 06", (1, 1, "words")),
        ("Trong 5 năm hoàn thành Đề án", (1, 1, "words")),
    ],
)
def test_what_is_said(text: str, said: tuple[Any, ...]) -> None:
    assert read(text) == said


@pytest.mark.parametrize(
    ("text", "said", "remark"),
    [
        ("Từ 95% trở lên", (95, 95, "at_least"), None),
        ("80% trở lên", (80, 80, "at_least"), None),
        ("Phấn đấu đạt ít nhất 30%", (30, 30, "at_least"), None),
        ("Tối thiểu 1.000 hộ", (1000, 1000, "at_least"), "hộ"),
        ("Ít nhất 2 lần", (2, 2, "at_least"), "lần"),
        ("≥50%", (50, 50, "at_least"), None),
        ("≥ 50 %", (50, 50, "at_least"), None),
        ("≥ 20% GRDP", (20, 20, "at_least"), "GRDP"),
        (">=3,5", (3.5, 3.5, "at_least"), None),
        ("đạt trên 70%", (70, 70, "at_least", "strict"), None),
        (">99,99%", (99.99, 99.99, "at_least", "strict"), None),
        ("hơn 1,5 lần", (1.5, 1.5, "at_least", "strict"), "lần"),
        ("≤ 24 giờ", (24, 24, "at_most"), "giờ"),
        ("Không quá 02 ngày", (2, 2, "at_most"), "ngày"),
        ("không vượt quá 5%", (5, 5, "at_most"), None),
        ("Tối đa 4 giờ", (4, 4, "at_most"), "giờ"),
        ("Giảm xuống còn 3%", (3, 3, "at_most"), None),
        ("Dưới 0,5%", (0.5, 0.5, "at_most", "strict"), None),
        ("nhỏ hơn 3", (3, 3, "at_most", "strict"), None),
        ("< 1%", (1, 1, "at_most", "strict"), None),
        ("100% xã, phường", (100, 100, None), "xã, phường"),
        ("100% (10/10 xã)", (100, 100, None), "(10/10 xã)"),
        ("Đạt 100% kế hoạch", (100, 100, None), "kế hoạch"),
        ("100%, duy trì", (100, 100, None), "duy trì"),
        ("01 nền tảng", (1, 1, None), "nền tảng"),
        ("1.500 doanh nghiệp", (1500, 1500, None), "doanh nghiệp"),
        ("12.500,5 tỷ đồng", (12500.5, 12500.5, None), "tỷ đồng"),
        ("1.000.000", (1000000, 1000000, None), None),
        ("99,9", (99.9, 99.9, None), None),
        ("0", (0, 0, None), None),
        ("50% - 60%", (50, 60, None), None),
        ("50-60%", (50, 60, None), None),
        ("90 – 95", (90, 95, None), None),
        ("20 ÷ 30", (20, 30, None), None),
        ("từ 50% đến 60%", (50, 60, None), None),
        ("Từ 10 - 15 doanh nghiệp", (10, 15, None), "doanh nghiệp"),
        ("8,0 - 8,5%/năm", (8, 8.5, None), "/năm"),
        ("Trong top 20", (20, 20, "at_most"), None),
        ("Top 10 cả nước", (10, 10, "at_most"), "cả nước"),
        ("Nằm trong nhóm 10 tỉnh, thành phố dẫn đầu", (10, 10, "at_most"), "tỉnh, thành phố dẫn đầu"),
        ("xếp hạng 15", (15, 15, "at_most"), None),
        ("Giữ vững 100%", (100, 100, None, "maintain"), None),
        ("Duy trì ở mức trên 95%", (95, 95, "at_least", "strict", "maintain"), None),
        ("tiếp tục duy trì từ 90% trở lên", (90, 90, "at_least", "maintain"), None),
        ("duy trì trong nhóm 10", (10, 10, "at_most", "maintain"), None),
        ("tăng ít nhất 10%", (10, 10, "at_least", "relative"), None),
        ("Tăng trên 8%/năm", (8, 8, "at_least", "strict", "relative"), "/năm"),
        ("tăng 7 - 8%/năm", (7, 8, None, "relative"), "/năm"),
        ("tăng 2 bậc", (2, 2, "at_least", "relative"), "bậc"),
        ("giảm tối thiểu 10%", (-10, -10, "at_most", "relative"), None),
        ("giảm từ 5 - 10%", (-10, -5, None, "relative"), None),
        ("Đạt chuẩn", (1, 1, "words"), None),
        ("Cơ bản hoàn thành", (1, 1, "words"), None),
        ("Cấp độ 3", (1, 1, "words"), None),
        ("Có ít nhất 01 sản phẩm", (1, 1, "words"), None),
        ("gấp 2 lần", (1, 1, "words"), None),
    ],
)
def test_others_of_the_same_kinds(text: str, said: tuple[Any, ...], remark: str | None) -> None:
    assert (read(text), parse_target(text).remark) == (said, remark)


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "nothing"),
        ("-", "nothing"),
        ("8O%", "unreadable"),
        ("2/3 xã", "unreadable"),
        ("%", "unreadable"),
        ("≥", "unreadable"),
        ("≥ tám mươi", "unreadable"),
        ("50điểm", "unreadable"),
        ("1,2,3", "unreadable"),
        ("1 500", "unreadable"),
        ("top 10%", "unreadable"),
        ("trên 50% dưới 70%", "two_bounds"),
        ("từ 50, dưới 70 điểm", "two_bounds"),
        ("tối thiểu 80 % ; tối đa 100 %", "two_bounds"),
        ("100% cấp tỉnh và 80% cấp xã", "two_bounds"),
        ("30/9/2023", "unreadable"),
        ("20 ± 5", "unreadable"),
        ("20 × 5", "unreadable"),
        ("≥ 40 và ≤ 60", "two_bounds"),
        ("50%; 60%", "two_bounds"),
        ("giảm -5", "unreadable"),
        ("tăng −5%", "unreadable"),
        ("80 hoặc 90", "two_bounds"),
        ("từ 80 lên 90", "two_bounds"),
        ("50 - 40", "reversed"),
        ("60 - 50%", "reversed"),
        ("≤ 3 Đông Nam Á; ≤ 50 Thế giới", "two_bounds"),
        ("3 Đông Nam Á, 50 thế giới", "two_bounds"),
    ],
)
def test_what_is_refused(text: str, fault: str) -> None:
    with pytest.raises(TargetError) as refused:
        parse_target(text)
    assert (refused.value.fault, str(refused.value)) == (fault, text)


def test_what_goes_beyond_the_number_is_kept() -> None:
    assert parse_target("≥ 3% và tăng dần  theo yêu cầu").remark == "và tăng dần theo yêu cầu"
    assert parse_target("≤ 3 Đông Nam Á").remark == "Đông Nam Á"
    assert parse_target("100%;").remark is None
    assert parse_target("từ 1.000 doanh nghiệp trở lên, mỗi năm").remark == "doanh nghiệp, mỗi năm"
    assert parse_target("70% trở lên").remark is None


def test_which_speak_of_a_rank() -> None:
    assert [ranked(parse_target(text)) for text in ("top 15", "Thuộc nhóm 15 tỉnh", "≤ 15")] == [True, True, False]
    assert not ranked(Target(Decimal(15), Decimal(15)))
    assert wording.target(parse_target("top 15"), "%") == "top 15"


figures = st.integers(0, 9999).map(lambda number: f"{number // 10},{number % 10}" if number % 10 else str(number // 10))
lead_ins = st.sampled_from(["", "đạt ", "Đạt  ", "phấn đấu ", "ĐẠT từ "])
bounds = st.sampled_from(
    ["", "≥ ", ">", "tối thiểu ", "trên ", "≤ ", "không quá ", "dưới ", "duy trì ", "tăng ", "giảm trên "]
)
ends = st.sampled_from(["", "%", " %", " % và tăng dần"])


@given(lead_ins, bounds, figures, ends)
def test_lead_ins_case_and_the_form_of_accents_change_nothing(lead: str, bound: str, figure: str, end: str) -> None:
    plain = parse_target(f"{bound}{figure}{end}")
    for text in (
        f"{lead}{bound}{figure}{end}",
        f" {bound.upper()} {figure}{end} ",
        normalize("NFD", f"{bound}{figure}{end}"),
    ):
        assert parse_target(text)[:6] == plain[:6]


@given(bounds, figures, ends)
def test_what_is_printed_says_the_same(bound: str, figure: str, end: str) -> None:
    target = parse_target(f"{bound}{figure}{end}")
    for unit in ("%", "điểm"):
        assert parse_target(wording.target(target, unit))[:6] == target[:6]


@given(st.integers(-999, 999), st.integers(0, 999))
def test_a_figure_or_a_range_that_is_printed_says_the_same(low: int, width: int) -> None:
    target = Target(Decimal(low), Decimal(low + width))
    assert parse_target(wording.target(target, "%"))[:6] == target[:6]


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(TargetError):
        assert parse_target(text).min <= parse_target(text).max
