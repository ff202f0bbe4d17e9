"""`kehoach add`."""

from functools import partial

from kehoach_cli.cli.options import AddOptions, ByOption, EffectOption, FromOption, grouped
from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.entering.make_entries import raw_entries
from kehoach_cli.entering.make_records import KEYS, new_record


@grouped
def command(*, table: FromOption = None, by: ByOption = None, date: EffectOption = None, options: AddOptions) -> None:
    """Bổ sung chỉ tiêu, nhiệm vụ từ bảng, theo một văn bản ban hành sau.

    Các cột của bảng: id, name, pillar, unit, direction, lead, support, oversight, baseline, national, target, due,
    output, source, note, parent, heading. Dòng có unit là chỉ tiêu, không có là nhiệm vụ.
    Dòng đề mục thì ghi có ở heading, bảng khi đó chỉ gồm một loại; parent là mã của đề mục, chỉ tiêu, nhiệm vụ mà dòng
    ấy thuộc về.
    """
    from kehoach_cli.cli.adding import add

    if table is None:
        raise UsageProblem("Thiếu --from: ghi tệp có bảng chỉ tiêu, nhiệm vụ được bổ sung, ví dụ --from bo-sung.csv")
    if by is None or date is None:
        raise UsageProblem("Thiếu văn bản bổ sung và ngày; ghi thêm vào dòng lệnh --by VĂN-BẢN --date NGÀY")
    rows = raw_entries({}, table, KEYS)
    kinds = {"unit" in row.cells for row in rows if "heading" not in row.cells}
    make = partial(new_record, of_indicators=None if len(kinds) > 1 else True in kinds)
    add([row.with_cells({"by": by, "date": date}) for row in rows], make, options)
