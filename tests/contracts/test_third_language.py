"""Another language is one module and one line of settings; everything serves it.

Cornish has a letter of two characters. Hebrew goes from right to left, has points on
its letters, addresses in them, and a grammar of its own.
"""

import json
import os
import re
import subprocess
import sys

import pytest

from tests.conftest import ROOT
from tests.web.html import read

BOTH = pytest.mark.parametrize("lang", ["kw", "he"])
HEBREW_ENTRY = "/he/%D7%9E%D7%95%D7%A0%D7%97%D7%99%D7%9D/%D7%91%D7%99%D7%AA/"
ENTRY = {"kw": "/kw/termow/chi/", "he": HEBREW_ENTRY}


@pytest.fixture(scope="module")
def seen():
    """What a visitor saw of an installation with Cornish and Hebrew."""
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "tests.third_language.settings",
    }
    output = subprocess.run(
        [sys.executable, "-m", "tests.third_language.visit"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        check=True,
        text=True,
    )
    return json.loads(output.stdout)


@BOTH
def test_every_page_is_there_in_it(seen, lang):
    pages = seen[lang]["pages"]

    assert len(pages) > 8
    assert {path: status for path, status in pages.items() if status != 200} == {}


@BOTH
def test_its_own_words_are_in_its_addresses(seen, lang):
    assert seen[lang]["entry"]["url"] == f"http://testserver{ENTRY[lang]}"
    assert seen[lang]["language"] == lang
    assert f'href="{ENTRY[lang]}" lang="{lang}"' in seen["english"]


def test_every_address_is_percent_encoded(seen):
    addresses = [
        address
        for html in seen["he"]["html"].values()
        for address in re.findall(r' (?:href|action|formaction)="([^"]*)"', html)
    ]

    assert any("%D7" in address for address in addresses)
    assert [address for address in addresses if not address.isascii()] == []


@pytest.mark.parametrize(
    ("path", "status", "location"),
    [
        pytest.param(
            "/he/מונחים/house/", 308, HEBREW_ENTRY, id="id-of-one-with-a-slug"
        ),
        pytest.param("/he/מונחים/city-guard/", 200, None, id="id-of-one-without"),
        pytest.param(
            "/he/מונחים/משטרה/",
            302,
            "/he/%D7%9E%D7%95%D7%A0%D7%97%D7%99%D7%9D/city-guard/",
            id="a-name",
        ),
        pytest.param("/he/terms/בית/", 404, None, id="a-word-of-another-language"),
    ],
)
def test_an_entry_has_one_address_in_any_script(seen, path, status, location):
    assert seen["moved"][path] == [status, location]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("chi", ["house"], id="cornish"),
        pytest.param("בית", ["house"], id="without-points"),
        pytest.param("בַּיִת", ["house"], id="with-points"),
        pytest.param("הבית", ["house"], id="a-little-word-joined"),
        pytest.param("משטרת", ["city-guard"], id="a-form-of-its-grammar"),
        pytest.param('מצ"ח', ["city-guard"], id="an-abbreviation-as-keyboards-have-it"),
        pytest.param("בת", [], id="another-word"),
    ],
)
def test_look_up_knows_it(seen, typed, found):
    assert seen["lookups"][typed] == found


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        pytest.param("מקום", ["house"], id="a-word-of-a-text"),
        pytest.param("מָקוֹם", ["house"], id="with-points"),
        pytest.param("כשמתקשרים", ["city-guard"], id="of-another"),
        pytest.param("קום", [], id="a-part-of-a-word"),
    ],
)
def test_search_knows_it(seen, typed, found):
    assert seen["search"][typed] == found


def test_what_is_typed_is_suggested(seen):
    first = {typed: labels[0] for typed, labels in seen["suggest"].items()}

    assert first == {"c": "chi", "ב": "בַּיִת", "בַּ": "בַּיִת"}


def test_its_letters_are_listed(seen):
    letters = [row["letter"] for row in seen["kw"]["letters"]]
    hebrew = {row["letter"]: row["url"] for row in seen["he"]["letters"]}

    assert letters == ["ch", "k"]
    assert list(hebrew) == ["ב", "מ"]
    assert hebrew["ב"] == "http://testserver/he/%D7%90-%D7%AA/%D7%91/"


