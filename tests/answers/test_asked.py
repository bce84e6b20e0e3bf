"""What is asked for: what an answer depends on is in the key, and nothing else is."""

from __future__ import annotations

import weakref

import pytest
from django.test import override_settings

from glossary.answers import Asked, address_of
from glossary.answers.asked import (
    CHOICES,
    FOREIGN,
    FOREIGN_BEGINNINGS,
    kept_query,
    scheme_of,
)

ENTRY = "/api/v1/entries/grooming/"
SCHEMA = "/api/v1/schema/"
PAGE = "/en/terms/grooming/"
BOTH = pytest.mark.parametrize("path", [ENTRY, PAGE], ids=["api", "page"])


def asked(path=ENTRY, query="", *, method="GET", scheme="http", **headers):
    """Return what a WSGI server says of a request; ``host=None`` sends none."""
    headers = {"host": "testserver"} | headers
    named = {f"HTTP_{k.upper()}": v for k, v in headers.items() if v is not None}
    environ = {
        "REQUEST_METHOD": method,
        "wsgi.url_scheme": scheme,
        "SERVER_PORT": "8000",
        "PATH_INFO": path,
        "QUERY_STRING": query,
    }
    return Asked.of(environ | named)


def key(*args, **kwargs):
    return asked(*args, **kwargs).key()


# What tells two questions apart


@BOTH
@pytest.mark.parametrize(
    "other",
    [
        pytest.param({"host": "localhost"}, id="host"),
        pytest.param({"host": "testserver:8000"}, id="port"),
        pytest.param({"scheme": "https"}, id="scheme"),
    ],
)
def test_another_address_of_the_site_is_another_question(path, other):
    assert None not in {key(path), key(path, **other)}
    assert key(path) != key(path, **other)


@pytest.mark.parametrize(
    ("path", "other"),
    [
        (ENTRY, "/api/v1/entries/adr149/"),
        (ENTRY, "/api/v1/entries/Grooming/"),
        (ENTRY, "/api/v1/entries/grooming"),
        (PAGE, "/cy/termau/grooming/"),
        (PAGE, "/en/terms/grooming"),
        ("/en/", "/cy/"),
    ],
)
def test_another_path_is_another_question(path, other):
    assert None not in {key(path), key(other)}
    assert key(path) != key(other)


@pytest.mark.parametrize(
    ("path", "query", "other"),
    [
        (ENTRY, "in=en", ""),
        (ENTRY, "in=en", "in=cy"),
        (ENTRY, "in=en", "lang=en"),
        (ENTRY, "in=en", "in=en&limit=2"),
        (ENTRY, "in=", ""),
        (ENTRY, "in", ""),
        (ENTRY, "in=cy", "in=CY"),
        (ENTRY, "utm_source=x", ""),
        (ENTRY, "in=a%26b", "in=a&b="),
        (ENTRY, "a=b&c=d", "a=d&c=b"),
        ("/en/topics/", "page=2", ""),
        ("/en/topics/", "page=2", "page=3"),
        ("/en/topics/", "page=2", "example=2"),
        ("/en/topics/", "page=2&example=1", "page=2"),
        ("/en/topics/", "page=", ""),
    ],
)
def test_another_query_is_another_question(path, query, other):
    assert None not in {key(path, query), key(path, other)}
    assert key(path, query) != key(path, other)


@pytest.mark.parametrize(
    ("header", "value", "other"),
    [
        ("accept_language", "cy", None),
        ("accept_language", "cy", "en"),
        ("accept_language", "en;q=0.5, cy", "en, cy;q=0.5"),
        ("accept_language", f"cy{', x' * 200}", f"en{', x' * 200}"),
        ("accept", "text/html", "application/json"),
        ("accept", "application/json;q=0", None),
        ("accept", "application/json;q=0, */*", "*/*"),
        ("accept", f"application/json{', x/y' * 60}", f"text/html{', x/y' * 60}"),
    ],
)
def test_apps_that_would_be_answered_otherwise_ask_another_question(
    header, value, other
):
    assert None not in {key(**{header: value}), key(**{header: other})}
    assert key(**{header: value}) != key(**{header: other})


OPENAPI, JSON, YAML = CHOICES["schema"]


