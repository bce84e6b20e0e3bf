"""Readers see how the words hang together."""

import pytest

from glossary.web.lists.connections import Connections
from tests.factories import published, topic
from tests.web.html import read

pytestmark = pytest.mark.django_db

FOUND = Connections(
    topics={"a": ["one"], "b": ["one", "two"], "c": ["two"], "d": ["three"]},
    kinds=dict.fromkeys("abcd", "concept"),
    related={"a": ["b", "c"], "b": ["a", "c"], "c": ["a", "b", "d"], "d": ["c"]},
)


def related(*ids):
    return [{"relation": "related", "id": one} for one in ids]


def test_topics_are_as_near_as_their_words_are_related():
    assert FOUND.between_topics() == {("one", "two"): 2, ("three", "two"): 1}
    assert FOUND.near("two") == [("one", 2), ("three", 1)]
    assert FOUND.in_topic("one") == ["a", "b"]
    assert FOUND.best_connected(["a", "b", "c"]) == ["a", "b", "c"]


@pytest.fixture
def the_map(site):
    topic("police-data", en="Data")
    topic("courts", 1, en="Courts")
    published("grooming", topics=["courts"])
    published("problem-profile", topics=["police-data"], related=related("grooming"))
    answer = site.get("/en/map/")
    assert answer.status == 200
    return read(answer.text)


def test_the_list_says_what_the_picture_shows(the_map):
    topic = the_map.one("div", id="police-data")

    assert topic.parent.one("h2").text == "Data"
    assert "The strongest connections: Courts" in topic.text
    assert "problem profile Words connected with it: grooming" in topic.one("ul").text


def test_every_name_on_the_map_leads_to_its_page(the_map):
    names = [
        one
        for part in the_map.every("ul", class_="map-words")
        for one in part.every("a")
    ]

    assert {one.text: one.get("href") for one in names} == {
        "problem profile": "/en/terms/problem-profile/",
        "grooming": "/en/terms/grooming/",
    }


def test_the_words_of_a_topic_are_folded(the_map):
    folds = the_map.every("details")

    assert len(folds) == 2
    assert [one.text for one in folds if "open" in one.attributes] == []


def test_the_picture_has_a_name_and_links(the_map):
    svg = the_map.one("svg", class_="map-drawing")

    assert svg.one("title").get("id") in svg.get("aria-labelledby")
    assert svg.one("desc").get("id") in svg.get("aria-labelledby")
    assert {one.get("href"): one.text for one in svg.every("a")} == {
        "/en/topics/police-data/": "Data",
        "/en/topics/courts/": "Courts",
    }
    assert len(svg.every("path", class_="bow")) == 1


def test_the_list_comes_first(the_map):
    order = [
        one.tag
        for one in the_map.one("div", class_="map").children
        if not isinstance(one, str)
    ]

    assert order == ["div", "figure"]


def test_a_map_of_nothing_is_still_a_page(site):
    assert site.get("/cy/map/").status == 200


def test_a_topic_is_a_guide_and_no_dump(site):
    topic("police-data", en="Data")
    ids = [f"word-{number}" for number in range(7)]
    for one in ids:
        published(
            one, topics=["police-data"], kind="role" if one == "word-3" else "concept"
        )
    published("hub", topics=["police-data"], related=related(*ids[:3]))

    page = read(site.get("/en/topics/police-data/").text)

    first, *others = page.one("main").every("section")
    assert [one.text for one in first.every("h3")] == ["hub"]
    assert [one.every("h2")[0].text for one in others] == [
        "Ideas, and kinds of harm",
        "Jobs and posts",
        "Where to go next",
    ]
    names = [one.text for one in page.one("main").every("h3")]
    assert len(names) == len(set(names)) == 8


def test_a_long_topic_says_what_is_on_its_page(site):
    topic("police-data", en="Data")
    for number, kind in enumerate(
        ("role", "concept", "legal", "role", "data", "role", "legal")
    ):
        published(f"word-{number}", topics=["police-data"], kind=kind)

    page = read(site.get("/en/topics/police-data/").text)

    contents = page.one("nav", class_="contents").every("a")
    headings = {one.get("id"): one.text for one in page.every("h2")}
    assert len(contents) == 4
    assert all(headings[one.get("href")[1:]] == one.text for one in contents)
