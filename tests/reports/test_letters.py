"""Whom the letters go to, and what stands in them."""

from datetime import date

from kehoach_cli.plan.agencies import AgencyRegister, register
from kehoach_cli.plan.agency import Agency, Member, Succession
from kehoach_cli.plan.coverage import who_must_answer
from kehoach_cli.plan.data_window import last_closed
from kehoach_cli.plan.document_settings import Documents, DocumentSettings
from kehoach_cli.plan.model import Plan
from kehoach_cli.plan.plan_status import plan_status
from kehoach_cli.reports.letters.joint_letter import joint_addressees, joint_context
from kehoach_cli.reports.letters.letter_context import letter_context
from kehoach_cli.reports.letters.letter_items import LettersView, letters_view
from kehoach_cli.reports.letters.letter_summary import letters_data, summary_page
from tests.support.made_up_plans import indicator, plan_of, task

DAY = date(2023, 9, 14)
SENT_BY_THE_ISSUER = DocumentSettings(issuer="Ủy ban nhân dân tỉnh Mẫu")
GROUP = Agency("NHOM", "Các cơ quan", "Các cơ quan", group=True, members=(Member("CQ1"), Member("CQ2")))


def _view(
    plan: Plan, only: str | None = None, day: date = DAY, *, standing: str | None = None
) -> tuple[LettersView, AgencyRegister]:
    """The letters of the plan's issuer or, if there is one, of a standing agency."""
    plan = plan._replace(standing_agency=standing)
    status = plan_status(plan, day)
    agencies = register(status.plan)
    duties = who_must_answer(plan, last_closed(day, plan), day, late=True)
    return letters_view(status, duties, agencies, only), agencies


def _asked(view: LettersView) -> dict[str, list[tuple[str, str]]]:
    return {letter.agency: [(item.concern, item.record.id) for item in letter.items] for letter in view.letters}


def test_each_body_is_asked_about_its_own_work_gravest_first() -> None:
    plan = plan_of(
        (indicator(1, lead="CQ2"),),
        (task(1), task(2, "Tháng 9/2023"), task(3, "Quý IV/2023"), task(4, lead="CQ3", done=date(2023, 6, 1))),
        agencies=3,
    )
    view, _ = _view(plan)
    assert _asked(view) == {
        "CQ2": [("silent", "N1-01")],
        "CQ1": [("overdue", "NV-01"), ("soon", "NV-02"), ("silent", "NV-03")],
    }
    assert view.nothing_due == ("CQ3",)


def test_days_are_counted_of_what_is_late_and_of_what_is_soon() -> None:
    tasks = (task(1, "13/9/2023"), task(2, "14/9/2023"), task(3, "14/10/2023"), task(4, "15/10/2023"))
    view, agencies = _view(plan_of((indicator(1),), tasks))
    heads = letter_context(view.letters[0], view, agencies, DAY)["nhom_viec"]
    rows = [(head["la_ma"], row["stt"], row["ma"]) for head in heads for row in head["viec"]]
    assert rows == [
        ("I", 1, "NV-01"),
        ("II", 1, "NV-02"),
        ("II", 2, "NV-03"),
        ("III", 1, "NV-04"),
        ("III", 2, "N1-01"),
    ]
    days = [(row["so_ngay_tre"], row["so_ngay_con"]) for head in heads for row in head["viec"]]
    assert days == [(1, 0), (0, 0), (0, 30), (0, 0), (0, 0)]


def test_the_latest_news_are_told_with_their_day() -> None:
    late = indicator(1, measured=(("41", date(2023, 8, 30)),))._replace(due=task(1).due)
    view, agencies = _view(plan_of((late, indicator(2)), (task(1),)))
    heads = letter_context(view.letters[0], view, agencies, DAY)["nhom_viec"]
    news = {row["ma"]: row["bao_cao_gan_nhat"] for head in heads for row in head["viec"]}
    assert news == {"NV-01": "Chưa báo cáo", "N1-01": "41% (30/8/2023)", "N1-02": "Chưa có số liệu"}