@pytest.mark.parametrize(
    ("accept", "other"),
    [
        (JSON, None),
        (YAML, None),
        (YAML, JSON),
        ("text/html", None),
        (f"{OPENAPI}, {YAML};q=0.5", f"{OPENAPI};q=0.5, {YAML}"),
        (f"{JSON}, {YAML};q=0.5", f"{JSON};q=0.5, {YAML}"),
        (f"{JSON};q=0.2, {YAML};q=0.1", f"{JSON};q=0.1, {YAML};q=0.2"),
        (f"{OPENAPI};q=0, */*", "*/*"),
        (f"{YAML}{', x/y' * 60}", f"{JSON}{', x/y' * 60}"),
    ],
)
def test_where_there_is_a_choice_each_choice_is_a_question(accept, other):
    assert key(SCHEMA, accept=accept) != key(SCHEMA, accept=other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (None, OPENAPI),
        ("*/*", OPENAPI),
        (f"{JSON}, {YAML};q=0.5", JSON),
        (f"{JSON};q=0.9, {YAML};q=0.9", JSON),
        (f"{YAML};q=0.1", f"text/html, {YAML}"),
        ("image/png", "text/html"),
    ],
)
def test_who_would_choose_the_same_asks_the_same(one, other):
    assert key(SCHEMA, accept=one) == key(SCHEMA, accept=other) is not None


# What does not


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"accept_language": "en"}, {}),
        ({"accept_language": "en-GB,en;q=0.9"}, {"accept_language": "en-US"}),
        ({"accept_language": "cy-GB"}, {"accept_language": "cy, en;q=0.1"}),
        ({"accept_language": "*"}, {}),
        ({"accept_language": "pl, cy"}, {"accept_language": "cy"}),
        ({"accept_language": f"cy{', x' * 200}"}, {"accept_language": "cy"}),
        ({"accept": "*/*"}, {}),
        ({"accept": "application/*"}, {"accept": "*/*"}),
        ({"accept": "application/json;q=0.5"}, {"accept": "APPLICATION/JSON"}),
        ({"accept": f"text/html{', x/y' * 60}"}, {"accept": "text/html"}),
        ({"accept": "text/html"}, {"accept": "image/png"}),
        ({"accept": "text/html, */*;q=0.8"}, {"accept": "application/json"}),
        ({"accept": f"application/json, {CHOICES['schema'][2]};q=0.5"}, {}),
    ],
)
def test_apps_that_would_be_answered_alike_ask_the_same(one, other):
    assert key(**one) == key(**other) is not None


NOTHING_TO_DO_WITH_IT = [
    ("accept_encoding", "gzip"),
    ("accept_encoding", "br"),
    ("cookie", "sessionid=1"),
    ("user_agent", "Chrome/142"),
    ("referer", "https://elsewhere.example/"),
    ("origin", "https://app.example"),
    ("if_none_match", '"a"'),
    ("if_modified_since", "Sat, 01 Jan 2000 00:00:00 GMT"),
    ("range", "bytes=0-1"),
    ("x_forwarded_for", "192.0.2.1"),
    ("x_forwarded_proto", "https"),
    ("x_forwarded_host", "localhost"),
    ("x_forwarded_port", "81"),
    ("forwarded", "host=localhost;proto=https"),
    ("x_original_url", "/cy/"),
    ("x_rewrite_url", "/cy/"),
    ("x_http_method_override", "POST"),
]


@BOTH
@pytest.mark.parametrize(("header", "value"), NOTHING_TO_DO_WITH_IT)
def test_a_header_that_no_answer_depends_on_makes_no_other_question(
    path, header, value
):
    assert key(path, **{header: value}) == key(path) is not None


@pytest.mark.parametrize(
    ("header", "value"),
    [("accept", "application/json"), ("accept_language", "cy")],
)
def test_a_page_is_the_same_whatever_a_browser_takes(header, value):
    assert key(PAGE, **{header: value}) == key(PAGE) is not None


@BOTH
def test_head_asks_what_get_asks(path):
    assert key(path, method="HEAD") == key(path) is not None


@pytest.mark.parametrize(
    ("path", "query", "other"),
    [
        (ENTRY, "in=cy&limit=2", "limit=2&in=cy"),
        (ENTRY, "in=%63y", "in=cy"),
        (ENTRY, "in=a+b", "in=a%20b"),
        (PAGE, "page=2&example=1", "example=1&page=2"),
        (PAGE, "utm_source=x", ""),
        (PAGE, "page=2&fbclid=x", "page=2"),
        (PAGE, "fbclid=x&page=2&gclid=y", "page=2"),
    ],
)
def test_one_query_may_be_written_in_many_ways(path, query, other):
    assert key(path, query) == key(path, other) is not None


