"""Changes what runs while modules are imported, in copies that have not imported them."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from importlib.abc import Loader, MetaPathFinder
from importlib.util import spec_from_loader
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from types import ModuleType

    from tests.mutation.mutants import Mutant

OPTIONS = (
    "-x -q --tb=no --assert=plain --capture=no -p no:cacheprovider -p no:randomly "
    "-m not(browser) --hypothesis-seed=0 -o faulthandler_timeout=0"
).split()


_SHARED = "django.db.models django.http django.template django.test hypothesis nh3 orjson pydantic yaml"


def read_what_is_shared() -> None:
    """Import once what each copy would import for itself: what others have written."""
    for name in _SHARED.split():
        importlib.import_module(name)
    gc.freeze()


def run_changed(mutant: Mutant, tests: Sequence[str]) -> int:
    """Return 0 if no test fails."""
    sys.dont_write_bytecode = False  # of all but the module that is changed
    sys.meta_path.insert(0, _Changed(mutant))
    return int(pytest.main([*OPTIONS, *tests], plugins=[_Leaving()]))


class _Leaving:
    """Ends the process without the care for what is thrown away with it."""

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, exitstatus: int) -> None:
        os._exit(exitstatus)


class _Changed(MetaPathFinder, Loader):
    """Finds one module, as it is after the change."""

    def __init__(self, mutant: Mutant) -> None:
        self._mutant = mutant
        self._file = mutant.path.absolute()
        parts = mutant.path.with_suffix("").parts
        self._is_package = parts[-1] == "__init__"
        self._name = ".".join(parts[:-1] if self._is_package else parts)

    def find_spec(
        self, fullname: str, path: object, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        """Return where the module is, if it is this one."""
        if fullname != self._name:
            return None
        file = str(self._file)
        return spec_from_loader(
            fullname, self, origin=file, is_package=self._is_package
        )

    def exec_module(self, module: ModuleType) -> None:
        """Run the code of the module, with the change."""
        module.__file__ = str(self._file)
        if self._is_package:
            module.__path__ = [str(self._file.parent)]
        exec(self._mutant.code(), module.__dict__)  # noqa: S102 (our own code)
