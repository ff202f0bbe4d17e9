"""Word files that were damaged byte by byte, in the archive and in its parts: whatever comes of it, there is an answer.

Two hundred of each kind in every run of the tests; three thousand, others each time, by

    KEHOACH_MUTATIONS=3000 .venv/bin/pytest tests/hostile/test_word_files.py
"""

import re
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from kehoach_cli.cli.documents.templates import original_template
from kehoach_cli.cli.output.word_findings import word_findings_text
from kehoach_cli.reports.fields.field_tree import shape_for
from kehoach_cli.reports.fields.template_kinds import LETTER
from kehoach_cli.sandbox.problems import FILE, TemplateProblem, WordFinding
from kehoach_cli.word.output.properties import Properties
from kehoach_cli.word.render import FormChecker, Renderer
from kehoach_cli.word.template.shapes import Shape, shape_of
from tests.hostile.test_mutations import ASKED_FOR, SHARES, TIMES, Edit, damaged
from tests.support.docx import R, field, members_of, p, table, word_file, zipped

pytestmark = pytest.mark.slow

DATA = {"a": True, "b": "x", "c": [{"d": "y"}]}
_PNG = b"\x89PNG\r\n\x1a\n" + bytes(60)
SMALL = word_file(
    p("{% if a %}{{ b }}{% endif %}") + table(("{%tr for m in c %}",), ("{{ m.d }}",), ("{%tr endfor %}",)),
    header=p("{{ b }}") + field("PAGE"),
    footnote=p("x"),
    settings="<w:zoom/>",
    links=[(f"{R}/image", "media/i.png", False), (f"{R}/hyperlink", "https://x.vn", True)],
    parts={"word/media/i.png": ("image/png", _PNG)},
)
FILES: list[tuple[bytes, dict[str, Shape]]] = [
    (SMALL, dict(shape_of(DATA))),
    (original_template(LETTER), dict(shape_for(LETTER))),
]
# What the two formats are made of, and what does not fit into them.
PIECES = st.one_of(
    st.binary(min_size=1, max_size=8),
    st.sampled_from(
        [
            *(b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07", b"PK\x07\x08"),
            *(b"\x00\x00", b"\xff\xff", b"\xff\xff\xff\xff", b"\x00\x00\x00\x80", b"\x01\x00\x18\x00", b"\x0e\x00"),
            *(b"[Content_Types].xml", b"word/document.xml", b"/", b"../", b"\\", b"\xd1\x96"),
            *(b"{{", b"}}", b"{%", b"%}", b"<w:p>", b"</w:tc>", b"<w:tbl/>", b"tr ", b"endfor", b"&", b"<", b'"', b">"),
            *(b"<!DOCTYPE x>", b"&#0;", b"xmlns:w='x'", b"w:val='1e308'", b"\xef\xbb\xbf", b"\xff\xfe", b"\xc3"),
        ]
    ),
)
# A byte in place of another one; anything in place of a stretch of any length.
EDITS = st.lists(
    st.one_of(
        st.builds(Edit, SHARES, st.just(1), st.binary(min_size=1, max_size=1), st.just(1), st.just("bytes")),
        st.builds(Edit, SHARES, st.integers(0, 40), PIECES, TIMES, st.just("bytes")),
        st.builds(Edit, SHARES, st.integers(0, 4000), st.just(b""), st.just(1), st.just("bytes")),
    ),
    min_size=1,
    max_size=4,
)
_PARTS = [text for content, _ in FILES for name, text in sorted(members_of(content).items()) if name.endswith("l")]
# Parts that stay XML, so that what reads them gets its share: other values, and elements where they do not belong.
VALUES = [
    *sorted({value for text in _PARTS for value in re.findall(rb'="([^"<]*)"', text)}),
    *(b"", b"-1", b"1e308", b"NaN", b"9" * 400, b"begin", b"end", b"External", b"file:///x", b"../x", b"%", b"rIdX0"),
    *(b"{{ b }}", b"{%tr endfor %}", b"http://purl.oclc.org/ooxml/wordprocessingml/main"),
]
ELEMENTS = [
    *sorted({leaf for text in _PARTS for leaf in re.findall(rb"<[\w:]+(?: [^<>]*)?/>", text)}),
    *(b"<w:p/>", b"<w:tbl/>", b"<w:tr/>", b"<w:tc/>", b"<w:r/>", b"<w:t>{{ b }}</w:t>", b"<w:t>{%tr endfor %}</w:t>"),
    *(b"<w:t>{% if a %}</w:t>", b"<w:sectPr/>", b"<w:instrText>PAGE</w:instrText>", b"<mc:AlternateContent/>"),
]
SWAPS = st.lists(
    st.one_of(
        st.tuples(st.just(rb'(?<==")[^"<]*(?=")'), SHARES, st.sampled_from(VALUES)),
        st.tuples(st.just(rb"(?=<)"), SHARES, st.sampled_from(ELEMENTS)),
        st.tuples(st.just(rb"<[\w:]+(?: [^<>]*)?/>"), SHARES, st.just(b"")),
    ),
    min_size=1,
    max_size=4,
)


def swapped(content: bytes, swaps: list[tuple[bytes, float, bytes]]) -> bytes:
    """The content with the first match of each pattern after a share of its length replaced."""
    for pattern, share, piece in swaps:
        found = re.compile(pattern).search(content, int(share * len(content)))
        if found:
            content = content[: found.start()] + piece + content[found.end() :]
    return content


at_length = settings(
    max_examples=int(ASKED_FOR or 200),
    derandomize=ASKED_FOR is None,
    database=None,
    deadline=None,
    phases=(Phase.generate, Phase.shrink),
    suppress_health_check=[HealthCheck.too_slow],
)


class Readers:
    """Both children that open Word files; each is asked about every file, as the commands ask."""

    def __init__(self, renderer: Renderer, form_checker: FormChecker) -> None:
        self.renderer = renderer
        self.form_checker = form_checker

    def ask(self, template: bytes, shape: dict[str, Shape]) -> None:
        """A bug of ours is raised; what else may come of the file is looked at."""
        for ask in (self._checked, self._filled, self._form):
            try:
                answer = ask(template, shape)
            except TemplateProblem as problem:
                answer = list(problem.findings) or [WordFinding("", "", "", FILE)]
            assert {finding.code for finding in answer}.isdisjoint({"KH832", "KH833"}), answer
            text = word_findings_text(answer, "mau.docx")
            assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text), text
            for finding in answer:
                assert finding.message
                assert finding.remedy
                assert len(finding.message) < 300, "no message echoes unbounded input"

    def _checked(self, template: bytes, shape: dict[str, Shape]) -> list[WordFinding]:
        return self.renderer.check_template(template, shape)

    def _filled(self, template: bytes, _: dict[str, Shape]) -> list[WordFinding]:
        self.renderer.untouched(template)
        document = self.renderer.render(template, DATA, Properties("Báo cáo", "Sở", "", "2023-09-30", {}))
        assert self.renderer.untouched(document)
        return []

    def _form(self, template: bytes, _: dict[str, Shape]) -> list[WordFinding]:
        return self.form_checker.check(template)


