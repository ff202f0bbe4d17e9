"""What kind of number an indicator is: by its target's words, its own key, its unit."""

from decimal import Decimal

import pytest

from kehoach_cli.plan.measures import measure_by, measure_of, scale
from kehoach_cli.plan.values import VERDICT, Target
from tests.support.records import indicator


@pytest.mark.parametrize(
    ("unit", "measure"),
    [
        ("%", "share"),
        ("% GDP", "share"),
        ("% dân số", "share"),
        ("% tổng chi NSNN", "share"),
        ("%/năm", "growth"),
        ("% so với năm trước", "growth"),
        ("Thứ bậc", "rank"),
        ("Hạng", "rank"),
        ("bậc", "rank"),
        ("điểm", "score"),
        ("điểm cầu", "count"),
        ("Doanh nghiệp", "count"),
        ("Tổ chức, doanh nghiệp", "count"),
        ("lớp", "count"),
        ("hồ sơ/ngày", "amount"),
        ("Người/vạn dân", "amount"),
        ("Tbps", "amount"),
        ("tỷ đồng", "amount"),
        ("xăng-ti-mét", "amount"),
        ("-", "amount"),
    ],
)
def test_by_its_unit(unit: str, measure: str) -> None:
    assert measure_by(unit) == measure
    assert measure_of(indicator()._replace(unit=unit)) == measure


def test_its_own_key_and_words_come_first() -> None:
    words = Target(Decimal(1), Decimal(1), "words", text="Đạt mức tiên tiến")
    own = indicator()._replace(measure="growth")
    assert (measure_of(own), scale(own)) == ("growth", "%")
    judged = indicator(provincial=words)._replace(measure="growth")
    assert (measure_of(judged), scale(judged)) == ("verdict", VERDICT)
    assert measure_of(indicator(provincial=None)._replace(measure="verdict")) == "verdict"
