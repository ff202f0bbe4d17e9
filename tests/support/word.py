"""Whether a Word file is one that Word opens without a word: looked at by four readers, none of them ours.

`assert_sound` is for every document that a test makes. It looks at the package and its XML by itself; has the Open XML
SDK validate it; validates it by the schemas of ISO/IEC 29500 (both from `scripts/fetch_word_tools.py`); and has
LibreOffice open it.
"""

import json
import re
import subprocess
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from posixpath import join, normpath
from tempfile import TemporaryDirectory

from lxml import etree
from scripts.fetch_word_tools import DEFAULT_FOLDER

from tests.support.tools import missing, require_tool
from tests.support.word_schemas import schema_faults

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_LEFT_OVER = re.compile(r"\{\{|\{%|\{#|#\}|%\}|\}\}")
_CONTAINERS = ("tc", "hdr", "ftr", "footnote", "endnote", "txbxContent")


def assert_sound(*documents: bytes) -> list[list[str]]:
    """Fail with every fault that any of the readers finds in any of the documents; the text of each page of each."""
    faults = [f"document {number}: {fault}" for number, data in enumerate(documents, 1) for fault in own_faults(data)]
    assert not faults, "\n".join(faults)
    with TemporaryDirectory() as folder:
        paths = [Path(folder) / f"{number}.docx" for number in range(1, len(documents) + 1)]
        for path, data in zip(paths, documents, strict=True):
            path.write_bytes(data)
        faults = [
            *sdk_faults(paths),
            *(
                f"document {number}: {fault}"
                for number, data in enumerate(documents, 1)
                for fault in schema_faults(data)
            ),
        ]
        assert not faults, "\n".join(faults)
        laid_out = page_texts(paths)
        for path, pages in zip(paths, laid_out, strict=True):
            assert pages, f"LibreOffice made no page of {path.name}"
        return laid_out


def own_faults(document: bytes) -> Iterator[str]:
    """What is wrong with the package and its XML, as far as no schema says it."""
    from io import BytesIO
    from zipfile import ZipFile

    with ZipFile(BytesIO(document)) as archive:
        names = archive.namelist()
        members = {name: archive.read(name) for name in names}
    yield from (f"{name} is there twice" for name, times in Counter(map(str.lower, names)).items() if times > 1)
    trees = {name: etree.fromstring(content) for name, content in members.items() if name.endswith((".xml", ".rels"))}
    yield from _dangling(trees, members)
    yield from (f"{name} holds a mark of the program" for name, data in members.items() if b"<?kehoach" in data)
    for name, tree in trees.items():
        if name.startswith("word/"):
            yield from (f"{name}: {fault}" for fault in _text_faults(tree))


def _dangling(trees: dict[str, etree._Element], members: dict[str, bytes]) -> Iterator[str]:
    """Relationships that lead nowhere, parts without a content type, and ids that no relationship has."""
    types = trees["[Content_Types].xml"]
    declared = {str(item.get("PartName")).lstrip("/") for item in types if item.get("PartName")}
    extensions = {str(item.get("Extension")).lower() for item in types if item.get("Extension")}
    for name in members:
        if name != "[Content_Types].xml" and name not in declared and name.rpartition(".")[2].lower() not in extensions:
            yield f"{name} has no content type"
    yield from (f"content type of {name}, which is not there" for name in declared - set(members))
    for name, tree in trees.items():
        if not name.endswith(".rels"):
            continue
        folder, _, file = name.removesuffix(".rels").rpartition("_rels/")
        for link in tree:
            target = normpath(join("/", folder, str(link.get("Target")))).lstrip("/")
            if link.get("TargetMode") != "External" and target not in members:
                yield f"{name}: {link.get('Id')} leads to {target}, which is not there"
        known = {link.get("Id") for link in tree}
        source = trees.get(folder + file)
        used = (
            source.xpath("//@*[namespace-uri()='http://schemas.openxmlformats.org/officeDocument/2006/relationships']")
            if source is not None
            else []
        )
        yield from (f"{folder + file} names {value}, which is no relationship" for value in used if value not in known)


def _text_faults(tree: etree._Element) -> Iterator[str]:
    for holder in tree.iter(*(f"{_W}{name}" for name in _CONTAINERS)):
        children = [child for child in holder if child.tag != f"{_W}tcPr"]
        if not children or children[-1].tag not in (f"{_W}p", f"{_W}sdt"):
            yield f"a {str(holder.tag).removeprefix(_W)} does not end in a paragraph"
    for paragraph in tree.iter(f"{_W}p"):
        text = "".join(str(part.text or "") for part in paragraph.iter(f"{_W}t"))
        if _LEFT_OVER.search(text):
            yield f"a tag was left over: {text[:80]}"
        if re.search(r"\bNone\b|\bTrue\b|\bFalse\b|Undefined", text):
            yield f"a value of the program was printed: {text[:80]}"


def sdk_faults(paths: Sequence[Path]) -> Iterator[str]:
    """What the Open XML SDK finds. It takes one file a run and a second to start: two runs go side by side."""
    program = validator()
    with ThreadPoolExecutor(2) as pool:
        for path, fault in zip(paths, pool.map(lambda path: _sdk_answer(program, path), paths), strict=True):
            yield from (f"Open XML SDK, {path.name}: {line}" for line in fault)


def _sdk_answer(program: str, path: Path) -> list[str]:
    done = subprocess.run([program, str(path), "Microsoft365"], capture_output=True, check=False, timeout=120)
    answer = json.loads(done.stdout)
    return [f"{error['path']} {error['xPath']}: {error['description']}" for error in answer["errors"]]


@cache
def validator() -> str:
    """The validator's own program for this machine."""
    found = sorted((DEFAULT_FOLDER / "node_modules" / "@xarsh").glob("ooxml-validator-*/ooxml-validator*"))
    if not found:
        missing("the Open XML SDK's validator is not installed: python scripts/fetch_word_tools.py")
    return str(found[0])


def page_texts(paths: Sequence[Path]) -> list[list[str]]:
    """The text of each page of each Word file, as LibreOffice lays them out."""
    office, reader = require_tool("soffice"), require_tool("pdftotext")
    if not paths:
        return []
    with TemporaryDirectory() as folder:
        profile = (Path(folder) / "profile").as_uri()
        words = [office, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf", "--outdir", folder]
        subprocess.run([*words, *map(str, paths)], check=True, capture_output=True, timeout=300)
        return [_pages(reader, Path(folder) / f"{path.stem}.pdf") for path in paths]


def _pages(reader: str, path: Path) -> list[str]:
    if not path.exists():
        return []
    done = subprocess.run([reader, "-layout", str(path), "-"], check=True, capture_output=True, timeout=60)
    return done.stdout.decode("utf-8").split("\f")[:-1]
