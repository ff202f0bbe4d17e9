"""The language of templates: a small part of Jinja that cannot run code, read files or grow without bound.

`rules/forbidden_syntax.py` lists the allowed syntax. This module is the second defence: Jinja's immutable sandbox, in
which values have only the keys of the data as attributes, and arithmetic has bounds.
"""

import operator
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any, NoReturn

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes, pass_context
from jinja2.runtime import Context, LoopContext, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from kehoach_cli.sandbox.package.escaping import ILLEGAL
from kehoach_cli.word.template.cell_shading import ShadedText
from kehoach_cli.word.template.chart_fields import ChartField
from kehoach_cli.word.template.filters import FILTERS, LONGEST_TEXT
from kehoach_cli.word.template.value_text import RefusedOperation, value_text

LOOP_NAMES = ("index", "index0", "first", "last", "length", "revindex", "revindex0", "previtem", "nextitem", "depth")
TESTS = (
    "defined", "undefined", "none", "even", "odd", "divisibleby", "boolean", "true", "false", "integer", "float",
    "number", "string", "mapping", "sequence", "iterable", "in", "eq", "equalto", "==", "ne", "!=", "lt", "lessthan",
    "<", "le", "<=", "gt", "greaterthan", ">", "ge", ">=", "upper", "lower",
)  # fmt: skip
LARGEST_NUMBER = 10**15
_BREAK = '</w:t><w:br/><w:t xml:space="preserve">'
_TAB = '</w:t><w:tab/><w:t xml:space="preserve">'


class MissingName(Exception):
    """A name that is not in the data; `known` are the names that exist there."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.known = known


class MissingValue(StrictUndefined):
    """The value of a missing name. Any use except `is defined` and `default` raises MissingName."""

    __slots__ = ()

    def _fail_with_undefined_error(self, *_: Any, **__: Any) -> NoReturn:
        owner = self._undefined_obj
        known = tuple(str(key) for key in owner) if isinstance(owner, Mapping) else ()
        raise MissingName(str(self._undefined_name), known)

    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __truediv__ = __rtruediv__ = (
        _fail_with_undefined_error
    )
    __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = __pos__ = __neg__ = __getitem__ = _fail_with_undefined_error
    __lt__ = __le__ = __gt__ = __ge__ = __int__ = __float__ = _fail_with_undefined_error
    __iter__ = __str__ = __len__ = __eq__ = __ne__ = __bool__ = __contains__ = __hash__ = _fail_with_undefined_error


class Language(ImmutableSandboxedEnvironment):
    """Jinja's environment for templates. Data are plain: text, numbers, yes/no, lists and mappings."""

    intercepted_binops = frozenset(("+", "-", "*", "/", "//", "%", "**"))
    intercepted_unops = frozenset(("+", "-"))

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=MissingValue, finalize=_markup, optimized=False, cache_size=0)
        self.globals = {"range": _range}
        self.filters = dict(FILTERS)
        self.tests = {name: test for name, test in self.tests.items() if name in TESTS}

    def parse(self, source: str, name: str | None = None, filename: str | None = None) -> nodes.Template:
        """Parse a template. A number of thousands of digits is a syntax error: Python does not read it."""
        try:
            return super().parse(source, name, filename)
        except ValueError as problem:
            raise TemplateSyntaxError(str(problem), 1) from None

    def getattr(self, obj: Any, attribute: str) -> Any:
        """Get a key of a mapping or one of LOOP_NAMES; never an attribute of a Python object.

        An entry that is not there (of an empty list, before the first) is None, and so is all that it would hold.
        """
        if obj is None:
            return None
        if isinstance(obj, MissingValue):
            obj._fail_with_undefined_error()
        if isinstance(obj, dict):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        if isinstance(obj, LoopContext) and attribute in LOOP_NAMES:
            value = getattr(obj, attribute)
            return None if isinstance(value, Undefined) else value
        return self.undefined(obj=None, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """Get a key of a mapping, or entries of a list or text by number or slice; None where it has no such entry."""
        if isinstance(obj, list | tuple | str) and isinstance(argument, int | slice):
            try:
                return obj[argument]
            except IndexError:
                return None
        return self.getattr(obj, str(argument))

    def is_safe_callable(self, obj: Any) -> bool:
        return obj is _range

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ARG002 - Jinja's signature
        """Calculate with numbers; `+` also joins texts and lists up to LONGEST_TEXT."""
        calculate = _ARITHMETIC.get(operator)
        if operator == "+" and type(left) is type(right) and isinstance(left, str | list):
            if len(left) + len(right) > LONGEST_TEXT:
                raise RefusedOperation("chuỗi hoặc danh sách dài quá một triệu")
            return left + right
        if calculate is None or not _is_number(left) or not _is_number(right):
            for side in (left, right):
                if isinstance(side, MissingValue):
                    side._fail_with_undefined_error()
            raise RefusedOperation(f"không tính được phép {operator} với giá trị không phải số")
        result = calculate(left, right)
        if not abs(result) <= LARGEST_NUMBER:  # `not` also catches NaN
            raise RefusedOperation("kết quả phép tính quá lớn")
        return result

    def call_unop(self, context: Any, operator: str, arg: Any) -> Any:
        if not _is_number(arg):
            raise RefusedOperation(f"không tính được phép {operator} với giá trị không phải số")
        return super().call_unop(context, operator, arg)


_ARITHMETIC: Mapping[str, Callable[[Any, Any], Any]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "%": operator.mod,
}


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float | Decimal) and not isinstance(value, bool)


def _range(*bounds: int) -> range:
    numbers = range(*bounds)
    if len(numbers) > 1000:
        raise RefusedOperation("range dài quá 1.000")
    return numbers


@pass_context  # so that Jinja does not write constants by itself when it compiles
def _markup(_context: Context, value: Any) -> Markup:
    """Convert a value to the document's XML: line breaks and tabs become Word's elements, a chart or shade its mark."""
    if isinstance(value, ChartField):
        return Markup(value.mark())  # noqa: S704 - nothing of the data is in it
    text = ILLEGAL.sub("", value_text(value))
    marked = str(escape(text))
    if "\n" in marked or "\t" in marked or "\r" in marked:
        marked = marked.replace("\r\n", "\n").replace("\r", "\n").replace("\n", _BREAK).replace("\t", _TAB)
    if isinstance(value, ShadedText):
        marked = value.mark + marked
    return Markup(marked)  # noqa: S704 - it has just been escaped


def descendants(node: nodes.Node) -> Iterator[nodes.Node]:
    """Yield the node and all nodes below it."""
    yield node
    for child in node.iter_child_nodes():
        yield from descendants(child)


def replace_concatenation(node: nodes.Node) -> None:
    """Replace `a ~ b` by the filter `join`, which limits the length; Jinja's own `~` does not."""
    for name, value in node.iter_fields():
        if isinstance(value, nodes.Node):
            replace_concatenation(value)
            if isinstance(value, nodes.Concat):
                setattr(node, name, _join_call(value))
        elif isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, nodes.Node):
                    replace_concatenation(item)
                    if isinstance(item, nodes.Concat):
                        value[index] = _join_call(item)


def _join_call(node: nodes.Concat) -> nodes.Filter:
    listed = nodes.List(node.nodes, lineno=node.lineno)
    return nodes.Filter(listed, "join", [], [], None, None, lineno=node.lineno)
