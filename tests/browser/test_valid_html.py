"""What the browser gets is valid: it need not guess what a page means."""

import html5lib
import pytest

from glossary.web.errors import server_error
from tests.browser.places import EVERY

pytestmark = pytest.mark.browser


def errors_in(text: str) -> list[str]:
    """Return the errors of parsing (HTML Standard, section 13.2) with their places."""
    parser = html5lib.HTMLParser()
    parser.parse(text)
    return [f"{place} {code} {data}" for place, code, data in parser.errors]


@pytest.mark.parametrize(("path", "status"), EVERY)
def test_a_page_is_valid(seats, path, status):
    answer = seats().context.request.get(path)

    assert answer.status == status
    assert errors_in(answer.text()) == []


def test_the_page_of_a_broken_site_is_valid(visit, broken_site):
    answer = visit(broken_site).context.request.get("/en/")

    assert answer.status == 503
    assert errors_in(answer.text()) == []


def test_the_page_about_a_fault_of_ours_is_valid(rf):
    assert errors_in(server_error(rf.get("/en/")).content.decode()) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("<p>No doctype.", id="no-doctype"),
        pytest.param("<!doctype html><title>x</title><p></span>", id="stray-end"),
        pytest.param("<!doctype html><title>x</title><p id=a id=b>", id="id-twice"),
        pytest.param("<!doctype html><title>x</title><table><p>", id="misplaced"),
    ],
)
def test_what_is_not_valid_is_found_out(text):
    assert errors_in(text)
