"""Mẫu chứa phần tử động

Đối tượng nhúng, điều khiển, tệp chèn nguyên, nguồn trộn thư và hình vẽ trỏ ra ngoài có thể nằm ngay trong phần chữ
của mẫu mà không cần một phần riêng. Mẫu báo cáo không cần thứ nào trong số đó.

Sai:
    bảng tính Excel chèn bằng Chèn > Đối tượng

Đúng:
    bảng gõ thẳng trong Word
"""

from collections.abc import Iterator, Mapping

from kehoach_cli.sandbox.package.addresses import is_safe
from kehoach_cli.sandbox.package.namespaces import KNOWN
from kehoach_cli.sandbox.package.xml import Element, W, local_name
from kehoach_cli.sandbox.problems import Place, WordFinding

CODE = "KH808"

_REMOVE = "Xóa phần này khỏi mẫu trong Word rồi lưu lại"
_AS_PICTURE = "Cắt đối tượng rồi dán lại bằng Dán đặc biệt > Ảnh (PNG)"
# Local names of elements. None is harmless in any vocabulary that a Word file may use.
ELEMENTS: Mapping[str, tuple[str, str]] = {
    "object": ("đối tượng nhúng", _AS_PICTURE),
    "OLEObject": ("đối tượng nhúng", _AS_PICTURE),
    "control": ("điều khiển ActiveX", _REMOVE),
    "entryMacro": ("macro", _REMOVE),
    "exitMacro": ("macro", _REMOVE),
    "altChunk": ("tệp khác chèn nguyên vào (altChunk)", "Mở tệp trong Word rồi lưu lại"),
    "subDoc": ("tài liệu con", "Trong Word: Dạng xem > Đại cương > Hủy nối kết"),
    "movie": ("video", _REMOVE),
    "webVideoPr": ("video", _REMOVE),
    "mailMerge": ("nguồn trộn thư", "Trong Word: Gửi thư > Bắt đầu phối thư > Tài liệu Word thường"),
    "attachedTemplate": (
        "tệp mẫu gắn kèm",
        "Trong Word: Tệp > Tùy chọn > Phần bổ trợ > Quản lý: Mẫu > Đi, xóa ô Mẫu tài liệu rồi lưu lại",
    ),
    "frameset": ("khung trang web", _REMOVE),
    "saveThroughXslt": ("bộ chuyển đổi khi lưu (XSLT)", _REMOVE),
    "attachedSchema": ("lược đồ XML gắn kèm", _REMOVE),
    "schema": ("lược đồ XML gắn kèm", _REMOVE),
}
# Local names of attributes. Without a namespace `href` is opened by a click; in Office namespaces it is fetched.
OUTWARD = frozenset(("src", "href", "link", "althref", "movie", "sigprovurl", "action", "invalidUrl"))
_DRAWN = tuple(f"{{{space}}}*" for space in KNOWN - {W})


def check(root: Element, part: str) -> Iterator[WordFinding]:
    """Find the elements of one part that act, or fetch something, without a click."""
    for element in root.iter(*(f"{{*}}{name}" for name in ELEMENTS)):
        name, remedy = ELEMENTS[local_name(element)]
        yield WordFinding(CODE, f"Mẫu chứa {name}", remedy, Place(part))
    for element in root.iter(*_DRAWN):
        for attribute, target in element.items():
            clicked = attribute == "href" and (target.startswith("#") or is_safe(target))
            outward = str(attribute).rpartition("}")[2] in OUTWARD or (attribute == "style" and "url" in target.lower())
            if target and not clicked and outward:
                yield WordFinding(
                    CODE,
                    f"Hình vẽ ({local_name(element)}) lấy nội dung từ ngoài tệp: «{target[:60]}»",
                    "Xóa hình này rồi chèn lại ảnh vào tệp",
                    Place(part),
                )