@pytest.mark.parametrize(
    ("host", "scheme", "same"),
    [
        ("testserver:80", "http", "testserver"),
        ("testserver:443", "https", "testserver"),
        ("TestServer", "http", "testserver"),
        ("testserver.", "http", "testserver"),
    ],
)
def test_one_address_may_be_written_in_many_ways(host, scheme, same):
    one, other = (key(host=name, scheme=scheme) for name in (host, same))

    assert one == other is not None


class Header(str):
    """A header of which it is known whether anything still holds it."""

    __slots__ = ("__weakref__",)


@pytest.mark.parametrize("name", ["accept", "accept_language"])
def test_a_long_header_is_let_go_of_when_it_was_understood(name):
    header = Header(("x, " * 86)[:257])
    left = weakref.ref(header)

    assert key(**{name: header}) is not None
    del header

    assert left() is None


# What is not held


@BOTH
@pytest.mark.parametrize("method", ["POST", "PUT", "OPTIONS", "DELETE", "get", ""])
def test_only_reading_has_a_key(path, method):
    assert key(path, method=method) is None


@BOTH
@pytest.mark.parametrize("value", ["Bearer x", "Basic eDp5", ""])
def test_whoever_says_who_they_are_has_none(path, value):
    assert key(path, authorization=value) is None


@BOTH
@pytest.mark.parametrize(
    "host",
    [
        None,
        "",
        "elsewhere.example",
        "testserver.elsewhere.example",
        "testserver:81",
        "testserver:443",
        "testserver:x",
        "testserver, localhost",
        "testserver/../",
        "user@testserver",
        "a" * 301,
    ],
)
def test_what_is_asked_of_another_address_has_none(path, host):
    assert key(path, host=host) is None


@pytest.mark.parametrize(
    ("path", "query"),
    [
        pytest.param(ENTRY, "q=x", id="words"),
        pytest.param(ENTRY, "term=x", id="a-term"),
        pytest.param(ENTRY, "in=en&q=", id="no-words"),
        pytest.param(ENTRY, "%71=x", id="words-written-otherwise"),
        pytest.param(ENTRY, "in=en&in=cy", id="twice"),
        pytest.param(ENTRY, "in=en&in=en", id="twice-the-same"),
        pytest.param(ENTRY, "in=%FF", id="no-text"),
        pytest.param(ENTRY, "&".join(f"a{n}=" for n in range(21)), id="many"),
        pytest.param(PAGE, "q=x", id="page-words"),
        pytest.param(PAGE, "in=cy", id="page-anything-else"),
        pytest.param(PAGE, "page=1&in=cy", id="page-and-anything-else"),
        pytest.param(PAGE, "page=1&page=2", id="page-twice"),
        pytest.param(PAGE, "page=%FF", id="page-no-text"),
        pytest.param(PAGE, "Page=1", id="page-in-capitals"),
        pytest.param(PAGE, "utm=x", id="page-nearly-foreign"),
    ],
)
def test_these_queries_have_none(path, query):
    assert key(path, query) is None


def test_twenty_parts_of_a_query_still_have_a_key():
    assert key(query="&".join(f"a{n}=" for n in range(20))) is not None


@pytest.mark.parametrize(("length", "has_one"), [(1000, True), (1001, False)])
def test_a_long_address_has_none(length, has_one):
    query = "in=" + "a" * (length - len(ENTRY) - 3)

    assert (key(ENTRY, query) is not None) == has_one
    assert (key("/" + "a" * (length - 1)) is not None) == has_one


# Addresses of the site


@pytest.mark.parametrize(
    ("host", "scheme", "port", "address"),
    [
        ("testserver", "http", "8000", "testserver"),
        ("testserver:8000", "http", "8000", "testserver:8000"),
        ("testserver:80", "http", "8000", "testserver"),
        ("testserver:443", "https", "8000", "testserver"),
        ("testserver:443", "http", "443", "testserver:443"),
        ("testserver:80", "https", "8000", None),
        ("testserver:9000", "http", "8000", None),
        ("elsewhere:8000", "http", "8000", None),
        ("127.0.0.1", "http", "8000", "127.0.0.1"),
        ("", "http", "8000", None),
        (None, "http", "8000", None),
    ],
)
def test_an_address_has_one_form(host, scheme, port, address):
    assert address_of(host, scheme, port) == address


def test_a_port_that_the_settings_name_is_one_of_ours():
    with override_settings(ALLOWED_ADDRESSES=["testserver:9000"]):
        assert address_of("testserver:9000", "http", "8000") == "testserver:9000"
        assert address_of("localhost:9000", "http", "8000") is None
    assert address_of("testserver:9000", "http", "8000") is None


