"""``python -m benchmarks.annotating``: ``POST /annotate/`` of a long letter.

Beside it, in turns and in one process, a view of REST framework with flashtext and
serializers over the same rows. What is counted is CPU time: ours from the WSGI
callable on, the other's from its view on, without what comes before it.
"""

from __future__ import annotations

import io
import json
import os
import statistics
import time
from typing import TYPE_CHECKING, Any

import django

from benchmarks.kept import keep
from benchmarks.noise import Noise
from benchmarks.places import BESIDE_RIVALS, database_file, environment

if TYPE_CHECKING:
    from collections.abc import Callable

SIZE = 1_000
LENGTH = 20_000  # characters
_ROUNDS = 9
_EACH = 10
_ADDRESS = "/api/v1/annotate/"
_RATIO, _MOST = 3, 3.0  # the aims: times, and milliseconds


def main() -> None:
    """Measure and print."""
    os.environ.update(environment(database_file(SIZE), settings=BESIDE_RIVALS))
    keep(SIZE, as_it_is=False)
    django.setup()
    body = json.dumps({"text": _letter(), "in": "en"}).encode()
    ours, rival = _ours(body), _rival(body)
    mine, theirs = json.loads(ours(0)), json.loads(rival(0))
    noise, times = Noise(), {ours: [], rival: []}  # type: ignore[var-annotated]
    for turn in range(_ROUNDS):
        noise.listen()
        for ask, taken in times.items():
            begun = time.process_time()
            for number in range(_EACH):
                ask(turn * _EACH + number)
            taken.append((time.process_time() - begun) / _EACH * 1000)
    one, other = (statistics.median(taken) for taken in times.values())
    print(f"POST {_ADDRESS}, a letter of {LENGTH:,} characters, CPU")
    print(f"  this project            {one:7.2f} ms {len(mine['matches']):6,} terms")
    print(
        f"  flashtext, serializers  {other:7.2f} ms {len(theirs['matches']):6,} terms"
    )
    _tell("times flashtext and serializers", other / one, _RATIO, is_floor=True)
    _tell("inside the process, ms", one, _MOST, is_floor=False)
    print(f"\nA fixed operation, timed between the rounds, took {noise}.")


def _letter() -> str:
    """Return what the starter glossary says, as one long text."""
    from glossary.models import Publication
    from glossary.public_form import read_entry

    rows = Publication.objects.entries().readable().order_by("key")
    texts = (
        section.explanation.text
        for body in rows.values_list("body", flat=True)
        if (section := read_entry(body).sections.get("en")) and section.explanation
    )
    return "\n\n".join(texts)[:LENGTH]


def _ours(body: bytes) -> Callable[[int], bytes]:
    from benchmarks.asking import ask, environment_of
    from explainer.wsgi import application

    def once(reader: int) -> bytes:
        asked: dict[str, Any] = {
            **environment_of(_ADDRESS, reader),
            "REQUEST_METHOD": "POST",
            "CONTENT_TYPE": "application/json",
            "CONTENT_LENGTH": str(len(body)),
            "wsgi.input": io.BytesIO(body),
        }
        return ask(application, asked)

    return once


def _rival(body: bytes) -> Callable[[int], bytes]:
    from django.test import RequestFactory

    from benchmarks.rivals.annotating import FlashTextView
    from glossary.explain import current_vocabulary

    FlashTextView.know(current_vocabulary().forms)
    view, requests = FlashTextView.as_view(), RequestFactory()

    def once(_: int) -> bytes:
        request = requests.post("/", data=body, content_type="application/json")
        return bytes(view(request).render().content)

    return once


def _tell(subject: str, seen: float, bound: float, *, is_floor: bool) -> None:
    is_met = seen >= bound if is_floor else seen < bound
    wanted = f"{'at least' if is_floor else 'under'} {bound:g}"
    print(f"  {subject:34}{wanted:>12}{seen:>8.2f}  {'met' if is_met else 'MISSED'}")


if __name__ == "__main__":
    main()
