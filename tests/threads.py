"""Several at once, each in a thread with a connection of its own."""

from __future__ import annotations

import threading

from django.db import connections


def together(*tasks):
    """Do the tasks at once, each in a thread of its own; return what went wrong."""
    failures: list[BaseException] = []
    start = threading.Barrier(len(tasks))

    def run(task):
        try:
            start.wait()
            task()
        except BaseException as error:  # noqa: BLE001 (told by the test, not the thread)
            failures.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=run, args=[task]) for task in tasks]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failures
