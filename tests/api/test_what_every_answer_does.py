"""What every address of the API does alike: compression, HEAD, CORS, the last slash."""

import pytest

from glossary.api.urls import urlpatterns
from tests.api.problems import assert_problem
from tests.factories import published

pytestmark = pytest.mark.django_db
V1 = "/api/v1"
READ = [
    "/",
    "/entries/",
    "/entries/?ids=grooming,none",
    "/entries/?view=brief",
    "/entries/grooming/",
    "/entries/grooming/history/",
    "/lookup/?term=grooming",
    "/search/?q=grooming",
    "/suggest/?q=g",
    "/suggest/?q=g&format=opensearch",
    "/term-pack/",
    "/letters/?lang=cy",
    "/sources/",
    "/sources/report-2023/",
    "/topics/",
    "/helplines/",
    "/schema/",
    "/schema/?format=yaml",
]
SENT = {
    "/lookup/": {"queries": {"a": {"term": "grooming"}, "b": {}}},
    "/search/": {"q": "grooming"},
    "/annotate/": {"text": "grooming " * 40},
    "/check/": {"text": "The polise are XQZ. " * 10},
}
MANY = "&".join(f"name-{number}=1" for number in range(30))
PROBLEMS = [
    pytest.param("GET", f"/entries/?{MANY}", 400, id="many-things-wrong"),
    pytest.param("GET", f"/nothing/{'x' * 500}/", 404, id="nowhere"),
    pytest.param("GET", f"/entries/{'x' * 500}/", 404, id="no-entry"),
]


@pytest.fixture(autouse=True)
def _entry(db):
    published("grooming")


def both(site, method, path, body=None):
    """Ask twice, with and without compression."""
    ask = site.post if method == "POST" else site.get
    rest = () if body is None else (body,)
    return (
        ask(V1 + path, *rest),
        ask(V1 + path, *rest, accept_encoding="br, GZIP;q=0.8"),
    )


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        *[pytest.param("GET", path, None, id=path) for path in READ],
        *[pytest.param("POST", path, body, id=path) for path, body in SENT.items()],
    ],
)
def test_whoever_takes_gzip_gets_it_where_it_is_worth_it(site, method, path, body):
    plain, packed = both(site, method, path, body)

    assert packed.status == 200, packed.text
    assert packed.body == plain.body
    assert ("content-encoding" in packed.headers) is (len(plain.body) > 500)
    assert len(packed.raw) <= max(500, len(plain.raw) - 1)
    assert "Accept-Encoding" in packed.headers["vary"]
    assert "content-encoding" not in plain.headers


@pytest.mark.parametrize(("method", "path", "status"), PROBLEMS)
def test_a_long_problem_is_compressed_too(site, method, path, status):
    plain, packed = both(site, method, path)

    assert (packed.status, packed.body) == (status, plain.body)
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("path", READ)
def test_head_is_get_without_the_body(site, path):
    get, head = site.get(V1 + path), site.head(V1 + path)

    assert (head.status, head.raw) == (200, b"")
    counted = {"ratelimit": get.headers["ratelimit"]}
    assert {**head.headers, **counted} == get.headers


def plain_routes():
    """Yield the paths of all routes, filled in, without their closing slash."""
    for route in urlpatterns:
        path = str(route.pattern)
        if path.endswith("/"):
            yield (
                path.replace("<part:entry_id>", "grooming")
                .replace("<slug:source_id>", "report-2023")
                .replace("<slug:topic_id>", "x")
                .replace("<slug:helpline_id>", "x")
                .rstrip("/")
            )


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
@pytest.mark.parametrize("path", [*plain_routes()])
def test_a_forgotten_slash_is_put_on_for_other_origins_too(site, method, path):
    address = f"{V1}/{path}"

    answer = site.ask(method, f"{address}?in=cy&x=%C3%A2", origin="https://app.example")

    assert answer.status == 308
    assert answer.headers["location"] == f"{address}/?in=cy&x=%C3%A2"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "allow" not in answer.headers
    asked = site.options(address, origin="https://app.example")
    assert asked.status == 204
    assert asked.headers["access-control-allow-methods"]


def test_so_is_that_of_the_root(site):
    answer = site.get(V1, origin="https://app.example")

    assert answer.status == 308
    assert answer.headers["location"] == f"{V1}/"
    assert answer.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize("method", ["GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS"])
@pytest.mark.parametrize("path", ["/nothing/", "/nothing", "/entries/a/b/"])
def test_where_nothing_is_no_method_is_offered(site, method, path):
    answer = site.ask(method, V1 + path, origin="https://app.example")

    assert answer.status == 404
    assert "allow" not in answer.headers
    assert "access-control-allow-methods" not in answer.headers
    if method != "HEAD":
        assert_problem(answer, 404, "not-found")


@pytest.mark.parametrize("path", READ)
def test_what_is_not_what_one_has_is_not_given(site, path):
    answer = site.get(V1 + path, if_match='"another"')

    assert answer.status == 412
    known = site.get(V1 + path).headers["etag"]
    assert site.get(V1 + path, if_match=known).status == 200


@pytest.mark.parametrize(
    ("header", "allowed"),
    [
        ("traceparent", "*"),
        ("sentry-trace", "*"),
        ("x-requested-with", "*"),
        ("authorization", "authorization"),  # a star does not mean it
        ("content-type", "content-type"),  # nor anything to old browsers
    ],
)
def test_a_browser_that_traces_may_ask(site, header, allowed):
    answer = site.options(
        f"{V1}/entries/",
        origin="https://app.example",
        access_control_request_method="GET",
        access_control_request_headers=header,
    )

    named = answer.headers["access-control-allow-headers"]
    assert allowed in named.lower().split(", ")
