"""A template that has been opened -> what is wrong with it, and the compiled form of each part that has tags."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from jinja2 import TemplateSyntaxError

from kehoach_cli.reports.word.package import kinds
from kehoach_cli.reports.word.package.opening import Package
from kehoach_cli.reports.word.problems import WordFinding
from kehoach_cli.reports.word.rules import (
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
from kehoach_cli.reports.word.shapes import Shape
from kehoach_cli.reports.word.template.blocks import Unmatched, blocks
from kehoach_cli.reports.word.template.language import Language
from kehoach_cli.reports.word.template.names import troubles
from kehoach_cli.reports.word.template.paragraphs import hidden_styles, paragraphs
from kehoach_cli.reports.word.template.source import tags_alone
from kehoach_cli.reports.word.template.tags import Scan, Tag, scan

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


class Checked(NamedTuple):
    """What checking a template gave: the findings, and the tags of each part that has any."""

    findings: tuple[WordFinding, ...]
    tags: Mapping[str, tuple[Tag, ...]]


def check_template(package: Package, shape: Mapping[str, Shape], language: Language) -> Checked:
    """Every finding about a template's tags, by part; data of this `shape` are to be filled in."""
    styles = package.parts(kinds.STYLES)
    hidden = hidden_styles(package.trees[styles[0]]) if styles else frozenset()
    findings: list[WordFinding] = []
    tags: dict[str, tuple[Tag, ...]] = {}
    for name, root in package.trees.items():
        label, filled = package.label(name), package.types[name] in kinds.FILLED
        findings += misplaced_tag.check(root, label, filled=filled)
        findings += left_behind.check(root, label)
        if filled:
            scanned = scan(paragraphs(root, label, hidden), label)
            found = [finding for rule in _TAG_RULES for finding in rule(scanned)]
            found += _language_findings(scanned.tags, shape, language)
            findings += _in_order(found, scanned)
            if scanned.tags:
                tags[name] = scanned.tags
    return Checked(tuple(dict.fromkeys(findings)), tags)


def _in_order(findings: list[WordFinding], scanned: Scan) -> list[WordFinding]:
    """The findings of one part from its first paragraph to its last."""
    order = {paragraph.place().words(): number for number, paragraph in enumerate(scanned.paragraphs)}
    return sorted(findings, key=lambda item: (order.get(item.place.words(), 0), item.place.span, item.code))


def _language_findings(tags: tuple[Tag, ...], shape: Mapping[str, Shape], language: Language) -> Iterator[WordFinding]:
    """What the tags say, apart from where they stand; tags that other rules have found broken are passed over."""
    yield from forbidden_syntax.check_statements(tags)
    unmatched = {found.tag for found in blocks(tags) if isinstance(found, Unmatched)}
    whole = tuple(tag for tag in tags if _is_readable(tag) and tag not in unmatched)
    try:
        source = tags_alone(whole)
        tree = language.parse(source.text)
    except TemplateSyntaxError:
        faults = list(syntax_error.check(whole, language))
        yield from faults
        source = tags_alone(tuple(tag for tag in whole if tag.place not in {fault.place for fault in faults}))
        try:
            tree = language.parse(source.text)
        except TemplateSyntaxError:  # a tag that opens a block was among the faulty
            return
    yield from forbidden_syntax.check(tree, source)
    yield from unknown_filter.check(tree, source, language)
    found = troubles(tree, shape)
    yield from unknown_name.check(found, source)
    yield from whole_list.check(found, source)


def _is_readable(tag: Tag) -> bool:
    known = tag.kind == "{{" or (tag.kind == "{%" and tag.word in forbidden_syntax.STATEMENTS)
    return known and typography.broken(tag) is None
