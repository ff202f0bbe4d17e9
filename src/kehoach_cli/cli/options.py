"""Define the options that commands share.

Options that go together are one named tuple (`SelectionOptions`, `AddOptions`, `Destination` in `output/views.py`).
A command takes it as one parameter; `grouped` shows its fields to Typer in that place.
"""

from collections.abc import Callable, Iterator, Mapping
from functools import wraps
from inspect import Parameter, Signature, signature
from typing import Annotated, Any, NamedTuple, get_type_hints

import typer

PlanOption = Annotated[
    str | None,
    typer.Option(
        "--plan",
        metavar="THƯ MỤC",
        help="Thư mục của kế hoạch; kho có nhiều kế hoạch thì nêu năm (2024) hoặc số quyết định cũng được. Bỏ trống: "
        "lấy từ biến KEHOACH_PLAN, không có thì tìm từ thư mục hiện tại lên, rồi trong các thư mục con.",
    ),
]
AsOfOption = Annotated[
    str | None,
    typer.Option("--as-of", metavar="NGÀY", help="Tính đến ngày: 2023-10-01 hoặc 1/10/2023. Bỏ trống: hôm nay."),
]
PillarOption = Annotated[
    str | None, typer.Option("--pillar", metavar="NHÓM", help="Chỉ lấy một nhóm, theo mã hoặc tên: CQS, Kinh tế số.")
]
AgencyOption = Annotated[
    str | None,
    typer.Option("--agency", metavar="CƠ QUAN", help="Chỉ lấy việc của một cơ quan, theo mã hoặc tên gọi bất kỳ."),
]
RoleOption = Annotated[
    str | None,
    typer.Option(
        "--role",
        metavar="VAI",
        help="Vai của cơ quan: lead (chủ trì, mặc định), support (phối hợp), oversight (theo dõi, chỉ đạo), any.",
    ),
]
GroupsOption = Annotated[bool, typer.Option("--groups", help="Tính cả việc giao cho nhóm có cơ quan đó là thành viên.")]
OriginOption = Annotated[
    str | None,
    typer.Option(
        "--origin",
        metavar="XUẤT XỨ",
        help="Chỉ lấy việc có xuất xứ: assigned (cấp trên giao), carried-over (năm trước chuyển sang), "
        "kept-up (tiếp tục duy trì), new (mới), body-only (chỉ nêu trong phần lời).",
    ),
]
PeriodOption = Annotated[
    str | None,
    typer.Option("--period", metavar="KỲ", help="Kỳ báo cáo: quý III/2023, 2023-09. Bỏ trống: kỳ có ngày --as-of."),
]
TemplateOption = Annotated[
    str | None,
    typer.Option(
        "--template",
        metavar="TỆP",
        help="Mẫu Word. Bỏ trống: mẫu cùng loại trong thư mục templates của kế hoạch, không có thì mẫu gốc.",
    ),
]
DateOption = Annotated[
    str | None, typer.Option("--date", metavar="NGÀY", help="Ngày của số liệu, tình hình: 30/9/2023 hoặc 2023-09-30.")
]
SourceOption = Annotated[
    str | None,
    typer.Option("--source", metavar="VĂN BẢN", help='Văn bản báo cáo: số, ký hiệu, ví dụ "CV 123/VPUBND-KSTT".'),
]
DueOption = Annotated[
    str | None,
    typer.Option("--due", metavar="THỜI HẠN", help='Thời hạn mới, như cách viết của Kế hoạch: "Quý IV/2023".'),
]
ByOption = Annotated[
    str | None, typer.Option("--by", metavar="VĂN BẢN", help='Văn bản: số, ký hiệu, ví dụ "CV 456/UBND-VP".')
]
EffectOption = Annotated[
    str | None, typer.Option("--date", metavar="NGÀY", help="Ngày văn bản có hiệu lực: 1/9/2023 hoặc 2023-09-01.")
]
EstimateOption = Annotated[
    bool,
    typer.Option(
        "--estimate",
        help="Số ước thực hiện đến ngày cuối kỳ (tháng, quý, 6 tháng, năm); chỉ dùng trong báo cáo của kỳ đó.",
    ),
]
JudgedByOption = Annotated[
    str | None,
    typer.Option("--judged-by", metavar="CƠ QUAN", help="Cơ quan đánh giá là đạt hay chưa đạt, với chỉ tiêu bằng lời."),
]
AnsweringOption = Annotated[
    str | None,
    typer.Option(
        "--agency",
        metavar="CƠ QUAN",
        help="Cơ quan báo cáo, khi việc giao cho nhiều cơ quan: ghi vào data/answers. Bỏ trống: kết quả chung.",
    ),
]
NoteOption = Annotated[str | None, typer.Option("--note", metavar="GHI CHÚ", help="Ghi chú, một dòng.")]
FromOption = Annotated[
    str | None,
    typer.Option(
        "--from",
        metavar="TỆP",
        help="Ghi nhiều dòng một lần từ bảng .xlsx, .ods, .docx, .csv hoặc JSON; «-»: từ đầu vào. Một dòng sai thì "
        "không ghi dòng nào.",
    ),
]
YesOption = Annotated[bool, typer.Option("--yes", "-y", help="Ghi cả khi số liệu đáng ngờ, không hỏi lại.")]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help="Chỉ cho xem sẽ ghi gì, không ghi.")]
CommitOption = Annotated[
    bool, typer.Option("--commit", help="Lưu luôn vào git một lần (commit) chỉ gồm tệp vừa ghi, nêu mã và văn bản.")
]
StateOption = Annotated[
    str | None,
    typer.Option(
        "--state",
        metavar="TÌNH TRẠNG",
        help="Tình trạng: chưa thực hiện, đang thực hiện, đã trình, đã hoàn thành, tạm dừng, dừng thực hiện; hoặc mã: "
        "not-started, in-progress, submitted, done, paused, cancelled.",
    ),
]
EvidenceOption = Annotated[
    list[str] | None,
    typer.Option("--evidence", metavar="MINH CHỨNG", help="Đường dẫn hoặc tên tệp làm minh chứng. Ghi được nhiều lần."),
]
PercentOption = Annotated[
    str | None, typer.Option("--percent", metavar="PHẦN TRĂM", help="Phần công việc đã làm xong, từ 0 đến 100.")
]


