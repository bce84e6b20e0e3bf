"""What is held is told apart by what was negotiated, and by nothing else."""

from __future__ import annotations

import ast
import threading
from pathlib import Path

import pytest

from glossary.answers import HOLD, HeldAnswers
from glossary.answers.asked import CHOICES, FOREIGN, FOREIGN_BEGINNINGS, JSON
from glossary.api import urls
from glossary.api.texts.matching import ModuleView
from tests.answers.browsers import BROWSERS
from tests.factories import published, record, source, topic
from tests.helplines import helpline, stored
from tests.site import Site

pytestmark = pytest.mark.django_db

ROOT = Path(__file__).resolve().parents[2]
ENTRY = "/api/v1/entries/problem-profile/"
PAGE = "/en/terms/problem-profile/"
SCHEMA = "/api/v1/schema/"


class Counted:
    """Django, and how often it was asked."""

    def __init__(self):
        from explainer.wsgi import django_application

        self.asked = 0
        self._application = django_application

    def __call__(self, environ, start_response):
        self.asked += 1
        return self._application(environ, start_response)


@pytest.fixture
def django(db):
    published()
    return Counted()


@pytest.fixture
def held(django):
    return HeldAnswers(django)


@pytest.fixture
def counted(held):
    return Site(held)


@pytest.mark.parametrize("path", [PAGE, ENTRY], ids=["page", "api"])
def test_all_browsers_get_one_held_answer(django, held, counted, path):
    names = [
        {k.lower().replace("-", "_"): v for k, v in h.items()} for _, h in BROWSERS
    ]

    answers = [counted.get(path, **headers) for headers in names]

    assert len(names) >= 40
    assert {answer.status for answer in answers} == {200}
    assert {answer.headers["content-encoding"] for answer in answers} == {"gzip"}
    assert (django.asked, len(held.held)) == (1, 1)


@pytest.mark.parametrize(
    ("first", "second", "differs"),
    [
        pytest.param(
            (ENTRY, {}),
            (f"http://localhost{ENTRY}", {}),
            "http://localhost/",
            id="host",
        ),
        pytest.param(
            (ENTRY, {}), (f"https://testserver{ENTRY}", {}), "https://", id="scheme"
        ),
        pytest.param(
            ("/api/v1/", {}),
            ("/api/v1/sources/", {}),
            '"report-2023"',
            id="path",
        ),
        pytest.param(
            (f"{ENTRY}?in=en", {}), (f"{ENTRY}?in=cy", {}), '"cy"', id="query"
        ),
        pytest.param(
            (ENTRY, {"accept_language": "en"}),
            (ENTRY, {"accept_language": "cy"}),
            '"cy"',
            id="language",
        ),
        pytest.param(
            (SCHEMA, {"accept": "application/json"}),
            (SCHEMA, {"accept": "application/vnd.oai.openapi"}),
            "openapi:",
            id="media-type",
        ),
        pytest.param(("/en/", {}), ("/cy/", {}), 'lang="cy"', id="page"),
    ],
)
def test_two_questions_that_differ_in_one_thing_get_two_answers(
    django, counted, first, second, differs
):
    one, other = (counted.get(path, **headers) for path, headers in (first, second))
    one_again, other_again = (
        counted.get(path, **headers) for path, headers in (first, second)
    )

    assert one.body != other.body
    assert (one_again.body, other_again.body) == (one.body, other.body)
    assert differs in other.text[:4000]
    assert django.asked == 2


