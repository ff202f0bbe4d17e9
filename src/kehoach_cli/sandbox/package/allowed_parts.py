"""List the parts a Word file may have (by content type) and the relationships between them (by type).

Anything in neither table is refused. Parts that only serve editing in Word are dropped.
Names: ECMA-376 part 1 (§11, §15); for parts that Word added later, [MS-DOCX].
"""

from collections.abc import Mapping
from typing import NamedTuple

_DOCUMENT = "application/vnd.openxmlformats-officedocument."
_WORD = f"{_DOCUMENT}wordprocessingml."
MAIN = f"{_WORD}document.main+xml"
MAIN_TEMPLATE = f"{_WORD}template.main+xml"
HEADER = f"{_WORD}header+xml"
FOOTER = f"{_WORD}footer+xml"
FOOTNOTES = f"{_WORD}footnotes+xml"
ENDNOTES = f"{_WORD}endnotes+xml"
COMMENTS = f"{_WORD}comments+xml"
STYLES = f"{_WORD}styles+xml"
SETTINGS = f"{_WORD}settings+xml"
NUMBERING = f"{_WORD}numbering+xml"
CORE = "application/vnd.openxmlformats-package.core-properties+xml"

# Parts whose tags are filled in.
FILLED = (MAIN, MAIN_TEMPLATE, HEADER, FOOTER, FOOTNOTES, ENDNOTES)

LABELS: Mapping[str, str] = {
    MAIN: "thân văn bản",
    MAIN_TEMPLATE: "thân văn bản",
    HEADER: "đầu trang",
    FOOTER: "chân trang",
    FOOTNOTES: "cước chú",
    ENDNOTES: "chú thích cuối",
    COMMENTS: "nhận xét",
    STYLES: "kiểu trình bày (style)",
    NUMBERING: "đánh số",
    SETTINGS: "thiết lập của tệp",
    f"{_WORD}webSettings+xml": "thiết lập của tệp",
    f"{_WORD}fontTable+xml": "bảng phông chữ",
    f"{_DOCUMENT}theme+xml": "chủ đề màu và phông",
    CORE: "thuộc tính của tệp",
}
PICTURES = ("image/png", "image/jpeg", "image/jpg", "image/pjpeg", "image/gif", "image/bmp", "image/tiff")

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
CORE_RELATIONSHIP = f"{_PACKAGE}core-properties"
MAIN_RELATIONSHIP = f"{_OFFICE}officeDocument"
HYPERLINK = f"{_OFFICE}hyperlink"

# Relationship type in lower case -> the standard's spelling, and the content types it may lead to. LibreOffice spells
# the core properties' type under `officedocument/2006`; readers that know only the standard's would add a second part.
KEPT_RELATIONSHIPS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    type_.lower(): (type_, targets)
    for type_, targets in (
        (MAIN_RELATIONSHIP, (MAIN, MAIN_TEMPLATE)),
        (f"{_OFFICE}styles", (STYLES,)),
        (f"{_OFFICE}numbering", (NUMBERING,)),
        (f"{_OFFICE}settings", (SETTINGS,)),
        (f"{_OFFICE}webSettings", (f"{_WORD}webSettings+xml",)),
        (f"{_OFFICE}fontTable", (f"{_WORD}fontTable+xml",)),
        (f"{_OFFICE}theme", (f"{_DOCUMENT}theme+xml",)),
        (f"{_OFFICE}header", (HEADER,)),
        (f"{_OFFICE}footer", (FOOTER,)),
        (f"{_OFFICE}footnotes", (FOOTNOTES,)),
        (f"{_OFFICE}endnotes", (ENDNOTES,)),
        (f"{_OFFICE}comments", (COMMENTS,)),
        (f"{_OFFICE}image", PICTURES),
        (CORE_RELATIONSHIP, (CORE,)),
    )
} | {f"{_OFFICE}metadata/core-properties".lower(): (CORE_RELATIONSHIP, (CORE,))}

# Dropped together with the parts they lead to: data bound to content controls, building blocks, details of comments,
# tasks, spelling results, previews, printer settings, and properties (authors, the base of relative links).
DROPPED_RELATIONSHIPS = frozenset(
    type_.lower()
    for type_ in (
        f"{_OFFICE}customXml",
        f"{_OFFICE}customXmlProps",
        f"{_OFFICE}glossaryDocument",
        f"{_OFFICE}printerSettings",
        f"{_OFFICE}extended-properties",
        f"{_OFFICE}custom-properties",
        f"{_PACKAGE}thumbnail",
        "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
        "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
        "http://schemas.microsoft.com/office/2011/relationships/people",
        "http://schemas.microsoft.com/office/2016/09/relationships/commentsIds",
        "http://schemas.microsoft.com/office/2018/08/relationships/commentsExtensible",
        "http://schemas.microsoft.com/office/2019/05/relationships/documenttasks",
        "http://schemas.microsoft.com/office/2020/02/relationships/classificationlabels",
        "http://schemas.microsoft.com/office/2020/10/relationships/intelligence",
    )
)