def test_a_task_names_what_must_exist_at_the_end() -> None:
    view, agencies = _view(plan_of((indicator(1),), (task(1)._replace(output="Đề án"), task(2))))
    heads = letter_context(view.letters[0], view, agencies, DAY)["nhom_viec"]
    assert [row["san_pham"] for head in heads for row in head["viec"]] == ["Đề án", "", ""]


def test_an_indicator_stands_under_one_head_only() -> None:
    late = indicator(1)._replace(due=task(1).due)  # overdue, and without data too
    view, _ = _view(plan_of((late,)))
    assert _asked(view) == {"CQ1": [("overdue", "N1-01")]}


def test_a_groups_work_is_asked_of_its_known_members() -> None:
    plan = plan_of(tasks=(task(1, lead="NHOM"),), agencies=3)
    plan = plan._replace(agencies=(*plan.agencies, GROUP))
    view, agencies = _view(plan)
    assert _asked(view) == {"CQ1": [("overdue", "NV-01")], "CQ2": [("overdue", "NV-01")]}
    assert view.open_groups == ("NHOM",)
    row = letter_context(view.letters[0], view, agencies, DAY)["nhom_viec"][0]["viec"][0]
    assert row["giao_chung"] == "Các cơ quan"


def test_members_of_a_complete_group_need_no_remark() -> None:
    plan = plan_of(tasks=(task(1, lead="NHOM"),), agencies=2)
    plan = plan._replace(agencies=(*plan.agencies, GROUP._replace(members_complete=True)))
    assert _view(plan)[0].open_groups == ()


def test_groups_within_groups_and_rings_of_groups_end() -> None:
    outer = Agency("NGOAI", "Tất cả", "Tất cả", group=True, members=(Member("NHOM"), Member("CQ3")))
    ring = GROUP._replace(members=(Member("CQ1"), Member("NGOAI")))
    plan = plan_of(tasks=(task(1, lead="NGOAI"),), agencies=3)
    plan = plan._replace(agencies=(*plan.agencies, outer, ring))
    assert list(_asked(_view(plan)[0])) == ["CQ1", "CQ3"]


def test_a_group_without_known_members_is_written_to_as_it_is_addressed() -> None:
    plan = plan_of(tasks=(task(1, lead="NHOM"),))
    group = GROUP._replace(members=(), addressed_as="Các cơ quan của tỉnh")
    view, agencies = _view(plan._replace(agencies=(*plan.agencies, group)))
    context = letter_context(view.letters[0], view, agencies, DAY)
    assert (context["kinh_gui"], context["noi_gui"]["ten"]) == (["Các cơ quan của tỉnh"], "Các cơ quan của tỉnh")
    assert view.open_groups == ()  # the letter reaches all of them


def test_a_group_of_which_nothing_says_how_it_is_addressed_gets_no_letter_and_is_told() -> None:
    plan = plan_of(tasks=(task(1, lead="NHOM"),))
    view, agencies = _view(plan._replace(agencies=(*plan.agencies, GROUP._replace(members=()))))
    assert (view.letters, view.unaddressed) == ((), ("NHOM",))
    assert letters_data(view, {})["unaddressed"] == ["NHOM"]
    assert summary_page(view, agencies, {}, "cong-van").lines[:2] == (
        "Tính đến ngày 14/9/2023 không có công văn nào gửi được.",
        "Chưa gửi được vì là cả một nhóm, chưa biết từng cơ quan: Các cơ quan. Ghi thành viên (members), hoặc cách ghi "
        "ở Kính gửi (addressed_as), trong agencies.yaml.",
    )


def test_work_led_directly_and_through_a_group_is_asked_once() -> None:
    both = task(1)._replace(lead=("CQ1", "NHOM"))
    plan = plan_of(tasks=(both,), agencies=2)
    plan = plan._replace(agencies=(*plan.agencies, GROUP))
    assert _asked(_view(plan)[0]) == {"CQ1": [("overdue", "NV-01")], "CQ2": [("overdue", "NV-01")]}


def test_one_agency_may_be_asked_for() -> None:
    plan = plan_of(tasks=(task(1), task(2, lead="CQ2")), agencies=2)
    assert list(_asked(_view(plan, "CQ2")[0])) == ["CQ2"]