def test_its_terms_are_marked_whole(seen):
    assert seen["marked"] == [
        ["המשטרה", "city-guard"],
        ["הבַּית", "house"],
        ["משטרת", "city-guard"],
        ['ומצ"ח', "city-guard"],
    ]


def test_the_term_pack_says_what_does_not_count_in_it(seen):
    folding = seen["he"]["pack"]["foldings"]["he"]

    assert re.fullmatch(f"[{folding['silent']}]", "\u05b8")
    assert seen["kw"]["pack"]["foldings"] == {}


def test_every_page_of_it_goes_from_right_to_left(seen):
    assert len(seen["he"]["html"]) > 20
    for html in seen["he"]["html"].values():
        assert '<html lang="he" dir="rtl">' in html
    for html in (*seen["kw"]["html"].values(), seen["english"]):
        assert re.search(r'<html lang="(kw|en)">', html)


def test_a_run_that_goes_the_other_way_says_so(seen):
    hebrew = seen["he"]["html"][HEBREW_ENTRY]

    assert '<span lang="en" dir="ltr">a place where people live</span>' in hebrew
    assert 'lang="cy" dir="ltr" hreflang="cy"' in hebrew
    assert 'lang="he" dir="rtl" hreflang="he"' in seen["english"]
    assert ' dir="' not in re.sub(r' lang="he" dir="rtl"', "", seen["english"])
    assert '<p lang="he" dir="rtl">' not in hebrew


def test_what_is_in_another_language_goes_its_own_way(seen):
    pages = [read(page) for page in seen["he"]["html"].values()]
    foreign = [
        one
        for page in pages
        for one in page.every()
        if one.get("lang") not in {"", "he"}
    ]

    assert {one.get("lang") for one in foreign} == {"en", "cy", "kw"}
    assert [one for one in foreign if way(one) not in {"ltr", "auto"}] == []


def way(element):
    """Which way the lines of an element go."""
    while not element.get("dir"):
        element = element.parent
    return element.get("dir")


def test_no_hebrew_stands_where_nobody_says_which_way_it_goes(seen):
    pages = [seen["explained"], seen["english"], *seen["kw"]["html"].values()]

    assert "משטרת" in seen["explained"]
    assert [one for page in pages for one in unsaid(read(page))] == []


def unsaid(element, is_said=False):
    """Yield the Hebrew words in no element that says which way they go."""
    is_said = is_said or element.get("dir") in {"rtl", "auto"}
    for part in element.children:
        if isinstance(part, str):
            yield from [] if is_said else re.findall("[א-ת]+", part)
        elif part.tag not in {"title", "template"}:
            yield from unsaid(part, is_said)


def test_a_leaflet_of_it_goes_from_right_to_left(seen):
    sheet = seen["he"]["html"]["/he/leaflet/"]

    assert '<html lang="he" dir="rtl">' in sheet
    assert seen["pdf"]["lang"] == "he"
    assert "משטרה" in seen["pdf"]["text"]
    assert re.search(r'<\w+ lang="he" dir="rtl">', seen["both"])


@BOTH
def test_what_is_not_said_in_it_is_said_in_another_language(seen, lang):
    reason = "Your readers may not know this short form."
    direction = ' dir="ltr"' if lang == "he" else ""

    assert seen[lang]["found"] == {"en": reason}
    # The page says which language the sentence is in.
    span = f'<span lang="en"{direction}>{reason}</span>'
    assert span in seen[lang]["checked_page"]


@BOTH
def test_what_cannot_be_checked_in_it_is_said(seen, lang):
    assert seen[lang]["not_checked"] == ["spelling-not-checked", "wording-not-checked"]


def test_errors_name_it_among_the_languages(seen):
    assert seen["unknown"] == "Allowed: en, cy, kw, he."


def test_every_template_says_beside_a_language_which_way_it_goes():
    written = [
        (path.name, after)
        for path in (ROOT / "glossary" / "templates").rglob("*.html")
        for after in re.findall(
            r' lang="\{\{ [a-z_.0-9]+ \}\}"(.{0,4})', path.read_text()
        )
    ]

    assert len(written) > 10
    # Of what a script puts together, the script says it.
    undirected = {name for name, after in written if not after.startswith("{{ ")}
    assert undirected == {"templates.html"}
