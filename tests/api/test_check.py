"""An app for those who write asks what is hard to read in a text, or could hurt."""

import json

import pytest

from glossary.api.texts import check as view
from glossary.plain_language import unchecked
from tests.api.problems import assert_problem
from tests.factories import published, section

pytestmark = pytest.mark.django_db
ADDRESS = "/api/v1/check/"


@pytest.fixture(autouse=True)
def _entries(db):
    published("problem-profile")


def check(site, **body):
    answer = site.post(ADDRESS, body)
    assert answer.status == 200, answer.text
    return answer.json


def found(answer):
    return [(row["severity"], row["code"], row["excerpt"]) for row in answer["items"]]


def test_what_is_found_says_where_why_and_what_to_do(site):
    answer = check(site, text="The polise did it in order to help.")

    first, second = answer["items"]
    assert first == {
        "severity": "error",
        "start": 4,
        "end": 10,
        "excerpt": "polise",
        "code": "unknown-word",
        "reasons": {
            "en": "The dictionary does not have this word.",
            "cy": "Dydy'r gair hwn ddim yn y geiriadur.",
        },
        "advice": {
            "en": "Check its spelling.",
            "cy": "Edrychwch eto ar y sillafu.",
        },
    }
    assert (second["severity"], second["code"]) == ("warning", "officialese")
    assert answer["counts"] == {"error": 1, "warning": 1, "note": 0}
    assert answer["not_checked"] == []


def test_the_text_is_measured_and_gets_no_grade(site):
    answer = check(site, text="The police asked you. It " + "goes on and on " * 9)

    assert answer["measures"] == {
        "words": 41,
        "sentences": 2,
        "average": 21,
        "long_sentences": 1,
    }
    assert set(answer) == {
        "lang",
        "offsets",
        "counts",
        "items",
        "next",
        "previous",
        "total",
        "measures",
        "not_checked",
    }


def test_a_text_in_which_nothing_is_found(site):
    answer = check(site, text="The police asked you. You can say no.")

    assert answer["items"] == []
    assert set(answer["counts"].values()) == {0}


def test_the_terms_of_the_glossary_are_known(site):
    text = "We hold a multi-agency meeting with the XQZ."
    before = found(check(site, text=text))
    terms = [
        {"text": "multi-agency", "type": "full-form", "status": "preferred"},
        {"text": "XQZ", "type": "acronym", "status": "admitted", "context_only": True},
    ]
    published("together", languages={"en": section("multi-agency", terms=terms)})

    assert [code for _, code, _ in before] == ["unexplained-abbreviation", "jargon"]
    assert found(check(site, text=text)) == []


def test_a_plain_text_is_the_body_and_the_rest_is_the_query(site):
    answer = site.ask(
        "POST",
        f"{ADDRESS}?in=cy&offsets=utf-8",
        body="Mae'r tŷ i plant.".encode(),
        content_type="text/plain; charset=UTF-8",
    )

    (row,) = answer.json["items"]
    assert (answer.json["lang"], row["code"]) == ("cy", "mutation")
    assert (row["start"], row["end"]) == (10, 17)
    assert set(row["reasons"]) == {"cy"}
    assert answer.headers["content-language"] == "cy"


@pytest.mark.parametrize(
    ("more", "headers", "langs"),
    [
        pytest.param({}, {}, ["en", "cy"], id="all"),
        pytest.param({}, {"accept_language": "cy"}, ["cy", "en"], id="welsh-first"),
        pytest.param({"in": ["cy"]}, {}, ["cy"], id="welsh"),
        pytest.param({"in": ["en"]}, {"accept_language": "cy"}, ["en"], id="english"),
    ],
)
def test_sentences_come_in_the_languages_asked_for(site, more, headers, langs):
    answer = site.post(ADDRESS, {"text": "The polise.", **more}, **headers)

    (row,) = answer.json["items"]
    assert list(row["reasons"]) == list(row["advice"]) == langs
    assert answer.headers["content-language"] == ", ".join(langs)


