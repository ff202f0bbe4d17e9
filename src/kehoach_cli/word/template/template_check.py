"""Check an opened template: return its findings, and each part with tags compiled."""

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
from kehoach_cli.word.template.data_mismatches import find_mismatches
from kehoach_cli.word.template.jinja_source import JinjaSource, jinja_source, tags_only_source
from kehoach_cli.word.template.language import Language, descendants, replace_concatenation
from kehoach_cli.word.template.rules import (
    comments_and_changes,
    forbidden_syntax,
    hidden_tag,
    loose_delimiter,
    lost_value,
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
from kehoach_cli.word.template.tags import Scan, Tag, scan

_TAG_RULES = (
    misplaced_tag.check_unread,
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
    """Tags that Jinja has parsed: their source and its tree."""

    source: JinjaSource
    tree: Tree


class CompiledPart(NamedTuple):
    """A part with tags, compiled and ready for data."""

    source: JinjaSource
    template: Template


class Checked(NamedTuple):
    """The result of a check: the findings, and by name the parts with tags that have no errors."""

    findings: tuple[WordFinding, ...]
    parts: Mapping[str, CompiledPart]


def check_template(package: Package, shape: Mapping[str, Shape], language: Language) -> Checked:
    """Find every fault of a template's tags, by part, for data of this shape. Changes the package's trees."""
    styles = package.parts(allowed_parts.STYLES)
    hidden = hidden_styles(package.trees[styles[0]]) if styles else frozenset()
    findings: list[WordFinding] = []
    parts: dict[str, CompiledPart] = {}
    for name, root in package.trees.items():
        label, filled = package.label(name), package.types[name] in allowed_parts.FILLED
        findings += misplaced_tag.check(root, label, filled=filled)
        findings += comments_and_changes.check(root, label)
        if filled:
            scanned = scan(paragraphs(root, label, hidden), label)
            found = [finding for rule in _TAG_RULES for finding in rule(scanned)]
            found += forbidden_syntax.check_statements(scanned.tags)
            if scanned.tags:
                whole = None if found else _parsed(jinja_source(root, scanned.tags), language)
                parsed = whole or _parsed_alone(scanned.tags, language, found)
                if parsed:
                    found += _language_findings(parsed, shape, language)
                if all(finding.severity != "error" for finding in found):
                    part = _compiled(whole, label, language) if whole else syntax_error.unread(Place(label))
                    if isinstance(part, WordFinding):
                        found.append(part)
                    else:
                        parts[name] = part
            findings += _in_order(found, scanned)
    return Checked(tuple(dict.fromkeys(findings)), parts)


def _in_order(findings: list[WordFinding], scanned: Scan) -> list[WordFinding]:
    """Sort the findings of one part by place in the document."""
    order = {paragraph.place().words(): number for number, paragraph in enumerate(scanned.paragraphs)}
    return sorted(findings, key=lambda item: (order.get(item.place.words(), 0), item.place.span, item.code))


def _parsed(source: JinjaSource, language: Language) -> Parsed | None:
    try:
        return Parsed(source, language.parse(source.text))
    except TemplateSyntaxError:
        return None


def _parsed_alone(tags: tuple[Tag, ...], language: Language, found: list[WordFinding]) -> Parsed | None:
    """Parse the readable tags without the document, so that one run reports all their faults.

    Skips tags that other rules refuse, and adds syntax errors to `found`.
    """
    unmatched = {item.tag for item in blocks(tags) if isinstance(item, Unmatched)}
    whole = tuple(tag for tag in tags if _is_readable(tag) and tag not in unmatched)
    parsed = _parsed(tags_only_source(whole), language)
    if parsed is None:
        faults = list(syntax_error.check(whole, language))
        found += faults
        places = {fault.place for fault in faults}
        parsed = _parsed(tags_only_source(tuple(tag for tag in whole if tag.place not in places)), language)
    return parsed


def _language_findings(parsed: Parsed, shape: Mapping[str, Shape], language: Language) -> Iterator[WordFinding]:
    """Check what the tags say; where they stand does not matter."""
    tree, source = parsed.tree, parsed.source
    nodes = list(descendants(tree))
    yield from forbidden_syntax.check(nodes, source)
    yield from unknown_filter.check(nodes, source, language)
    found = find_mismatches(tree, shape)
    yield from unknown_name.check(found, source)
    yield from whole_list.check(found, source)
    yield from lost_value.check(tree, source)


def _compiled(parsed: Parsed, label: str, language: Language) -> CompiledPart | WordFinding:
    """Compile a part; a finding if its tags parse one by one but not together."""
    source, tree = parsed
    replace_concatenation(tree)
    try:
        code = language.compile(tree)
    except TemplateSyntaxError as problem:
        tag = source.tag(problem.lineno)
        return syntax_error.unread(tag.place if tag else Place(label))
    except SyntaxError as problem:
        if "nested" in problem.msg:  # Python allows at most twenty nested blocks
            return too_much.finding("Mẫu có quá nhiều khối lồng nhau")
        return syntax_error.unread(Place(label))
    return CompiledPart(source, Template.from_code(language, code, language.globals))


def _is_readable(tag: Tag) -> bool:
    known = tag.kind == "{{" or (tag.kind == "{%" and tag.word in forbidden_syntax.STATEMENTS)
    return known and typography.broken(tag) is None
