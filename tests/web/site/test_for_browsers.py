"""A browser asks for what it looks for on every site."""

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


def test_no_page_is_made_to_be_shared(site):
    assert 'property="og:' not in site.get("/en/").text
