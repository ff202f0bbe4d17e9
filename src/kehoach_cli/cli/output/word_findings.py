"""Write findings about a Word file as text: place, severity, message, excerpt, remedy."""

from collections import Counter
from collections.abc import Iterator, Sequence

from kehoach_cli.cli.output.layout import text_width
from kehoach_cli.cli.output.printable import one_line, printable
from kehoach_cli.sandbox.problems import WordFinding
from kehoach_cli.vocabulary import terms


def word_findings_text(findings: Sequence[WordFinding], file: str) -> str:
    """All findings about one file and a summary line."""
    return "".join([f"{_block(item, file)}\n" for item in findings]) + word_summary(findings, file) + "\n"


def word_summary(findings: Sequence[WordFinding], file: str) -> str:
    """`Đã kiểm tra mau.docx: 2 lỗi`."""
    counts = Counter(item.severity for item in findings)
    totals = [f"{counts[name]} {terms.SEVERITY[name]}" for name in ("error", "warning", "info") if counts[name]]
    return f"Đã kiểm tra {printable(file)}: {', '.join(totals) or 'không có lỗi'}"


def _block(item: WordFinding, file: str) -> str:
    where = f"{file}: {item.place.words()}" if item.place.part != "tệp" else file
    head = f"{where}: {terms.SEVERITY[item.severity]} {item.code}: {item.message}"
    more = f"  Xem thêm: kehoach explain {item.code}"
    return "".join(f"{one_line(line)}\n" for line in (head, *_pointed(item), f"  → {item.remedy}", more))


def _pointed(item: WordFinding) -> Iterator[str]:
    """The excerpt, and carets below the words that the finding is about."""
    excerpt, (start, end) = item.place.excerpt.replace("\n", " ").replace("\t", " "), item.place.span
    if excerpt.strip():
        yield f"  | {excerpt}"
        if end > start:
            yield f"  | {' ' * text_width(excerpt[:start])}{'^' * max(1, text_width(excerpt[start:end]))}"