@pytest.mark.parametrize(
    ("text", "lang", "read"),
    [
        pytest.param("It was the first, and you have it.", "auto", "en", id="english"),
        pytest.param("Mae hyn yn wir, ac mae'n dda.", "auto", "cy", id="welsh"),
        pytest.param("", "auto", "en", id="nothing"),
        pytest.param("The police.", "cy", "cy", id="as-welsh"),
    ],
)
def test_the_language_of_the_text_is_guessed_or_given(site, text, lang, read):
    assert check(site, text=text, lang=lang)["lang"] == read


def test_a_text_in_the_wrong_language_is_full_of_unknown_words(site):
    answer = check(site, text="The police asked.", lang="cy")

    assert ("error", "unknown-word", "police") in found(answer)


@pytest.mark.parametrize(
    ("offsets", "spans"),
    [
        pytest.param("code-point", [(9, 15), (16, 24)], id="code-point"),
        pytest.param("utf-16", [(10, 16), (17, 25)], id="utf-16"),
        pytest.param("utf-8", [(14, 20), (21, 29)], id="utf-8"),
    ],
)
def test_places_are_counted_as_the_app_counts(site, offsets, spans):
    text = "😀 wasn’t polise prior to. 😀"

    answer = check(site, text=text, offsets=offsets, lang="en")

    assert answer["offsets"] == offsets
    assert [(row["start"], row["end"]) for row in answer["items"]] == spans


def test_overlapping_findings_each_have_their_place(site):
    text = "Ŵyl: it " + "was polise and " * 9 + "so."
    rows = check(site, text=text, lang="en")["items"]

    for row in rows:
        words = " ".join(text[row["start"] : row["end"]].split())
        assert words.startswith(row["excerpt"].removesuffix("…"))
    assert {row["code"] for row in rows} >= {"unknown-word", "long-sentence"}


def test_what_could_not_be_checked_is_said(site, monkeypatch):
    monkeypatch.setattr(unchecked, "can_check_spelling", lambda lang: lang != "cy")

    welsh, english = (
        check(site, text="Mae'r heddlu yma.", lang=lang)["not_checked"]
        for lang in ("cy", "en")
    )

    assert welsh == [
        {
            "code": "spelling-not-checked",
            "reasons": {
                "en": "The spelling dictionary is not installed.",
                "cy": "Does dim geiriadur sillafu wedi'i osod yma.",
            },
            "advice": {
                "en": "Check the spelling with another program.",
                "cy": "Edrychwch ar y sillafu gyda rhaglen arall.",
            },
        }
    ]
    assert english == []


def test_there_is_an_end_to_what_is_listed_and_none_to_what_is_counted(
    site, monkeypatch
):
    monkeypatch.setattr(view, "MOST_FINDINGS", 2)

    answer = check(site, text="It was done. The polise. The polise. The polise.")

    assert [row["severity"] for row in answer["items"]] == ["error", "error"]
    assert answer["counts"] == {"error": 3, "warning": 0, "note": 1}


def test_nobody_may_keep_the_answer_and_any_origin_may_ask(site):
    answer = site.post(ADDRESS, {"text": "heddlu"}, origin="https://app.example")

    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "etag" not in answer.headers
    assert "ratelimit" in answer.headers
    allowed = site.options(ADDRESS).headers["access-control-allow-methods"]
    assert "POST" in allowed


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("\0polise\0", id="nul"),
        pytest.param("\u202epolise\u202c", id="right-to-left"),
        pytest.param("👩‍👩‍👧 polise \U0010ffff", id="emoji"),
        pytest.param("poli\u0301se polise", id="combining"),
        pytest.param("polise\r\nis\r\n\r\npolise", id="line-ends"),
        pytest.param("a'" * 5000, id="apostrophes"),
        pytest.param("a-" * 5000, id="hyphens"),
        pytest.param("'a " * 5000, id="quotation-marks"),
    ],
)
@pytest.mark.parametrize("lang", ["en", "cy"])
def test_any_text_is_answered(site, text, lang):
    answer = check(site, text=text, lang=lang)

    for row in answer["items"]:
        assert 0 <= row["start"] <= row["end"] <= len(text)


