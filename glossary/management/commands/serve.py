"""Makes the database ready and serves the site: one command, nothing asked."""

from __future__ import annotations

import os
import socket
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import Error

from glossary.doors import has_own_host
from glossary.management.first_account import place_to_sign_in
from glossary.management.starting import make_ready

_MEMORY = {"MALLOC_ARENA_MAX": "2"}
"""For the C library: threads that share their memory give more of it back."""


class Command(BaseCommand):
    """``manage.py serve``: HOST, PORT and WORKERS come from the environment."""

    help = "Migrate, fill a database that is empty, and serve the site."
    requires_system_checks = ()

    def handle(self, *_: Any, **__: Any) -> None:
        """Prepare what is not ready yet, then become the server."""
        host, port = settings.LISTEN_HOST, settings.LISTEN_PORT
        _require_free(host, port)
        try:
            self._prepare()
        except Error as error:
            raise CommandError(f"The database cannot be used: {_said(error)}") from None
        except OSError as error:
            place = error.filename or settings.VAR_DIR
            raise CommandError(f"Cannot write {place}: {error.strerror}.") from None
        self.stdout.write(f"Serving on http://{_shown(host)}:{port}/ (Ctrl-C stops)")
        if has_own_host():
            self.stdout.write(f"The desk: {place_to_sign_in()}")
        self.stdout.flush()
        path = os.pathsep.join([str(settings.BASE_DIR), *_search_path()])
        command = [sys.executable, "-m", settings.SERVER]
        environment = {**_MEMORY, **os.environ, "PYTHONPATH": path}
        os.execve(sys.executable, command, environment)

    def _prepare(self) -> None:
        """Bring everything up to date; publish nothing by surprise."""
        Path(settings.VAR_DIR).mkdir(parents=True, exist_ok=True)
        make_ready(self.stdout.write)


def _require_free(host: str, port: int) -> None:
    """Raise a sentence where something else listens already."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            raise CommandError(
                f"Cannot listen on {_shown(host)}:{port} ({error.strerror}). "
                f"Choose another port: make serve PORT={port % 65535 + 1}"
            ) from None


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def _said(error: Error) -> str:
    """Return the first line of what a database says."""
    return (str(error).strip().splitlines() or ["it does not say why"])[0]


def _search_path() -> list[str]:
    return list(filter(None, os.environ.get("PYTHONPATH", "").split(os.pathsep)))