def test_behind_a_proxy_the_scheme_is_the_one_that_it_says(django, counted, settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

    plain = counted.get(ENTRY, x_forwarded_proto="http")
    safe = counted.get(ENTRY, x_forwarded_proto="https")
    again = counted.get(ENTRY, x_forwarded_proto="http")

    assert "https://testserver" in safe.text
    assert plain.body == again.body != safe.body


def test_without_a_proxy_nobody_is_believed(django, counted):
    plain = counted.get(ENTRY)

    forged = counted.get(ENTRY, x_forwarded_proto="https")

    assert forged.body == plain.body
    assert django.asked == 1


@pytest.mark.parametrize("coding", ["", "gzip"])
def test_a_coding_is_given_to_those_who_take_it(django, counted, coding):
    other = "" if coding else "gzip"
    counted.get(ENTRY, accept_encoding=other)

    answer = counted.get(ENTRY, accept_encoding=coding)

    assert answer.headers.get("content-encoding", "") == coding
    assert django.asked == 1


@pytest.mark.parametrize(
    "query",
    ["utm_source=mail", "fbclid=abc&gclid=1", "UTM_Campaign=x&mc_eid=%FF", "_gl=1"],
)
def test_what_other_sites_add_to_a_pages_address_changes_nothing(
    django, counted, query
):
    plain = counted.get(PAGE)

    assert counted.get(f"{PAGE}?{query}").body == plain.body
    assert django.asked == 1


def test_the_order_of_a_query_makes_no_difference(django, counted):
    first = counted.get("/api/v1/entries/?limit=2&in=en")

    assert (
        counted.get("/api/v1/entries/?in=en&limit=2").json["items"]
        == (first.json["items"])
    )
    assert django.asked == 1


@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/search/?q=marital",
        "/api/v1/lookup/?term=marital",
        "/api/v1/suggest/?q=marital",
        "/en/search/?q=marital",
    ],
)
def test_what_somebody_looks_for_is_never_held(held, counted, path):
    answer = counted.get(path)

    assert answer.status == 200
    assert answer.headers["cache-control"] == "no-store"
    assert len(held.held) == 0


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        pytest.param("/en/nowhere/", {}, id="not-found"),
        pytest.param(f"{ENTRY}?colour=red", {}, id="refused"),
        pytest.param(ENTRY, {"authorization": "Bearer x"}, id="wrong-key"),
        pytest.param("http://elsewhere.example/en/", {}, id="another-host"),
        pytest.param("http://testserver:81/en/", {}, id="another-port"),
        pytest.param("/en/leaflet/?t=problem-profile", {}, id="a-leaflet"),
        pytest.param(f"/en/?page={'1' * 1000}", {}, id="too-long"),
    ],
)
def test_these_are_not_held(held, counted, path, headers):
    counted.get(path, **headers)

    assert len(held.held) == 0


@pytest.mark.parametrize(
    "publish",
    [
        pytest.param(lambda: published("grooming"), id="entry"),
        pytest.param(lambda: source("another-report"), id="source"),
        pytest.param(lambda: topic("police-data", en="Police data"), id="topic"),
        pytest.param(lambda: stored(helpline()), id="helpline"),
        pytest.param(lambda: record("another-review"), id="review"),
    ],
)
@pytest.mark.parametrize("path", [PAGE, ENTRY])
def test_whatever_is_published_it_is_asked_for_anew(
    django, held, counted, path, publish
):
    counted.get(path)
    publish()

    counted.get(path)

    assert (django.asked, len(held.held)) == (2, 1)


def test_long_headers_are_kept_nowhere(held, counted):
    mark = "qzvxmark"
    for number in range(3):
        counted.get(
            ENTRY,
            accept=f"application/json, x/{mark}{number}{'a' * 3000}",
            accept_language=f"en, {mark}-{number}{'a' * 3000}",
            user_agent=mark * 100,
            accept_encoding=f"gzip, {mark}{'a' * 3000}",
        )

    assert mark not in repr(vars(held.held))
    assert held.held.size < 40_000


def test_many_who_ask_at_once_are_one_computation():
    application = Anything()
    application.gate = threading.Event()
    together = HeldAnswers(application, version=lambda: 1)
    seen = []

    def ask():
        seen.append(together.give(_environ("/en/")).status)

    threads = [threading.Thread(target=ask) for _ in range(8)]
    for thread in threads:
        thread.start()
    application.gate.set()
    for thread in threads:
        thread.join()

    assert seen == ["200 OK"] * 8
    assert len(application.queries) == 1


def _environ(path):
    caught = {}

    def application(environ, start_response):
        caught.update(environ)
        start_response("200 OK", [])
        return []

    Site(application).get(path)
    return caught


