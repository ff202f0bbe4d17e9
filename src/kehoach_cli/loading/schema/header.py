"""Schemas of `plan.yaml` (the decision) and `agencies.yaml` (the agencies it assigns work to)."""

from typing import Annotated, Any, Literal

from pydantic import Field, GetJsonSchemaHandler, ValidationInfo, field_validator, model_validator
from pydantic_core import CoreSchema

from kehoach_cli.loading.schema.check_settings import Checks
from kehoach_cli.loading.schema.document_records import DocumentsRecord, SignatoryRecord
from kehoach_cli.loading.schema.entry_records import ChangeRecord
from kehoach_cli.loading.schema.record import Record
from kehoach_cli.loading.schema.value_types import AgencyId, AgencyOfRecord, Cutoff, Day, Id, Text, refusal
from kehoach_cli.plan.agency import Agency, Member, Succession, SuccessionKind
from kehoach_cli.plan.model import Pillar, Plan, Reporting, TargetNames
from kehoach_cli.plan.periods import FIRST_YEAR, LAST_YEAR


class MemberRecord(Record, title="Thành viên"):
    builds = Member
    id: AgencyId = Field(description="Mã cơ quan thành viên")
    from_: Day | None = Field(default=None, alias="from", description="Ngày đầu là thành viên; bỏ trống: từ đầu")
    until: Day | None = Field(default=None, description="Ngày cuối là thành viên; bỏ trống: đến nay")
    by: Text | None = Field(default=None, description="Văn bản: số, ký hiệu, ngày")

    @model_validator(mode="before")
    @classmethod
    def _from_id(cls, value: Any) -> Any:
        if not isinstance(value, str | dict):
            remedy = (
                "Ghi mã của cơ quan trong agencies.yaml, ví dụ STTTT; vào hoặc ra giữa chừng thì {id: STTTT, until: …}"
            )
            raise refusal("KH207", "Mục này của members không phải là mã cơ quan", remedy)
        return {"id": value} if isinstance(value, str) else value

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """For one that was always there its id is enough."""
        written = handler.resolve_ref_schema(handler(core_schema))
        return {"anyOf": [written["properties"]["id"], dict(written)]}


class SuccessionRecord(Record, title="Sắp xếp lại"):
    builds = Succession
    kind: SuccessionKind = Field(
        description="renamed: đổi tên; merged: sáp nhập, hợp nhất; split: chia, tách; dissolved: giải thể"
    )
    to: list[AgencyId] = Field(default=[], description="Mã các cơ quan tiếp nhận; giải thể thì bỏ trống")
    date: Day = Field(description="Ngày đầu của các cơ quan tiếp nhận, là ngày sau until")
    by: Text = Field(description="Văn bản sắp xếp: số, ký hiệu, ngày")
    takes: AgencyOfRecord = Field(
        default={}, description="Chia, tách: bản ghi nào do cơ quan nào tiếp nhận, ví dụ {CQS-01: SNV}"
    )
    note: Text | None = Field(default=None, description="Ghi chú")

    def converted(self) -> dict[str, Any]:
        return {"takes": tuple(self.takes.items())}


class AgencyRecord(Record, title="Cơ quan"):
    builds = Agency
    id: Id = Field(description="Chữ viết tắt chính thức, không dấu: STTTT, SNV, VPUBND")
    name: Text = Field(description="Tên đầy đủ")
    short_name: Text = Field(description="Tên gọi tắt dùng trong bảng: Sở TT&TT")
    aliases: list[Text] = Field(default=[], description="Những cách viết khác gặp trong văn bản")
    group: bool = Field(default=False, description="true nếu là một nhóm cơ quan: các sở, ban, ngành")
    addressed_as: Text | None = Field(
        default=None, description="Nhóm: cách ghi ở Kính gửi, ví dụ Ủy ban nhân dân các xã, phường, thị trấn"
    )
    members: list[MemberRecord] = Field(
        default=[], description="Các thành viên của nhóm: mã, hoặc {id, from, until, by} nếu vào hoặc ra giữa chừng"
    )
    members_complete: bool = Field(default=False, description="true nếu danh sách thành viên đã đủ")
    from_: Day | None = Field(default=None, alias="from", description="Ngày đầu hoạt động; bỏ trống: có từ trước")
    until: Day | None = Field(default=None, description="Ngày cuối hoạt động; bỏ trống: đến nay")
    successors: SuccessionRecord | None = Field(default=None, description="Cơ quan tiếp nhận khi cơ quan này kết thúc")


