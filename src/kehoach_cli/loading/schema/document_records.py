"""Schemas of what `plan.yaml` says of documents: who issues and signs them, to whom they go."""

from typing import Annotated, Any

from pydantic import BeforeValidator, Field, WithJsonSchema

from kehoach_cli.loading.schema.record import Record
from kehoach_cli.loading.schema.value_types import IDS_OF, MAX_TEXT, TEXT_PATTERN, Text
from kehoach_cli.plan.document_settings import Documents, DocumentSettings, Signatory


def _lines(value: Any) -> Any:
    return [] if value is None else [value] if isinstance(value, str) else value


_TEXT = {"type": "string", "minLength": 1, "maxLength": MAX_TEXT, "pattern": TEXT_PATTERN}
AuthorityLines = Annotated[
    list[Text],
    Field(max_length=2),
    BeforeValidator(_lines),
    WithJsonSchema({**_TEXT, "type": ["string", "array", "null"], "items": _TEXT, "maxItems": 2}),
]
Issuer = Annotated[Text, WithJsonSchema({"anyOf": [{IDS_OF: "agencies"}, _TEXT]})]


class SignatoryRecord(Record, title="Người ký"):
    builds = Signatory
    authority: AuthorityLines = Field(
        default=[],
        description="Thẩm quyền ký: TM. BAN CHỈ ĐẠO; hai dòng thì ghi [TL. CHỦ TỊCH, KT. CHÁNH VĂN PHÒNG]",
    )
    office: Text = Field(description="Chức vụ người ký: TRƯỞNG BAN")
    position: Text | None = Field(default=None, description="Chức vụ chính quyền của người ký: CHỦ TỊCH UBND TỈNH")
    name: Text | None = Field(default=None, description="Họ và tên người ký")


class DocumentRecord(Record, title="Loại văn bản"):
    builds = DocumentSettings
    issuer: Issuer | None = Field(
        default=None,
        description="Cơ quan ban hành văn bản: mã hoặc tên; bỏ trống: cơ quan thường trực, không có thì cơ quan ban "
        "hành Kế hoạch",
    )
    parent: str | None = Field(
        default=None,
        max_length=MAX_TEXT,
        description='Cơ quan chủ quản của cơ quan đó; không có thì ghi ""',
    )
    symbol: Text | None = Field(default=None, description="Ký hiệu sau dấu gạch của số: BC-STTTT, STTTT-CNTT")
    signatory: SignatoryRecord | None = Field(default=None, description="Người ký văn bản")
    addressees: list[Text] | None = Field(default=None, description="Kính gửi; công văn: chỉ của công văn gửi chung")
    recipients: list[Text] | None = Field(default=None, description="Nơi nhận, dòng cuối là Lưu")


class DocumentsRecord(Record, title="Văn bản"):
    builds = Documents
    report: DocumentRecord = Field(default=DocumentRecord(), description="Báo cáo định kỳ")
    letter: DocumentRecord = Field(
        default=DocumentRecord(), description="Công văn đôn đốc; cơ quan, người ký bỏ trống thì lấy của báo cáo"
    )
    summary: DocumentRecord = Field(
        default=DocumentRecord(), description="Báo cáo tóm tắt; khóa nào bỏ trống thì lấy của báo cáo"
    )
