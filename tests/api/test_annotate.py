"""An app asks which terms are in a text: where, in what form, and what they mean."""

import json
import re

import pytest

from tests.api.problems import assert_problem
from tests.factories import published, section

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/annotate/"


@pytest.fixture(autouse=True)
def _entries(db):
    published("problem-profile")
    published("police-force")


def annotate(site, **body):
    answer = site.post(ADDRESS, body)
    assert answer.status == 200, answer.text
    return answer.json


def quotes(answer):
    return [match["quote"] for match in answer["items"]]


def test_a_term_is_found_and_what_it_means_comes_once(site):
    answer = annotate(site, text="A problem profile. PROBLEM PROFILE.")

    first, second = answer["items"]
    assert first == {
        "start": 2,
        "end": 17,
        "quote": "problem profile",
        "lang": "en",
        "form": "exact",
        "candidates": ["problem-profile"],
    }
    assert (second["quote"], second["form"]) == ("PROBLEM PROFILE", "folded")
    assert answer["briefs"] == {
        "problem-profile": {
            "id": "problem-profile",
            "languages": {
                "en": {
                    "state": "current",
                    "label": {"text": "problem profile", "provenance": None},
                    "short": "What problem profile means.",
                    "url": "http://testserver/en/terms/problem-profile/",
                    "not_checked_by": ["editor", "subject-expert", "lived-experience"],
                },
                "cy": {
                    "state": "current",
                    "label": {"text": "proffil problem", "provenance": "proposed"},
                    "short": "What proffil problem means.",
                    "url": "http://testserver/cy/termau/proffil-problem/",
                    "not_checked_by": [
                        "editor",
                        "welsh-language",
                        "subject-expert",
                        "lived-experience",
                    ],
                },
            },
        }
    }


def test_a_plain_text_is_the_body_and_the_rest_is_the_query(site):
    answer = site.ask(
        "POST",
        f"{ADDRESS}?in=cy&occurrences=first&exclude=police-force",
        body=b"Mae'r broffil problem, y heddlu, proffil problem",
        content_type="text/plain; charset=UTF-8",
    )

    assert quotes(answer.json) == ["broffil problem"]
    assert answer.json["lang"] == "cy"
    assert list(answer.json["briefs"]["problem-profile"]["languages"]) == ["cy"]
    assert answer.headers["content-language"] == "cy"


def test_so_many_terms_are_listed_and_the_answer_says_how_many_there_are(site):
    answer = annotate(site, text="A police force. " * 5001 + "A problem profile.")

    assert (answer["total"], len(answer["items"])) == (5002, 5000)
    assert answer["items"][-1]["start"] == 4999 * 16 + 2
    assert set(answer["briefs"]) == {"police-force", "problem-profile"}


def test_html_is_linked_also_where_no_more_is_listed(site):
    answer = annotate(site, html="A police force. " * 5001 + "A problem profile.")

    assert (answer["total"], len(answer["items"])) == (5002, 5000)
    assert answer["html"].count("<a ") == 2


@pytest.mark.parametrize(("occurrences", "found"), [("all", 3), ("first", 2)])
def test_what_was_found_is_counted_as_it_was_asked_for(site, occurrences, found):
    text = "A problem profile, a police force, a problem profile."
    answer = annotate(site, text=text, occurrences=occurrences)

    assert (answer["total"], len(answer["items"])) == (found, found)


def test_a_media_type_has_no_case(site):
    answer = site.ask(
        "POST", f"{ADDRESS}?in=cy", body=b"heddlu", content_type="Text/Plain"
    )

    assert list(answer.json["briefs"]["police-force"]["languages"]) == ["cy"]


def test_nobody_may_keep_the_answer_and_any_origin_may_ask(site):
    answer = site.post(ADDRESS, {"text": "heddlu"}, origin="https://app.example")

    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "etag" not in answer.headers
    allowed = site.options(ADDRESS).headers["access-control-allow-methods"]
    assert "POST" in allowed


@pytest.mark.parametrize(
    ("lang", "found"),
    [
        pytest.param("auto", ["police force", "heddlu"], id="any"),
        pytest.param("en", ["police force"], id="english"),
        pytest.param("cy", ["heddlu"], id="welsh"),
    ],
)
def test_the_language_of_the_terms_can_be_given(site, lang, found):
    assert quotes(annotate(site, text="police force, heddlu", lang=lang)) == found


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        pytest.param("It was the first of them, and you have it.", "en", id="english"),
        pytest.param("Mae hyn yn wir, ac mae'r plant wedi mynd.", "cy", id="welsh"),
        pytest.param("", "en", id="nothing"),
    ],
)
def test_the_likely_language_of_the_text_is_said(site, text, lang):
    assert annotate(site, text=text)["lang"] == lang


