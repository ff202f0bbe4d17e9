"""Schemas of the records of `indicators.yaml` and `tasks.yaml`."""

from typing import Any, ClassVar, Literal

from pydantic import Field, GetJsonSchemaHandler, model_validator
from pydantic_core import CoreSchema

from kehoach_cli.loading.schema.entry_records import (
    AddedRecord,
    ChangeRecord,
    MeasurementRecord,
    RemovedRecord,
    UpdateRecord,
)
from kehoach_cli.loading.schema.level_records import (
    BaselineRecord,
    BaselineValues,
    MilestoneRecord,
    TargetsRecord,
    TargetsValues,
)
from kehoach_cli.loading.schema.record import Record
from kehoach_cli.loading.schema.value_types import AgencyId, DueText, Id, IndicatorId, PillarId, TaskId, Text
from kehoach_cli.plan.due import UNDATED
from kehoach_cli.plan.model import CarriedFrom, Indicator, Origin, Parts, Task
from kehoach_cli.plan.values import Baseline, Direction, Measure

_NEW_VALUES = "Những khóa mà văn bản đã đổi, với giá trị mới: {due: Quý IV/2023}"
_CHANGES = "Những lần văn bản sau gia hạn, điều chỉnh, đính chính; các khóa bên trên giữ nguyên như Kế hoạch giao"
_ADDED = "Văn bản bổ sung vào Kế hoạch sau khi ban hành"
_REMOVED = "Văn bản đưa ra khỏi Kế hoạch; không xóa bản ghi"
_ORIGINS = (
    "Xuất xứ: assigned (cấp trên giao trong năm), carried_over (năm trước chuyển sang), "
    "kept_up (tiếp tục duy trì), new (mới), body_only (chỉ nêu trong phần lời)"
)
_DUE = "Thời hạn, đúng cách viết của Kế hoạch: Quý II/2023"
_PARENT = "Mã của bản ghi mà bản ghi này là một phần"
_HEADING = "true nếu là dòng đề mục của các bản ghi có parent là mã này: chỉ có mã, tên, không tính vào đâu"
_SUPPORT = "Mã cơ quan phối hợp"
_OVERSIGHT = "Mã cơ quan có lãnh đạo được phân công theo dõi, chỉ đạo"
_CARRIED_FROM = "Bản ghi của Kế hoạch trước mà bản ghi này tiếp tục: {plan: 180/QĐ-BCĐ, record: CQS-01}"
_NO_UNIT = "-"


class CarriedFromRecord(Record, title="Chuyển từ"):
    builds = CarriedFrom
    plan: Text = Field(description="Số, ký hiệu quyết định của Kế hoạch trước: 180/QĐ-BCĐ")
    record: Id = Field(description="Mã trong Kế hoạch đó")


class IdentifiedRecord(Record):
    of_headings: ClassVar[dict[str, Any]]  # for the keys that a heading lacks
    id: Id = Field(description="Mã, ví dụ CQS-01, NV-CQS-05; không đổi và không dùng lại")

    @model_validator(mode="before")
    @classmethod
    def _as_heading(cls, value: Any) -> Any:
        return {**cls.of_headings, **value} if isinstance(value, dict) and value.get("heading") is True else value

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """A record that says `heading` needs no other keys than a heading does."""
        written = handler.resolve_ref_schema(handler(core_schema))
        of_others = [key for key in written["required"] if key in cls.of_headings]
        written["required"] = [key for key in written["required"] if key not in of_others]
        return {**written, "if": {"required": ["heading"]}, "else": {"required": of_others}}


class IndicatorContent(Record):
    """What the decision says of an indicator, and a later document may change."""

    name: Text = Field(description="Tên chỉ tiêu, đúng như trong Kế hoạch")
    pillar: PillarId | None = Field(
        default=None, description="Mã nhóm; bỏ trống thì lấy phần đầu của mã chỉ tiêu (CQS-01 thuộc CQS)"
    )
    unit: Text = Field(description='Đơn vị tính, ví dụ "%"')
    direction: Direction = Field(description="increase: càng cao càng tốt; decrease: càng thấp càng tốt")
    lead: list[AgencyId] = Field(description="Mã cơ quan chủ trì")
    support: list[AgencyId] = Field(default=[], description=_SUPPORT)
    oversight: list[AgencyId] = Field(default=[], description=_OVERSIGHT)
    baseline: BaselineRecord | None = Field(
        default=None, description="Hiện trạng khi lập Kế hoạch; bỏ trống nếu Kế hoạch không có hiện trạng"
    )
    targets: TargetsRecord = Field(description="Mức phấn đấu")
    origin: list[Origin] = Field(default=[], description=_ORIGINS)
    due: DueText | None = Field(default=None, description=_DUE)
    note: Text | None = Field(default=None, description="Ghi chú của Kế hoạch")
    source: Text | None = Field(default=None, description="Chỗ trong Kế hoạch: Phụ lục I, mục I.2")
    measure: Measure | None = Field(default=None, description="Loại số đo; bỏ trống thì suy từ đơn vị tính")
    maintain: bool = Field(default=False, description="true nếu là mức phải giữ (duy trì), không phải mức để vươn tới")
    accumulates: bool = Field(default=False, description="true nếu là số cộng dồn từ đầu năm (10 lớp trong năm)")
    milestones: list[MilestoneRecord] = Field(
        default=[], description="Các mốc phải đạt trước mức cuối: {due: Quý II/2023, provincial: 40}"
    )
    parent: IndicatorId | None = Field(default=None, description=_PARENT)
    parts: Parts | None = Field(
        default=None,
        description="Cách tính kết quả chung từ báo cáo của các cơ quan (data/answers); bỏ trống thì không tính, "
        "chỉ dùng measurements",
    )

    def converted(self) -> dict[str, Any]:
        return {"due": self.due or UNDATED, "baseline": self.baseline.to_domain() if self.baseline else Baseline()}


