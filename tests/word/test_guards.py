"""Each guard is needed: without it, an attack or a faulty template of the tests is not found.

A guard is a statement that gives a finding, or an entry in a list of dangers. Each test removes one guard from the
code; then at least one file with the guard's code must no longer give it. So a new rule needs a file that breaks it.
"""

import ast
import inspect
import sys
import textwrap
from collections.abc import Iterator
from functools import cache
from types import FunctionType, ModuleType
from typing import Any, NamedTuple

import pytest

from kehoach_cli.sandbox.package import archive, opening, xml
from kehoach_cli.sandbox.package.rules import (
    active_content,
    archive_size,
    field_codes,
    member_names,
    relationships,
    unreadable_file,
)
from kehoach_cli.sandbox.problems import TemplateProblem, WordFinding
from kehoach_cli.word.form import requirements
from kehoach_cli.word.form.form_check import RULES, check_form
from kehoach_cli.word.form.rules import other_rules
from kehoach_cli.word.template import filling, filters, language
from kehoach_cli.word.template.language import Language
from kehoach_cli.word.template.shapes import shape_of
from kehoach_cli.word.template.template_check import check_template
from tests.support.attacks import ATTACKS
from tests.support.attacks.language import JUST_TOO_MUCH
from tests.support.word_rules import WORD_RULES
from tests.support.wrong_forms import WRONG
from tests.word import test_template_check as faulty
from tests.word.test_attacks import CONTEXT

pytestmark = pytest.mark.slow

# It only words the finding better: without it, `zipfile` refuses the file.
ONLY_WORDS = (unreadable_file.check,)
# The child's limits, and faults found only while filling in: other tests cover them.
ELSEWHERE = {"KH831", "KH832", "KH833"}


class Sample(NamedTuple):
    """A file with a fault and its code. If `filled`, it is filled in after the check."""

    file: bytes
    code: str
    filled: bool


# Attacks in tags are not run without their guards: they might succeed.
HARMLESS = [name for name in ATTACKS if "language: " not in name or name.removeprefix("language: ") in JUST_TOO_MUCH]
SAMPLES = [
    *(Sample(ATTACKS[name].file, ATTACKS[name].code, filled=True) for name in HARMLESS),
    *(Sample(case.template, case.code, filled=False) for case in faulty.CASES.values()),
]


SHAPES = {True: shape_of(CONTEXT), False: faulty.SHAPE}


def _codes(sample: Sample) -> set[str]:
    """The codes found by checking the file and filling it in."""
    filling._prepared.cache_clear()
    try:
        package = opening.open_package(sample.file)
        found = check_template(package, SHAPES[sample.filled], Language()).findings
        if sample.filled and not found:
            filling.fill(sample.file, CONTEXT)
        return {finding.code for finding in found}
    except TemplateProblem as problem:
        return {finding.code for finding in problem.findings}


def _slips_through(sample: Sample) -> bool:
    try:
        return sample.code not in _codes(sample)
    except Exception:  # without its guard, later code may fail
        return True


class Guard(NamedTuple):
    """A guard of a function, by its number among the function's guards."""

    function: Any
    number: int
    statement: str
    code: str


class _Guards(ast.NodeTransformer):
    """Find the guards of a function, and remove guard number `wanted`."""

    def __init__(self, wanted: int = -1) -> None:
        self.wanted = wanted
        self.found: list[str] = []

    def _out(self, node: ast.AST, otherwise: ast.AST) -> ast.AST:
        self.found.append(ast.unparse(node).partition("\n")[0][:60])
        return ast.copy_location(otherwise, node) if len(self.found) - 1 == self.wanted else node

    def visit_Expr(self, node: ast.Expr) -> ast.AST:
        if isinstance(node.value, ast.Yield | ast.YieldFrom):
            return self._out(node, ast.parse("yield from ()").body[0])
        if "faults.append" in ast.unparse(node):
            return self._out(node, ast.Pass())
        return node

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.AST:
        return self._out(node, ast.Pass()) if ast.unparse(node.target) == "faults" else node

    def visit_Raise(self, node: ast.Raise) -> ast.AST:
        only_words = "không phải số" in ast.unparse(node)  # without it Python raises too, in English
        return node if only_words else self._out(node, ast.Pass())

    def visit_Return(self, node: ast.Return) -> ast.AST:
        given = node.value
        if isinstance(given, ast.IfExp) and ast.unparse(given.orelse).startswith(_MAKERS):
            return self._out(node, ast.Return(given.body))
        if isinstance(given, ast.Call) and ast.unparse(given.func).startswith(_MAKERS):
            return self._out(node, ast.Pass())
        return self.generic_visit(node)

    def visit_List(self, node: ast.List) -> ast.AST:
        for element in [element for element in node.elts if isinstance(element, ast.Starred)]:
            if self._out(element, ast.Pass()) is not element:
                node.elts.remove(element)
        return node


_MAKERS = ("_finding", "refusal", "WordFinding", "relationships.", "part_kinds.", "_wrong_target")


def _functions(module: ModuleType) -> Iterator[FunctionType]:
    for value in vars(module).values():
        if not inspect.isfunction(value) or value.__module__ != module.__name__ or value in ONLY_WORDS:
            continue
        if value.__annotations__["return"] is not WordFinding:  # it only words a finding: its caller is the guard
            yield value