def test_a_word_of_two_languages_is_taken_for_one_of_the_texts_own(site):
    languages = {"en": section("panel"), "cy": section("panel", "cy")}
    published("panel", languages=languages)

    welsh = annotate(site, text="Mae'r panel wedi dweud hyn, ac mae'n wir")
    english = annotate(site, text="The panel said that it was so")

    assert [row["items"][0]["lang"] for row in (welsh, english)] == ["cy", "en"]


@pytest.mark.parametrize(
    ("offsets", "span"),
    [
        pytest.param("code-point", (3, 9), id="code-point"),
        pytest.param("utf-16", (4, 10), id="utf-16"),
        pytest.param("utf-8", (7, 13), id="utf-8"),
    ],
)
@pytest.mark.parametrize("member", ["text", "html"])
def test_places_are_counted_as_the_app_counts(site, member, offsets, span):
    answer = annotate(site, **{member: "😀ŵ heddlu", "offsets": offsets})

    (match,) = answer["items"]
    assert (match["start"], match["end"]) == span
    assert answer["offsets"] == offsets


def test_first_occurrences_alone_can_be_asked_for(site):
    answer = annotate(site, text="heddlu, police force, heddlu", occurrences="first")

    assert quotes(answer) == ["heddlu"]


def test_an_acronym_of_two_entries_has_two_candidates(site):
    for entry_id in ("first-one", "second-one"):
        terms = [
            {"text": f"the {entry_id}", "type": "full-form", "status": "preferred"},
            {"text": "QZX", "type": "acronym", "status": "admitted"},
        ]
        published(
            entry_id, languages={"en": section("the one", terms=terms, slug=entry_id)}
        )

    answer = annotate(site, text="QZX")

    assert answer["items"][0]["candidates"] == ["first-one", "second-one"]
    assert set(answer["briefs"]) == {"first-one", "second-one"}
    assert answer["briefs"]["first-one"]["languages"]["cy"] == {"state": "missing"}


def test_html_comes_back_with_links_and_with_the_text_that_was_read(site):
    answer = annotate(site, html="<h1>Heddlu</h1><p onclick=x>Y <b>heddlu</b> a heddlu")

    assert answer["html"] == (
        '<h1>Heddlu</h1><p>Y <b><a class="glossary-term" data-entries="police-force" '
        'href="http://testserver/cy/termau/heddlu/" hreflang="cy" '
        'rel="noreferrer">heddlu</a></b> a heddlu</p>'
    )
    assert answer["text"] == "Heddlu\n\nY heddlu a heddlu"
    for match in answer["items"]:
        assert answer["text"][match["start"] : match["end"]] == match["quote"]
    assert len(answer["items"]) == 3


def test_links_lead_to_the_language_asked_for_that_the_entry_has(site):
    published("grooming", languages={"en": section("grooming")})

    html = annotate(site, html="heddlu, grooming", **{"in": ["cy", "en"]})["html"]

    assert 'href="http://testserver/cy/termau/heddlu/" hreflang="cy"' in html
    assert 'href="http://testserver/en/terms/grooming/" hreflang="en"' in html


def test_what_is_published_is_found_at_once(site):
    before = annotate(site, text="grooming")
    published("grooming")

    assert (quotes(before), quotes(annotate(site, text="grooming"))) == (
        [],
        ["grooming"],
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("\0heddlu\0", id="nul"),
        pytest.param("\u202eheddlu\u202c", id="right-to-left"),
        pytest.param("👩‍👩‍👧 heddlu \U0010ffff", id="emoji"),
        pytest.param("\ue000 heddlu", id="private-use"),
        pytest.param("heddlu\ufeff", id="byte-order-mark"),
        pytest.param("he\u0301ddlu heddlu", id="combining"),
    ],
)
def test_any_text_is_answered_with_its_own_words(site, text):
    answer = annotate(site, text=text)

    for match in answer["items"]:
        assert text[match["start"] : match["end"]] == match["quote"]
    assert ("heddlu" in quotes(answer)) == ("heddlu" in text)


