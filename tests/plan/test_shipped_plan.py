"""The shipped plan is Decision 180/QĐ-BCĐ: counts and sums of its text, and docs/du-lieu.md says what stands in it."""

import re
from collections import Counter
from decimal import Decimal

import pytest

from kehoach_cli.plan.agencies import register
from kehoach_cli.plan.model import Record, Task
from tests.support.data_page import rows
from tests.support.known_plans import ROOT, SHIPPED, load

PLAN = load(SHIPPED)
AGENCIES = register(PLAN)
RECORDS = {record.id: record for record in PLAN.records}
PAGE = (ROOT / "docs" / "du-lieu.md").read_text(encoding="utf-8")

FIELDS = {"tên": "name", "ghi chú": "note", "chủ trì": "lead", "phối hợp": "support"}


def ids_in(text: str) -> list[str]:
    """The records named, `NV-CQS-01 đến NV-CQS-03` spelled out."""
    found: list[str] = []
    for first, last in re.findall(r"((?:NV-)?[A-Z]+-\d\d)(?: đến ((?:NV-)?[A-Z]+-\d\d))?", text):
        stem, start = first.rsplit("-", 1)
        end = last.rsplit("-", 1)[1] if last else start
        found += [f"{stem}-{number:02}" for number in range(int(start), int(end) + 1)]
    return found


def texts_at(place: str) -> list[list[str]]:
    """What stands in the data at a place of the page's tables: `CQS-13, tên`, `Căn cứ ban hành`."""
    if place == "Căn cứ ban hành":
        return [list(PLAN.legal_bases)]
    key = FIELDS[place.rpartition(", ")[2]]
    pillars = {pillar.id: pillar for pillar in PLAN.pillars}
    if place.partition(",")[0] in pillars:
        return [[pillars[place.partition(",")[0]].name]]
    values = [getattr(RECORDS[record_id], key) for record_id in ids_in(place)]
    assert values
    return [[value] if isinstance(value, str) else [AGENCIES.by_id[one].name for one in value] for value in values]


def figures(text: str) -> list[tuple[Decimal, Decimal]] | None:
    """`8,5%, 60–70%` as the two ends of each, or None where the text is more than figures."""
    found = [re.fullmatch(r"(?:([\d,]+)–)?([\d,]+)%", part) for part in text.split(", ")]
    if not all(found):
        return None
    ends = [(match[1] or match[2], match[2]) for match in found if match]
    return [(Decimal(low.replace(",", ".")), Decimal(high.replace(",", "."))) for low, high in ends]


def test_each_row_of_the_annexes_is_one_record_that_names_it() -> None:
    places = {
        f"{prefix}{pillar}-{number:02}": f"Phụ lục {annex}, mục {section}.{number}"
        for annex, prefix, parts in (
            ("I", "", (("I", "CQS", 17), ("II", "KTS", 8), ("III", "XHS", 15))),
            ("II", "NV-", (("I", "CQS", 20), ("II", "KTS", 5), ("III", "XHS", 3), ("IV", "DTTM", 10))),
        )
        for section, pillar, count in parts
        for number in range(1, count + 1)
    }
    places["NV-CHUNG-01"] = "Phụ lục II, dòng đầu"
    places["NV-KHAC-01"] = "Kế hoạch, mục II.4.1a"
    places |= {f"NV-KHAC-{number:02}": "Kế hoạch, mục II.5" for number in range(2, 6)}
    places["NV-KHAC-06"] = "Kế hoạch, mục IV.1"
    assert {record.id: record.source for record in PLAN.records} == places


def test_sums_of_the_columns_of_figures() -> None:
    baselines = [item.baseline.value for item in PLAN.indicators if item.baseline.value is not None]
    national = [item.targets.national for item in PLAN.indicators if item.targets.national]
    provincial = [item.targets.provincial for item in PLAN.indicators if item.targets.provincial]
    assert (len(baselines), sum(baselines)) == (26, Decimal("1526.68"))
    assert (len(national), sum(target.min for target in national)) == (25, Decimal("1454.5"))
    assert all(target.min == target.max for target in national)
    assert (len(provincial), sum(target.min for target in provincial)) == (40, Decimal("2819.5"))
    assert sum(target.max for target in provincial) == Decimal("2854.5")


def test_deadlines_are_worded_as_in_the_annexes() -> None:
    assert Counter(item.due.text for item in PLAN.indicators) == {"Năm 2023": 39, "Quý II/2023": 1}
    assert RECORDS["CQS-14"].due.text == "Quý II/2023"
    assert Counter(task.due.text for task in PLAN.tasks if "body_only" not in task.origin) == {
        "Quý I/2023": 1,
        "Quý II/2023": 6,
        "Quý II-III/2023": 1,
        "Tháng 9/2023": 1,
        "Quý III/2023": 6,
        "Quý IV/2023": 8,
        "12/2023": 1,
        "2023": 10,
        "Hàng tháng": 2,
        "Thường xuyên": 1,
        "external: Theo chương trình của Bộ TT&TT": 1,
        "": 1,
    }


