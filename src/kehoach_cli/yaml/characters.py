"""Name the characters that a reader cannot see, so that a message can say what to take out."""

import re

CONTROL = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufffe\uffff"  # tab, LF and CR are none
DIRECTION = "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"
INVISIBLE = (
    "\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\ufe00-\ufe0f"
    "\ufeff\uffa0\ufff9-\ufffb\U000e0000-\U000e0fff"
)
PRIVATE_USE = "\ue000-\uf8ff\U000f0000-\U0010ffff"
_UNSEEN = re.compile(f"[{CONTROL}{DIRECTION}{INVISIBLE}{PRIVATE_USE}\ud800-\udfff]")

_KINDS = (
    (CONTROL, "điều khiển"),
    (DIRECTION, "đảo chiều chữ"),
    (INVISIBLE, "không nhìn thấy"),
    (PRIVATE_USE, "riêng của một phông chữ"),
    ("\ud800-\udfff", "không thuộc bảng mã UTF-8"),
    (r"\s", "cách lạ"),
)
_NAMES = {
    "\x07": "chuông",
    "\x08": "xóa lùi",
    "\x1b": "ESC, mở lệnh của cửa sổ lệnh",
    "\x7f": "xóa",
    "\u00a0": "dấu cách không ngắt dòng",
    "\u00ad": "gạch nối ẩn",
    "\u061c": "dấu chiều chữ Ả Rập",
    "\u200b": "dấu cách rộng bằng không",
    "\u200c": "dấu ngăn nối chữ",
    "\u200d": "dấu nối chữ",
    "\u200e": "dấu chiều từ trái sang phải",
    "\u200f": "dấu chiều từ phải sang trái",
    "\u202a": "mở đoạn chữ từ trái sang phải",
    "\u202b": "mở đoạn chữ từ phải sang trái",
    "\u202c": "đóng đoạn chữ đảo chiều",
    "\u202d": "ép chữ từ trái sang phải",
    "\u202e": "ép chữ từ phải sang trái",
    "\u2060": "dấu cấm ngắt dòng",
    "\u2066": "mở đoạn tách riêng từ trái sang phải",
    "\u2067": "mở đoạn tách riêng từ phải sang trái",
    "\u2068": "mở đoạn tách riêng tự chọn chiều",
    "\u2069": "đóng đoạn tách riêng",
    "\ufeff": "dấu thứ tự byte, BOM",
}


def named(character: str) -> str:
    """`ký tự không nhìn thấy U+200B (dấu cách rộng bằng không)`."""
    kind = next((kind for members, kind in _KINDS if re.match(f"[{members}]", character)), "không hiện ra được")
    name = _NAMES.get(character)
    return f"ký tự {kind} U+{ord(character):04X}" + (f" ({name})" if name else "")


def unseen_in(text: str) -> str | None:
    """What is said of the first character that does not show, blanks and line ends aside; None if all show."""
    if text.isprintable() and not _UNSEEN.search(text):
        return None
    for index, character in enumerate(text):
        if _UNSEEN.match(character) or not (character.isprintable() or character.isspace()):
            before = text[max(0, index - 20) : index].strip()
            where = f"ngay sau «{before}»" if before else "ở đầu"
            return f"{where} có {named(character)}; xóa cả từ đó rồi gõ lại bằng tay"
    return None
