"""Liên kết từ mẫu ra ngoài tệp

Ảnh liên kết, mẫu gắn kèm, tài liệu con… khiến Word tự lấy nội dung từ máy khác ngay khi mở báo cáo, và để lộ máy
người đọc. Mẫu chỉ được chứa liên kết (hyperlink) http, https, mailto, là loại chỉ mở khi người đọc bấm vào.

Sai:
    ảnh chèn bằng «Liên kết đến tệp»

Đúng:
    ảnh chèn bằng «Chèn» (nằm trong tệp)
"""

from collections.abc import Iterator, Mapping

from kehoach_cli.sandbox.package.addresses import is_inert
from kehoach_cli.sandbox.package.allowed_parts import danger
from kehoach_cli.sandbox.package.xml import A, Element, R, attribute, local_name, w
from kehoach_cli.sandbox.problems import FileKind, Place, WordFinding, save_anew

CODE = "KH805"
_CLICKED = (w("hyperlink"), *(f"{{{A}}}{name}" for name in ("hlinkClick", "hlinkHover", "hlinkMouseOver")))
_REFERENCES = (f"{{{R}}}", "{urn:schemas-microsoft-com:office:office}relid")


def check(root: Element, addresses: Mapping[str, str], part: str) -> Iterator[WordFinding]:
    """Check how one part uses its external links; `addresses` are their targets by id.

    Only an element that waits for a click may use one: an image's address would be fetched. Some programs put the
    texts of a link into a HYPERLINK field's code, so none may close its quotes.
    """
    for element in root.iter() if addresses else ():
        if element.tag not in _CLICKED:
            for name, value in element.items():
                if value in addresses and str(name).startswith(_REFERENCES):
                    yield external_link(local_name(element), addresses[value], part)
    for link in root.iter(w("hyperlink")):
        for name in ("anchor", "docLocation", "tgtFrame", "tooltip"):
            text = attribute(link, name) or ""
            if is_inert(text) or (name == "anchor" and link.get(f"{{{R}}}id") and '"' not in text):
                continue
            yield _misleading(text, part) if name == "tooltip" else external_link("hyperlink", text, part)


def _misleading(tooltip: str, part: str) -> WordFinding:
    shown = " ".join(tooltip.split())[:60]
    return _finding(
        f"Chú giải của một liên kết giống một địa chỉ, hoặc có nháy thẳng hay xuống dòng: «{shown}»",
        "Trong Word: nhấp chuột phải vào liên kết > Sửa siêu liên kết > Mẹo màn hình, viết lại chú giải rồi lưu",
        part,
    )


def unknown_type(type_: str, part: str) -> WordFinding:
    found = danger(type_.rpartition("/")[2])
    return _finding(f"Mẫu liên kết tới {found.name}", found.remedy, part)


def external_link(type_: str, target: str, part: str) -> WordFinding:
    """Report a relationship that leads out of the file."""
    kind = type_.rpartition("/")[2]
    if kind == "hyperlink":
        return _finding(
            f"Liên kết tới «{target[:60]}» không phải http, https hay mailto",
            "Trong Word: nhấp chuột phải vào liên kết > Loại bỏ siêu liên kết",
            part,
        )
    if kind == "image":
        return _finding(f"Ảnh lấy từ ngoài tệp: «{target[:60]}»", "Chèn ảnh thẳng vào tệp thay cho liên kết", part)
    found = danger(kind)
    return _finding(f"Mẫu dùng {found.name}: «{target[:60]}»", found.remedy, part)


def broken_link(target: str, part: str, kind: FileKind = "word") -> WordFinding:
    """Report a relationship to a missing part, or to one of another kind."""
    return _finding(f"Liên kết trong tệp trỏ sai chỗ: «{target[:60]}»", save_anew(kind), part)


def _finding(message: str, remedy: str, part: str) -> WordFinding:
    return WordFinding(CODE, message, remedy, Place(part))
