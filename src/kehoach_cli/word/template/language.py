"""The language of templates: a small part of Jinja, with nothing in it that runs, reads or grows without bound.

What a template may say is a list of allowed syntax (`rules/forbidden_syntax.py`). This is the second line: an
immutable sandbox in which values have no attributes but the keys of the data, and arithmetic has bounds.
"""

import operator
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any, NoReturn

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from kehoach_cli.sandbox.package.xml import ILLEGAL
from kehoach_cli.word.template.chart_fields import ChartField
from kehoach_cli.word.template.filters import FILTERS, LONGEST_TEXT
from kehoach_cli.word.template.printing import Refused, said

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
    """A name that the data do not have; `known` are the names that could have stood there."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(name)
        self.name = name
        self.known = known


class Missing(StrictUndefined):
    """What a name stands for that the data do not have: any use of it but `is defined` and `default` stops."""

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
    """Jinja's environment for templates. Values go in as plain data: text, numbers, yes/no, lists and mappings."""

    intercepted_binops = frozenset(("+", "-", "*", "/", "//", "%", "**"))
    intercepted_unops = frozenset(("+", "-"))

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=Missing, finalize=_markup, optimized=False, cache_size=0)
        self.globals = {"range": _range}
        self.filters = dict(FILTERS)
        self.tests = {name: test for name, test in self.tests.items() if name in TESTS}

    def parse(self, source: str, name: str | None = None, filename: str | None = None) -> nodes.Template:
        """The tree of a template. A number of thousands of digits is bad syntax: Python reads none."""
        try:
            return super().parse(source, name, filename)
        except ValueError as problem:
            raise TemplateSyntaxError(str(problem), 1) from None

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A key of a mapping, or one of the loop's own names; never an attribute of a Python object."""
        if isinstance(obj, Missing):
            obj._fail_with_undefined_error()
        if isinstance(obj, dict):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        if isinstance(obj, LoopContext) and attribute in LOOP_NAMES:
            return getattr(obj, attribute)
        return self.undefined(obj=None, name=attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """A key of a mapping, or an entry of a list by its number or a slice."""
        if isinstance(obj, list | tuple | str) and isinstance(argument, int | slice):
            try:
                return obj[argument]
            except IndexError:
                return self.undefined(obj=None, name=str(argument))
        return self.getattr(obj, str(argument))

    def is_safe_callable(self, obj: Any) -> bool:
        return obj is _range

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:  # noqa: ARG002 - Jinja's signature
        """Arithmetic on numbers, and `+` on texts and lists of bounded length."""
        calculate = _ARITHMETIC.get(operator)
        if operator == "+" and type(left) is type(right) and isinstance(left, str | list):
            if len(left) + len(right) > LONGEST_TEXT:
                raise Refused("chuỗi hoặc danh sách dài quá một triệu")
            return left + right
        if calculate is None or not _is_number(left) or not _is_number(right):
            for side in (left, right):
                if isinstance(side, Missing):
                    side._fail_with_undefined_error()
            raise Refused(f"không tính được phép {operator} với giá trị không phải số")
        result = calculate(left, right)
        if not abs(result) <= LARGEST_NUMBER:  # NaN is neither larger nor smaller
            raise Refused("kết quả phép tính quá lớn")
        return result

    def call_unop(self, context: Any, operator: str, arg: Any) -> Any:
        if not _is_number(arg):
            raise Refused(f"không tính được phép {operator} với giá trị không phải số")
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
        raise Refused("range dài quá 1.000")
    return numbers


def _markup(value: Any) -> Markup:
    """What a value becomes in the document's XML; breaks and tabs become Word's own, a chart its mark."""
    if isinstance(value, ChartField):
        return Markup(value.mark())  # noqa: S704 - nothing of the data is in it
    text = ILLEGAL.sub("", said(value))
    marked = str(escape(text))
    if "\n" in marked or "\t" in marked or "\r" in marked:
        marked = marked.replace("\r\n", "\n").replace("\r", "\n").replace("\n", _BREAK).replace("\t", _TAB)
    return Markup(marked)  # noqa: S704 - it has just been escaped


def descendants(node: nodes.Node) -> Iterator[nodes.Node]:
    """The node and all below it."""
    yield node
    for child in node.iter_child_nodes():
        yield from descendants(child)


def without_concatenation(node: nodes.Node) -> None:
    """Make `a ~ b` a call of a filter that says how long a text may become: Jinja's own joins without asking."""
    for name, value in node.iter_fields():
        if isinstance(value, nodes.Node):
            without_concatenation(value)
            if isinstance(value, nodes.Concat):
                setattr(node, name, _joining(value))
        elif isinstance(value, list):
            for index, item in enumerate(value):
                if isinstance(item, nodes.Node):
                    without_concatenation(item)
                    if isinstance(item, nodes.Concat):
                        value[index] = _joining(item)


def _joining(node: nodes.Concat) -> nodes.Filter:
    listed = nodes.List(node.nodes, lineno=node.lineno)
    return nodes.Filter(listed, "join", [], [], None, None, lineno=node.lineno)