def test_answers_go_to_the_standing_agency_which_is_told_its_own_work_without_a_letter() -> None:
    plan = plan_of(tasks=(task(1), task(2, lead="CQ2")), agencies=2)
    view, agencies = _view(plan, standing="CQ1")
    [letter] = view.letters
    context = letter_context(letter, view, agencies, DAY)
    assert (letter.agency, context["noi_nhan_bao_cao"]) == ("CQ2", "Cơ quan thứ 1")
    assert (context["co_quan"]["ten"], context["van_ban"]["ky_hieu"]) == ("Cơ quan thứ 1", "CQ1")
    assert letters_data(view, {"CQ2": "a.docx"})["own"] == {"overdue": ["NV-01"], "soon": [], "silent": []}
    assert (
        summary_page(view, agencies, {"CQ2": "a.docx"}, "cong-van").lines[1]
        == "CQ 1 ban hành công văn nên không gửi cho mình: 1 đã quá hạn. Xem: kehoach overdue --agency CQ1; "
        "kehoach answers --agency CQ1"
    )


def test_a_body_that_issued_the_plan_and_has_work_in_it_gets_no_letter_from_itself() -> None:
    plan = plan_of(tasks=(task(1), task(2, lead="CQ2")), agencies=2)._replace(issuer="Cơ quan thứ 1")
    view, _ = _view(plan)
    assert (list(_asked(view)), view.own and view.own.agency) == (["CQ2"], "CQ1")


def test_the_plans_issuer_collects_where_there_is_no_standing_agency() -> None:
    view, agencies = _view(plan_of(tasks=(task(1),)))
    context = letter_context(view.letters[0], view, agencies, DAY)
    assert context["noi_nhan_bao_cao"] == context["co_quan"]["ten"] == "Ủy ban nhân dân tỉnh Mẫu"


def test_the_summary_says_who_needs_no_letter_and_what_no_letter_reaches() -> None:
    plan = plan_of(tasks=(task(1), task(2)._replace(lead=()), task(3, lead="CQ2", done=DAY)), agencies=2)
    view, agencies = _view(plan)
    page = summary_page(view, agencies, {"CQ1": "cong-van-don-doc-CQ1.docx"}, "cong-van")
    assert page.lines == (
        "Đôn đốc tính đến ngày 14/9/2023, số liệu quý II/2023: 1 công văn trong cong-van",
        "Không có việc cần đôn đốc: CQ 2.",
        "Có 1 việc không có nơi để gửi: chưa giao cơ quan chủ trì.",
    )
    assert page.tables[0].rows == (("CQ 1", "1", "0", "0", "cong-van-don-doc-CQ1.docx"),)


def test_nothing_to_chase_is_said_in_so_many_words() -> None:
    view, agencies = _view(plan_of())
    assert summary_page(view, agencies, {}, "cong-van").lines == (
        "Tính đến ngày 14/9/2023 không có việc nào cần đôn đốc.",
    )


def _merged(*ended: str, to: str, first_day: date, plan: Plan) -> Plan:
    """The plan in which these agencies were merged on that day."""
    succession = Succession("merged", first_day, "NQ 45/NQ-HĐND", (to,))
    return plan._replace(
        agencies=tuple(
            agency._replace(successors=succession) if agency.id in ended else agency for agency in plan.agencies
        )
    )


def test_a_successor_is_asked_by_its_own_name_and_told_from_whom_it_has_the_work() -> None:
    plan = plan_of(tasks=(task(1), task(2, lead="CQ2"), task(3, lead="CQ3")), agencies=3)
    view, agencies = _view(_merged("CQ1", "CQ2", to="CQ3", first_day=DAY, plan=plan))
    [letter] = view.letters
    context = letter_context(letter, view, agencies, DAY)
    assert context["noi_gui"]["ten"] == "Cơ quan thứ 3"
    assert [(row["ma"], row["tiep_nhan_tu"]) for row in context["nhom_viec"][0]["viec"]] == [
        ("NV-01", "CQ 1"),
        ("NV-02", "CQ 2"),
        ("NV-03", ""),
    ]


