"""`kehoach template fields`."""

from kehoach_cli.cli.commands.template.kinds import KindArgument
from kehoach_cli.cli.documents.template_data import current_data, template_kind
from kehoach_cli.cli.options import PlanOption, grouped
from kehoach_cli.cli.output.views import Destination, Renderers, write_view
from kehoach_cli.reports.fields.field_table import field_page, field_rows
from kehoach_cli.reports.fields.field_tree import FIELDS


@grouped
def command(*, kind: KindArgument = None, plan: PlanOption = None, to: Destination) -> None:
    """Liệt kê mọi tên dùng được trong một loại mẫu: loại giá trị, ý nghĩa, giá trị hiện nay theo kế hoạch hiện tại.

    Đứng ngoài thư mục kế hoạch thì không có cột giá trị.
    """
    wanted = template_kind(kind)
    fields, data = FIELDS[wanted], current_data(wanted, plan)
    write_view(
        Renderers(
            lambda: field_page(wanted, fields, data),
            lambda: {"schema": 1, "kind": wanted, "fields": field_rows(fields, data)},
            lambda: field_rows(fields, data),
        ),
        to,
    )
