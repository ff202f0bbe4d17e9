"""The wording that was probably meant by one that cannot be read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kehoach_cli.plan.due import DueError, parse_due
from kehoach_cli.plan.nearest_due import nearest_due
from tests.support.due_wordings import KNOWN


@pytest.mark.parametrize(
    ("wording", "near"),
    [
        ("Tháng 12//2026", "Tháng 12/2026"),
        ("tháng 12 \\ 2026", "Tháng 12 / 2026"),
        ("thang 9/2026", "Tháng 9/2026"),
        ("quy II/2026", "Quý II/2026"),
        ("Qúi II/2026", "Quý II/2026"),
        ("Quý II.2026", "Quý II/2026"),
        ("Quý IIII/2023", "Quý III/2023"),
        ("quýII/2026", "Quý II/2026"),
        ("Tháng9/2026", "Tháng 9/2026"),
        ("9.2026", "9/2026"),
        ("9 2026", "9/2026"),
        ("Tháng 9/26", "Tháng 9/2026"),
        ("2025--2026", "2025-2026"),
        ("truoc ngay 15/10/2026", "Trước ngày 15/10/2026"),
        ("trước ngày 31/11/2023", "Trước ngày 30/11/2023"),
        ("30/02/2026", "28/02/2026"),
        ("Hang thang", "Hằng tháng"),
        ("hàng  qúy", "Hàng quý"),
        ("Thường xuên", "Thường xuyên"),
        ("6 thang dau nam 2026", "6 tháng đầu năm 2026"),
        ("2025 và các năm kê tiếp", "2025 và các năm kế tiếp"),
        ("phấn đấu quý II/2026", "Quý II/2026"),
        ("từ năm 2025", "Từ năm 2025 trở đi"),
        ("- Năm 2025 :", "Năm 2025"),
        ("Quý II/2025 (dự kiến", "Quý II/2025 (dự kiến)"),
        ("Thang 9//2026 (sau khi có hướng dẫn của Bộ)", "Tháng 9/2026 (sau khi có hướng dẫn của Bộ)"),
        ("Thang 9/2026 sau khi có hướng dẫn của Bộ", "Tháng 9/2026 sau khi có hướng dẫn của Bộ"),
        ("thang 9", "Tháng 9"),
        ("Theo Kế hoạch số 12/KH-UBND ngày 3/2/2025", "external: Theo Kế hoạch số 12/KH-UBND ngày 3/2/2025"),
        ("30 ngày kể từ ngày ban hành", "external: 30 ngày kể từ ngày ban hành"),
        ("trong vòng 30 ngày", "external: trong vòng 30 ngày"),
        *(
            (far, None)
            for far in (
                "",
                "som",
                "Quý II và IV/2026",
                "Quý II những năm tiếp theo",
                "giữa năm",
                "Giữa năm 2026",
                "Tháng 13/2023",
                "Quý V/2023",
                "sau ngày 15/10/2023",
            )
        ),
        *(
            (far, None)
            for far in (
                "Thường xuyên; báo cáo trước ngày 15 hằng tháng",
                "7 tháng đầu năm 2023",
                "tháng chín năm 2026",
                "Tháng 9//2026" + " x" * 100,
            )
        ),
    ],
)
def test_examples(wording: str, near: str | None) -> None:
    assert nearest_due(wording, 2026) == near


def test_a_year_is_needed_for_what_names_none() -> None:
    assert nearest_due("thang 9") is None


@given(st.text(max_size=40) | st.sampled_from(KNOWN).map(lambda wording: wording[1:]), st.sampled_from([None, 2026]))
def test_what_is_proposed_is_read(wording: str, year: int | None) -> None:
    near = nearest_due(wording, year)
    if near is not None:
        assert parse_due(near, year).text == near


@given(st.sampled_from(KNOWN), st.data())
def test_a_doubled_stroke_is_mended(wording: str, data: st.DataObject) -> None:
    places = [place for place, mark in enumerate(wording) if mark == "/"]
    if not places:
        return
    place = data.draw(st.sampled_from(places))
    slip = f"{wording[:place]}/{wording[place:]}"
    try:
        parse_due(slip, 2026)
    except DueError:
        assert nearest_due(slip, 2026) is not None
