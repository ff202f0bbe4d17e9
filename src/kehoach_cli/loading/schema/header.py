"""Schemas of `plan.yaml` (the decision) and `agencies.yaml` (the agencies it assigns work to)."""

from typing import Annotated, Any, Literal

from pydantic import Field

from kehoach_cli.loading.schema.check_settings import Checks
from kehoach_cli.loading.schema.records import Record
from kehoach_cli.loading.schema.value_types import AgencyId, Cutoff, Day, Id, Text
from kehoach_cli.plan.model import Agency, Pillar, Plan, Reporting, Signatory, TargetNames
from kehoach_cli.plan.periods import FIRST_YEAR, LAST_YEAR


class AgencyRecord(Record, title="Cơ quan"):
    builds = Agency
    id: Id = Field(description="Chữ viết tắt chính thức, không dấu: STTTT, SNV, VPUBND")
    name: Text = Field(description="Tên đầy đủ")
    short_name: Text = Field(description="Tên gọi tắt dùng trong bảng: Sở TT&TT")
    aliases: list[Text] = Field(default=[], description="Những cách viết khác gặp trong văn bản")
    group: bool = Field(default=False, description="true nếu là một nhóm cơ quan: các sở, ban, ngành")
    members: list[AgencyId] = Field(default=[], description="Mã các thành viên của nhóm")
    members_complete: bool = Field(default=False, description="true nếu danh sách thành viên đã đủ")


class PillarRecord(Record, title="Nhóm"):
    builds = Pillar
    id: Id = Field(description="Mã nhóm: CQS, KTS, XHS, DTTM")
    name: Text = Field(description="Tên nhóm: Chính quyền số")


class SignatoryRecord(Record, title="Người ký"):
    builds = Signatory
    authority: Text | None = Field(default=None, description="Thẩm quyền ký: TM. BAN CHỈ ĐẠO")
    office: Text = Field(description="Chức vụ người ký: TRƯỞNG BAN")
    position: Text | None = Field(default=None, description="Chức vụ chính quyền của người ký: CHỦ TỊCH UBND TỈNH")
    name: Text | None = Field(default=None, description="Họ và tên người ký")


class ReportingRecord(Record, title="Chế độ báo cáo"):
    builds = Reporting
    cadence: Literal["month", "quarter"] = Field(
        default="quarter", description="Kỳ báo cáo: month (tháng) hoặc quarter (quý)"
    )
    cutoff: Cutoff = Field(
        default=14,
        description="Ngày chốt số liệu trong tháng cuối kỳ (Nghị định 09/2019/NĐ-CP: ngày 14), "
        "hoặc calendar nếu chốt vào ngày cuối kỳ",
    )

    def converted(self) -> dict[str, Any]:
        return {"cutoff_day": self.cutoff if isinstance(self.cutoff, int) else None}


class TargetNamesRecord(Record, title="Tên gọi mức phấn đấu"):
    builds = TargetNames
    national: Text = Field(default=TargetNames().national, description="Tên gọi cấp giao chỉ tiêu, ghi ở đầu cột: UBQG")
    provincial: Text = Field(
        default=TargetNames().provincial, description="Tên gọi cấp ban hành Kế hoạch, ghi ở đầu cột: tỉnh"
    )


class PlanRecord(Record, title="Kế hoạch"):
    builds = Plan
    number: Text = Field(description="Số, ký hiệu quyết định: 180/QĐ-BCĐ")
    date: Day = Field(description="Ngày ban hành")
    parent: Text | None = Field(default=None, description="Cơ quan chủ quản, ghi ở dòng trên tên cơ quan ban hành")
    issuer: Text = Field(description="Cơ quan ban hành")
    place: Text | None = Field(default=None, description="Địa danh ghi trước ngày tháng")
    title: Text = Field(description="Tên Kế hoạch")
    year: Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR)] = Field(description="Năm của Kế hoạch")
    baseline_date: Day = Field(description="Ngày của số liệu hiện trạng")
    pillars: list[PillarRecord] = Field(description="Các nhóm chỉ tiêu, nhiệm vụ, theo thứ tự trong Kế hoạch")
    standing_agency: AgencyId | None = Field(default=None, description="Mã cơ quan thường trực, nơi lập báo cáo")
    signatory: SignatoryRecord = Field(description="Người ký báo cáo")
    reporting: ReportingRecord = Field(default=ReportingRecord(), description="Chế độ báo cáo")
    target_names: TargetNamesRecord = Field(default=TargetNamesRecord(), description="Tên gọi hai mức phấn đấu")
    legal_bases: list[Text] = Field(default=[], description="Các căn cứ ban hành")
    recipients: list[Text] = Field(default=[], description="Nơi nhận")
    checks: Checks
