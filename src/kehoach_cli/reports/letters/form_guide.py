"""What a form's first page says: whose answers on what, and how to fill it in."""

from collections.abc import Iterator

from kehoach_cli.plan.agencies import AgencyRegister
from kehoach_cli.plan.entries import STATES
from kehoach_cli.reports.letters.form_view import FormView
from kehoach_cli.reports.letters.latest_answer import collector, full_name
from kehoach_cli.vocabulary import form_words, terms, wording
from kehoach_cli.vocabulary.report_words import document_kind


def form_title(view: FormView) -> str:
    """`Phiếu báo cáo quý III/2023`."""
    return f"Phiếu báo cáo {wording.period(view.period)}"


def form_facts(view: FormView, agencies: AgencyRegister) -> list[tuple[str, str]]:
    """What the form is about, each with its label."""
    plan = view.plan
    decision = f"{document_kind(plan.number)} số {plan.number} ngày {wording.day(plan.date)} của {plan.issuer}"
    first_day, last_day = map(wording.day, view.window)
    return [
        ("Kế hoạch", f"{plan.title} ({decision})"),
        ("Cơ quan báo cáo", full_name(view.agency, agencies)),
        ("Kỳ báo cáo", f"{wording.sentence(wording.period(view.period))}, số liệu từ {first_day} đến hết {last_day}"),
        ("Hạn trả lời", wording.day(view.reply_by)),
        ("Nơi nhận, giải đáp", collector(plan, agencies, view.agency)),
    ]


def form_guide(view: FormView) -> list[str]:
    """How to fill the form in, in numbered lines."""
    return [f"{number}. {line}" for number, line in enumerate(_guide(view), 1)]


def _guide(view: FormView) -> Iterator[str]:
    yield (
        "Chỉ điền các ô nền trắng. Ô nền xám đã ghi sẵn, xin giữ nguyên; thấy chỗ nào chưa đúng thì nêu trong văn bản "
        "gửi kèm."
    )
    if view.indicators:
        yield "".join(_on_indicators(view))
    if view.tasks:
        states = ", ".join(terms.STATE[state] for state in STATES)
        yield (
            f"Nhiệm vụ: tình trạng ghi một trong các mục: {states}. Đã xong thì ghi ngày hoàn thành, chưa xong thì ghi "
            "ngày của tình hình."
        )
    yield "Dòng nào chưa có số liệu, chưa có gì mới thì để trống."
    source, day = form_words.COVER.values()
    yield (
        f"Văn bản và ngày dùng chung cho mọi dòng chỉ cần ghi một lần, ở hai ô «{source}» và «{day}»; dòng nào khác "
        "thì ghi ở chính dòng đó."
    )
    yield (
        "Giữ nguyên các cột, các dòng và mã; điền xong gửi lại chính tệp này cùng văn bản, chậm nhất ngày "
        f"{wording.day(view.reply_by)}."
    )


def _on_indicators(view: FormView) -> Iterator[str]:
    asked = {key for row in view.indicators for key in row.fill}
    if "value" in asked:
        yield "Chỉ tiêu: ghi kết quả bằng số, theo đơn vị tính của dòng. "
    if any(row.judged for row in view.indicators):
        yield f"Chỉ tiêu được đánh giá thì ghi một trong các mục: {', '.join(form_words.VERDICTS)}. "
    if "numerator" in asked:
        yield "Chỉ tiêu hỏi tử số, mẫu số thì ghi hai số đó, không cần tính tỷ lệ. "
    yield f"Số liệu lấy đến hết ngày {wording.day(view.window.last_day)}."
    if "estimate" in asked:
        yield (
            f" Số ước của cả kỳ thì ghi ngày {wording.day(view.period.last_day)} và ghi «{form_words.ESTIMATE}» ở cột "
            f"«{form_words.INDICATORS['estimate']}»."
        )
