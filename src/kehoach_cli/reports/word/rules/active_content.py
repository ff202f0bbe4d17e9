"""Mẫu chứa phần tử động

Đối tượng nhúng, điều khiển, tệp chèn nguyên, nguồn trộn thư và hình vẽ trỏ ra ngoài có thể nằm ngay trong phần chữ
của mẫu mà không cần một phần riêng. Mẫu báo cáo không cần thứ nào trong số đó.

Sai:
    bảng tính Excel chèn bằng Chèn > Đối tượng

Đúng:
    bảng gõ thẳng trong Word
"""

from collections.abc import Iterator, Mapping

from kehoach_cli.diagnostics import Severity
from kehoach_cli.reports.word.problems import Place, WordFinding
from kehoach_cli.reports.word.xml import Element, R, W, local_name

CODE = "KH808"
SEVERITY: Severity = "error"

_OFFICE = "urn:schemas-microsoft-com:office:office"
_VML = "urn:schemas-microsoft-com:vml"
_REMOVE = "Xóa phần này khỏi mẫu trong Word rồi lưu lại"
_ELEMENTS: Mapping[str, tuple[str, str]] = {
    f"{{{W}}}object": ("đối tượng nhúng", "Cắt đối tượng rồi dán lại bằng Dán đặc biệt > Ảnh (PNG)"),
    f"{{{_OFFICE}}}OLEObject": ("đối tượng nhúng", "Cắt đối tượng rồi dán lại bằng Dán đặc biệt > Ảnh (PNG)"),
    f"{{{W}}}control": ("điều khiển ActiveX", _REMOVE),
    f"{{{W}}}altChunk": ("tệp khác chèn nguyên vào (altChunk)", "Mở tệp trong Word rồi lưu lại"),
    f"{{{W}}}subDoc": ("tài liệu con", "Trong Word: Dạng xem > Đại cương > Hủy nối kết"),
    f"{{{W}}}movie": ("video", _REMOVE),
    f"{{{W}}}mailMerge": ("nguồn trộn thư", "Trong Word: Gửi thư > Bắt đầu phối thư > Tài liệu Word thường"),
    f"{{{W}}}attachedTemplate": (
        "tệp mẫu gắn kèm",
        "Trong Word: Tệp > Tùy chọn > Phần bổ trợ > Quản lý: Mẫu > Đi, xóa ô Mẫu tài liệu rồi lưu lại",
    ),
    f"{{{W}}}frameset": ("khung trang web", _REMOVE),
    f"{{{W}}}saveThroughXslt": ("bộ chuyển đổi khi lưu (XSLT)", _REMOVE),
    f"{{{W}}}attachedSchema": ("lược đồ XML gắn kèm", _REMOVE),
}
_OUTWARD = ("src", "href", f"{{{_OFFICE}}}href", f"{{{R}}}href", f"{{{R}}}link")


def check(root: Element, part: str) -> Iterator[WordFinding]:
    """The elements of one part that act, or lead out of the file, by themselves."""
    for element in root.iter(*_ELEMENTS, f"{{{_VML}}}*", f"{{{_OFFICE}}}*"):
        known = _ELEMENTS.get(str(element.tag))
        if known:
            yield WordFinding(CODE, SEVERITY, f"Mẫu chứa {known[0]}", known[1], Place(part))
        else:
            for name in _OUTWARD:
                target = element.get(name)
                if target and not target.startswith("#"):
                    yield WordFinding(
                        CODE,
                        SEVERITY,
                        f"Hình vẽ ({local_name(element)}) lấy nội dung từ ngoài tệp: «{target[:60]}»",
                        "Xóa hình này rồi chèn lại ảnh vào tệp",
                        Place(part),
                    )
