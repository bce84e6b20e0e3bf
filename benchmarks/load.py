"""Load from wrk: many requests over a few connections, each for a random address."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from benchmarks.servers import LOAD_CORE, pinned_to

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

HOW_TO_GET_WRK = "The load comes from wrk, which is not here: apt-get install wrk"
CONNECTIONS = 8

# Requests are written once, so that choosing one is all that wrk does. Each has a
# reader of its own, as the service counts what one reader asks for.
_SCRIPT = """
local requests = {}
function init(args)
    local number = 0
    for line in io.lines(args[1]) do
        local reader = string.format("%d.%d.%d", math.floor(number / 62500),
            math.floor(number / 250) % 250, number % 250 + 1)
        local path, headers = nil, { ["X-Forwarded-For"] = "10." .. reader }
        for part in line:gmatch("[^\\t]+") do
            local name, value = part:match("^([%w-]+): (.*)$")
            if name then headers[name] = value else path = part end
        end
        number = number + 1
        requests[number] = wrk.format("GET", path, headers)
    end
    math.randomseed(os.time())
end
function request()
    return requests[math.random(#requests)]
end
function done(summary, latency)
    local failed = summary.errors
    io.write(string.format(
        '\\n{"requests": %d, "microseconds": %d, "p50": %d, "p99": %d, '
        .. '"failed": %d}\\n',
        summary.requests, summary.duration, latency:percentile(50),
        latency:percentile(99), failed.connect + failed.read + failed.write
        + failed.status + failed.timeout))
end
"""


@dataclass(frozen=True, slots=True)
class Target:
    """Something to ask for: a path, with the headers of whoever asks."""

    path: str
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def line(self) -> str:
        """How wrk's script is told of it."""
        return "\t".join([self.path, *map(": ".join, self.headers.items())])


class Load(NamedTuple):
    """What one server carried: requests a second and times in milliseconds."""

    per_second: float
    p50: float
    p99: float


def wrk_is_here() -> bool:
    """Tell whether there is a load generator."""
    return shutil.which("wrk") is not None


def measure_load(address: str, targets: Iterable[Target], seconds: int) -> Load:
    """Ask ``address`` for random ``targets`` as fast as it answers.

    Raises ``RuntimeError`` where an answer is not a good one.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        lines = "".join(f"{target.line}\n" for target in targets)
        (folder / "targets").write_text(lines)
        (folder / "script.lua").write_text(_SCRIPT)
        command = ["wrk", "--threads", "1", "--connections", str(CONNECTIONS)]
        command += ["--duration", f"{seconds}s", "--timeout", "10s"]
        command += ["--script", str(folder / "script.lua"), address]
        with pinned_to(LOAD_CORE):
            output = subprocess.run(
                [*command, "--", str(folder / "targets")],
                capture_output=True,
                check=True,
                text=True,
            ).stdout
    found = json.loads(output.splitlines()[-1])
    if found["failed"]:
        message = f"{found['failed']} of {found['requests']} requests failed: {address}"
        raise RuntimeError(message)
    return Load(
        per_second=found["requests"] / found["microseconds"] * 1e6,
        p50=found["p50"] / 1000,
        p99=found["p99"] / 1000,
    )