def test_who_leads_how_much() -> None:
    leads = Counter(lead for item in PLAN.indicators for lead in item.lead)
    assert (leads["SBNDP"], leads["STTTT"], leads["UBNDCH"], leads.total()) == (14, 5, 6, 43)
    leads = Counter(lead for task in PLAN.tasks if "body_only" not in task.origin for lead in task.lead)
    assert (leads["STTTT"], leads["SBNDP"], leads["SDL"], leads.total()) == (21, 3, 2, 46)


@pytest.mark.parametrize("record", PLAN.records, ids=lambda record: record.id)
def test_what_the_note_says_is_data_too(record: Record) -> None:
    note = record.note or ""
    said = {
        "assigned": "UBQG giao" in note,
        "carried_over": "chuyển sang" in note,
        "kept_up": re.search(r"[Tt]iếp tục (duy trì|thực hiện|được UBQG giao)", note) is not None,
        "new": "Chỉ tiêu mới" in note,
        "body_only": record.id.startswith("NV-KHAC"),
    }
    assert set(record.origin) == {origin for origin, is_said in said.items() if is_said}
    if isinstance(record, Task):
        assert record.output == ("Hoàn thiện hồ sơ, thủ tục đầu tư" if "thủ tục đầu tư" in note else None)


@pytest.mark.parametrize(("place", "scanned", "now"), [row[:3] for row in rows(PAGE, "Chữ quét sai đã sửa")])
def test_the_data_hold_every_correction(place: str, scanned: str, now: str) -> None:
    for texts in texts_at(place):
        assert any(now in text for text in texts)
        assert not any(scanned in text.replace(now, "") for text in texts)


@pytest.mark.parametrize("row", rows(PAGE, "Chỗ phần lời và phụ lục không khớp nhau"), ids=lambda row: row[0])
def test_where_body_and_annex_disagree_the_data_follow_the_annex(row: list[str]) -> None:
    records = [RECORDS[record_id] for record_id in ids_in(row[0])]
    assert records
    used = figures(row[2])
    if used:
        targets = [record.targets.provincial for record in records if not isinstance(record, Task)]
        assert [target and target[:2] for target in targets] == used * (len(records) if len(used) == 1 else 1)


def test_the_page_counts_the_records_and_names_only_records_that_there_are() -> None:
    counts = {row[0].strip("`"): int(row[2]) for row in rows(PAGE, "Bốn tệp")}
    assert counts == {
        "data/plan.yaml": 1,
        "data/agencies.yaml": len(PLAN.agencies),
        "data/indicators.yaml": len(PLAN.indicators),
        "data/tasks.yaml": len(PLAN.tasks),
    }
    assert set(ids_in(PAGE)) <= set(RECORDS)


@pytest.mark.parametrize(
    ("written", "agency"),
    [
        ("Sở Công thương", "SCT"),
        ("Sở Giao thông Vận tải", "SGTVT"),
        ("Sở KH&ĐT", "SKHDT"),
        ("Sở GD&ĐT", "SGDDT"),
        ("Sở NN&PTNT", "SNNPTNT"),
        ("Sở Nông nghiệp và PTNT", "SNNPTNT"),
        ("Sở LĐTB&XH", "SLDTBXH"),
        ("Sở LĐT&XH", "SLDTBXH"),
        ("Sở LĐTBXH", "SLDTBXH"),
        ("Sở Lao động Thương binh và XH", "SLDTBXH"),
        ("VP UBND tỉnh", "VPUBND"),
        ("Văn phòng UBND tỉnh", "VPUBND"),
        ("Công an Tỉnh", "CAT"),
        ("Cục thuế", "CT"),
        ("Ngân hàng Nhà nước - CN BRVT", "NHNN"),
        ("Ban Quản lý các KCN", "BQLKCN"),
        ("Cơ quan thường trực Ban Chỉ đạo", "STTTT"),
        ("BCĐ Chuyển đổi số tỉnh", "BCD"),
        ("Ủy ban Quốc gia về Chuyển đổi số", "UBQGCDS"),
        ("UBQG", "UBQGCDS"),
        ("Bộ TT&TT", "BTTTT"),
        ("UBND thành phố Vũng Tàu", "UBNDTPVT"),
        ("UBND cấp huyện", "UBNDCH"),
        ("UBND các huyện, thị xã, thành phố", "UBNDCH"),
        ("UBND các huyện, TX, TP", "UBNDCH"),
        ("Các sở ban ngành, địa phương", "SBNDP"),
        ("Chủ hạ tầng quản lý các Khu công nghiệp", "CHTKCN"),
        ("TTr.HĐND tỉnh", "HDNDT"),
    ],
)
def test_an_agency_is_found_however_the_decision_writes_it(written: str, agency: str) -> None:
    found = AGENCIES.find(written)
    assert found is not None
    assert found.id == agency
