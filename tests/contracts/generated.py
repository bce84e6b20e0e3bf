"""A client that a generator of other people made from the OpenAPI document."""

from __future__ import annotations

import importlib
import inspect
import json
import subprocess
import sys
import typing
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx

from glossary.api.openapi import DOCUMENT

if TYPE_CHECKING:
    from types import ModuleType

    from tests.site import Site

NAME = "generated_glossary_client"
_CONFIG = {"project_name_override": NAME, "post_hooks": []}
_PYTHON_WORDS = {"in": "in_", "format": "format_", "from": "from_"}


def generate(folder: Path) -> Path:
    """Make the client in a folder, with nothing left out; return where it is."""
    config = folder / "config.json"
    config.write_text(json.dumps(_CONFIG))
    made = folder / NAME
    command = [sys.executable, "-m", "openapi_python_client", "generate"]
    options = [f"--path={DOCUMENT}", f"--config={config}", f"--output-path={made}"]
    told = subprocess.run(
        [*command, *options, "--meta=none"],
        check=True,
        capture_output=True,
        text=True,
        cwd=folder,
    )
    warnings = [
        line for line in (told.stdout + told.stderr).splitlines() if "WARNING" in line
    ]
    # It can send JSON alone; everything else it must understand.
    assert warnings == [
        f"WARNING parsing POST /api/v1/{name}/ within texts."
        for name in ("annotate", "check")
    ], told.stdout + told.stderr
    return made


class Client:
    """The client, asking the whole application without a network."""

    def __init__(self, site: Site) -> None:
        made = importlib.import_module(f"{NAME}.client")

        def answer(request: httpx.Request) -> httpx.Response:
            headers: dict[str, Any] = {
                name.replace("-", "_"): value
                for name, value in request.headers.items()
                if name in {"accept-language", "content-type", "if-none-match"}
            }
            given = site.ask(
                request.method, str(request.url), body=request.read(), **headers
            )
            return httpx.Response(
                given.status, headers=given.headers, content=given.raw
            )

        self._client = made.Client(
            base_url="http://testserver",
            httpx_args={"transport": httpx.MockTransport(answer)},
            raise_on_unexpected_status=True,
        )

    def call(self, tag: str, name: str, **values: Any) -> Any:
        """Call an operation with these values; return status, object and body."""
        module = importlib.import_module(f"{NAME}.api.{tag}.{name}")
        hints = typing.get_type_hints(module._get_kwargs)
        given = {
            _PYTHON_WORDS.get(key, key): _typed(
                hints[_PYTHON_WORDS.get(key, key)], value
            )
            for key, value in values.items()
        }
        return module.sync_detailed(client=self._client, **given)


def models() -> ModuleType:
    """Return the classes of the client."""
    return importlib.import_module(f"{NAME}.models")


def _typed(hint: Any, value: Any) -> Any:
    """Return a value as the client wants it: a member of a list, or an object."""
    if isinstance(value, list):
        (kind,) = typing.get_args(_list_in(hint))
        return [_typed(kind, one) for one in value]
    if isinstance(value, dict):
        for kind in _each(hint):
            if inspect.isclass(kind) and hasattr(kind, "from_dict"):
                try:
                    return kind.from_dict(value)
                except KeyError:
                    continue
    for kind in _each(hint):
        if inspect.isclass(kind) and issubclass(kind, Enum):
            return kind(value)
    return value


def _each(hint: Any) -> tuple[Any, ...]:
    return typing.get_args(hint) or (hint,)


def _list_in(hint: Any) -> Any:
    kinds = (hint, *_each(hint))
    return next(one for one in kinds if getattr(one, "__origin__", None) is list)
