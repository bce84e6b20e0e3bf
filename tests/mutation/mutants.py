"""Changes in one place of a file, each with a name that lasts while others come."""

from __future__ import annotations

import ast
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tests.mutation.operators import PROSE, is_structural, is_unheard, variants

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import CodeType

_AROUND = 24  # signs of what stays the same, to know a change by
_Scope = ast.FunctionDef | ast.ClassDef
_EITHER_OR = ast.Eq | ast.NotEq | ast.Is | ast.IsNot | ast.In | ast.NotIn


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a node stands in its tree: in a field, or in a list of its parent."""

    parent: ast.AST
    field: str
    place: int | None = None

    def put(self, node: ast.AST) -> None:
        """Let ``node`` stand there."""
        if self.place is None:
            setattr(self.parent, self.field, node)
        else:
            getattr(self.parent, self.field)[self.place] = node


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change; ``lines`` are those of its statement, ``function`` the outermost one.

    There is no function around what runs while the module is imported.
    """

    path: Path
    place: str
    change: str
    lines: range
    function: tuple[int, str] | None
    tree: ast.Module
    spot: Spot
    new: ast.AST

    @property
    def name(self) -> str:
        """What it is called in the list of survivors."""
        return f"{self.path.as_posix()} {self.place}: {self.change}"

    def code(self) -> CodeType:
        """Return the code of the module with the change, which stays in the tree."""
        self.spot.put(self.new)
        tree = ast.fix_missing_locations(self.tree)
        return compile(tree, str(self.path.absolute()), "exec", dont_inherit=True)


def mutants_of(path: Path) -> list[Mutant]:
    """Return every change of a file, each name once."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    times: Counter[str] = Counter()
    found = []
    for one in _Walk(path, tree).within(tree):
        times[one.name] += 1
        again = f" ({times[one.name]})" if times[one.name] > 1 else ""
        found.append(replace(one, change=one.change + again))
    return found


class _Walk:
    """Goes through a file, and knows where it is."""

    def __init__(self, path: Path, tree: ast.Module) -> None:
        self._path, self._tree = path, tree
        self._scopes: list[_Scope] = []
        self._lines = range(0)
        self._is_type = self._is_head = False

    def within(self, node: ast.AST) -> Iterator[Mutant]:
        """Yield the changes of everything in ``node``."""
        for field, value in ast.iter_fields(node):
            if isinstance(value, ast.AST):
                yield from self._at(Spot(node, field), value)
            elif isinstance(value, list):
                for place, child in enumerate(value):
                    if isinstance(child, ast.AST):
                        yield from self._at(Spot(node, field, place), child)

    def _at(self, spot: Spot, child: ast.AST) -> Iterator[Mutant]:
        """Yield the changes of ``child`` and of everything in it."""
        before = self._lines, self._is_type, self._is_head
        self._is_type |= spot.field in {"annotation", "returns"}
        self._is_head |= spot.field == "decorator_list" or isinstance(
            child, ast.arguments
        )
        if self._says_something(spot, child):
            if isinstance(child, ast.stmt):
                self._lines = _header(child)
            if not self._is_covered(spot, child):
                for new in variants(child):
                    yield self._mutant(spot, child, new)
            if isinstance(child, _Scope):
                self._scopes.append(child)
            yield from self.within(child)
            if isinstance(child, _Scope):
                self._scopes.pop()
        self._lines, self._is_type, self._is_head = before

    def _says_something(self, spot: Spot, child: ast.AST) -> bool:
        """Tell whether what is in ``child`` is read while the program runs."""
        match spot.parent, child:
            case ast.keyword(arg=name), _:
                return name not in PROSE
            case ast.Call() as call, ast.keyword():
                return not is_unheard(call)
            case (
                (_, ast.If(test=ast.Name("TYPE_CHECKING")))
                | (_, ast.Assign(targets=[ast.Name("__all__")]))
                | (ast.JoinedStr(), _)
                | (ast.Expr(), ast.Constant())
                | (ast.Call(func=ast.Name("_" | "TypeVar" | "cast")), _)
            ):
                return False
        is_of_shape = spot.field == "decorator_list" and is_structural(child)
        return not is_of_shape and not (self._is_type and self._function())

    def _is_covered(self, spot: Spot, child: ast.AST) -> bool:
        """Tell whether a change around ``child`` is noticed where one of it would be."""
        match spot.parent, child:
            case ast.If() | ast.While(), ast.UnaryOp() if spot.field == "test":
                return True
            case ast.If() | ast.While(), ast.Compare(ops=[op]) if spot.field == "test":
                return isinstance(op, _EITHER_OR)
            case ast.Subscript(value=ast.Name(id=name)), ast.Tuple():
                return name != "Literal"
            case (
                ast.Assign() | ast.Return() | ast.Yield() | ast.Subscript(),
                ast.Tuple(),
            ):
                return True
        return self._is_type and isinstance(child, ast.BinOp)

    def _mutant(self, spot: Spot, old: ast.AST, new: ast.AST) -> Mutant:
        return Mutant(
            path=self._path,
            place=".".join(scope.name for scope in self._scopes) or "-",
            change=_change(old, ast.copy_location(new, old)),
            lines=self._lines,
            function=None if self._is_head else self._function(),
            tree=self._tree,
            spot=spot,
            new=new,
        )

    def _function(self) -> tuple[int, str] | None:
        """Return the first line and the name of the outermost function around."""
        for scope in self._scopes:
            if isinstance(scope, ast.FunctionDef):
                lines = [scope.lineno, *(row.lineno for row in scope.decorator_list)]
                return min(lines), scope.name
        return None


def _header(node: ast.stmt) -> range:
    """Return the lines of a statement, without those of the statements in it."""
    match getattr(node, "body", None):
        case [ast.stmt(lineno=line), *_]:
            return range(node.lineno, max(line, node.lineno + 1))
    return range(node.lineno, (node.end_lineno or node.lineno) + 1)


def _change(old: ast.AST, new: ast.AST) -> str:
    """Return what was and what is, as far as they differ."""
    was, now = _shown(old), _shown(new)
    head = max(0, _alike(was, now) - _AROUND)
    tail = _alike(was[head:][::-1], now[head:][::-1]) - _AROUND
    cut = slice(head, -tail if tail > 0 else None)
    dots = "…" if head else ""
    return f"{dots}{was[cut]} → {dots}{now[cut]}".replace("\n", " ")


def _alike(one: str, other: str) -> int:
    """Return how many signs the beginnings of two texts have in common."""
    pairs = enumerate(zip(one, other, strict=False))
    differing = (place for place, (a, b) in pairs if a != b)
    return next(differing, min(len(one), len(other)))


def _shown(node: ast.AST) -> str:
    """Return the first line of a node as it is written."""
    match node:
        case ast.comprehension():
            return "".join(f" if {ast.unparse(row)}" for row in node.ifs)
        case ast.If() | ast.While():
            return f"{type(node).__name__.lower()} {ast.unparse(node.test)}"
        case ast.For():
            return f"for {ast.unparse(node.target)} in {ast.unparse(node.iter)}"
        case ast.FunctionDef() | ast.ClassDef():
            rows = "".join(f"@{ast.unparse(row)} " for row in node.decorator_list)
            return f"{rows}{node.name}"
    return ast.unparse(node)
