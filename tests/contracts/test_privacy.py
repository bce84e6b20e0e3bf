"""What a reader sends leaves no trace: a marked text goes every way there is.

Afterwards the mark is looked for in everything that lasts longer than the answer:
logs, database, caches, held answers, mailed reports and temporary files. Where the
answer is a failure, it is looked for in that too.
"""

from __future__ import annotations

import functools
import gc
import io
import json
import logging
import tempfile
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest
from django.core import mail
from django.core.cache import caches
from django.db import connection

from glossary import memory
from glossary.answers import HeldAnswers
from glossary.logs import Reserved
from glossary.matching import Vocabulary
from glossary.search import Index
from tests.factories import published, section
from tests.site import Site
from tests.web.sending import send

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.site import Answer

    Way = Callable[[Site], Answer]

pytestmark = pytest.mark.django_db
MARK = "qzvxmarkxvzq"
WORD = "qzvxwordxvzq"
LEFT = "qzvxleftxvzq"
TEXT = f"{MARK} The problem profile of {MARK.title()} (heddlu) <p>{MARK}</p>"


JSON = "application/json"


@dataclass
class Traces:
    """Everywhere that a text could have been left."""

    held: HeldAnswers
    log: io.StringIO
    folder: Path

    def found(self, *marks: str) -> dict[str, str]:
        """Return where one of the marks is, and what is around it."""
        places = {
            "log": self.log.getvalue(),
            "database": "\n".join(_rows()),
            "cache": repr([vars(cache) for cache in caches.all()]),
            "held answers": "\n".join(_held(self.held)),
            "mail": repr([str(message.message()) for message in mail.outbox]),
            "temporary files": repr([*self.folder.rglob("*")]),
        }
        memory.forget()  # as a server does each minute
        places["memory of functions"] = "\n".join(_remembered())
        return {
            name: text[max(0, place - 80) : place + 80]
            for name, text in places.items()
            for mark in marks
            if (place := text.casefold().find(mark)) >= 0
        }


def _held(answers: HeldAnswers) -> Iterator[str]:
    """Yield what the store has, and what each of its answers says, unpacked."""
    yield repr(vars(answers.held))
    for answer, _ in answers.held._answers.values():
        yield answer.give("GET", lambda _name: None).body.decode(errors="replace")