def test_the_day_before_a_merger_everyone_is_asked_about_their_own() -> None:
    plan = plan_of(tasks=(task(1), task(2, lead="CQ2")), agencies=2)
    view, _ = _view(_merged("CQ1", to="CQ2", first_day=date(2023, 9, 15), plan=plan))
    assert _asked(view) == {"CQ1": [("overdue", "NV-01")], "CQ2": [("overdue", "NV-02")]}


def test_work_of_two_that_were_merged_is_asked_once() -> None:
    both = task(1)._replace(lead=("CQ1", "CQ2"))
    view, agencies = _view(_merged("CQ1", "CQ2", to="CQ3", first_day=DAY, plan=plan_of(tasks=(both,), agencies=3)))
    assert _asked(view) == {"CQ3": [("overdue", "NV-01")]}
    [row] = letter_context(view.letters[0], view, agencies, DAY)["nhom_viec"][0]["viec"]
    assert row["tiep_nhan_tu"] == "CQ 1, CQ 2"


def test_in_a_group_the_successor_of_a_member_is_asked() -> None:
    plan = plan_of(tasks=(task(1, lead="NHOM"),), agencies=3)
    plan = _merged("CQ1", to="CQ3", first_day=DAY, plan=plan._replace(agencies=(*plan.agencies, GROUP)))
    view, agencies = _view(plan)
    rows = {
        letter.agency: letter_context(letter, view, agencies, DAY)["nhom_viec"][0]["viec"][0] for letter in view.letters
    }
    assert {agency: (row["giao_chung"], row["tiep_nhan_tu"]) for agency, row in rows.items()} == {
        "CQ3": ("Các cơ quan", "CQ 1"),
        "CQ2": ("Các cơ quan", ""),
    }


def test_a_member_that_also_succeeds_another_has_the_work_from_nobody() -> None:
    plan = plan_of(tasks=(task(1, lead="NHOM"),), agencies=2)
    plan = _merged("CQ1", to="CQ2", first_day=DAY, plan=plan._replace(agencies=(*plan.agencies, GROUP)))
    view, agencies = _view(plan)
    [row] = letter_context(view.letters[0], view, agencies, DAY)["nhom_viec"][0]["viec"]
    assert (row["giao_chung"], row["tiep_nhan_tu"]) == ("Các cơ quan", "")


def test_the_copy_that_is_kept_is_kept_by_the_heir_of_the_standing_agency() -> None:
    plan = plan_of(tasks=(task(1),), agencies=3)._replace(
        recipients=("Như trên", "Lưu: VT", "Lưu: VT, CQ1"), documents=Documents(letter=SENT_BY_THE_ISSUER)
    )
    view, agencies = _view(_merged("CQ1", to="CQ3", first_day=DAY, plan=plan), standing="CQ1")
    context = letter_context(view.letters[0], view, agencies, DAY)
    assert context["noi_nhan"] == ["Như trên", "Lưu: VT", "Lưu: VT, CQ3"]
    assert context["van_ban"]["ky_hieu"] == "UBND-CQ3"  # who drafts stands behind who issues


def test_a_successor_of_the_standing_agency_writes_and_collects() -> None:
    plan = plan_of(tasks=(task(1), task(2, lead="CQ2")), agencies=3)
    view, agencies = _view(_merged("CQ1", to="CQ3", first_day=DAY, plan=plan), standing="CQ1")
    [letter] = view.letters
    context = letter_context(letter, view, agencies, DAY)
    assert (letter.agency, view.own and view.own.agency) == ("CQ2", "CQ3")
    assert (context["van_ban"]["ky_hieu"], context["noi_nhan_bao_cao"]) == ("CQ3", "Cơ quan thứ 3")