def test_what_was_made_while_the_content_moved_on_is_not_held(django):
    versions = iter([1, 2, 2, 2])
    held = HeldAnswers(django, version=lambda: next(versions))

    Site(held).get(PAGE)

    assert len(held.held) == 0


def test_the_media_types_of_every_address_of_the_api_are_told_apart():
    views = {
        str(route.name): vars(route.callback)["view_class"]
        for route in urls.urlpatterns
    }
    made = {
        name: tuple(one.media_type for one in view.renderer_classes)
        for name, view in views.items()
        if not view.answers_words and view is not ModuleView  # not held; ignores Accept
    }

    assert made == {name: CHOICES.get(name, JSON) for name in made}
    assert set(CHOICES) < set(made)


class Anything:
    """An application that answers as it is told, and remembers what it was asked."""

    def __init__(self, status="200 OK", *, holds=True):
        self.queries = []
        self.gate = None
        self._status = status
        self._holds = holds

    def __call__(self, environ, start_response):
        self.queries.append(environ["QUERY_STRING"])
        if self.gate:
            self.gate.wait(5)
        if self._holds:
            environ[HOLD] = True
        start_response(self._status, [("Content-Type", "text/plain")])
        return [b"x"]


@pytest.mark.parametrize(
    ("application", "path"),
    [
        pytest.param(Anything(), "/en/search/?q=x", id="a-search-page"),
        pytest.param(Anything(), "/api/v1/lookup/?term=x", id="a-lookup"),
        pytest.param(Anything(), "/en/leaflet/?t=x", id="a-leaflet"),
        pytest.param(Anything("404 Not Found"), "/en/", id="a-failure"),
        pytest.param(Anything(holds=False), "/en/", id="nobody-said-so"),
    ],
)
def test_the_layer_itself_refuses_to_hold(application, path):
    held = HeldAnswers(application, version=lambda: 1)

    Site(held).get(path)

    assert len(held.held) == 0


@pytest.mark.parametrize("method", ["POST", "OPTIONS", "DELETE", "get"])
def test_only_reading_is_answered_from_what_is_held(method):
    application = Anything()
    site = Site(HeldAnswers(application, version=lambda: 1))
    site.get("/en/")

    site.ask(method, "/en/")

    assert len(application.queries) == 2


def test_a_wrong_key_is_refused_also_where_the_answer_is_held(counted):
    assert counted.get(ENTRY).status == 200

    assert counted.get(ENTRY, authorization="Bearer wrong").status == 401


@pytest.mark.parametrize(
    ("path", "query"),
    [
        ("/en/?utm_source=x&page=2&fbclid=1", "page=2"),
        ("/en/search/?q=a%20b&utm_source=x", "q=a%20b"),
        ("/en/search/?%71=x", "%71=x"),
        ("/en/help/?in=wales&utm_medium=x&speaks=cy", "in=wales&speaks=cy"),
        ("/api/v1/entries/?utm_source=x", "utm_source=x"),
    ],
)
def test_a_page_sees_no_more_of_a_query_than_it_reads(path, query):
    application = Anything()

    Site(HeldAnswers(application, version=lambda: 1)).get(path)

    assert application.queries == [query]


def test_no_page_reads_what_other_sites_add():
    """Else it would never see it."""
    read = set()
    for file in (ROOT / "glossary" / "web").glob("**/*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            read.update(_names_read(node))

    assert read
    assert read.isdisjoint(FOREIGN)
    assert not [name for name in read if name.startswith(FOREIGN_BEGINNINGS)]


@pytest.mark.parametrize(
    "query", ["in=wales", "x=1", "t=a", "page=1&page=2", "page=%FF"]
)
def test_a_page_with_anything_else_in_its_query_is_not_held(held, counted, query):
    counted.get(f"{PAGE}?{query}")

    assert len(held.held) == 0


def _names_read(node: ast.AST) -> set[str]:
    """Return the name that code asks ``request.GET``, or a query, for."""
    match node:
        case ast.Call(
            func=ast.Attribute(value=asked, attr="get" | "getlist"),
            args=[ast.Constant(value=str(name)), *_],
        ) if ast.unparse(asked) in {"request.GET", "query"}:
            return {name}
    return set()
