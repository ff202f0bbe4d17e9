"""Hostile Word files in the child that opens them: each is refused or its attack is dropped, in time.

An attack that works makes the file `SIGN` or calls a local server. The tests check that neither happens.
"""

import socket
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import pytest

from kehoach_cli.sandbox.problems import TemplateProblem
from kehoach_cli.word.render import FormChecker, Renderer
from tests.support.attacks import ATTACKS
from tests.support.attacks.attack import PORT, SIGN
from tests.support.attacks.language import ENDLESS
from tests.support.docx import members_of, p, runs, word_file, zipped

CONTEXT: Mapping[str, object] = {"ten": "Sở TT&TT", "so": 3, "muc": [{"ten": "A"}, {"ten": "B"}], "rong": []}
REFUSED = [name for name, attack in ATTACKS.items() if attack.code]
LEFT_OUT = [name for name, attack in ATTACKS.items() if not attack.code]
# Files that cannot be opened at all, so the form check refuses them too.
FILES = [
    name
    for name, attack in ATTACKS.items()
    if name.startswith(("archives", "markup: ", "everywhere: archives", "everywhere: XML in document"))
    or "strict" in name
    if attack.code in ("KH801", "KH802", "KH803", "KH807") and "relationship" not in name and "types" not in name
]


class Watch(NamedTuple):
    """The signs of an attack that worked."""

    sign: Path
    port: int
    calls: list[str]


@pytest.fixture(scope="module")
def watch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watch]:
    server = socket.create_server(("127.0.0.1", 0))
    server.settimeout(0.2)
    calls: list[str] = []
    over = threading.Event()

    def listen() -> None:
        while not over.is_set():
            try:
                connection, address = server.accept()
            except TimeoutError:
                continue
            calls.append(str(address))
            connection.close()

    listener = threading.Thread(target=listen)
    listener.start()
    yield Watch(tmp_path_factory.mktemp("watch") / "sign", server.getsockname()[1], calls)
    over.set()
    listener.join()
    server.close()


@pytest.fixture(scope="module")
def renderer() -> Iterator[Renderer]:
    with Renderer(seconds=1) as started:
        yield started


@pytest.fixture(scope="module")
def form_checker() -> Iterator[FormChecker]:
    with FormChecker() as started:
        yield started


@pytest.mark.parametrize("name", REFUSED)
def test_an_attack_is_refused(name: str, watch: Watch, renderer: Renderer) -> None:
    attack = ATTACKS[name]
    with pytest.raises(TemplateProblem) as refused:
        renderer.render(_aimed(name, watch), CONTEXT)
    assert attack.code in {finding.code for finding in refused.value.findings}, refused.value.findings
    for finding in refused.value.findings:
        assert all((finding.message, finding.remedy, finding.place.part))
    assert not watch.sign.exists()
    assert watch.calls == []


@pytest.mark.parametrize("name", LEFT_OUT)
def test_or_it_is_dropped(name: str, watch: Watch, renderer: Renderer) -> None:
    made = members_of(renderer.render(_aimed(name, watch), CONTEXT))
    assert set(made) <= {
        *("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels"),
        *("word/document.xml", "word/styles.xml", "word/settings.xml"),
    }
    everything = b"".join(made.values())
    for mark in (b"127.0.0.1", b"popen", b"DDEAUTO", b"file:", b"purl.oclc", b"dataBinding", b"gfxdata", b"DOCTYPE"):
        assert mark not in everything
    assert not watch.sign.exists()
    assert watch.calls == []


@pytest.mark.parametrize("name", FILES)
def test_the_form_check_refuses_such_files_too(name: str, watch: Watch, form_checker: FormChecker) -> None:
    with pytest.raises(TemplateProblem) as refused:
        form_checker.check(_aimed(name, watch))
    assert ATTACKS[name].code in {finding.code for finding in refused.value.findings}
    assert watch.calls == []


def test_strict_open_xml_is_named_with_its_remedy(renderer: Renderer, form_checker: FormChecker) -> None:
    for ask in (lambda file: renderer.check_template(file, {}), form_checker.check):
        with pytest.raises(TemplateProblem) as refused:
            ask(ATTACKS["vocabularies: a strict document"].file)
        (finding,) = refused.value.findings
        assert finding.message == "Tệp lưu ở dạng Strict Open XML"
        assert "chọn kiểu Word Document (*.docx)" in finding.remedy


def _aimed(name: str, watch: Watch) -> bytes:
    """The attack's file, with this test's `SIGN` and `PORT` filled in."""
    template = ATTACKS[name].file
    if "archives" in name:
        return template
    members = members_of(template)
    changed = {
        name: content.replace(SIGN.encode(), str(watch.sign).encode()).replace(PORT.encode(), str(watch.port).encode())
        for name, content in members.items()
    }
    return template if changed == members else zipped(changed)


@pytest.mark.slow
def test_the_renderer_goes_on_after_an_attack() -> None:
    with Renderer(seconds=1) as renderer:
        with pytest.raises(TemplateProblem, match="quá lâu"):
            renderer.render(word_file(p(ENDLESS)), CONTEXT)
        assert (
            b"Xin ch\xc3\xa0o"
            in members_of(renderer.render(word_file(p("Xin chào {{ ten }}")), CONTEXT))["word/document.xml"]
        )


def test_markup_in_the_data_stays_text() -> None:
    """A plan can be as hostile as a template: it comes from the same pull requests."""
    hostile = '</w:t></w:r></w:p><w:altChunk r:id="rId1"/>{{ 9**9 }}{% include "x" %}\x00\x1b'
    with Renderer() as renderer:
        document = renderer.render(word_file(runs("{{ t", "en }}")), {"ten": hostile})
    text = members_of(document)["word/document.xml"].decode()
    assert "&lt;/w:t&gt;" in text
    assert "<w:altChunk" not in text
    assert "{{ 9**9 }}" in text
