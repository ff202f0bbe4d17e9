"""Schemas of the records of `indicators.yaml` and `tasks.yaml`."""

from decimal import Decimal
from typing import Any, ClassVar

from pydantic import (
    Field,
    GetJsonSchemaHandler,
    ModelWrapValidatorHandler,
    PrivateAttr,
    field_validator,
    model_validator,
)
from pydantic_core import CoreSchema

from kehoach_cli.loading.schema.record import Record
from kehoach_cli.loading.schema.value_types import (
    MAX_TARGET,
    AgencyId,
    Day,
    DueText,
    Id,
    IndicatorId,
    Number,
    PillarId,
    ReportedValue,
    StateCode,
    TaskId,
    Text,
    refusal,
)
from kehoach_cli.plan.due import UNDATED
from kehoach_cli.plan.model import (
    VERDICTS,
    Baseline,
    Change,
    Direction,
    Indicator,
    LegalAct,
    Measure,
    Measurement,
    Milestone,
    Origin,
    Target,
    Targets,
    Task,
    Update,
)
from kehoach_cli.plan.targets import TargetError, parse_target
from kehoach_cli.vocabulary.target_words import target_fault


class BaselineRecord(Record, title="Hiện trạng"):
    builds = Baseline
    value: Number | None = Field(description="Giá trị hiện trạng; null nếu Kế hoạch ghi dấu -")
    as_of: Day = Field(description="Ngày của số liệu hiện trạng, ví dụ 2023-05-31")


_LEVEL = "một số, khoảng {min, max}, đúng lời của Kế hoạch như «≥ 80», hoặc null"


class TargetRecord(Record, title="Mức"):
    builds = Target
    min: Number = Field(description="Đầu dưới của khoảng phấn đấu")
    max: Number = Field(description="Đầu trên của khoảng phấn đấu")
    _said: Target | None = PrivateAttr(default=None)

    @model_validator(mode="wrap")
    @classmethod
    def _from_words(cls, value: Any, handler: ModelWrapValidatorHandler["TargetRecord"]) -> "TargetRecord":
        if not isinstance(value, str) or len(value) > MAX_TARGET:
            return handler(value if isinstance(value, dict) else {"min": value, "max": value})
        try:
            said = parse_target(value)
        except TargetError as error:
            raise refusal("KH208", *target_fault(error)) from None
        record = handler({"min": said.min, "max": said.max})
        record._said = said
        return record

    def to_domain(self) -> Any:
        return self._said or super().to_domain()

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """If both ends are equal, one number is enough; words are read by the program alone."""
        return {**handler.resolve_ref_schema(handler(core_schema)), "type": ["number", "object", "string"]}


class TargetsRecord(Record, title="Mức phấn đấu"):
    builds: ClassVar[Any] = Targets
    national: TargetRecord | None = Field(default=None, description=f"Mức phấn đấu cấp trên giao (UBQG): {_LEVEL}")
    provincial: TargetRecord | None = Field(default=None, description=f"Mức phấn đấu của Kế hoạch: {_LEVEL}")


class MilestoneRecord(TargetsRecord, title="Mốc"):
    builds: ClassVar[Any] = Milestone
    due: DueText = Field(description="Thời hạn của mốc, trước thời hạn của chỉ tiêu: Quý II/2023, Năm 2026")


class MeasurementRecord(Record, title="Kết quả"):
    builds = Measurement
    value: ReportedValue = Field(
        description="Kết quả thực hiện, theo đơn vị tính của chỉ tiêu; chỉ tiêu bằng lời thì đạt, chưa đạt hoặc vượt"
    )
    date: Day = Field(description="Ngày của số liệu")
    source: Text | None = Field(default=None, description="Văn bản báo cáo: số, ký hiệu, ngày")
    note: Text | None = Field(default=None, description="Ghi chú")
    corrects: Day | None = Field(default=None, description="Ngày của số liệu đã ghi trước mà dòng này đính chính")
    estimate: bool = Field(
        default=False, description="true nếu là số ước thực hiện đến ngày cuối kỳ; chỉ dùng trong báo cáo của kỳ đó"
    )
    judged_by: Text | None = Field(default=None, description="Cơ quan đánh giá, công nhận là đạt hay chưa đạt")

    def converted(self) -> dict[str, Any]:
        if isinstance(self.value, Decimal):
            return {}
        return {"value": Decimal(VERDICTS.index(self.value)), "verdict": self.value}


class UpdateRecord(Record, title="Tiến độ"):
    builds = Update
    state: StateCode = Field(
        description="not_started: chưa thực hiện; in_progress: đang thực hiện; submitted: đã trình; "
        "done: đã hoàn thành; paused: tạm dừng; cancelled: dừng thực hiện"
    )
    date: Day = Field(description="Ngày của tình hình được báo cáo")
    source: Text | None = Field(default=None, description="Văn bản báo cáo: số, ký hiệu, ngày")
    percent: Number | None = Field(default=None, description="Phần công việc đã làm xong, từ 0 đến 100")
    note: Text | None = Field(default=None, description="Ghi chú")
    corrects: Day | None = Field(default=None, description="Ngày của tiến độ đã ghi trước mà dòng này đính chính")
    evidence: list[Text] = Field(default=[], description="Minh chứng: các đường dẫn, tên tệp")


class LegalActRecord(Record):
    builds = LegalAct
    date: Day = Field(description="Ngày văn bản có hiệu lực với bản ghi này")
    by: Text = Field(description="Văn bản: số, ký hiệu, ngày")
    note: Text | None = Field(default=None, description="Ghi chú")


class AddedRecord(LegalActRecord, title="Bổ sung"):
    pass


class RemovedRecord(LegalActRecord, title="Đưa ra khỏi Kế hoạch"):
    pass


class ChangeRecord(Record, title="Điều chỉnh"):
    builds = Change
    date: Day = Field(description="Ngày điều chỉnh có hiệu lực; đính chính thì ghi ngày của văn bản được đính chính")
    by: Text = Field(description="Văn bản điều chỉnh: số, ký hiệu, ngày; nhập sai thì ghi chính văn bản giao")
    set: Record
    note: Text | None = Field(default=None, description="Ghi chú")
    corrigendum: bool = Field(
        default=False, description="true nếu sửa chỗ ghi sai của văn bản trước, hoặc chỗ nhập sai so với văn bản"
    )

    @field_validator("set")
    @classmethod
    def _not_empty(cls, given: Record) -> Record:
        if not given.to_domain():
            raise refusal("KH210", "Không có giá trị nào dưới set", "Ghi khóa được đổi, với giá trị mới của nó")
        return given


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


_NO_UNIT = "-"


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

    def converted(self) -> dict[str, Any]:
        return {"due": self.due or UNDATED, "baseline": self.baseline.to_domain() if self.baseline else Baseline()}


class BaselineValues(BaselineRecord, title="Hiện trạng"):
    partial = True


class TargetsValues(TargetsRecord, title="Mức phấn đấu"):
    partial = True


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
    updates: list[UpdateRecord] = Field(default=[], description="Tiến độ qua các kỳ; chỉ thêm, không sửa dòng cũ")
    changes: list[TaskChangeRecord] = Field(default=[], description=_CHANGES)
    added: AddedRecord | None = Field(default=None, description=_ADDED)
    removed: RemovedRecord | None = Field(default=None, description=_REMOVED)