class IndicatorValues(IndicatorContent, title="Giá trị mới"):
    partial = True
    pillar: PillarId = Field(description="Mã nhóm")
    baseline: BaselineValues = Field(description="Hiện trạng: chỉ ghi khóa được đổi")
    targets: TargetsValues = Field(description="Mức phấn đấu: chỉ ghi mức được đổi")


class IndicatorChangeRecord(ChangeRecord, title="Điều chỉnh"):
    set: IndicatorValues = Field(description=_NEW_VALUES)


class IndicatorRecord(IndicatorContent, IdentifiedRecord, title="Chỉ tiêu"):
    builds = Indicator
    of_headings: ClassVar[dict[str, Any]] = {"unit": _NO_UNIT, "direction": "increase", "lead": [], "targets": {}}
    heading: bool = Field(default=False, description=_HEADING)
    carried_from: CarriedFromRecord | None = Field(default=None, description=_CARRIED_FROM)
    measurements: list[MeasurementRecord] = Field(
        default=[], description="Kết quả thực hiện qua các kỳ; chỉ thêm, không sửa dòng cũ"
    )
    changes: list[IndicatorChangeRecord] = Field(default=[], description=_CHANGES)
    added: AddedRecord | None = Field(default=None, description=_ADDED)
    removed: RemovedRecord | None = Field(default=None, description=_REMOVED)

    def converted(self) -> dict[str, Any]:
        unit = {"unit": ""} if self.heading and self.unit == _NO_UNIT else {}
        return {**super().converted(), **unit, "pillar": self.pillar or self.id.rpartition("-")[0]}


class TaskContent(Record):
    """What the decision says of a task, and a later document may change."""

    name: Text = Field(description="Nội dung nhiệm vụ, đúng như trong Kế hoạch")
    pillar: PillarId | None = Field(default=None, description="Mã nhóm; null nếu nhiệm vụ không thuộc nhóm nào")
    lead: list[AgencyId] = Field(description="Mã cơ quan chủ trì; [] nếu Kế hoạch không giao")
    support: list[AgencyId] = Field(default=[], description=_SUPPORT)
    oversight: list[AgencyId] = Field(default=[], description=_OVERSIGHT)
    origin: list[Origin] = Field(default=[], description=_ORIGINS)
    output: Text | None = Field(default=None, description="Sản phẩm phải có khi xong: văn bản, đề án, hệ thống")
    due: DueText | None = Field(default=None, description=_DUE)
    note: Text | None = Field(default=None, description="Ghi chú của Kế hoạch")
    source: Text | None = Field(default=None, description="Chỗ trong Kế hoạch: Phụ lục II, mục I.5")
    parent: TaskId | None = Field(default=None, description=_PARENT)
    parts: Literal["each"] | None = Field(
        default=None,
        description="each: xong khi mọi cơ quan phải làm đã làm xong (data/answers); bỏ trống thì chỉ dùng updates",
    )

    def converted(self) -> dict[str, Any]:
        return {"due": self.due or UNDATED}


class TaskValues(TaskContent, title="Giá trị mới"):
    partial = True


class TaskChangeRecord(ChangeRecord, title="Điều chỉnh"):
    set: TaskValues = Field(description=_NEW_VALUES)


class TaskRecord(TaskContent, IdentifiedRecord, title="Nhiệm vụ"):
    builds = Task
    of_headings: ClassVar[dict[str, Any]] = {"lead": []}
    heading: bool = Field(default=False, description=_HEADING)
    carried_from: CarriedFromRecord | None = Field(default=None, description=_CARRIED_FROM)
    updates: list[UpdateRecord] = Field(default=[], description="Tiến độ qua các kỳ; chỉ thêm, không sửa dòng cũ")
    changes: list[TaskChangeRecord] = Field(default=[], description=_CHANGES)
    added: AddedRecord | None = Field(default=None, description=_ADDED)
    removed: RemovedRecord | None = Field(default=None, description=_REMOVED)