def test_nobody_is_asked_about_the_work_of_a_dissolved_body() -> None:
    plan = plan_of(tasks=(task(1), task(2, lead="CQ2")), agencies=2)
    dissolved = plan.agencies[1]._replace(successors=Succession("dissolved", DAY, "QĐ 9"))
    view, agencies = _view(plan._replace(agencies=(plan.agencies[0], dissolved)))
    assert _asked(view) == {"CQ1": [("overdue", "NV-01")]}
    page = summary_page(view, agencies, {"CQ1": "cong-van-don-doc-CQ1.docx"}, "cong-van")
    assert page.lines[1:] == ("Có 1 việc không có nơi để gửi: cơ quan chủ trì đã giải thể.",)
    assert letters_data(view, {"CQ1": "a.docx"})["unassigned"] == 1


def _joint(
    members: dict[str, tuple[str, ...]], leads: tuple[str, ...], standing: str | None = None, *, complete: bool = True
) -> list[str]:
    """Kính gửi of a letter to all who lead, where these groups are addressed as `Các NHOM`."""
    tasks = tuple(task(number, lead=lead) for number, lead in enumerate(leads, 1))
    groups = tuple(
        Agency(
            name,
            name,
            name,
            group=True,
            addressed_as=f"Các {name}",
            members=tuple(map(Member, ids)),
            members_complete=complete,
        )
        for name, ids in members.items()
    )
    plan = plan_of(tasks=tasks, agencies=4)
    view, agencies = _view(plan._replace(agencies=(*plan.agencies, *groups)), standing=standing)
    return joint_addressees(view, agencies)


def test_a_letter_to_all_names_each_body_once() -> None:
    assert _joint({}, ("CQ1", "CQ2", "CQ1")) == ["Cơ quan thứ 1", "Cơ quan thứ 2"]


def test_a_group_stands_for_its_members_where_all_of_them_are_asked() -> None:
    assert _joint({"SO": ("CQ1", "CQ2")}, ("CQ1", "CQ2", "CQ3")) == ["Các SO", "Cơ quan thứ 3"]
    assert _joint({"SO": ("CQ1", "CQ2")}, ("CQ1", "CQ3")) == ["Cơ quan thứ 1", "Cơ quan thứ 3"]


def test_a_group_not_known_in_full_does_not_stand_for_those_that_are_known() -> None:
    assert _joint({"SO": ("CQ1", "CQ2")}, ("CQ1", "CQ2"), complete=False) == ["Cơ quan thứ 1", "Cơ quan thứ 2"]


def test_the_sender_is_not_missed_in_its_group() -> None:
    assert _joint({"SO": ("CQ1", "CQ2", "CQ3")}, ("CQ2", "CQ3"), standing="CQ1") == ["Các SO"]


def test_of_groups_that_overlap_the_larger_stands_for_all() -> None:
    assert _joint({"SO": ("CQ1", "CQ2"), "MOI": ("SO", "CQ3")}, ("CQ1", "CQ2", "CQ3")) == ["Các MOI"]


def test_a_letter_to_all_counts_a_shared_record_once_and_lists_it_under_each() -> None:
    plan = plan_of(tasks=(task(1, lead="NHOM"), task(2, "Quý IV/2023")), agencies=2)
    view, agencies = _view(plan._replace(agencies=(*plan.agencies, GROUP)))
    context = joint_context(view, agencies, DAY)
    assert (context["tong"], context["dem"]) == (2, "02 nhiệm vụ")
    assert [(each["dem"], each["ten"]) for each in context["phan"]] == [
        ("01 nhiệm vụ", "đã quá hạn"),
        ("01 nhiệm vụ", "chưa có số liệu, báo cáo"),
    ]
    listed = [(each["ten"], each["dem"], [row["ma"] for row in each["viec"]]) for each in context["cac_noi_gui"]]
    assert listed == [
        ("Cơ quan thứ 1", "02 nhiệm vụ", ["NV-01", "NV-02"]),
        ("Cơ quan thứ 2", "01 nhiệm vụ", ["NV-01"]),
    ]


def test_a_letter_to_all_goes_to_whom_the_plan_says() -> None:
    plan = plan_of(tasks=(task(1),))._replace(
        documents=Documents(letter=DocumentSettings(addressees=("Các sở, ngành", "UBND cấp huyện")))
    )
    view, agencies = _view(plan)
    assert joint_context(view, agencies, DAY)["kinh_gui"] == ["Các sở, ngành", "UBND cấp huyện"]