def _rows() -> Iterator[str]:
    """Yield every row of every table."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            name = connection.ops.quote_name(table)
            cursor.execute(f"SELECT * FROM {name}")  # noqa: S608 (our own tables)
            yield from map(repr, cursor.fetchall())


def _remembered() -> Iterator[str]:
    """Yield what functions keep of their last calls."""
    for one in gc.get_objects():
        if type(one) is functools._lru_cache_wrapper:
            kept = [row for row in gc.get_referents(one) if isinstance(row, dict)]
            yield from map(repr, kept)


@pytest.fixture
def held(db: None) -> HeldAnswers:
    """The whole application."""
    from explainer.wsgi import django_application

    return HeldAnswers(django_application)


@pytest.fixture
def traces(
    held: HeldAnswers, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> Iterator[Traces]:
    """Log all that anybody logs as we do, mail reports, and give files a folder of their own."""
    published("problem-profile")
    published("police-force")
    settings.ADMINS = [("Somebody", "somebody@site.example")]
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    log = io.StringIO()
    with _logged(log):
        yield Traces(held, log, tmp_path)


@contextmanager
def _logged(log: io.StringIO) -> Iterator[None]:
    """Write what every logger says, of any weight, in the way of the product."""
    handler = logging.StreamHandler(log)
    handler.setFormatter(Reserved())
    names = [None, *logging.root.manager.loggerDict]
    loggers = [logging.getLogger(name) for name in names]
    before = [(one, one.level, one.disabled) for one in loggers]
    logging.root.addHandler(handler)
    for one in loggers:
        one.disabled = False
        one.setLevel(logging.DEBUG)
    try:
        yield
    finally:
        logging.root.removeHandler(handler)
        for one, level, disabled in before:
            one.disabled = disabled
            one.setLevel(level)


def posted(address: str, body: object, kind: str = JSON) -> Way:
    """Return a way: POST ``body`` as it is, or as JSON."""
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    return lambda site: site.post(address, raw, content_type=kind)


ANNOTATE, CHECK, SEARCH, LOOKUP = (
    f"/api/v1/{name}/" for name in ("annotate", "check", "search", "lookup")
)
LARGE = TEXT * (4 * 1024 * 1024 // len(TEXT))
SUCCEED = [
    pytest.param(posted(ANNOTATE, {"text": TEXT}), id="annotate-text"),
    pytest.param(posted(ANNOTATE, {"html": TEXT}), id="annotate-html"),
    pytest.param(posted(ANNOTATE, TEXT.encode(), "text/plain"), id="annotate-plain"),
    pytest.param(
        posted(ANNOTATE, {"text": TEXT, "exclude": [MARK]}), id="annotate-exclude"
    ),
    pytest.param(posted(CHECK, {"text": TEXT}), id="check"),
    pytest.param(posted(CHECK, {"text": TEXT, "lang": "cy"}), id="check-welsh"),
    pytest.param(posted(CHECK, TEXT.encode(), "text/plain"), id="check-plain"),
    pytest.param(posted(SEARCH, {"q": WORD}), id="search"),
    pytest.param(
        posted(LOOKUP, {"queries": {WORD: {"term": WORD}}, "all_tiers": True}),
        id="lookup",
    ),
    pytest.param(lambda site: send(site, "/en/explain/", TEXT), id="explain"),
    pytest.param(
        lambda site: send(site, "/cy/egluro/", file=("a.txt", TEXT.encode())),
        id="explain-file",
    ),
    pytest.param(lambda site: send(site, "/en/check/", TEXT), id="check-page"),
    pytest.param(
        lambda site: send(site, "/cy/gwirio/", file=("a.txt", TEXT.encode())),
        id="check-file",
    ),
]
ASKED = [
    *(
        pytest.param(lambda site, path=path: site.get(path + WORD), id=path)
        for path in (
            "/en/search/?q=",
            "/cy/chwilio?q=",
            "/api/v1/search/?q=",
            "/api/v1/lookup/?all_tiers=true&term=",
            "/api/v1/lookup?term=",
            "/api/v1/suggest/?q=",
            "/en/",
            "/EN/",
            "/en/terms/",
            "/cy/pynciau/",
            "/api/v1/entries/",
            "/api/v1/entries/?lang=",
            "/en/help/?in=",
            "/en/suggest/?word=",
            "/en/?utm_source=",
            "/en/search%3Fq=a%20",
            "/static/",
            "/",
        )
    ),
    *(
        pytest.param(
            lambda site, name=name, path=path, value=value: site.get(
                path, **{name: value}
            ),
            id=f"{name}-{path}-{number}",
        )
        for name in (
            "accept",
            "accept_language",
            "accept_encoding",
            "authorization",
            "content_type",
            "cookie",
            "host",
            "if_match",
            "if_modified_since",
            "if_none_match",
            "origin",
            "referer",
            "sec_fetch_site",
            "user_agent",
            "x_forwarded_for",
            "x_forwarded_proto",
        )
        for path in ("/en/", "/api/v1/", "/en/search/?q=x")
        for number, value in enumerate([WORD, f"a/b; q={WORD}", f"Bearer {WORD}"])
    ),
]
FAIL = [
    pytest.param(posted(ANNOTATE, b'{"text": "%b' % TEXT.encode()), 400, id="half"),
    pytest.param(
        posted(ANNOTATE, b'{"text": "%b\xff"}' % TEXT.encode()), 400, id="not-utf-8"
    ),
    pytest.param(
        posted(ANNOTATE, b'{"text": "%b\\ud800"}' % MARK.encode()), 400, id="surrogate"
    ),
    pytest.param(
        posted(ANNOTATE, TEXT.encode() + b"\xff", "text/plain"),
        400,
        id="plain-not-utf-8",
    ),
    pytest.param(posted(ANNOTATE, {"text": LARGE}), 413, id="too-large"),
    pytest.param(
        posted(ANNOTATE, LARGE.encode(), "text/plain"), 413, id="plain-too-large"
    ),
    pytest.param(posted(ANNOTATE, {"text": [TEXT]}), 400, id="a-list"),
    pytest.param(posted(ANNOTATE, {"text": TEXT, "html": TEXT}), 400, id="two-texts"),
    pytest.param(
        posted(ANNOTATE, dict.fromkeys(["text", "lang", "in", "offsets"], TEXT)),
        400,
        id="in-every-member",
    ),
    pytest.param(
        posted(ANNOTATE, {"text": TEXT, "exclude": [TEXT]}), 400, id="exclude"
    ),
    pytest.param(posted(ANNOTATE, TEXT.encode(), "text/html"), 415, id="media-type"),
    pytest.param(
        posted(ANNOTATE, TEXT.encode(), "text/plain; charset=utf-16"), 415, id="charset"
    ),
    pytest.param(posted(CHECK, {"text": [TEXT]}), 400, id="check-a-list"),
    pytest.param(posted(CHECK, b'{"text": "%b' % TEXT.encode()), 400, id="check-half"),
    pytest.param(
        posted(CHECK, TEXT.encode() + b"\xff", "text/plain"),
        400,
        id="check-not-utf-8",
    ),
    pytest.param(posted(CHECK, {"text": LARGE}), 413, id="check-too-large"),
    pytest.param(posted(CHECK, TEXT.encode(), "text/html"), 415, id="check-media-type"),
    pytest.param(posted("/api/v1/nowhere/", {"text": TEXT}), 404, id="nowhere"),
    pytest.param(posted("/api/v1/letters/", {"text": TEXT}), 405, id="method"),
    pytest.param(posted(SEARCH, {"q": WORD, "lang": WORD}), 400, id="search-lang"),
    pytest.param(posted(SEARCH, {"q": WORD * 20}), 400, id="search-too-long"),
    pytest.param(posted(SEARCH, b'{"q": "%b' % WORD.encode()), 400, id="search-half"),
    pytest.param(
        posted(LOOKUP, {"queries": {"a": {"term": WORD, "lang": WORD}}}),
        200,  # the others of a batch are answered
        id="lookup-lang",
    ),
]


@pytest.mark.parametrize("way", SUCCEED)
def test_what_was_answered_leaves_no_trace(traces: Traces, way: Way) -> None:
    answer = way(Site(traces.held))

    assert answer.status == 200, answer.text
    assert "no-store" in answer.headers["cache-control"]
    assert not _is_marked(repr(answer.headers))
    assert traces.found(MARK) == traces.found(WORD) == {}


@pytest.mark.parametrize("way", ASKED)
def test_what_was_looked_for_leaves_no_trace(traces: Traces, way: Way) -> None:
    way(Site(traces.held))

    assert traces.found(WORD) == {}


@pytest.mark.parametrize(("way", "status"), FAIL)
def test_what_was_refused_leaves_no_trace_and_is_not_said_again(
    traces: Traces, way: Way, status: int
) -> None:
    answer = way(Site(traces.held))

    assert answer.status == status, answer.text
    assert not _is_marked(answer.text + repr(answer.headers))
    assert traces.found(MARK) == traces.found(WORD) == {}


@pytest.mark.parametrize("way", SUCCEED)
def test_a_fault_of_ours_leaves_no_trace(
    traces: Traces, way: Way, monkeypatch: pytest.MonkeyPatch
) -> None:
    for holder in (Index, Vocabulary):
        for name in ("find", "search", "lookup"):
            monkeypatch.setattr(holder, name, _fail, raising=False)

    answer = way(Site(traces.held))

    assert answer.status == 500
    assert not _is_marked(answer.text + repr(answer.headers))
    assert "Unexpected error" in traces.log.getvalue()
    assert "RuntimeError" in traces.log.getvalue()
    assert traces.found(MARK) == traces.found(WORD) == {}


def _fail(*given: object, **more: object) -> None:
    """Fail as badly as code can: with all that it was given in the message."""
    cause = ValueError(f"{MARK} {given} {more}")
    raise RuntimeError(f"cannot read {MARK}: {given} {more}") from cause


def _is_marked(text: str) -> bool:
    return any(mark in text.casefold() for mark in (MARK, WORD))


def test_a_trace_would_be_found(traces: Traces) -> None:
    """Leave a mark everywhere, so that we know that we look there."""
    remember = functools.lru_cache(str.upper)
    remember(LEFT)
    logging.getLogger("glossary.somewhere").debug("%s", LEFT)
    caches["default"].set("a", LEFT)
    mail.outbox.append(mail.EmailMessage(LEFT, "", "a@site.example"))
    (traces.folder / LEFT).touch()
    published("grooming", languages={"en": section(LEFT)})
    Site(traces.held).get("/api/v1/entries/")

    assert len(traces.found(LEFT)) == 7