def test_a_host_that_is_allowed_no_more_is_not_remembered():
    assert address_of("localhost", "http", "8000") == "localhost"

    with override_settings(ALLOWED_HOSTS=["testserver"]):
        assert address_of("localhost", "http", "8000") is None


def test_the_longest_host_that_is_read():
    longest = ".".join(["a" * 59] * 5) + "b"
    assert len(longest) == 300
    with override_settings(ALLOWED_HOSTS=["*"]):
        assert address_of(longest, "http", "80") == longest
        assert address_of(longest + "b", "http", "80") is None


@pytest.mark.parametrize("host", ["a b", "testserver, localhost", "[::1", "a@b"])
def test_what_can_be_no_host_is_none_of_ours_even_where_any_is(host):
    with override_settings(ALLOWED_HOSTS=["*"]):
        assert address_of(host, "http", "80") is None


# What proxies say


@pytest.mark.parametrize(
    ("said", "scheme"),
    [
        ("https", "https"),
        ("http", "http"),
        ("https, http", "https"),
        ("http, https", "http"),
        (" https ", "https"),
        ("", "http"),
        ("HTTPS", "http"),
        ("ftp", "http"),
    ],
)
@pytest.mark.parametrize("by_itself", ["http", "https"])
def test_a_proxy_in_front_of_us_says_the_scheme(settings, by_itself, said, scheme):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

    assert asked(scheme=by_itself, x_forwarded_proto=said).scheme == scheme


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_proxy_that_says_nothing_changes_nothing(settings, scheme):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

    assert asked(scheme=scheme).scheme == scheme


@pytest.mark.parametrize("said", ["http", "https"])
def test_without_a_proxy_a_header_says_nothing(settings, said):
    settings.SECURE_PROXY_SSL_HEADER = None

    assert asked(x_forwarded_proto=said).scheme == "http"


def test_a_proxy_may_say_it_in_a_header_of_its_own(settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_SCHEME", "safe")

    assert asked(x_scheme="safe").scheme == "https"
    assert asked(x_scheme="safe", x_forwarded_proto="http").scheme == "https"
    assert asked(x_forwarded_proto="https").scheme == "http"


def test_the_header_of_a_proxy_is_asked_for_as_servers_name_it(settings):
    """In lower case, with hyphens: so our own server knows its headers."""
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    headers = {"x-forwarded-proto": "https"}

    assert scheme_of("http", headers.get) == "https"


def test_behind_a_proxy_the_scheme_that_it_says_has_its_port(settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

    assert asked(host="testserver:443", x_forwarded_proto="https").host == "testserver"
    assert asked(host="testserver:80", x_forwarded_proto="https").host is None


# What a page sees of its query


ADDED = """
fbclid igsh igshid
gclid gclsrc gbraid wbraid dclid _ga _gl
msclkid yclid twclid ttclid li_fat_id
mc_cid mc_eid _hsenc _hsmi mkt_tok vero_id
utm_source utm_medium utm_campaign utm_term utm_content utm_id
mtm_campaign mtm_source pk_campaign pk_kwd hsa_acc hsa_cam
""".split()
"""What other sites, advertisements and letters add: each as it is met."""


@pytest.mark.parametrize("name", ADDED)
@pytest.mark.parametrize("written", [str, str.upper])
def test_what_another_site_adds_to_an_address_is_taken_off(name, written):
    assert kept_query(f"page=2&{written(name)}=x&example=1") == "page=2&example=1"


def test_each_name_that_is_taken_off_is_tried():
    begun = {f"{name.partition('_')[0]}_" for name in ADDED}

    assert set(ADDED) >= FOREIGN
    assert begun >= set(FOREIGN_BEGINNINGS)


@pytest.mark.parametrize(
    "query",
    ["", "page=2", "q=utm_source", "q=a%20b", "q=a+b&&x", "utm=1", "%75tm_source=x"],
)
def test_everything_else_stays_as_it_was_written(query):
    assert kept_query(query) == query


def test_what_an_environment_says_is_what_is_asked():
    one = asked(PAGE, "page=2", method="HEAD", accept_language="cy")

    assert one[:5] == ("HEAD", "http", "testserver", PAGE, "page=2")
    assert one.header("accept-language") == "cy"
    assert one.header("accept") is None
    assert not one.is_for_apps
    assert asked().is_for_apps


def test_an_environment_without_a_query_asks_none():
    environ = {
        "REQUEST_METHOD": "GET",
        "wsgi.url_scheme": "http",
        "PATH_INFO": PAGE,
        "HTTP_HOST": "testserver",
    }

    assert Asked.of(environ).query == ""
    assert Asked.of(environ).key() == key(PAGE)
