"""Pages are counted as the API is; what is held is free, and dear things are dear."""

from __future__ import annotations

import pytest
from django.urls import get_resolver

from glossary.addresses import route_of
from glossary.document import short_code
from glossary.limits import told
from glossary.limits.costs import cost_of
from glossary.limits.policies import of_addresses
from glossary.web.fair_use import WITH_OWN_WORDS
from tests.factories import published
from tests.files.office import word
from tests.web.html import read
from tests.web.sending import send

pytestmark = pytest.mark.django_db

WORD = short_code("problem-profile")
FORM = "application/x-www-form-urlencoded"


@pytest.fixture(autouse=True)
def _entry(db, settings):
    published()
    settings.RATE_LIMIT = "100/minute"


def used(address="127.0.0.1"):
    return told(of_addresses(), address).used


def spend(site, **headers):
    for number in range(100):
        site.get(f"/en/search/?q=a{number}", **headers)


@pytest.mark.parametrize(
    ("method", "path", "length", "cost"),
    [
        ("GET", "/en/", 0, 1),
        ("GET", "/en/search/", 0, 1),
        ("GET", "/en/nowhere/", 0, 1),
        ("GET", "/en/leaflet.pdf", 0, 20),
        ("GET", "/cy/taflen.pdf", 0, 20),
        ("GET", "/en/explain/", 0, 1),
        ("POST", "/en/explain/", 0, 20),
        ("POST", "/cy/egluro/", 100 * 1024, 30),
        ("POST", "/en/check/", 0, 20),
        ("POST", "/cy/gwirio/", 100 * 1024, 40),
        ("POST", "/en/suggest/", 100, 1),
        ("POST", "/api/v1/annotate/", 1024 * 1024, 103),
        ("POST", "/api/v1/check/", 200 * 1024, 45),
        ("GET", "/static/glossary/site.css", 0, 0),
        ("OPTIONS", "/api/v1/", 0, 1),
        ("GET", "/en/help/", 0, 0),
        ("GET", "/cy/cymorth/", 0, 0),
    ],
)
def test_each_route_has_its_cost(method, path, length, cost):
    assert cost_of(method, path, length) == cost


def test_nobody_is_refused_the_numbers_to_ring(site):
    published()
    spend(site)

    assert site.get("/en/terms/problem-profile/?a=1").status == 429
    assert site.get("/en/help/").status == 200
    assert site.get("/en/help/?in=wales").status == 429


def test_a_page_that_is_held_is_free(site):
    for _ in range(5):
        site.get("/en/")

    assert used() == 1


def test_static_files_are_free(site):
    site.get("/static/glossary/site.css")

    assert used() == 0


def test_a_leaflet_to_print_costs_as_much_as_many_pages(site):
    statuses = [site.get(f"/en/leaflet.pdf?t={WORD}").status for _ in range(7)]

    assert statuses == [200] * 5 + [429] * 2


@pytest.mark.parametrize("path", ["/en/explain/", "/cy/gwirio/"])
def test_a_file_costs_more_than_a_text(site, path):
    send(site, path, "A problem profile.")
    text = used()

    send(site, path, file=("a.docx", word("A problem profile.")))

    assert (text, used()) == (20, 80)


@pytest.mark.parametrize("path", ["/en/explain/", "/cy/gwirio/"])
def test_what_is_too_long_to_be_read_is_refused_as_that_and_costs_its_page_alone(
    site, path
):
    answer = send(site, path, "a" * 4_000_000)

    assert (answer.status, used()) == (413, 20)


@pytest.mark.parametrize("path", ["/en/explain/", "/cy/gwirio/"])
def test_one_file_too_many_is_asked_to_wait_and_the_text_stays(site, path):
    send(site, path, "A problem profile.")

    answers = [
        send(site, path, "My own words.", file=("a.docx", word("A problem profile.")))
        for _ in range(2)
    ]

    assert [one.status for one in answers] == [200, 429]
    assert answers[1].headers["retry-after"] == "60"
    assert "My own words." in read(answers[1].text).one("textarea").text


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_who_asks_for_too_many_pages_is_told_so_in_both_languages(site, lang):
    spend(site)

    answer = site.get(f"/{lang}/search/?q=x")

    page = read(answer.text)
    assert answer.status == 429
    assert answer.headers["retry-after"] == "60"
    assert answer.headers["cache-control"] == "no-store"
    assert "content-security-policy" in answer.headers
    langs = [one.get("lang") for one in page.every("section")]
    assert langs == sorted(["en", "cy"], key=lambda one: one != lang)
    assert "999" in page.text
    assert "Arhoswch funud" in page.text


def test_then_the_pages_that_matter_most_are_there_all_the_same(site):
    needed = ["/en/", "/en/help/", "/cy/cymorth/", "/en/hide-your-visit/"]
    for path in needed:
        site.get(path, x_forwarded_for="192.0.2.1")
    spend(site)

    assert {site.get(path).status for path in needed} == {200}


def test_others_are_not_kept_waiting(site):
    spend(site)

    assert site.get("/en/help/?in=wales", x_forwarded_for="192.0.2.1").status == 200


def _forms():
    """Return the path of every form, in every language."""
    routes = get_resolver().reverse_dict
    names = [name for name in routes if isinstance(name, str)]
    for name in names:
        for path, parameters in routes.getlist(name)[0][0]:
            address = f"/{path}" % dict.fromkeys(parameters, "problem-profile")
            if route_of(address, None) in WITH_OWN_WORDS:
                yield address


FORMS = sorted(set(_forms()))


def test_every_form_is_known_here():
    assert len(FORMS) == 8


@pytest.mark.parametrize("path", FORMS)
@pytest.mark.parametrize("origin", ["same-origin", "cross-site"])
def test_a_form_that_says_it_in_its_own_words_says_it(site, path, origin):
    spend(site)

    body = b"text=a+problem+profile&answer=yes&word=MASH"
    answer = site.post(path, body, content_type=FORM, sec_fetch_site=origin)

    assert (answer.status, answer.headers["retry-after"]) == (429, "60")
    assert answer.headers["cache-control"] == "no-store"


def test_a_page_tells_no_reader_of_limits(site):
    assert "ratelimit" not in site.get("/en/").headers


@pytest.mark.parametrize("path", FORMS)
def test_who_only_asks_for_a_form_is_limited_as_for_any_page(site, path):
    spend(site)

    answer = site.get(f"{path}?colour=red")

    assert answer.status == 429
    assert {"en", "cy"} == {
        one.get("lang") for one in read(answer.text).every("section")
    }
