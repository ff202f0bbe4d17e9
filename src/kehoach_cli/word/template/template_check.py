"""A template that has been opened -> what is wrong with it, and the compiled form of each part that has tags."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from jinja2 import Template, TemplateSyntaxError
from jinja2.nodes import Template as Tree

from kehoach_cli.sandbox.package import allowed_parts
from kehoach_cli.sandbox.package.parts import Package
from kehoach_cli.sandbox.package.rules import too_much
from kehoach_cli.sandbox.problems import Place, WordFinding
from kehoach_cli.word.paragraphs import hidden_styles, paragraphs
from kehoach_cli.word.template.blocks import Unmatched, blocks
from kehoach_cli.word.template.language import Language, descendants, without_concatenation
from kehoach_cli.word.template.names import troubles
from kehoach_cli.word.template.rules import (
    forbidden_syntax,
    hidden_tag,
    left_behind,
    loose_delimiter,
    misplaced_tag,
    not_alone,
    spaced_level,
    syntax_error,
    tracked_tag,
    typography,
    unbalanced_block,
    uneven_block,
    unknown_filter,
    unknown_name,
    whole_list,
)
from kehoach_cli.word.template.shapes import Shape
from kehoach_cli.word.template.source import Source, jinja_source, tags_alone
from kehoach_cli.word.template.tags import Scan, Tag, scan

_TAG_RULES = (
    loose_delimiter.check,
    spaced_level.check,
    not_alone.check,
    typography.check,
    tracked_tag.check,
    hidden_tag.check,
    unbalanced_block.check,
    uneven_block.check,
)


class Parsed(NamedTuple):
    """Tags that Jinja has read: their source, and its tree of it."""

    source: Source
    tree: Tree


class Part(NamedTuple):
    """A part with tags, ready to be filled in with data."""

    source: Source
    template: Template


class Checked(NamedTuple):
    """What checking a template gave: the findings, and each part with tags, ready to be filled in where none errs."""

    findings: tuple[WordFinding, ...]
    parts: Mapping[str, Part]


def check_template(package: Package, shape: Mapping[str, Shape], language: Language) -> Checked:
    """Every finding about a template's tags, by part; data of this `shape` are to be filled in.

    The package's trees are used up.
    """
    styles = package.parts(allowed_parts.STYLES)
    hidden = hidden_styles(package.trees[styles[0]]) if styles else frozenset()
    findings: list[WordFinding] = []
    parts: dict[str, Part] = {}
    for name, root in package.trees.items():
        label, filled = package.label(name), package.types[name] in allowed_parts.FILLED
        findings += misplaced_tag.check(root, label, filled=filled)
        findings += left_behind.check(root, label)
        if filled:
            scanned = scan(paragraphs(root, label, hidden), label)
            found = [finding for rule in _TAG_RULES for finding in rule(scanned)]
            found += forbidden_syntax.check_statements(scanned.tags)
            if scanned.tags:
                whole = None if found else _parsed(jinja_source(root, scanned.tags), language)
                parsed = whole or _parsed_alone(scanned.tags, language, found)
                if parsed:
                    found += _language_findings(parsed, shape, language)
                if not found:
                    part = _compiled(whole, label, language) if whole else syntax_error.unread(Place(label))
                    if isinstance(part, WordFinding):
                        found.append(part)
                    else:
                        parts[name] = part
            findings += _in_order(found, scanned)
    return Checked(tuple(dict.fromkeys(findings)), parts)


def _in_order(findings: list[WordFinding], scanned: Scan) -> list[WordFinding]:
    """The findings of one part from its first paragraph to its last."""
    order = {paragraph.place().words(): number for number, paragraph in enumerate(scanned.paragraphs)}
    return sorted(findings, key=lambda item: (order.get(item.place.words(), 0), item.place.span, item.code))


def _parsed(source: Source, language: Language) -> Parsed | None:
    try:
        return Parsed(source, language.parse(source.text))
    except TemplateSyntaxError:
        return None


def _parsed_alone(tags: tuple[Tag, ...], language: Language, found: list[WordFinding]) -> Parsed | None:
    """The tags without the document, as far as they can be read: for telling all that is wrong with them at once.

    Tags that other rules have found broken are passed over; bad syntax is added to what was `found`.
    """
    unmatched = {item.tag for item in blocks(tags) if isinstance(item, Unmatched)}
    whole = tuple(tag for tag in tags if _is_readable(tag) and tag not in unmatched)
    parsed = _parsed(tags_alone(whole), language)
    if parsed is None:
        faults = list(syntax_error.check(whole, language))
        found += faults
        places = {fault.place for fault in faults}
        parsed = _parsed(tags_alone(tuple(tag for tag in whole if tag.place not in places)), language)
    return parsed


def _language_findings(parsed: Parsed, shape: Mapping[str, Shape], language: Language) -> Iterator[WordFinding]:
    """What the tags say, apart from where they stand."""
    tree, source = parsed.tree, parsed.source
    nodes = list(descendants(tree))
    yield from forbidden_syntax.check(nodes, source)
    yield from unknown_filter.check(nodes, source, language)
    found = troubles(tree, shape)
    yield from unknown_name.check(found, source)
    yield from whole_list.check(found, source)


def _compiled(parsed: Parsed, label: str, language: Language) -> Part | WordFinding:
    """The part ready for data, or why tags that can be read do not make a program."""
    source, tree = parsed
    without_concatenation(tree)
    try:
        code = language.compile(tree)
    except TemplateSyntaxError as problem:
        tag = source.tag(problem.lineno)
        return syntax_error.unread(tag.place if tag else Place(label))
    except SyntaxError as problem:
        if "nested" in problem.msg:  # Python knows at most twenty blocks in one another
            return too_much.finding("Mẫu có quá nhiều khối lồng nhau")
        return syntax_error.unread(Place(label))
    return Part(source, Template.from_code(language, code, language.globals))


def _is_readable(tag: Tag) -> bool:
    known = tag.kind == "{{" or (tag.kind == "{%" and tag.word in forbidden_syntax.STATEMENTS)
    return known and typography.broken(tag) is None
