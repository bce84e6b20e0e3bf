"""Changes functions where they are, in copies of a process that has read everything."""

from __future__ import annotations

import gc
import json
import shutil
import time
from collections import defaultdict
from functools import lru_cache
from pathlib import Path
from types import CodeType, FunctionType
from typing import TYPE_CHECKING, Any

import coverage
import pytest

from tests.mutation.forks import in_copies

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import TextIO

    from tests.mutation.mutants import Mutant

_Cache = type(lru_cache(len))
NOT_HERE = 3
"""The answer of a copy in which a function cannot be changed while it is there.

So it is, too, where no test comes by: it may have run while its module was imported.
"""
_AT_LEAST, _PATIENCE = 20.0, 8  # seconds, and so many times as long as without a change
_LATELY = 5
"""What noticed so many of the last changes of a function, and of a file, comes first."""


class Warm:
    """A plugin of pytest that runs its tests once for each change."""

    def __init__(self, mutants: Sequence[Mutant], told: TextIO, most: int) -> None:
        self._mutants, self._told, self._most = mutants, told, most
        self._failed: list[str] = []

    def pytest_configure(self, config: pytest.Config) -> None:
        """Let the database of this process be that of all its copies."""
        config.pluginmanager.register(_NoDatabase())

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note what failed."""
        if report.failed:
            self._failed.append(report.nodeid)

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run the tests as they are, then some of them for each change."""
        self._database = _make_database(session.config)
        self._noticing = self._database.with_suffix(".noticing")
        self._noticing.touch()
        try:
            self._seen = self._run_as_they_are(session.items)
            _read_dictionaries()
            self._functions = _functions()
            gc.freeze()
            for mutant, status in in_copies(self._tasks(), self._run_changed):
                self._told.write(f"{status} {mutant.name}\n")
                self._told.flush()
        finally:
            self._database.unlink()
            self._noticing.unlink()
        return True

    def _run_as_they_are(self, items: Sequence[pytest.Item]) -> _Seen:
        """Return what each test comes by, from a copy, which leaves nothing behind."""
        report = self._database.with_suffix(".json")
        list(in_copies([(report, 3600.0)], lambda *_: self._look(report, items)))
        failed, seconds, lines = json.loads(report.read_text(encoding="utf-8"))
        report.unlink()
        if failed:
            raise pytest.UsageError(f"Without any change this fails: {failed}")
        return _Seen(items, seconds, lines)

    def _look(self, report: Path, items: Sequence[pytest.Item]) -> int:
        """Write down which lines each test comes by, and how long it takes."""
        self._use_own_database(report.with_suffix(".copy"))
        paths = sorted({str(row.path.absolute()) for row in self._mutants})
        cov = coverage.Coverage(data_file=None, config_file=False, include=paths)
        seconds = []
        caches = _caches(paths)
        cov.start()
        for place, item in enumerate(items):
            for one in caches:  # what is remembered would come by no line again
                one.cache_clear()
            cov.switch_context(str(place))
            started = time.perf_counter()
            _run(item, items[place + 1 : place + 2])
            seconds.append(time.perf_counter() - started)
        cov.stop()
        lines = {path: cov.get_data().contexts_by_lineno(path) for path in paths}
        report.write_text(json.dumps([self._failed, seconds, lines]), encoding="utf-8")
        return 0

    def _tasks(self) -> Iterator[tuple[Mutant, float]]:
        for mutant in self._mutants:
            seconds = sum(self._seen.seconds[row] for row in self._seen.by(mutant))
            yield mutant, _AT_LEAST + seconds * _PATIENCE

    def _run_changed(self, mutant: Mutant, folder: Path) -> int:
        """Return 0 if no test fails."""
        assert mutant.function
        places = self._in_order(mutant)
        if not places:
            return NOT_HERE
        code = _found(mutant.code(), *mutant.function)
        try:
            for function in self._functions[mutant.path.absolute(), *mutant.function]:
                function.__code__ = code
        except ValueError:  # it knows other names of what is around it
            return NOT_HERE
        self._use_own_database(folder / "db.sqlite3")
        for count, place in enumerate(places):
            following = [self._seen.items[row] for row in places[count + 1 : count + 2]]
            _run(self._seen.items[place], following)
            if self._failed:
                with self._noticing.open("a", encoding="utf-8") as file:
                    file.write(f"{place} {mutant.path} {mutant.place}\n")
                return 1
        return 0

    def _in_order(self, mutant: Mutant) -> list[int]:
        """Return the tests to run: first what lately noticed changes near this one.

        Then come those that bear the name of the file, and of many more only some.
        """
        places = self._seen.by(mutant)
        name = f"test_{mutant.path.stem}.py"
        named = [row for row in places if self._seen.items[row].path.name == name]
        lately = [int(row) for row in self._lately(mutant)]
        known = dict.fromkeys(row for row in [*lately, *named] if row in places)
        others = [row for row in places if row not in known]
        return [*known, *others[:: len(others) // self._most + 1]][: self._most]

    def _lately(self, mutant: Mutant) -> Iterator[str]:
        """Yield what noticed the last changes of the same function, and of its file."""
        text = self._noticing.read_text(encoding="utf-8")
        rows = [row.split(" ", 2) for row in reversed(text.splitlines())]
        here = [row for row in rows if row[1] == str(mutant.path)]
        ours = [row for row in here if row[2] == mutant.place]
        yield from dict.fromkeys(row[0] for row in [*ours[:_LATELY], *here[:_LATELY]])

    def _use_own_database(self, path: Path) -> None:
        from django.db import connection

        connection.settings_dict["NAME"] = str(shutil.copy(self._database, path))


class _NoDatabase:
    @pytest.fixture(scope="session")
    @staticmethod
    def django_db_setup() -> None:
        """Leave the database as it is: there is one already."""


class _Seen:
    """Which tests come by which lines; tests are called by their place in the run."""

    def __init__(
        self, items: Sequence[pytest.Item], seconds: Sequence[float], lines: Any
    ) -> None:
        self.items, self.seconds, self._lines = items, seconds, lines
        self._of_file = defaultdict(list)
        for place, item in enumerate(items):
            self._of_file[item.path].append(place)

    def by(self, mutant: Mutant) -> list[int]:
        """Return the tests that come by the statement, the quickest files first.

        What a fixture did for a whole file is seen with the first test of it alone.
        """
        lines = self._lines[str(mutant.path.absolute())]
        places = {int(row) for line in mutant.lines for row in lines.get(str(line), ())}
        for place in list(places):
            if "starter_glossary" in getattr(self.items[place], "fixturenames", ()):
                places.update(self._of_file[self.items[place].path])
        cost: dict[Path, float] = defaultdict(float)
        for place in places:
            cost[self.items[place].path] += self.seconds[place]
        return sorted(places, key=lambda row: (cost[self.items[row].path], row))


def _run(item: pytest.Item, following: Sequence[pytest.Item]) -> None:
    item.config.hook.pytest_runtest_protocol(
        item=item, nextitem=following[0] if following else None
    )


def _make_database(config: pytest.Config) -> Path:
    from django.db import connection, connections
    from django.test.utils import setup_databases
    from pytest_django.plugin import blocking_manager_key

    with config.stash[blocking_manager_key].unblock():
        setup_databases(verbosity=0, interactive=False)
        connections.close_all()
    return Path(connection.settings_dict["NAME"])


def _read_dictionaries() -> None:
    """Read once what each copy would read for itself, in most of its time."""
    from glossary import languages
    from glossary.languages.dictionary import lemma_of

    for lang in languages.codes():
        lemma_of(lang, "word")


def _functions() -> dict[tuple[Path, int, str], list[FunctionType]]:
    """Return the functions of the glossary by where their code stands."""
    found = defaultdict(list)
    for one in gc.get_objects():
        # What only says that it is a function may be one of Django's lazy objects.
        if type(one) is FunctionType and "/glossary/" in one.__code__.co_filename:
            code = one.__code__
            found[Path(code.co_filename), code.co_firstlineno, code.co_name].append(one)
    return found


def _caches(paths: Sequence[str]) -> list[Any]:
    """Return the functions of these files that remember what they returned."""
    return [
        one
        for one in gc.get_objects()
        if type(one) is _Cache
        and getattr(one.__wrapped__, "__code__", None)
        and one.__wrapped__.__code__.co_filename in paths
    ]


def _found(code: CodeType, line: int, name: str) -> CodeType:
    """Return the code of a function inside that of its module."""
    waiting = [code]
    while (code.co_firstlineno, code.co_name) != (line, name):
        code = waiting.pop()
        waiting += [row for row in code.co_consts if isinstance(row, CodeType)]
    return code
