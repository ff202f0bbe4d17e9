"""Plans made in memory for reports: as large, as long-winded or as small as a test wants. All figures are made up."""

from datetime import date
from decimal import Decimal

from kehoach_cli.plan.agency import Agency, Member, Succession
from kehoach_cli.plan.document_settings import Documents, DocumentSettings, Signatory
from kehoach_cli.plan.due import parse_due
from kehoach_cli.plan.entries import Measurement, Update
from kehoach_cli.plan.model import Indicator, Parts, Pillar, Plan, TargetNames, Task
from kehoach_cli.plan.values import Baseline, Target, Targets
from tests.support.answers import answers

LONG = (
    "Tỷ lệ cơ quan, đơn vị, doanh nghiệp, hợp tác xã và hộ kinh doanh trên địa bàn tỉnh tham gia, thường xuyên, "
    "liên tục và hiệu quả các nền tảng số dùng chung do cơ quan có thẩm quyền công bố, hướng dẫn và hỗ trợ triển khai "
)


def plan_of(
    indicators: tuple[Indicator, ...] = (),
    tasks: tuple[Task, ...] = (),
    *,
    agencies: int = 1,
    pillars: int = 1,
    issuer: str = "Ủy ban nhân dân tỉnh Mẫu",
) -> Plan:
    """A plan of 2023 with these records, its agencies named `CQ1`, `CQ2` …, its pillars `N1`, `N2` …"""
    return Plan(
        number="01/QĐ-UBND",
        date=date(2023, 1, 10),
        issuer=issuer,
        title="Kế hoạch mẫu năm 2023",
        year=2023,
        baseline_date=date(2022, 12, 31),
        pillars=tuple(Pillar(f"N{number}", f"Nhóm thứ {number}") for number in range(1, pillars + 1)),
        signatory=Signatory(("TM. ỦY BAN NHÂN DÂN",), "CHỦ TỊCH", None, "Nguyễn Văn Mẫu"),
        place="Mẫu",
        standing_agency="CQ1",
        target_names=TargetNames("UBQG", "tỉnh"),
        recipients=("Các sở, ban, ngành", "Lưu: VT, CQ1"),
        documents=Documents(DocumentSettings(parent=issuer, signatory=Signatory((), "GIÁM ĐỐC", None, "Trần Thị Thử"))),
        agencies=tuple(
            Agency(f"CQ{number}", f"Cơ quan thứ {number}", f"CQ {number}") for number in range(1, agencies + 1)
        ),
        indicators=indicators,
        tasks=tasks,
    )


def indicator(
    number: int,
    *,
    name: str = "Tỷ lệ hồ sơ trực tuyến",
    pillar: str = "N1",
    lead: str = "CQ1",
    unit: str = "%",
    baseline: str | None = "20",
    target: str | None = "60",
    measured: tuple[tuple[str, date], ...] = (),
) -> Indicator:
    return Indicator(
        f"{pillar}-{number:02}",
        name,
        pillar,
        unit,
        "increase",
        (lead,),
        (),
        (),
        (),
        Baseline(None if baseline is None else Decimal(baseline), date(2022, 12, 31)),
        Targets(None, None if target is None else Target(Decimal(target), Decimal(target))),
        due=parse_due("Năm 2023"),
        measurements=tuple(Measurement(Decimal(value), day, "BC số 5") for value, day in measured),
    )


def task(
    number: int,
    due: str = "Quý II/2023",
    *,
    name: str = "Ban hành kế hoạch dữ liệu mở",
    lead: str = "CQ1",
    pillar: str | None = "N1",
    done: date | None = None,
) -> Task:
    updates = () if done is None else (Update("done", done, "BC số 6"),)
    return Task(f"NV-{number:02}", name, pillar, (lead,), (), due=parse_due(due), updates=updates)