class SelectionOptions(NamedTuple):
    """Which records a command covers."""

    pillar: PillarOption = None
    agency: AgencyOption = None
    role: RoleOption = None
    groups: GroupsOption = False
    origin: OriginOption = None


WHOLE_PLAN = SelectionOptions()


class AddOptions(NamedTuple):
    """How new entries are added, and to which plan."""

    yes: YesOption = False
    dry_run: DryRunOption = False
    commit: CommitOption = False
    as_of: AsOfOption = None
    plan: PlanOption = None


class SendingOptions(NamedTuple):
    """How it is kept that a report was sent, or stands no longer, and of which plan."""

    yes: YesOption = False
    dry_run: DryRunOption = False
    commit: CommitOption = False
    plan: PlanOption = None


def grouped(command: Callable[..., None]) -> Callable[..., None]:
    """Wrap a command for Typer: every option is a parameter of its own, in the order of the command's parameters."""
    hints = get_type_hints(command).items()
    groups: dict[str, Any] = {name: kind for name, kind in hints if isinstance(kind, type) and issubclass(kind, tuple)}

    @wraps(command)
    def called(**options: Any) -> None:
        for name, group in groups.items():
            options[name] = group(**{field: options.pop(field) for field in group._fields})
        command(**options)

    parameters = [part for each in signature(command).parameters.values() for part in _options(each, groups)]
    called.__signature__ = Signature(parameters)  # type: ignore[attr-defined]  # read by `inspect`
    return called


def _options(parameter: Parameter, groups: Mapping[str, Any]) -> Iterator[Parameter]:
    group = groups.get(parameter.name)
    if group is None:
        yield parameter.replace(kind=Parameter.KEYWORD_ONLY)
        return
    for name, annotation in get_type_hints(group, include_extras=True).items():
        yield Parameter(name, Parameter.KEYWORD_ONLY, default=group._field_defaults[name], annotation=annotation)