@pytest.mark.parametrize(
    ("body", "errors"),
    [
        pytest.param({}, [("/text", "required")], id="no-text"),
        pytest.param({"text": "a", "html": "b"}, [("/html", "both")], id="two-texts"),
        pytest.param({"text": 1}, [("/text", "invalid")], id="a-number"),
        pytest.param({"text": ["a"]}, [("/text", "invalid")], id="a-list"),
        pytest.param({"text": None}, [("/text", "null")], id="null"),
        pytest.param({"text": "", "x": 1}, [("/x", "unknown-parameter")], id="unknown"),
        pytest.param(
            {"text": "", "lang": "fr"}, [("/lang", "unknown-lang")], id="lang"
        ),
        pytest.param({"text": "", "in": ["fr"]}, [("/in/0", "unknown-in")], id="in"),
        pytest.param(
            {"text": "", "offsets": "bytes"},
            [("/offsets", "unknown-offsets")],
            id="offsets",
        ),
        pytest.param(
            {"text": "", "occurrences": 1},
            [("/occurrences", "unknown-occurrences")],
            id="occurrences",
        ),
        pytest.param(
            {"text": "", "exclude": ["A b"]}, [("/exclude/0", "invalid")], id="exclude"
        ),
        pytest.param(
            {"text": "", "exclude": {"a": 1}},
            [("/exclude", "not-a-list")],
            id="exclude-an-object",
        ),
        pytest.param(
            {"text": "", "exclude": ["a"] * 1001},
            [("/exclude", "too-many")],
            id="exclude-everything",
        ),
    ],
)
def test_what_is_not_allowed_is_named(site, body, errors):
    problem = assert_problem(site.post(ADDRESS, body), 400, "invalid-body")

    assert [(row["pointer"], row["code"]) for row in problem["errors"]] == errors


def test_with_json_too_the_address_can_say_how_the_text_is_read(site):
    body = {"text": "A problem profile, a problem profile", "in": ["cy"]}

    answer = site.post(f"{ADDRESS}?occurrences=first&offsets=utf-16", body)

    assert (
        answer.json
        == site.post(
            ADDRESS, {**body, "occurrences": "first", "offsets": "utf-16"}
        ).json
    )
    assert answer.json["total"] == 1


@pytest.mark.parametrize(
    ("query", "name", "code"),
    [
        pytest.param("in=en", "in", "twice", id="the-same-in-both"),
        pytest.param("offsets=utf-8", "offsets", "twice", id="a-default-in-both"),
        pytest.param("text=a", "text", "unknown-parameter", id="the-text-itself"),
        pytest.param("lang=xx", "lang", "unknown-lang", id="not-allowed"),
    ],
)
def test_what_the_address_may_not_say_is_named(site, query, name, code):
    body = {"text": "", "in": ["cy"], "offsets": "code-point"}

    problem = assert_problem(
        site.post(f"{ADDRESS}?{query}", body), 400, "invalid-query"
    )

    assert [(row["parameter"], row["code"]) for row in problem["errors"]] == [
        (name, code)
    ]


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        pytest.param(b"{", "application/json", id="half"),
        pytest.param(b"[]", "application/json", id="a-list"),
        pytest.param(b'{"text": "\\ud800"}', "application/json", id="half-a-character"),
        pytest.param(b'{"\\uDC00": 1}', "application/json", id="half-a-name"),
        pytest.param(b'{"text": "\xff"}', "application/json", id="not-utf-8"),
        pytest.param(b'{"text": "", "text": ""}', "application/json", id="twice"),
        pytest.param(b"\xff", "text/plain", id="plain-not-utf-8"),
        pytest.param(b"", "text/plain", id="nothing-that-arrived"),
    ],
)
def test_what_cannot_be_read_is_refused(site, body, kind):
    answer = site.ask("POST", ADDRESS, body=body, content_type=kind)

    assert_problem(answer, 400, "malformed-body")


@pytest.mark.parametrize(
    "kind",
    [
        pytest.param("text/html", id="html"),
        pytest.param("text/plain; charset=iso-8859-1", id="latin"),
        pytest.param("application/x-www-form-urlencoded", id="form"),
        pytest.param("multipart/form-data; boundary=a", id="files"),
    ],
)
def test_another_media_type_is_refused(site, kind):
    answer = site.ask("POST", ADDRESS, body=b"text=a", content_type=kind)

    assert_problem(answer, 415, "unsupported-media-type")


def test_it_takes_no_other_method(site):
    answer = site.get(ADDRESS)

    assert_problem(answer, 405, "method-not-allowed")
    assert answer.headers["allow"] == "POST, OPTIONS"


