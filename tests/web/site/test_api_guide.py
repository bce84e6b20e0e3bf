"""Somebody writes an app: the guide names every address, and its examples work."""

import re
import shlex

import pytest

from glossary.api.urls import urlpatterns
from glossary.web.site.api_guide import ENDPOINTS
from tests.web.html import read

pytestmark = pytest.mark.django_db

UNSEEN = {"nowhere", "other-format"}


def examples(page):
    """Return what is after ``curl`` in each example."""
    lines = "\n".join(
        "".join(child for child in one.one("code").children if isinstance(child, str))
        for one in page.one("main").every("pre")
    )
    asked = [line for line in lines.splitlines() if line.startswith("curl ")]
    return [shlex.split(line)[1:] for line in asked]


def test_every_route_is_named():
    routes = {
        re.sub(r"<[^>]+>", "{id}", f"/{row.pattern}")
        for row in urlpatterns
        if row.name not in UNSEEN
    }

    assert {one.path.partition("?")[0] for one in ENDPOINTS} == routes


@pytest.mark.parametrize("path", ["/en/api/", "/cy/api/"])
def test_every_example_works(site, starter_glossary, path):
    statuses, empty = {}, []
    for words in examples(read(site.get(path).text)):
        (address,) = [word for word in words if word.startswith("http")]
        body = words[words.index("--json") + 1] if "--json" in words else ""
        found = (
            site.post(address, body.encode(), content_type="application/json")
            if body
            else site.get(address)
        )
        statuses[address] = found.status
        empty += [address] * (b'"items":[]' in found.body)

    assert empty == []
    refused = {address for address, status in statuses.items() if status == 400}
    assert len(statuses) > 6
    assert [address.partition("?")[2] for address in refused] == ["word=ADR149"]
    assert set(statuses.values()) == {200, 400}


def test_the_description_can_be_had_in_both_forms(site):
    page = read(site.get("/en/api/").text)
    links = [one.get("href") for one in page.one("main").every("a")]

    for address in links[:2]:
        assert site.get(address).status == 200


def test_the_limit_is_that_of_the_settings(site):
    assert "100000 a minute" in read(site.get("/en/api/").text).one("main").text