class Danger(NamedTuple):
    """The Vietnamese name of a kind of part or relationship, and how to do without it."""

    name: str
    remedy: str


_REMOVE = "Xóa phần này khỏi mẫu trong Word rồi lưu lại"
_AS_PICTURE = "Trong Word, cắt đối tượng này rồi dán lại bằng Dán đặc biệt > Ảnh (PNG)"

# A word in a content type, or at the end of a relationship type -> its danger.
DANGERS: Mapping[str, Danger] = {
    "macroenabled": Danger("macro", "Lưu lại thành Tài liệu Word (*.docx), là dạng không chứa macro"),
    "vba": Danger("macro", "Lưu lại thành Tài liệu Word (*.docx), là dạng không chứa macro"),
    "attachedtemplate": Danger(
        "tệp mẫu gắn kèm từ nơi khác",
        "Trong Word: Tệp > Tùy chọn > Phần bổ trợ > Quản lý: Mẫu > Đi, xóa ô Mẫu tài liệu rồi lưu lại",
    ),
    "oleobject": Danger("đối tượng nhúng (OLE)", _AS_PICTURE),
    "package": Danger("tệp nhúng", _AS_PICTURE),
    "activex": Danger("điều khiển ActiveX", _REMOVE),
    "control": Danger("điều khiển ActiveX", _REMOVE),
    "afchunk": Danger("tệp khác chèn nguyên vào (altChunk)", "Mở tệp trong Word rồi lưu lại"),
    "subdocument": Danger("tài liệu con từ nơi khác", "Trong Word: Dạng xem > Đại cương > Hủy nối kết rồi lưu lại"),
    "mailmerge": Danger("nguồn dữ liệu trộn thư", "Trong Word: Gửi thư > Bắt đầu phối thư > Tài liệu Word thường"),
    "frame": Danger("khung trang web từ nơi khác", _REMOVE),
    "chart": Danger("biểu đồ", "Xóa biểu đồ khỏi mẫu; kehoach tự chèn biểu đồ khi lập báo cáo"),
    "diagram": Danger("sơ đồ SmartArt", _AS_PICTURE),
    "font": Danger("phông chữ nhúng", "Trong Word: Tệp > Tùy chọn > Lưu, bỏ chọn Nhúng phông trong tệp"),
    "video": Danger("video", _REMOVE),
    "audio": Danger("âm thanh", _REMOVE),
    "media": Danger("âm thanh hoặc video", _REMOVE),
    "image": Danger("ảnh không phải PNG, JPEG, GIF, BMP, TIFF", "Lưu ảnh thành PNG rồi chèn lại"),
    "signature": Danger("chữ ký số", "Dùng bản mẫu chưa ký số"),
}


def danger(type_: str) -> Danger:
    """Describe a content type or relationship type that is not in the tables."""
    lowered = type_.lower()
    known = (found for word, found in DANGERS.items() if word in lowered)
    return next(known, Danger("một phần mà kehoach không nhận", "Mở tệp trong Word, xóa phần lạ rồi lưu lại"))


# Parts that may lie in the archive without being kept: they are not copied.
IGNORED_TYPES = frozenset(
    (
        "application/xml",
        f"{_DOCUMENT}customXmlProperties+xml",
        f"{_DOCUMENT}extended-properties+xml",
        f"{_DOCUMENT}custom-properties+xml",
        f"{_WORD}document.glossary+xml",
        f"{_WORD}printerSettings",
        "application/vnd.ms-word.stylesWithEffects+xml",
        f"{_WORD}commentsExtended+xml",
        f"{_WORD}commentsIds+xml",
        f"{_WORD}commentsExtensible+xml",
        f"{_WORD}people+xml",
        "application/vnd.ms-office.classificationlabels+xml",
        "application/vnd.ms-office.documenttasks+xml",
        "application/vnd.ms-office.intelligence2+xml",
        "image/x-emf",
        "image/x-wmf",
        *LABELS,
        *PICTURES,
    )
)