def _parsed(function: Any) -> ast.Module:
    return ast.parse(textwrap.dedent(inspect.getsource(function)))


def _rule_modules() -> Iterator[ModuleType]:
    """The rules of templates."""
    for name, module in sorted(sys.modules.items()):
        if name.startswith("kehoach_cli.word.template.rules.") and module.CODE not in ELSEWHERE:
            yield module


def _guards() -> Iterator[Guard]:
    places = [
        *((function, module.CODE) for module in _rule_modules() for function in _functions(module)),
        *((function, "") for module in (opening, archive, xml) for function in _functions(module)),
        *(
            (function, "KH831")
            for function in (language._range, Language.call_binop, filters._check_length, filters._round)
        ),
    ]
    for function, code in places:
        guards = _Guards()
        guards.visit(_parsed(function))
        for number, statement in enumerate(guards.found):
            yield Guard(function, number, statement, code)


GUARDS = list(_guards())


@cache
def _samples(code: str) -> list[Sample]:
    return [sample for sample in SAMPLES if sample.code and code in ("", sample.code)]


def test_every_sample_is_seen() -> None:
    assert [sample.code for sample in SAMPLES if sample.code and _slips_through(sample)] == []


def test_every_rule_has_a_sample() -> None:
    rules = {rule.CODE for rule in WORD_RULES if rule.CODE < "KH85"}
    assert rules - {sample.code for sample in SAMPLES} == {"KH833"}


def _take_out(guard: Guard, monkeypatch: pytest.MonkeyPatch) -> None:
    tree = ast.fix_missing_locations(_Guards(guard.number).visit(_parsed(guard.function)))
    scope = dict(guard.function.__globals__)
    exec(compile(tree, "<without a guard>", "exec"), scope)  # noqa: S102 - our own function without one statement
    changed: FunctionType = scope[guard.function.__name__]
    monkeypatch.setattr(guard.function, "__code__", changed.__code__)


def _name(guard: Guard) -> str:
    return f"{guard.function.__module__.rpartition('.')[2]}-{guard.function.__qualname__}-{guard.statement}"


@pytest.mark.parametrize("guard", GUARDS, ids=_name)
def test_without_a_guard_something_slips_through(guard: Guard, monkeypatch: pytest.MonkeyPatch) -> None:
    _take_out(guard, monkeypatch)
    assert any(map(_slips_through, _samples(guard.code)))


def _form_guards() -> Iterator[Guard]:
    """The statements of the form's rules that give a finding; those of `requirements` serve several rules."""
    for module in (*RULES, other_rules, requirements):
        for function in _functions(module):
            guards = _Guards()
            guards.visit(_parsed(function))
            for number, statement in enumerate(guards.found):
                yield Guard(function, number, statement, getattr(module, "CODE", ""))


@cache
def _form_faults(code: str) -> dict[bytes, list[WordFinding]]:
    made = (case.bytes() for case in WRONG.values() if code in ("", case.code))
    return {document: check_form(document) for document in made}


@pytest.mark.parametrize("guard", list(_form_guards()), ids=_name)
def test_without_a_guard_of_the_form_a_fault_is_missed(guard: Guard, monkeypatch: pytest.MonkeyPatch) -> None:
    faults = _form_faults(guard.code)
    _take_out(guard, monkeypatch)
    assert any(_found(document) != findings for document, findings in faults.items())


def _found(document: bytes) -> list[WordFinding]:
    try:
        return check_form(document)
    except Exception:  # without its guard, later code may fail
        return []


class _Everything:
    """An allow-list that contains everything."""

    def __contains__(self, _: object) -> bool:
        return True


def _changes() -> Iterator[tuple[str, ModuleType, str, object]]:
    """Yield an id, module, name and new value: lists without one entry, limits without effect."""
    for name in active_content.ELEMENTS:
        left = {key: value for key, value in active_content.ELEMENTS.items() if key != name}
        yield f"ELEMENTS {name}", active_content, "ELEMENTS", left
    for name in sorted(active_content.OUTWARD):
        yield f"OUTWARD {name}", active_content, "OUTWARD", active_content.OUTWARD - {name}
    for module in (archive_size, member_names):
        for name in vars(module):
            if name.startswith(("MAX_", "_LONGEST")):
                yield name, module, name, sys.maxsize
    for name in archive_size.Limits._fields:
        limits = archive_size.LIMITS["word"]._replace(**{name: sys.maxsize})
        yield f"LIMITS {name}", archive_size, "LIMITS", {"word": limits}
    for name in ("ALLOWED", "_ALONE"):
        yield name, field_codes, name, _Everything()


CHANGES = list(_changes())


@pytest.mark.parametrize("change", CHANGES, ids=[item[0] for item in CHANGES])
def test_without_an_entry_or_a_bound_something_slips_through(
    change: tuple[str, ModuleType, str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, module, name, value = change
    monkeypatch.setattr(module, name, value)
    assert any(map(_slips_through, _samples(module.CODE)))


JUDGES = [
    (active_content, "is_safe"),
    (field_codes, "is_safe"),
    (field_codes, "is_inert"),
    (relationships, "is_inert"),
    (opening, "is_safe"),
]


@pytest.mark.parametrize(("module", "judge"), JUDGES)
def test_without_a_judge_of_addresses_something_slips_through(
    module: ModuleType, judge: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, judge, lambda _: True)
    assert any(map(_slips_through, _samples(getattr(module, "CODE", "KH805"))))
