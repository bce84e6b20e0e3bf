"""A Welsh reader meets no English that is ours: on no page and in no problem."""

from __future__ import annotations

import re

import pytest
from django.urls import get_resolver

from glossary import reading
from tests.factories import withdrawn
from tests.web.html import read
from tests.web.leaks import leaks, pattern_of, welsh

pytestmark = pytest.mark.django_db


EXAMPLES = {
    "letter": "c",
    "topic": "police-data",
    "slug": "proffil-problem",
    "source_id": "hmicfrs-2023",
    "code": "not-found",
    "entry_id": "grooming",
}


def welsh_pages() -> list[str]:
    """Return an address of each kind of page in Welsh."""
    found = []
    for pattern in get_resolver("glossary.web.urls").url_patterns:
        if str(pattern.name).startswith("cy-"):
            route = str(pattern.pattern)
            names = re.findall(r"<(?:\w+:)?(\w+)>", route)
            for name in names:
                route = re.sub(rf"<(?:\w+:)?{name}>", EXAMPLES[name], route)
            found.append(f"/{route}")
    return found


OTHERS = (
    "/cy/chwilio/?q=profil",
    "/cy/chwilio/?q=zzzzqqqq",
    "/cy/chwilio/?q=%00",
    "/cy/termau/camfanteisio-rhywiol-ar-blant/",
    "/cy/unman/",
)


@pytest.fixture(scope="module", autouse=True)
def _content(starter_glossary):
    """The pages are those of the starter glossary."""


@pytest.mark.parametrize("path", [*welsh_pages(), *OTHERS])
def test_nothing_english_is_on_a_welsh_page(site, path):
    answer = site.get(path)

    assert answer.headers["content-language"] == "cy", (path, answer.status)
    assert leaks(read(answer.text), welsh()) == []


@pytest.mark.parametrize(
    ("headers", "body"),
    [
        pytest.param({"sec_fetch_site": "cross-site"}, b"answer=yes", id="refused"),
        pytest.param({}, b"answer=maybe", id="not-offered"),
    ],
)
def test_nothing_english_is_in_a_refusal(site, headers, body):
    form = "application/x-www-form-urlencoded"

    answer = site.post("/cy/adborth/grooming/", body, content_type=form, **headers)

    assert answer.status in {400, 403}
    assert leaks(read(answer.text), welsh()) == []


def test_nothing_english_is_on_the_page_of_what_is_gone(site):
    withdrawn("grooming")

    answer = site.get("/cy/termau/meithrin-perthynas-amhriodol/")

    assert answer.status == 410
    assert leaks(read(answer.text), welsh()) == []


@pytest.mark.parametrize(
    "query",
    [
        "lookup/",
        "lookup/?term=",
        "lookup/?word=a",
        "lookup/?term=a&term=b",
        "lookup/?term=" + "a" * 201,
        "lookup/?term=%00",
        "lookup/?term=a&all_tiers=maybe",
        "entries/?limit=0",
        "entries/?limit=201",
        "entries/?limit=" + "9" * 2000,
        "entries/?limit=many",
        "entries/?cursor=x",
        "entries/?letter=c",
        "entries/?letter=1&lang=cy",
        "entries/?kind=x",
        "entries/?state=x",
        "entries/?updated_since=x",
        "entries/?updated_since=0001-01-01T00:00:00%2B01:00",
        "entries/?in=",
        "entries/?in=fr",
        "entries/?topic=A B",
        "entries/nothing/",
        "sources/nothing/",
        "letters/?lang=fr",
        "nowhere/",
        "%FF",
    ],
)
def test_nothing_english_is_in_a_problem_of_the_api(site, query):
    answer = site.get(f"/api/v1/{query}", accept_language="cy")

    if answer.status == 200:
        pytest.fail(f"{query} is no problem")
    problem = answer.json
    said = [problem["title"], problem["detail"]]
    said += [row["detail"] for row in problem["errors"]]
    known = {pattern_of(str(row.string)) for row in welsh()}
    strange = [text for text in said if not any(one(text) for one in known)]
    assert answer.headers["content-language"] == "cy"
    assert strange == []


def test_every_topic_is_named_in_welsh():
    topics = reading.shelf().topics.values()

    assert topics
    assert all(set(topic.languages) >= {"cy", "en"} for topic in topics)
