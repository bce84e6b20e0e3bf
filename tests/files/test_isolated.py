"""The process that reads a file: what it may take, and when it ends."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
import typst

from glossary.errors import BusyError
from glossary.files import OURS, Fault, FileError, isolated, read_file
from glossary.turns import FILES
from tests.files.bombs import BOMBS
from tests.siege.places import processes, wait_until

ROOT = Path(__file__).resolve().parents[2]
HUNGRY = isolated.SENT._replace(memory=20 * 1024 * 1024)


def fault(name, data, bounds=isolated.SENT):
    with pytest.raises(FileError) as caught:
        read_file(name, data, bounds=bounds)
    return caught.value.fault


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_gives_no_text(name):
    assert fault(name, BOMBS[name]()) in {Fault.TOO_MUCH, Fault.NO_TEXT}


def test_a_process_that_has_had_its_time_is_ended():
    listening, held = os.pipe()
    command = [sys.executable, "-m", "glossary.files", ".pdf", str(listening)]
    done = subprocess.run(
        [*command, "1", str(isolated.SENT.memory)],
        cwd=ROOT,
        input=BOMBS["a.pdf"](),
        pass_fds=[listening],
        check=False,
    )
    os.close(listening)
    os.close(held)

    assert -done.returncode in {signal.SIGXCPU, signal.SIGKILL}


def test_a_text_of_eighty_pages_is_read_within_the_limits():
    chance = random.Random(80)  # noqa: S311 (words, not secrets)
    words = ["".join(chance.choices("abcdefghij", k=7)) for _ in range(400 * 80)]
    pages = (" ".join(words[begin : begin + 400]) for begin in range(0, 32_000, 400))
    document = typst.compile("#pagebreak()\n".join(pages).encode())

    text = read_file("a.pdf", document).text

    assert text.count("\f") == 79
    assert text.split() == words


def test_what_reads_a_pdf_may_open_nothing():
    listening, held = os.pipe()
    command = [sys.executable, "-m", "glossary.files", ".pdf", str(listening)]
    reading = subprocess.Popen(
        [*command, "9", str(isolated.SENT.memory)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        pass_fds=[listening],
    )
    limits = Path(f"/proc/{reading.pid}/limits")
    try:
        wait_until(lambda: "Max open files            0  " in limits.read_text(), 20)
    finally:
        said, _ = reading.communicate(b"%PDF-")
        os.close(listening)
        os.close(held)

    assert said == b"broken"


def test_what_we_allow_to_a_stranger():
    assert isolated.SENT == (2 * 1024**2, 5, 400 * 1024**2, 15)


def test_what_waits_for_too_long_is_ended():
    bounds = isolated.SENT._replace(patience=0.001)

    assert fault("a.txt", b"slow", bounds) is Fault.TOO_MUCH


def test_memory_has_a_bound():
    assert fault("a.txt", b"abc" * 600_000, HUNGRY) is Fault.TOO_MUCH


def test_a_file_of_our_own_may_be_larger():
    text = "ŵ" * (isolated.MOST_BYTES // 2 + 1)

    assert read_file("a.txt", text.encode(), bounds=OURS).text == text
    assert fault("a.txt", text.encode()) is Fault.TOO_LARGE


def test_nobody_waits_while_as_many_files_are_read_as_may_be():
    begun, done = threading.Event(), threading.Event()

    def hold():
        with FILES.turn():
            begun.set()
            done.wait(10)

    holders = [threading.Thread(target=hold) for _ in range(FILES.threads)]
    for holder in holders:
        holder.start()
    begun.wait(10)
    time.sleep(0.1)
    try:
        with pytest.raises(BusyError):
            read_file("a.txt", b"abc")
    finally:
        done.set()
        for holder in holders:
            holder.join()


def test_the_process_ends_with_whoever_waits_for_it():
    code = (
        "from tests.files.bombs import one_stream_on_many_pages as bomb;"
        "from glossary.files import *; print(flush=True);"
        "read_file('a.pdf', bomb(), bounds=OURS)"
    )
    waiting = subprocess.Popen(
        [sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE
    )
    try:
        waiting.stdout.readline()
        wait_until(lambda: children(waiting.pid), 20)
        (reader,) = children(waiting.pid)
        time.sleep(1)
        assert reader in {one.pid for one in processes()}
    finally:
        waiting.send_signal(signal.SIGKILL)
        waiting.wait()
        waiting.stdout.close()

    wait_until(lambda: reader not in {one.pid for one in processes()}, 10)


def children(pid):
    return [one.pid for one in processes() if one.parent == pid]
