"""List all rules for Word files, by code, for `kehoach explain`."""

import inspect
from types import ModuleType
from typing import NamedTuple

from kehoach_cli.diagnostics import Severity
from kehoach_cli.sandbox.package.rules import (
    active_content,
    archive_size,
    field_codes,
    member_names,
    part_kinds,
    pictures,
    relationships,
    stopped,
    too_much,
    unknown_vocabulary,
    unreadable_file,
    unsafe_xml,
)
from kehoach_cli.word.form.form_check import RULES as FORM_RULES
from kehoach_cli.word.template.rules import (
    comments_and_changes,
    failed_expression,
    forbidden_syntax,
    hidden_tag,
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


class WordRule(NamedTuple):
    """One rule; `page` is its docstring: a title line, the reason, a wrong and a right example."""

    code: str
    severity: Severity
    page: str


def _rule(module: ModuleType) -> WordRule:
    return WordRule(module.CODE, module.SEVERITY, inspect.cleandoc(module.__doc__ or ""))


WORD_RULES: tuple[WordRule, ...] = tuple(
    _rule(module)
    for module in (
        unreadable_file,
        archive_size,
        member_names,
        part_kinds,
        relationships,
        field_codes,
        unsafe_xml,
        active_content,
        pictures,
        unknown_vocabulary,
        loose_delimiter,
        spaced_level,
        not_alone,
        typography,
        tracked_tag,
        hidden_tag,
        misplaced_tag,
        unbalanced_block,
        uneven_block,
        syntax_error,
        forbidden_syntax,
        unknown_filter,
        unknown_name,
        whole_list,
        comments_and_changes,
        failed_expression,
        too_much,
        stopped,
        *FORM_RULES,
    )
)
