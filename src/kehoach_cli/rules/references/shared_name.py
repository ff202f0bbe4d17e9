"""Hai cơ quan dùng chung một tên gọi

Cơ quan được tìm theo mã, tên đầy đủ, tên gọi tắt và các cách viết khác. Hai cơ quan chung một tên thì lọc theo tên ấy
chỉ ra một cơ quan, và công văn đôn đốc có thể gửi nhầm. Chữ hoa, chữ thường và dấu câu không làm hai tên khác nhau.

Sai:
    - {id: VPUBND, name: Văn phòng UBND tỉnh, short_name: VP UBND tỉnh}
    - {id: VPHDND, name: Văn phòng HĐND tỉnh, short_name: VP UBND tỉnh}

Đúng:
    - {id: VPUBND, name: Văn phòng UBND tỉnh, short_name: VP UBND tỉnh}
    - {id: VPHDND, name: Văn phòng HĐND tỉnh, short_name: VP HĐND tỉnh}
"""

from collections.abc import Iterator

from kehoach_cli.diagnostics import FieldRef, Problem, Related, Step
from kehoach_cli.plan.agencies import name_key
from kehoach_cli.plan.agency import Agency
from kehoach_cli.rules.rule import Subject
from kehoach_cli.vocabulary import record_words


def names_of(agency: Agency) -> Iterator[tuple[str, tuple[Step, ...]]]:
    """The id and all names of the agency, with the path of each."""
    yield agency.id, ("id",)
    yield agency.name, ("name",)
    yield agency.short_name, ("short_name",)
    for index, alias in enumerate(agency.aliases):
        yield alias, ("aliases", index)


def check(subject: Subject) -> Iterator[Problem]:
    owners: dict[str, tuple[Agency, FieldRef]] = {}
    for agency in subject.plan.agencies:
        for name, path in names_of(agency):
            here = subject.at(agency, *path)
            owner, first = owners.setdefault(name_key(name), (agency, here))
            if owner.id != agency.id:
                yield Problem(
                    f"Tên {record_words.quoted(name)} đã dùng cho cơ quan {owner.id}",
                    f"Bỏ tên này ở một trong hai cơ quan; nếu {agency.id} và {owner.id} là một thì giữ một bản ghi",
                    here,
                    related=(Related(first, f"tên của {owner.id}"),),
                )
