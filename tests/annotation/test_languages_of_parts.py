"""A part of a text can be in another language: so are its terms and links."""

import pytest

from glossary.annotation import annotate
from glossary.matching import Form, Match, build_vocabulary
from tests.annotation.marking import Read, mark

VOCABULARY = build_vocabulary(
    [
        Form("panel", "english-panel", "en"),
        Form("panel", "welsh-panel", "cy"),
    ]
)


def found(markup):
    """Return the likeliest entry of each match, and the languages asked for."""
    asked = []

    def find(text, lang):
        asked.append(lang)
        first = lang or "en"
        return VOCABULARY.find(
            text, langs=sorted({"en", "cy"}, key=lambda x: x != first)
        )

    done = annotate(markup, find=find, page=lambda *_: None, langs=["en", "cy"])
    return [match.candidates[0] for match in done.matches], sorted(asked)


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        pytest.param("lang=cy", "cy", id="the-language"),
        pytest.param("lang=cy-GB", "cy", id="of-a-country"),
        pytest.param("lang=' CY '", "cy", id="in-capitals"),
        pytest.param("lang=en", "en", id="the-other"),
        pytest.param("lang=fr", "", id="one-that-nobody-knows"),
        pytest.param("lang=cyx", "", id="one-that-begins-so"),
        pytest.param("lang=''", "", id="unknown"),
        pytest.param("", "", id="not-said"),
    ],
)
@pytest.mark.parametrize(
    "markup",
    ["<p {}>panel", "<div {}><p>panel", "<html {}><body>panel", "<x-y {}>panel"],
)
def test_terms_are_looked_for_in_the_language_of_the_part(markup, lang, expected):
    first = {"cy": "welsh-panel"}.get(expected, "english-panel")

    assert found(markup.format(lang)) == ([first], [expected])


def test_the_nearest_element_says_it():
    markup = (
        "<div lang=cy>panel<p lang=en>panel <b lang=fr>panel</b></p>panel</div>panel"
    )

    assert found(markup) == (
        [
            "welsh-panel",
            "english-panel",
            "english-panel",
            "welsh-panel",
            "english-panel",
        ],
        ["", "cy", "en"],
    )


def test_a_term_is_in_the_language_in_which_it_begins():
    vocabulary = build_vocabulary(
        [Form("a b", "one", "en"), Form("b c", "two", "cy"), Form("d", "three", "cy")]
    )
    done = annotate(
        "<b lang=en>a <i lang=cy>b c d</i></b>",
        find=lambda text, lang: vocabulary.find(text, langs=[lang]),
        page=lambda *_: None,
        langs=["en", "cy"],
    )

    assert [match.candidates for match in done.matches] == [("one",), ("three",)]


@pytest.mark.parametrize(("start", "expected"), [(1, [0, 1]), (0, [0]), (2, [0, 2])])
def test_what_begins_where_another_ends_stays(start, expected):
    def find(text, lang):
        first, second = Match(0, 1, ("a",), "", ""), Match(start, 3, ("b",), "", "")
        return [first] if lang == "en" else [second]

    done = annotate(
        "<b lang=en>a</b><i lang=cy>bc</i>",
        find=find,
        page=lambda *_: None,
        langs=["en", "cy"],
    )

    assert [match.start for match in done.matches] == expected


def test_without_a_language_that_is_known_the_text_is_read_once():
    languages = "".join(f"<b lang=x{number}>panel </b>" for number in range(50))

    assert found(languages)[1] == [""]
    assert found("")[1] == [""]


def test_links_lead_to_the_language_of_the_part():
    html = mark("<p lang=en-GB>grooming<p lang=cy><b>problem profile").html

    assert 'href="/en/grooming/" hreflang="en"' in html
    assert 'href="/cy/problem-profile/" hreflang="cy"' in html
    assert Read(html).links == ["grooming", "problem profile"]


def test_the_language_of_what_goes_does_not_count():
    hidden = "<table lang=cy><x-y lang=en><tr><td>panel"

    assert found(hidden)[0] == ["welsh-panel"]
