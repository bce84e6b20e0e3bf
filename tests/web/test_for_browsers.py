"""A browser or a search engine asks for what it looks for on every site."""

import pytest

pytestmark = pytest.mark.django_db

PNG = b"\x89PNG\r\n"


@pytest.mark.parametrize(
    ("path", "kind", "beginning"),
    [
        pytest.param("/favicon.ico", "image/x-icon", b"\0\0\1\0", id="tab"),
        pytest.param("/apple-touch-icon.png", "image/png", PNG, id="phone"),
        pytest.param(
            "/apple-touch-icon-precomposed.png", "image/png", PNG, id="older-phone"
        ),
    ],
)
def test_an_icon_is_there(site, path, kind, beginning):
    answer = site.get(path)

    assert (answer.status, answer.headers["content-type"]) == (200, kind)
    assert answer.raw.startswith(beginning)
    assert PNG in answer.raw
    assert "set-cookie" not in answer.headers


def test_pages_without_end_are_no_matter_for_search_engines(site):
    answer = site.get("/robots.txt")

    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.text.splitlines() == [
        "User-agent: *",
        "Disallow: /en/search/?",
        "Disallow: /en/leaflet/?",
        "Disallow: /en/leaflet.pdf",
        "Disallow: /cy/chwilio/?",
        "Disallow: /cy/taflen/?",
        "Disallow: /cy/taflen.pdf",
    ]


def test_no_page_is_made_to_be_shared(site):
    assert 'property="og:' not in site.get("/en/").text