@pytest.mark.parametrize(
    ("body", "errors"),
    [
        pytest.param({}, [("/text", "required")], id="no-text"),
        pytest.param({"text": 1}, [("/text", "invalid")], id="a-number"),
        pytest.param({"text": ["a"]}, [("/text", "invalid")], id="a-list"),
        pytest.param({"text": None}, [("/text", "null")], id="null"),
        pytest.param(
            {"text": "", "html": ""}, [("/html", "unknown-parameter")], id="html"
        ),
        pytest.param(
            {"text": "", "lang": "fr"}, [("/lang", "unknown-lang")], id="lang"
        ),
        pytest.param({"text": "", "in": ["fr"]}, [("/in/0", "unknown-in")], id="in"),
        pytest.param(
            {"text": "", "offsets": "bytes"},
            [("/offsets", "unknown-offsets")],
            id="offsets",
        ),
    ],
)
def test_what_is_not_allowed_is_named(site, body, errors):
    problem = assert_problem(site.post(ADDRESS, body), 400, "invalid-body")

    assert [(row["pointer"], row["code"]) for row in problem["errors"]] == errors


def test_a_problem_is_told_in_welsh_too(site):
    answer = site.post(ADDRESS, {"text": "", "lang": "fr"}, accept_language="cy")

    problem = assert_problem(answer, 400, "invalid-body")
    assert problem["errors"][0]["detail"].endswith(": auto, en, cy.")
    assert answer.headers["content-language"] == "cy"


def test_with_json_too_the_address_can_say_how_the_text_is_read(site):
    answer = site.post(f"{ADDRESS}?in=cy&lang=en", {"text": "The polise."})

    body = {"text": "The polise.", "lang": "en", "in": ["cy"]}
    assert answer.json == site.post(ADDRESS, body).json
    assert answer.headers["content-language"] == "cy"


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        pytest.param(b"{", "application/json", id="half"),
        pytest.param(b"[]", "application/json", id="a-list"),
        pytest.param(b'{"text": "\\ud800"}', "application/json", id="half-a-character"),
        pytest.param(b'{"text": "\xff"}', "application/json", id="not-utf-8"),
        pytest.param(b'{"text": "", "text": ""}', "application/json", id="twice"),
        pytest.param(b"\xff", "text/plain", id="plain-not-utf-8"),
        pytest.param(b"", "text/plain", id="nothing-that-arrived"),
    ],
)
def test_what_cannot_be_read_is_refused(site, body, kind):
    answer = site.ask("POST", ADDRESS, body=body, content_type=kind)

    assert_problem(answer, 400, "malformed-body")


@pytest.mark.parametrize("kind", ["text/html", "application/x-www-form-urlencoded"])
def test_another_media_type_is_refused(site, kind):
    answer = site.ask("POST", ADDRESS, body=b"text=a", content_type=kind)

    assert_problem(answer, 415, "unsupported-media-type")


def test_another_representation_is_refused(site):
    answer = site.post(ADDRESS, {"text": ""}, accept="text/html")

    assert_problem(answer, 406, "not-acceptable")


def test_it_takes_no_other_method(site):
    answer = site.get(ADDRESS)

    assert_problem(answer, 405, "method-not-allowed")
    assert answer.headers["allow"] == "POST, OPTIONS"


def test_too_many_requests_are_asked_to_wait(site, settings):
    settings.RATE_LIMIT = "1/minute"
    headers = {"x_forwarded_for": "192.0.2.77"}
    site.post(ADDRESS, {"text": ""}, **headers)

    answer = site.post(ADDRESS, {"text": ""}, **headers)

    assert_problem(answer, 429, "too-many-requests")
    assert int(answer.headers["retry-after"]) > 0


MOST = 200_000


@pytest.mark.parametrize(
    ("body", "kind", "status"),
    [
        pytest.param(b"a" * MOST, "text/plain", 200, id="plain-just-not"),
        pytest.param(b"a" * (MOST + 1), "text/plain", 413, id="plain"),
        pytest.param(
            json.dumps({"text": "é" * (MOST // 2)}).encode(),
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
        pytest.param(b" " * 4 * 1024 * 1024, "application/json", 413, id="body"),
    ],
)
def test_more_than_80_pages_are_too_much(site, body, kind, status):
    answer = site.ask("POST", ADDRESS, body=body, content_type=kind)

    assert answer.status == status
    if status == 413:
        assert_problem(answer, 413, "too-large")
