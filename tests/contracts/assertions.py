"""Which tests can pass although they have looked at nothing.

An assertion is sure to be made unless it stands in a loop over what may be empty, or
under a condition; and it is sure to say something unless it speaks of all the members
of what may be empty.
"""

from __future__ import annotations

import ast
import importlib
from collections.abc import Sized
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

ROOT = Path(__file__).resolve().parents[1]
_ROWS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_AS_MANY = frozenset(
    {"dict", "enumerate", "list", "reversed", "set", "sorted", "tuple"}
)
_VIEWS = frozenset({"items", "keys", "split", "splitlines", "values"})
_NEVER_EMPTY = frozenset({"languages.codes", "range"})
_NOTHING = ("[]", "{}", "set()")
_DEEPEST = 3  # functions that call each other


def empty_handed(path: Path) -> Iterator[str]:
    """Yield the tests of a file that make assertions, none of which is sure to be."""
    module = Module.read(path)
    for name, function in module.functions.items():
        if name.startswith("test_"):
            found = list(module.assertions(function))
            if found and not any(found):
                yield f"{path.name}:{function.lineno} {name}"


def hardly_failing(path: Path) -> Iterator[str]:
    """Yield the assertions of a file that hold nearly whatever the product does."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Assert) and _hardly_fails(node.test):
            yield f"{path.name}:{node.lineno} {ast.unparse(node.test)}"


@dataclass(frozen=True, eq=False)
class Module:
    """What stands in a file of tests: its functions, and what its names stand for."""

    functions: dict[str, ast.FunctionDef]
    values: dict[str, ast.expr]
    imports: dict[str, tuple[str, str]] = field(default_factory=dict)

    @classmethod
    def read(cls, path: Path) -> Module:
        """Return what stands in the file at ``path``."""
        body = ast.parse(path.read_text(encoding="utf-8")).body
        return cls(
            functions={
                row.name: row for row in body if isinstance(row, ast.FunctionDef)
            },
            values=dict(_values(body)),
            imports={
                row.asname or row.name: (node.module or "", row.name)
                for node in body
                if isinstance(node, ast.ImportFrom)
                for row in node.names
            },
        )

    def assertions(self, function: ast.FunctionDef, depth: int = 0) -> Iterator[bool]:
        """Yield for each assertion of a function whether it is sure to say something."""
        known = {**self.values, **dict(_values(ast.walk(function)))}
        yield from self._in(function.body, known, depth, is_sure=True)

    def _in(
        self,
        body: Iterable[ast.stmt],
        known: dict[str, ast.expr],
        depth: int,
        *,
        is_sure: bool,
    ) -> Iterator[bool]:
        for row in body:
            match row:
                case ast.Assert(test=test):
                    yield is_sure and not self._is_of_all(test, known)
                case ast.For(iter=rows, body=inner):
                    sure = is_sure and self._is_full(rows, known)
                    yield from self._in(inner, known, depth, is_sure=sure)
                case ast.While(body=inner):
                    yield from self._in(inner, known, depth, is_sure=False)
                case ast.If(body=inner, orelse=other):
                    yield from self._in([*inner, *other], known, depth, is_sure=False)
                case ast.Try(body=inner, finalbody=last):
                    yield from self._in([*inner, *last], known, depth, is_sure=is_sure)
                case ast.With(items=items, body=inner):
                    if any("raises(" in ast.unparse(one) for one in items):
                        yield is_sure
                    yield from self._in(inner, known, depth, is_sure=is_sure)
                case ast.Expr() | ast.Assign() | ast.Return():
                    yield from self._called(row, depth, is_sure=is_sure)

    def _called(self, row: ast.stmt, depth: int, *, is_sure: bool) -> Iterator[bool]:
        """Yield the assertions of the functions that a statement calls."""
        for node in ast.walk(row):
            match node:
                case ast.Call(func=ast.Name(id=name)) if depth < _DEEPEST:
                    where = self._where(name)
                    if where:
                        found = where.assertions(where.functions[name], depth + 1)
                        yield from (is_sure and one for one in found)

    def _where(self, name: str) -> Module | None:
        """Return the module of our tests in which a function stands."""
        if name in self.functions:
            return self
        module, original = self.imports.get(name, ("", ""))
        if not module.startswith("tests.") or original != name:
            return None
        found = _module(module)
        return found if name in found.functions else None

    def _is_of_all(self, test: ast.expr, known: dict[str, ast.expr]) -> bool:
        """Tell whether ``test`` holds as well where there is nothing to speak of."""
        match test:
            case ast.Call(func=ast.Name(id="all"), args=[ast.GeneratorExp() as rows]):
                return not self._is_full(rows, known)
            case ast.UnaryOp(op=ast.Not(), operand=left):
                pass
            case ast.Compare(left=left, ops=[ast.Eq()], comparators=[right]) if (
                ast.unparse(right) in _NOTHING
            ):
                pass
            case _:
                return False
        match left:
            case ast.Name(id=name):
                left = known.get(name, left)
            case ast.Call(func=ast.Name(), args=[inner]):
                left = inner
        return isinstance(left, _ROWS) and not all(
            self._is_full(row.iter, known) for row in left.generators
        )

    def _is_full(self, node: ast.expr, known: dict[str, ast.expr]) -> bool:
        """Tell whether ``node`` can be seen to hold something."""
        match node:
            case ast.Name(id=name) if name in known:
                rest = {key: value for key, value in known.items() if key != name}
                return self._is_full(known[name], rest)
            case ast.Name(id=name) if name in self.imports:
                module, original = self.imports[name]
                value = getattr(importlib.import_module(module), original, None)
                return isinstance(value, Sized) and bool(len(value))
            case ast.List(elts=rows) | ast.Tuple(elts=rows) | ast.Set(elts=rows):
                starred = (row.value for row in rows if isinstance(row, ast.Starred))
                return any(not isinstance(row, ast.Starred) for row in rows) or any(
                    self._is_full(row, known) for row in starred
                )
        made_of = _made_of(node)
        return made_of is None or (
            bool(made_of) and all(self._is_full(row, known) for row in made_of)
        )


def _made_of(node: ast.expr) -> list[ast.expr] | None:
    """Return what must all hold something for ``node`` to; ``None`` if it surely does."""
    match node:
        case ast.BinOp(left=rows, op=ast.Add() | ast.BitOr()):
            return [rows]
        case ast.Call(func=ast.Name(id=name), args=[first, *_]) if name in _AS_MANY:
            return [first]
        case ast.Call(func=ast.Attribute(value=rows, attr=name)) if name in _VIEWS:
            return [rows]
        case ast.Call(
            func=ast.Name(id="zip") | ast.Attribute(attr="product"), args=rows
        ):
            return rows
        case ast.ListComp() | ast.SetComp() | ast.DictComp() | ast.GeneratorExp():
            rows = [row.iter for row in node.generators]
            return rows if not any(row.ifs for row in node.generators) else []
    return None if _is_there(node) else []


def _is_there(node: ast.expr) -> bool:
    """Tell whether ``node`` is something, and whatever it is, not nothing."""
    match node:
        case ast.Constant(value=value):
            return bool(value)
        case ast.Dict(keys=keys):
            return bool(keys)
        case ast.Name() | ast.Attribute() | ast.Subscript():
            return False
    return not isinstance(node, ast.Call) or ast.unparse(node.func) in _NEVER_EMPTY


def _values(body: Iterable[ast.AST]) -> Iterator[tuple[str, ast.expr]]:
    """Yield the names that are given a value once, with the value."""
    found: dict[str, ast.expr | None] = {}
    for row in body:
        match row:
            case ast.Assign(targets=[ast.Name(id=name)], value=value):
                found[name] = None if name in found else value
            case ast.AnnAssign(target=ast.Name(id=name), value=value) if value:
                found[name] = None if name in found else value
    yield from ((name, value) for name, value in found.items() if value)


@cache
def _module(name: str) -> Module:
    return Module.read(ROOT.parent.joinpath(*name.split(".")).with_suffix(".py"))


def _hardly_fails(test: ast.expr) -> bool:
    """Tell whether ``test`` lets this or that pass, or compares with itself."""
    match test:
        case ast.BoolOp(op=ast.Or()):
            return True
        case ast.Compare(left=left, ops=[ast.Eq()], comparators=[right]):
            return any(
                isinstance(part, ast.Subscript)
                and ast.unparse(part.value) == ast.unparse(left)
                for part in ast.walk(right)
            )
        case ast.Compare(ops=[ast.In()], comparators=[ast.Set(elts=rows)]):
            values = [row.value for row in rows if isinstance(row, ast.Constant)]
            statuses = [one for one in values if isinstance(one, int) and one >= 100]
            return len({one // 100 for one in statuses}) > 1
        case ast.Compare(ops=[ast.GtE()], comparators=[ast.Constant(value=0)]):
            return isinstance(test.left, ast.Call)
    return False
