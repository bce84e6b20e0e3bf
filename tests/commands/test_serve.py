"""One command serves the site, tells what is wrong in a sentence, stops cleanly."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def command(folder, **variables):
    environment = {
        **{
            k: v
            for k, v in os.environ.items()
            if k not in {"DATABASE_URL", "SECRET_KEY"}
        },
        "DJANGO_SETTINGS_MODULE": "explainer.settings",
        "VAR_DIR": str(folder),
        "WORKERS": "1",
        **variables,
    }
    return subprocess.Popen(
        [sys.executable, "manage.py", "serve"],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def answer(url):
    """Return the status and body, waiting for the server to be there."""
    for _ in range(300):
        try:
            with urllib.request.urlopen(url, timeout=5) as response:
                return response.status, response.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()
        except OSError:
            time.sleep(0.2)
    pytest.fail(f"nothing answers at {url}")


def stop(process):
    os.killpg(process.pid, signal.SIGINT)
    output, _ = process.communicate(timeout=30)
    return output


def test_it_serves_the_starter_glossary_from_nothing_and_stops(tmp_path):
    port = free_port()
    process = command(tmp_path, PORT=str(port))

    status, body = answer(f"http://127.0.0.1:{port}/api/v1/lookup/?term=ADR149")
    page, html = answer(f"http://127.0.0.1:{port}/cy/termau/adr149/")
    output = stop(process)

    assert (status, '"id":"adr149"' in body) == (200, True)
    assert (page, 'lang="cy"' in html) == (200, True)
    assert "Preparing the database" in output
    assert "Traceback" not in output
    assert process.returncode in {0, -signal.SIGINT, 130}
    assert (tmp_path / "secret-key").stat().st_mode & 0o077 == 0


@pytest.mark.sqlite
@pytest.mark.parametrize(
    "number", [signal.SIGTERM, signal.SIGHUP], ids=["told", "hung-up"]
)
def test_it_stops_whole_when_it_is_told_to(tmp_path, number):
    port = free_port()
    process = command(tmp_path, PORT=str(port), WORKERS="2")
    answer(f"http://127.0.0.1:{port}/en/help/")

    process.send_signal(number)
    output, _ = process.communicate(timeout=30)

    assert process.returncode == 0, output
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(("127.0.0.1", port))


def test_a_taken_port_gets_a_sentence(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        process = command(tmp_path, PORT=str(taken.getsockname()[1]))
        output, _ = process.communicate(timeout=60)

    assert process.returncode == 1
    assert "Choose another port: make serve PORT=" in output
    assert "Traceback" not in output


@pytest.mark.parametrize("port", ["0", "70000", "eighty", "-1"])
def test_a_port_that_is_none_gets_a_sentence(tmp_path, port):
    process = command(tmp_path, PORT=port)
    output, _ = process.communicate(timeout=60)

    assert process.returncode == 1
    assert "PORT must be a whole number" in output
