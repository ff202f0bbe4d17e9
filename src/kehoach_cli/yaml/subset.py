"""The YAML constructs that plan files may not use, and what to write instead."""

from typing import Any, NamedTuple

from ruamel.yaml.events import AliasEvent, DocumentStartEvent

from kehoach_cli.yaml.scalars import clipped

_QUOTE = "nếu đó là chữ của Kế hoạch thì đặt cả giá trị trong dấu nháy kép"


class Construct(NamedTuple):
    """A YAML construct that is refused: the message and the remedy."""

    message: str
    remedy: str


MERGE_KEY = Construct("Khóa << của YAML không dùng được trong tệp kế hoạch", "Viết lại đầy đủ các khóa ngay tại chỗ")
DIRECTIVE = Construct("Dòng lệnh % của YAML không dùng được trong tệp kế hoạch", "Xóa dòng bắt đầu bằng dấu %")
SECOND_DOCUMENT = Construct(
    "Tệp có nhiều tài liệu YAML ngăn bởi dòng ---", "Giữ một tài liệu, xóa dòng --- và phần của tài liệu kia"
)
ALIAS = Construct("Tham chiếu * của YAML không dùng được trong tệp kế hoạch", f"Viết lại giá trị đầy đủ; {_QUOTE}")
ANCHOR = Construct("Nhãn & của YAML không dùng được trong tệp kế hoạch", f"Xóa nhãn đó; {_QUOTE}")
TAG = Construct("Kiểu ! của YAML không dùng được trong tệp kế hoạch", f"Xóa phần bắt đầu bằng dấu !; {_QUOTE}")


def construct_of(event: Any) -> Construct:
    """The refused construct in a parser event, with its name in the message if it has one."""
    if type(event) is DocumentStartEvent:
        return DIRECTIVE if event.version or event.tags else SECOND_DOCUMENT
    if type(event) is AliasEvent:
        return _named(ALIAS, "*", event.anchor)
    if event.anchor is not None:
        return _named(ANCHOR, "&", event.anchor)
    return TAG


def _named(construct: Construct, sign: str, name: str) -> Construct:
    return construct._replace(message=construct.message.replace(sign, f"«{sign}{clipped(name)}»"))