def large_plan(indicators: int = 400, tasks: int = 120) -> Plan:
    """Long names, ten pillars, thirty agencies, some of everything measured."""
    days = (date(2023, 3, 31), date(2023, 8, 31))
    return plan_of(
        tuple(
            indicator(
                number,
                name=LONG + f"(chỉ tiêu số {number})",
                pillar=f"N{number % 10 + 1}",
                lead=f"CQ{number % 30 + 1}",
                unit="%" if number % 7 else "hồ sơ",
                measured=tuple((str(20 + number * step % 50), day) for step, day in enumerate(days, 1))[: number % 3],
            )
            for number in range(1, indicators + 1)
        ),
        tuple(
            task(
                number,
                ("Quý I/2023", "Quý II/2023", "Quý IV/2023", "Thường xuyên")[number % 4],
                name=LONG + f"(nhiệm vụ số {number})",
                lead=f"CQ{number % 30 + 1}",
                pillar=f"N{number % 10 + 1}",
                done=date(2023, 7, 1) if number % 3 == 0 else None,
            )
            for number in range(1, tasks + 1)
        ),
        agencies=30,
        pillars=10,
        issuer="Ban Chỉ đạo Chuyển đổi số, Cải cách hành chính và Xây dựng đô thị thông minh tỉnh Bà Rịa - Vũng Tàu",
    )


def shared_plan() -> Plan:
    """Work of three bodies and of a lead alone: with each way of combining, none, some and all answered, a merger."""
    succession = Succession("merged", date(2023, 9, 1), "NQ 1", ("CQ4",))
    group = Agency("NHOM", "Các cơ quan", "Các cơ quan", group=True, members=tuple(map(Member, ("CQ1", "CQ2", "CQ3"))))
    kinds: tuple[tuple[str, Parts | None, str], ...] = (
        ("Tỷ lệ hồ sơ tạm tính", "ratio", "CQ1 45/120 31/8; CQ2 10/80 10/6"),
        ("Tỷ lệ hồ sơ đủ báo cáo", "ratio", "CQ1 45/120 31/8; CQ2 10/80 1/9; CQ3 0/0 1/9"),
        ("Mức từng cơ quan phải đạt", "each", "CQ1 60 31/8; CQ2 59 31/8; CQ3 95 10/9"),
        ("Số chỉ báo cáo, không cộng", None, "CQ3 41 10/9"),
        ("Chưa ai báo cáo", "mean", ""),
    )
    plan = plan_of(
        tuple(
            indicator(number, name=name, lead="NHOM")._replace(parts=parts, answers=answers(given))
            for number, (name, parts, given) in enumerate(kinds, 1)
        ),
        (
            task(1, lead="NHOM")._replace(parts="each", answers=answers("CQ1 done 1/7; CQ2 done 2/8; CQ3 paused 1/9")),
            task(2, lead="NHOM", name="Việc chưa có báo cáo chung")._replace(answers=answers("CQ1 in_progress 1/7")),
            task(3, lead="CQ5"),
        ),
        agencies=5,
    )
    known = (each._replace(successors=succession) if each.id == "CQ1" else each for each in plan.agencies)
    return plan._replace(agencies=(*known, group._replace(members_complete=True)))


def crowded_plan(bodies: int = 70, indicators: int = 6) -> Plan:
    """Long names, a group of many bodies of which some have answered each indicator, in figures of many digits."""
    names = [f"CQ{number}" for number in range(1, bodies + 1)]
    group = Agency("NHOM", "Các cơ quan", "Các cơ quan", group=True, members=tuple(map(Member, names)))
    plan = plan_of(
        tuple(
            indicator(number, name=LONG + f"(chỉ tiêu số {number})", lead="NHOM")._replace(
                parts="ratio",
                answers=tuple(
                    entry._replace(source=f"Báo cáo số {place}/BC-CQ{place} ngày 06 tháng 9 năm 2023")
                    for place, entry in enumerate(
                        answers("; ".join(f"{name} 1234567/7654321 31/8" for name in names[:: number + 1])), 1
                    )
                ),
            )
            for number in range(1, indicators + 1)
        ),
        agencies=bodies,
    )
    renamed = (each._replace(short_name=f"UBND thị xã {LONG[18:50]} {each.id}") for each in plan.agencies)
    return plan._replace(agencies=(*renamed, group))