@pytest.fixture(scope="module")
def readers() -> Iterator[Readers]:
    with Renderer() as renderer, FormChecker() as form_checker:
        yield Readers(renderer, form_checker)


@at_length
@given(st.sampled_from(FILES), EDITS)
def test_every_damaged_directory_is_answered(
    readers: Readers, file: tuple[bytes, dict[str, Shape]], edits: list[Edit]
) -> None:
    content, shape = file
    directory = content.index(b"PK\x01\x02")  # most of the rest is packed, and breaks its checksum
    readers.ask(content[:directory] + damaged(content[directory:], edits), shape)


@at_length
@given(st.sampled_from(FILES), EDITS)
def test_every_archive_damaged_anywhere_is_answered(
    readers: Readers, file: tuple[bytes, dict[str, Shape]], edits: list[Edit]
) -> None:
    content, shape = file
    readers.ask(damaged(content, edits), shape)


@at_length
@given(st.sampled_from(FILES), SHARES, EDITS)
def test_every_damaged_part_is_answered(
    readers: Readers, file: tuple[bytes, dict[str, Shape]], which: float, edits: list[Edit]
) -> None:
    content, shape = file
    members = members_of(content)
    name = sorted(members)[int(which * len(members))]
    readers.ask(zipped({**members, name: damaged(members[name], edits)}), shape)


@at_length
@given(st.sampled_from(FILES), SHARES, SWAPS)
def test_every_part_with_something_else_in_it_is_answered(
    readers: Readers, file: tuple[bytes, dict[str, Shape]], which: float, swaps: list[tuple[bytes, float, bytes]]
) -> None:
    content, shape = file
    members = members_of(content)
    name = sorted(members)[int(which * len(members))]
    readers.ask(zipped({**members, name: swapped(members[name], swaps)}), shape)