class PillarRecord(Record, title="Nhóm"):
    builds = Pillar
    id: Id = Field(description="Mã nhóm: CQS, KTS, XHS, DTTM")
    name: Text = Field(description="Tên nhóm: Chính quyền số")


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
        return {"cutoff": self.cutoff if isinstance(self.cutoff, int) else None}


class ReportingValues(ReportingRecord, title="Chế độ báo cáo"):
    partial = True


class TargetNamesRecord(Record, title="Tên gọi mức phấn đấu"):
    builds = TargetNames
    national: Text = Field(default=TargetNames().national, description="Tên gọi cấp giao chỉ tiêu, ghi ở đầu cột: UBQG")
    provincial: Text = Field(
        default=TargetNames().provincial, description="Tên gọi cấp ban hành Kế hoạch, ghi ở đầu cột: tỉnh"
    )


class DecisionRecord(Record):
    format: Literal[2] = Field(description="Cách viết các tệp của Kế hoạch: 2")
    number: Text = Field(description="Số, ký hiệu quyết định: 180/QĐ-BCĐ")


Year = Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR)]


def _require_forward(year: int | None, last_year: int | None) -> None:
    if year and last_year and last_year < year:
        raise refusal("KH209", f"Năm cuối {last_year} trước năm đầu {year}", "Sửa last_year hoặc year")


class PlanContent(Record):
    """What plan.yaml says that figures and deadlines depend on, and a later document may change."""

    date: Day = Field(description="Ngày ban hành")
    year: Year = Field(description="Năm của Kế hoạch; kế hoạch nhiều năm thì là năm đầu")
    last_year: Year | None = Field(default=None, description="Năm cuối; bỏ trống nếu là kế hoạch một năm")
    baseline_date: Day | None = Field(
        default=None, description="Ngày của số liệu hiện trạng; bỏ trống nếu Kế hoạch không có hiện trạng"
    )
    reporting: ReportingRecord = Field(default=ReportingRecord(), description="Chế độ báo cáo")

    @field_validator("last_year")
    @classmethod
    def _after_the_first(cls, given: int | None, info: ValidationInfo) -> int | None:
        _require_forward(info.data.get("year"), given)
        return given


class PlanValues(PlanContent, title="Giá trị mới"):
    partial = True
    reporting: ReportingValues = Field(description="Chế độ báo cáo: chỉ ghi khóa được đổi")


class PlanChangeRecord(ChangeRecord, title="Điều chỉnh"):
    set: PlanValues = Field(description="Những khóa mà văn bản đã đổi, với giá trị mới: {reporting: {cutoff: 20}}")


class PlanRecord(PlanContent, DecisionRecord, title="Kế hoạch"):
    builds = Plan
    parent: Text | None = Field(default=None, description="Cơ quan chủ quản, ghi ở dòng trên tên cơ quan ban hành")
    issuer: Text = Field(description="Cơ quan ban hành")
    place: Text | None = Field(default=None, description="Địa danh ghi trước ngày tháng")
    title: Text = Field(description="Tên Kế hoạch")
    pillars: list[PillarRecord] = Field(description="Các nhóm chỉ tiêu, nhiệm vụ, theo thứ tự trong Kế hoạch")
    standing_agency: AgencyId | None = Field(default=None, description="Mã cơ quan thường trực, nơi lập báo cáo")
    signatory: SignatoryRecord = Field(description="Người ký văn bản của cơ quan ban hành")
    target_names: TargetNamesRecord = Field(default=TargetNamesRecord(), description="Tên gọi hai mức phấn đấu")
    legal_bases: list[Text] = Field(default=[], description="Các căn cứ ban hành")
    recipients: list[Text] = Field(default=[], description="Nơi nhận văn bản của cơ quan ban hành")
    documents: DocumentsRecord = Field(
        default=DocumentsRecord(), description="Ai ký báo cáo, tóm tắt, công văn đôn đốc và gửi ai"
    )
    changes: list[PlanChangeRecord] = Field(
        default=[], description="Những lần văn bản sau đổi năm, ngày hay chế độ báo cáo; các khóa bên trên giữ nguyên"
    )
    checks: Checks

    @field_validator("changes")
    @classmethod
    def _years_in_order(cls, given: list[PlanChangeRecord], info: ValidationInfo) -> list[PlanChangeRecord]:
        years = {key: info.data.get(key) for key in ("year", "last_year")}
        for change in sorted(given, key=lambda change: change.date):
            years |= change.set.to_domain()
            _require_forward(years["year"], years["last_year"])
        return given
