"""What can be changed in one place of the code, as trees of Python's own ``ast``."""

from __future__ import annotations

import ast
import builtins
import copy
import re
from collections.abc import Iterator
from functools import singledispatch
from typing import Any, TypeVar

N = TypeVar("N", bound=ast.AST)

SPEED = frozenset("batch_size select_related only cache lru_cache briefly".split())
"""What only decides how long something takes."""
PROSE = frozenset({"description", "json_schema_extra"})
"""What describes something to people."""
STRUCTURAL = frozenset({"property", "classmethod", "staticmethod", "dataclass"})
"""Decorators without which a function is something else altogether."""
UNHEARD = frozenset({"iterator", "select_for_update", "TypeVar", "zip"})
"""What is told these by name: how much is read at once, what only PostgreSQL heeds or
mypy, or nothing that is right."""

_PASSING = frozenset(
    "approved current distinct entries exclude filter latest newest of of_kind order_by "
    "readable withdrawn casefold lower upper strip lstrip rstrip removeprefix "
    "removesuffix replace translate union difference intersection".split()
)
"""Methods that return something of the same kind as what they are called on."""
_FUNCTIONS = {"any": "all", "all": "any", "min": "max", "max": "min"} | dict.fromkeys(
    ("sorted", "reversed", "set", "frozenset"), "list"
)
_COMPARISONS: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_NONE = ast.Constant(None)


