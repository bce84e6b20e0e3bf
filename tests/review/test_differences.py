"""Where two texts differ, and in which languages."""

from __future__ import annotations

from typing import Any

import pytest

from glossary.review import (
    at_place,
    changed_languages,
    changed_places,
    language_of,
)

OLD: dict[str, Any] = {
    "id": "grooming",
    "topics": ["harm"],
    "languages": {
        "en": {"slug": "grooming", "edition": 1, "terms": [{"text": "grooming"}]},
        "cy": {"slug": "meithrin", "matches": {"en": 1}, "terms": [{"text": "m"}]},
    },
}


def changed(**values):
    return OLD | values


def section(lang, **values):
    sections = OLD["languages"]
    return changed(languages=sections | {lang: sections[lang] | values})


@pytest.mark.parametrize(
    ("new", "places", "langs"),
    [
        pytest.param(OLD, [], [], id="nothing"),
        pytest.param(
            section("en", slug="g"), ["/languages/en/slug"], ["en"], id="a field"
        ),
        pytest.param(
            section("cy", terms=[{"text": "n"}]),
            ["/languages/cy/terms/0/text"],
            ["cy"],
            id="a field in a row",
        ),
        pytest.param(
            section("cy", terms=[{"text": "m"}, {"text": "n"}]),
            ["/languages/cy/terms"],
            ["cy"],
            id="a row more",
        ),
        pytest.param(section("en", edition=2), [], [], id="an edition is counted"),
        pytest.param(section("cy", matches={}), [], [], id="and what it matches"),
        pytest.param(changed(topics=["help"]), ["/topics/0"], ["en"], id="no language"),
        pytest.param(changed(kind="legal"), ["/kind"], ["en"], id="a field more"),
        pytest.param(
            {key: OLD[key] for key in ("id", "languages")},
            ["/topics"],
            ["en"],
            id="a field less",
        ),
        pytest.param(
            changed(languages={"en": OLD["languages"]["en"]}),
            ["/languages/cy/slug", "/languages/cy/terms"],
            ["cy"],
            id="a language less",
        ),
        pytest.param(
            changed(title={"cy": "Teitl", "en": "Title"}),
            ["/title/cy", "/title/en"],
            ["en", "cy"],
            id="a text in each language",
        ),
        pytest.param(
            changed(**{"a/b~c": 1}), ["/a~1b~0c"], ["en"], id="names are escaped"
        ),
        pytest.param(changed(topics=None), ["/topics"], ["en"], id="a list and none"),
        pytest.param(changed(topics="harm"), ["/topics"], ["en"], id="another type"),
        pytest.param(changed(topics=[]), ["/topics"], ["en"], id="an empty list"),
    ],
)
def test_what_differs_has_a_place_and_a_language(new, places, langs):
    assert changed_places(OLD, new) == places
    assert changed_languages(changed_places(OLD, new)) == langs


def test_of_something_new_everything_is_otherwise():
    assert changed_places(None, OLD) == [
        "/id",
        "/languages/cy/slug",
        "/languages/cy/terms",
        "/languages/en/slug",
        "/languages/en/terms",
        "/topics",
    ]


@pytest.mark.parametrize(("old", "new"), [(None, OLD), (OLD, None), ({}, OLD)])
def test_what_came_or_went_is_in_all_its_languages(old, new):
    assert changed_languages(changed_places(old, new)) == ["en", "cy"]


def test_languages_are_in_the_order_of_the_site():
    assert changed_languages(["/languages/cy/short", "/x", "/languages/cy"]) == [
        "en",
        "cy",
    ]


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("", {"a/b": [{"c": 1}], "~": "x"}),
        ("/a~1b/0/c", 1),
        ("/~0", "x"),
        ("/a~1b/7", None),
        ("/a~1b/x", None),
        ("/a~1b/0/c/d", None),
        ("/none/at/all", None),
    ],
)
def test_what_stands_at_a_place(place, found):
    assert at_place({"a/b": [{"c": 1}], "~": "x"}, place) == found


def test_a_field_whose_name_is_a_number_is_no_row():
    """A draft may hold any object, also where a list should stand."""
    document = {"rows": {"0": "a field"}, "1": "another"}

    assert at_place(document, "/rows/0") == "a field"
    assert at_place(document, "/1") == "another"
    assert at_place(document, "/rows/1") is None
    assert at_place("text", "/0") is None


@pytest.mark.parametrize(
    ("place", "lang"),
    [
        ("", "en"),
        ("/kind", "en"),
        ("/cy", "en"),
        ("/languages/cy", "cy"),
        ("/languages/cy/terms/0/text", "cy"),
        ("/publisher_names/cy", "cy"),
        ("/languages/xx/cy", "en"),
        ("/citations/0/cy", "en"),
    ],
)
def test_a_place_is_in_the_language_that_stands_second(place, lang):
    assert language_of(place) == lang