MOST = 1024 * 1024


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        pytest.param(b"a" * MOST, "text/plain", 200, id="plain-just-not"),
        pytest.param(b"a" * (MOST + 1), "text/plain", 413, id="plain"),
        pytest.param(
            b'{"text": "%b"}' % (b"\\u00e9" * (MOST // 2)),
            "application/json",
            200,
            id="escaped-just-not",
        ),
        pytest.param(
            json.dumps({"text": "a" * (MOST + 1)}).encode(),
            "application/json",
            413,
            id="text",
        ),
        pytest.param(
            json.dumps({"html": "é" * (MOST // 2 + 1)}).encode(),
            "application/json",
            413,
            id="html",
        ),
        pytest.param(b" " * 4 * MOST, "application/json", 413, id="body"),
    ],
)
def test_more_than_a_megabyte_is_too_much(site, body, kind, status):
    answer = site.ask("POST", ADDRESS, body=body, content_type=kind)

    assert answer.status == status
    if status == 413:
        assert_problem(answer, 413, "too-large")


PARTS = "<p>The police force</p><p lang='cy-GB'>Mae proffil problem</p>"


@pytest.mark.parametrize(
    ("given", "langs"),
    [
        pytest.param({}, ["en", "cy"], id="as-the-text-says"),
        pytest.param({"in": ["en", "cy"]}, ["en", "cy"], id="as-the-part-says"),
        pytest.param({"in": ["cy", "en"]}, ["cy", "cy"], id="as-it-is-asked-for"),
        pytest.param({"in": ["en"]}, ["en", "en"], id="none-but-those-asked-for"),
    ],
)
def test_links_are_in_the_language_of_the_part(site, given, langs):
    html = annotate(site, html=PARTS, **given)["html"]

    assert re.findall(r'hreflang="(..)"', html) == langs
    assert re.findall(r'href="http://testserver/(..)/', html) == langs


@pytest.mark.parametrize(
    ("text", "given", "lang"),
    [
        pytest.param("Mae'r heddlu yn y dref", {}, "cy", id="as-it-seems"),
        pytest.param("heddlu", {"lang": "cy"}, "cy", id="as-it-is-said"),
        pytest.param("Mae'r heddlu yma", {"in": ["en"]}, "en", id="as-it-is-asked-for"),
        pytest.param("<p lang=en>heddlu", {"lang": "cy"}, "en", id="as-the-part-says"),
    ],
)
def test_links_are_in_the_language_of_the_text(site, text, given, lang):
    assert f'hreflang="{lang}"' in annotate(site, html=text, **given)["html"]


def test_terms_of_the_language_of_a_part_come_first_there(site):
    published("english", languages={"en": section("panel", slug="english")})
    published("welsh", languages={"cy": section("panel", "cy", slug="cymraeg")})
    html = "<p>It was the panel that said so</p><p lang=cy>panel</p>"

    answer = annotate(site, html=html)
    only = annotate(site, html=html, lang="en")

    assert [row["lang"] for row in answer["items"]] == ["en", "cy"]
    assert [row["candidates"][0] for row in answer["items"]] == ["english", "welsh"]
    assert [row["lang"] for row in only["items"]] == ["en", "en"]
    assert (answer["lang"], only["lang"]) == ("en", "en")


@pytest.mark.parametrize(
    "given",
    [
        pytest.param({}, id="the-same"),
        pytest.param({"in": ["cy"]}, id="for-others"),
        pytest.param({"lang": "cy"}, id="read-as-welsh"),
        pytest.param({"offsets": "utf-16", "occurrences": "first"}, id="counted"),
        pytest.param({"exclude": ["police-force"]}, id="with-less"),
    ],
)
def test_an_answer_that_is_sent_again_comes_back_as_it_was(site, given):
    markup = (
        "<html lang=en><body><h1>Police force</h1><p>A police <b>force</b>, a problem "
        "profile<sup>1</sup><img alt='police force'><td>heddlu<td>proffil problem"
    )
    once = annotate(site, html=markup)["html"]

    assert once.count("glossary-term") == 2
    assert annotate(site, html=once, **given)["html"] == once


def test_hidden_words_are_not_in_the_answer(site):
    markup = "<p style='display:none'>problem profile</p><p hidden>heddlu</p><p>a</p>"

    answer = annotate(site, html=markup)

    assert (answer["html"], answer["text"], answer["briefs"]) == ("<p>a</p>", "a", {})