@singledispatch
def variants(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what can stand in the place of ``node``."""
    yield from ()


def is_structural(decorator: ast.AST) -> bool:
    """Tell whether a function is something else altogether without its decorator."""
    names = {row.id for row in ast.walk(decorator) if isinstance(row, ast.Name)}
    return not names.isdisjoint(SPEED | STRUCTURAL)


def is_unheard(call: ast.Call) -> bool:
    """Tell whether no test can see what a function is told by name."""
    return ast.unparse(call.func).rpartition(".")[2] in UNHEARD


def _with(node: N, **fields: Any) -> N:
    """Return a copy of ``node`` in which these fields are others."""
    new = copy.copy(node)
    for name, value in fields.items():
        setattr(new, name, value)
    return new


def _without_one(rows: list[Any]) -> Iterator[tuple[Any, list[Any]]]:
    """Yield each row, and the others."""
    for place, row in enumerate(rows):
        yield row, [*rows[:place], *rows[place + 1 :]]


@variants.register
def _(node: ast.Compare) -> Iterator[ast.AST]:
    for place, op in enumerate(node.ops):
        swapped = _COMPARISONS[type(op)]()
        yield _with(node, ops=[*node.ops[:place], swapped, *node.ops[place + 1 :]])


@variants.register
def _(node: ast.BoolOp) -> Iterator[ast.AST]:
    for _row, rest in _without_one(node.values):
        yield _with(node, values=rest) if len(rest) > 1 else rest[0]


@variants.register
def _(node: ast.UnaryOp) -> Iterator[ast.AST]:
    yield node.operand


@variants.register
def _(node: ast.BinOp) -> Iterator[ast.AST]:
    yield node.left
    if not isinstance(node.op, ast.Mod):  # what is put into a sentence is none
        yield node.right


@variants.register
def _(node: ast.IfExp) -> Iterator[ast.AST]:
    yield node.body
    yield node.orelse


@variants.register
def _(node: ast.Call) -> Iterator[ast.AST]:
    yield from _with_other_arguments(node)
    match node:
        case ast.Call(func=ast.Attribute(value=value, attr=name)) if name in _PASSING:
            yield value
        case ast.Call(func=ast.Name(id=name), args=[_, *_]) if name in _FUNCTIONS:
            yield _with(node, func=ast.Name(_FUNCTIONS[name], ast.Load()))
        case ast.Call(func=ast.Attribute(ast.Constant(str(text)), "split") as split):
            for rest in _without_words(text):
                yield _with(node, func=_with(split, value=ast.Constant(rest)))
        case ast.Call(func=ast.Name(id="_names"), args=[ast.Constant(str(text))]):
            for rest in _without_words(text):
                yield _with(node, args=[ast.Constant(rest)])


def _with_other_arguments(node: ast.Call) -> Iterator[ast.AST]:
    name = ast.unparse(node.func)
    if is_unheard(node):
        return
    if not (name.endswith("Error") or hasattr(builtins, name)):
        for place, given in enumerate(node.args):
            if not isinstance(given, ast.Starred | ast.Constant):
                args = [*node.args[:place], _NONE, *node.args[place + 1 :]]
                yield _with(node, args=args)
    for row, rest in _without_one(node.keywords):
        if row.arg not in SPEED | PROSE:
            yield _with(node, keywords=rest)


def _without_words(text: str) -> Iterator[str]:
    for _word, rest in _without_one(text.split()):
        yield " ".join(rest)


@variants.register
def _(node: ast.Constant) -> Iterator[ast.AST]:
    match node.value:
        case bool():
            yield ast.Constant(not node.value)
        case int() | float():
            yield ast.Constant(node.value + 1)
        case str() if not _is_sentence(node):
            yield ast.Constant(f"XX{node.value}XX")


@variants.register
def _(node: ast.JoinedStr) -> Iterator[ast.AST]:
    if not any(map(_is_sentence, node.values)):
        yield ast.Constant("XX")


def _is_sentence(node: ast.expr) -> bool:
    """Tell whether this is a text for people: how it is worded is no rule."""
    match node:
        case ast.Constant(str(text)):
            return bool(re.search(r"\w \w|^ \w|\w $", text))
    return False


@variants.register(ast.List | ast.Set | ast.Tuple)
def _(node: ast.List | ast.Set | ast.Tuple) -> Iterator[ast.AST]:
    if len(node.elts) > 1 and not isinstance(getattr(node, "ctx", None), ast.Store):
        for _row, rest in _without_one(node.elts):
            yield _with(node, elts=rest)


@variants.register
def _(node: ast.Dict) -> Iterator[ast.AST]:
    for _row, rest in _without_one([*zip(node.keys, node.values, strict=True)]):
        keys, values = [row[0] for row in rest], [row[1] for row in rest]
        yield _with(node, keys=keys, values=values)


@variants.register
def _(node: ast.Subscript) -> Iterator[ast.AST]:
    """Leave out a condition that pydantic reads."""
    match node:
        case ast.Subscript(ast.Name("Annotated"), ast.Tuple([first, *rows])):
            for row, rest in _without_one(rows):
                if not _is_prose(row):
                    whole = ast.Tuple([first, *rest], ast.Load())
                    yield _with(node, slice=whole) if rest else first


def _is_prose(node: ast.expr) -> bool:
    """Tell whether ``node`` only describes something to people."""
    match node:
        case ast.Call(args=[], keywords=rows):
            return all(row.arg in PROSE for row in rows)
    return False


@variants.register
def _(node: ast.comprehension) -> Iterator[ast.AST]:
    for _row, rest in _without_one(node.ifs):
        yield _with(node, ifs=rest)


@variants.register(ast.If | ast.While)
def _(node: ast.If | ast.While) -> Iterator[ast.AST]:
    yield _with(node, test=ast.Constant(False))
    if isinstance(node, ast.If):
        yield _with(node, test=ast.Constant(True))


@variants.register
def _(node: ast.For) -> Iterator[ast.AST]:
    yield _with(node, iter=ast.Tuple([], ast.Load()))


@variants.register
def _(node: ast.Return) -> Iterator[ast.AST]:
    if node.value and not isinstance(node.value, ast.Constant):
        yield ast.Return(_NONE)


@variants.register(ast.Raise | ast.AugAssign | ast.Delete | ast.Break | ast.Continue)
def _(node: ast.stmt) -> Iterator[ast.AST]:
    yield ast.Pass()


@variants.register
def _(node: ast.Expr) -> Iterator[ast.AST]:
    if not isinstance(node.value, ast.Constant):
        yield ast.Pass()


@variants.register
def _(node: ast.Assign) -> Iterator[ast.AST]:
    if all(isinstance(row, ast.Attribute | ast.Subscript) for row in node.targets):
        yield ast.Pass()


@variants.register
def _(node: ast.ExceptHandler) -> Iterator[ast.AST]:
    yield _with(node, body=[ast.Raise()])


@variants.register(ast.FunctionDef | ast.ClassDef)
def _(node: ast.FunctionDef | ast.ClassDef) -> Iterator[ast.AST]:
    for row, rest in _without_one(node.decorator_list):
        if not is_structural(row):
            yield _with(node, decorator_list=rest)
