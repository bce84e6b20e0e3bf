"""Polite crawlers are told where the site has no end."""

import re
from urllib import robotparser

import pytest

from tests.factories import published
from tests.web.html import read

pytestmark = pytest.mark.django_db

KEPT_OUT = (
    "/en/leaflet/?t=4deon4",
    "/cy/taflen/?t=4deon4&choose=1",
    "/en/leaflet.pdf?t=4deon4",
    "/cy/taflen.pdf?t=4deon4",
    "/en/search/?q=police",
    "/cy/chwilio/?q=heddlu",
    "/en/explain/?example=1",
    "/cy/gwirio/?x=1",
    "/en/help/?in=wales",
    "/t/4deon4-osi4tf/cy",
)
LET_IN = (
    "/",
    "/en/",
    "/cy/termau/proffil-problem/",
    "/en/leaflet/",
    "/cy/taflen/",
    "/en/search/",
    "/en/explain/",
    "/en/help/",
    "/static/glossary/site.css",
)


@pytest.fixture
def rules(site):
    answer = site.get("/robots.txt")
    assert answer.status == 200
    assert answer.headers["content-type"] == "text/plain"
    return answer.text


def may_fetch(rules, path):
    """Apply RFC 9309: the longest rule that begins the path decides."""
    found = re.findall(r"^Disallow: (\S+)$", rules, re.MULTILINE)
    return not any(path.startswith(rule) for rule in found)


@pytest.mark.parametrize("path", KEPT_OUT)
def test_what_has_no_end_is_kept_from_crawlers(rules, path):
    assert not may_fetch(rules, path)


@pytest.mark.parametrize("path", LET_IN)
def test_what_can_be_read_is_not(rules, path):
    assert may_fetch(rules, path)


def test_crawlers_can_read_it(rules):
    parser = robotparser.RobotFileParser()
    parser.parse(rules.splitlines())

    assert not parser.can_fetch("*", "/t/4deon4/cy")
    assert parser.can_fetch("*", "/en/")


@pytest.mark.parametrize(
    "path",
    ["/en/leaflet/?t=grooming,problem-profile", "/en/leaflet/?t=grooming&choose=1"],
)
def test_no_link_of_a_leaflet_invites_a_crawler_to_another(site, path):
    for entry_id in ("grooming", "problem-profile"):
        published(entry_id)
    answer = site.get(path)
    page = read(site.get(answer.headers.get("location", path)).text)

    onward = [one for one in page.one("main").every("a") if "?t=" in one.get("href")]
    assert all("nofollow" in one.get("rel") for one in onward)
    assert page.one("meta", name="robots").get("content") == "noindex, nofollow"
