"""The public form of an entry: all that it shows, of itself and of what is around it."""

from __future__ import annotations

import json

import pytest

from glossary.closed_lists import LanguageState
from glossary.document import SourceDocument, parse_shape
from glossary.public_form import (
    BASE,
    Label,
    Neighbour,
    PublicReview,
    Surroundings,
    label_of,
    language_state,
    public_entry,
    public_source,
)
from tests.factories import document, section

REPORT = {
    "id": "report-2023",
    "kind": "document",
    "genre": "inspection-report",
    "title": "A report",
    "publisher": "The inspectors",
    "publisher_names": {"cy": "Yr arolygwyr"},
    "published_on": "2023-07-11",
    "url": "https://report.example/",
    "licence": "OGL-UK-3.0",
    "lang": "en",
    "note": "For ourselves.",
    "file": "report.txt",
}
SHOWN_REPORT = {
    "id": "report-2023",
    "title": "A report",
    "publisher": "The inspectors",
    "publisher_names": {"cy": "Yr arolygwyr"},
    "url": "https://report.example/",
    "published_on": "2023-07-11",
    "licence": "OGL-UK-3.0",
    "lang": "en",
}
FORCE = Neighbour(
    labels={"en": Label(text="police force"), "cy": Label(text="heddlu")},
    slugs={"en": "police-force", "cy": "heddlu"},
)
ENGLISH_ONLY = Neighbour(
    labels={"en": Label(text="grooming")}, slugs={"en": "grooming"}
)


def source(**values):
    return parse_shape(SourceDocument, {**REPORT, **values})


def around(**values):
    """Return what is around an entry: its source, unless something else is said."""
    return Surroundings(
        **{"sources": {"report-2023": source()}, "neighbours": {}, **values}
    )


def form(given=None, surroundings=None):
    """Return a public form as JSON has it."""
    made = public_entry(
        given or document(), surroundings or around(), short_code="3v4ori", revision=7
    )
    return json.loads(made.to_json())


def term(text="un", lang="cy", **values):
    """Return a section with one name that has these values."""
    words = section(text, lang)
    words["terms"][0] |= values
    return {lang: words}


def shown_term(**values):
    (found,) = form(document(languages=term(**values)))["languages"]["cy"]["terms"]
    return found


def test_an_entry_is_shown_whole():
    given = document(
        kind="legal",
        topics=["police-data", "courts"],
        applies_in=["wales"],
        in_use={"from": "2012", "to": "2020-05"},
        citations=[
            {
                "source": "report-2023",
                "quotation": "in its own words",
                "lang": "cy",
                "locator": "page 7",
            },
            {"source": "report-2023", "lang": "en"},
        ],
        review={"checked_on": "2026-01-02", "check_due": "2026-08-02"},
    )

    shown = form(given)

    languages = shown.pop("languages")
    assert set(languages) == {"en", "cy"}
    assert shown == {
        "sequence": 0,
        "id": "problem-profile",
        "url": f"{BASE}/en/terms/problem-profile/",
        "short_url": f"{BASE}/t/3v4ori/",
        "revision": 7,
        "kind": "legal",
        "topics": ["police-data", "courts"],
        "applies_in": ["wales"],
        "as_at": "2024-12-31",
        "in_use": {"from": "2012", "to": "2020-05"},
        "replaced_by": [],
        "checked_on": "2026-01-02",
        "check_due": "2026-08-02",
        "review": {"arrival": "written-here", "record": None},
        "citations": [
            {
                "source": SHOWN_REPORT,
                "quotation": "in its own words",
                "lang": "cy",
                "locator": "page 7",
            },
            {
                "source": SHOWN_REPORT,
                "quotation": None,
                "lang": "en",
                "locator": None,
            },
        ],
        "related": [],
        "licence": "CC-BY-4.0",
        "published_at": None,
    }


def test_a_section_is_shown_whole():
    layers = {
        name: f"The {name} of *it*."
        for name in ("explanation", "for_you", "ask", "detail", "update", "notice")
    }
    given = document(languages={"en": section("problem profile", **layers)})
    signed = around(
        checked_by={"en": ["editor"]}, not_checked_by={"en": ["subject-expert"]}
    )

    english = form(given, signed)["languages"]["en"]

    assert english == {
        "state": "current",
        "slug": "problem-profile",
        "url": f"{BASE}/en/terms/problem-profile/",
        "terms": [
            {
                "text": "problem profile",
                "type": "full-form",
                "status": "preferred",
                "plural": None,
                "gender": None,
                "article": None,
                "context_only": False,
                "provenance": None,
            }
        ],
        "short": "What problem profile means.",
        **{
            name: {
                "markdown": text,
                "html": f"<p>The {name} of <em>it</em>.</p>",
                "text": f"The {name} of it.",
            }
            for name, text in layers.items()
        },
        "renderings": [],
        "checked_by": ["editor"],
        "not_checked_by": ["subject-expert"],
    }


RENDERING = {
    "kind": "bsl-video",
    "lang": "bfi",
    "made_by": "A theatre of deaf people",
    "made_on": "2026-03-04",
}


@pytest.mark.parametrize(
    ("given", "url"),
    [
        ({"address": "https://theatre.example/1"}, "https://theatre.example/1"),
        ({"file": "profile.mp4"}, f"{BASE}/renderings/profile.mp4"),
    ],
    ids=["address", "file"],
)
def test_a_text_in_another_form_is_shown_with_who_made_and_checked_it(given, url):
    signed = [{"role": "lived-experience", "signed_on": "2026-05-06"}]
    made = [RENDERING | given | {"signed_off": signed}]
    words = section("problem profile", renderings=made)

    (found,) = form(document(languages={"en": words}))["languages"]["en"]["renderings"]

    assert found == {**RENDERING, "url": url, "signed_off": signed}


def test_a_layer_that_is_not_there_is_null():
    english = form()["languages"]["en"]

    layers = ("explanation", "for_you", "ask", "detail", "update", "notice")
    assert [english[name] for name in layers] == [None] * 6
    assert (english["checked_by"], english["not_checked_by"]) == ([], [])


def test_a_language_without_a_text_says_so_and_no_more():
    shown = form(document(languages={"cy": section("proffil problem", "cy")}))

    assert shown["languages"]["en"] == {"state": "missing"}
    assert shown["url"] == f"{BASE}/cy/termau/proffil-problem/"


def test_who_has_checked_what_is_told_for_each_language():
    signed = around(
        checked_by={"cy": ["editor"]},
        not_checked_by={"cy": ["subject-expert"], "en": ["editor"]},
    )

    found = form(surroundings=signed)["languages"]

    assert (found["en"]["checked_by"], found["en"]["not_checked_by"]) == (
        [],
        ["editor"],
    )
    assert (found["cy"]["checked_by"], found["cy"]["not_checked_by"]) == (
        ["editor"],
        ["subject-expert"],
    )


def test_how_a_text_came_to_be_approved_is_told():
    review = PublicReview(arrival="reviewed-elsewhere", record="tests")

    assert form(surroundings=around(review=review))["review"] == {
        "arrival": "reviewed-elsewhere",
        "record": "tests",
    }


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        pytest.param({"type": "acronym"}, {"type": "acronym"}, id="type"),
        pytest.param({"plural": "rhai"}, {"plural": "rhai"}, id="plural"),
        pytest.param(
            {"grammar": {"gender": "feminine"}}, {"gender": "feminine"}, id="gender"
        ),
        pytest.param({"grammar": {"article": "yr"}}, {"article": "yr"}, id="article"),
        pytest.param(
            {"grammar": {"article": "none"}}, {"article": None}, id="no-article"
        ),
        pytest.param({"context_only": True}, {"context_only": True}, id="general-word"),
        pytest.param({"provenance": None}, {"provenance": None}, id="its-own-name"),
        pytest.param(
            {"provenance": {"status": "by-pattern", "note": "For ourselves."}},
            {"provenance": {"status": "by-pattern", "source": None}},
            id="without-a-source",
        ),
        pytest.param(
            {"provenance": {"status": "attested", "source": "report-2023"}},
            {"provenance": {"status": "attested", "source": SHOWN_REPORT}},
            id="with-its-source",
        ),
        pytest.param(
            {"provenance": {"status": "attested", "source": "elsewhere"}},
            {"provenance": {"status": "attested", "source": None}},
            id="with-a-source-that-is-not-public",
        ),
    ],
)
def test_a_name_is_shown_with_what_is_known_of_it(given, shown):
    rest = {
        key: value for key, value in shown_term(**given).items() if key not in shown
    }

    assert shown_term(**given) == {**rest, **shown}
    assert rest.get("text", "un") == "un"


def test_names_keep_their_order_and_say_how_they_stand():
    words = section("un")
    words["terms"] += [
        {"text": "two", "type": "short-form", "status": "admitted"},
        {"text": "three", "type": "code", "status": "deprecated"},
    ]

    found = form(document(languages={"en": words}))["languages"]["en"]["terms"]

    assert [(one["text"], one["status"]) for one in found] == [
        ("un", "preferred"),
        ("two", "admitted"),
        ("three", "deprecated"),
    ]


def test_a_source_without_more_shows_none():
    bare = source(publisher_names={}, published_on=None, licence=None, genre=None)

    assert json.loads(public_source(bare).model_dump_json()) == {
        **SHOWN_REPORT,
        "publisher_names": {},
        "published_on": None,
        "licence": None,
    }


RELATED = [
    {"relation": "broader", "id": "police-force"},
    {"relation": "replaced-by", "id": "grooming"},
    {"relation": "replaced-by", "id": "not-public"},
    {"relation": "related", "id": "not-public"},
]
NEAR = {"police-force": FORCE, "grooming": ENGLISH_ONLY}


def test_relations_are_shown_from_both_ends_and_each_once():
    surroundings = around(
        neighbours=NEAR,
        relations_back=[
            ("narrower", "grooming"),
            ("broader", "police-force"),
            ("related", "not-public"),
        ],
    )

    shown = form(document(related=RELATED), surroundings)

    assert [(row["relation"], row["id"]) for row in shown["related"]] == [
        ("broader", "police-force"),
        ("replaced-by", "grooming"),
        ("narrower", "grooming"),
    ]
    assert shown["related"][0]["labels"] == {
        "en": {"text": "police force", "provenance": None},
        "cy": {"text": "heddlu", "provenance": None},
    }


def test_only_what_is_public_replaces_an_entry():
    shown = form(document(related=RELATED), around(neighbours=NEAR))

    assert shown["replaced_by"] == ["grooming"]


TEXT = "The [force](entry:police-force), [it](entry:grooming), [him](entry:nobody)."


def linked(lang):
    given = document(
        languages={
            "en": section("problem profile", ask=TEXT),
            "cy": section("proffil problem", "cy", ask=TEXT),
        }
    )
    return form(given, around(neighbours=NEAR))["languages"][lang]["ask"]


def test_a_text_leads_to_the_entries_that_are_there_in_its_language():
    assert linked("en")["html"] == (
        f'<p>The <a href="{BASE}/en/terms/police-force/" rel="noreferrer">force</a>,'
        f' <a href="{BASE}/en/terms/grooming/" rel="noreferrer">it</a>, him.</p>'
    )
    assert linked("cy")["html"] == (
        f'<p>The <a href="{BASE}/cy/termau/heddlu/" rel="noreferrer">force</a>, it, him.</p>'
    )
    assert linked("cy")["text"] == "The force, it, him."


def test_a_link_to_another_site_stays_as_it_is():
    text = "At [the court](https://court.example/)."
    given = document(languages={"en": section("problem profile", ask=text)})

    assert BASE not in form(given)["languages"]["en"]["ask"]["html"]


def runs(text, lang="cy", *, own=None, english=None, near=None):
    """Return the runs of a text that are marked as of the first language."""
    languages = {"cy": own or section("proffil problem", "cy")}
    languages[lang]["ask"] = text
    if english:
        languages["en"] = english
    shown = form(document(languages=languages), around(neighbours=near or {}))
    return shown["languages"][lang]["ask"]["html"]


def test_names_of_the_first_language_in_another_text_are_marked_as_such():
    found = runs(
        "Mae problem profile yn air. A police force. A grooming.",
        english=section("problem profile"),
        near=NEAR,
    )

    assert found == (
        '<p>Mae <span lang="en">problem profile</span> yn air.'
        ' A <span lang="en">police force</span>. A grooming.</p>'
    )


def test_a_name_that_the_text_shares_is_not_marked():
    own = section("problem profile", "cy")

    assert "lang=" not in runs(
        "Problem profile. A problem profile.",
        own=own,
        english=section("problem profile"),
    )


def test_a_name_that_is_kept_in_the_first_language_is_marked():
    own = section("problem profile", "cy")
    own["terms"][0]["provenance"] = {"status": "kept-in-english"}

    found = runs("Y problem profile.", own=own, english=section("problem profile"))

    assert '<span lang="en">problem profile</span>' in found


def test_a_text_of_the_first_language_has_no_foreign_names_in_it():
    given = document(
        languages={
            "en": section("problem profile", ask="A problem profile. A police force."),
        }
    )

    assert (
        "lang="
        not in form(given, around(neighbours=NEAR))["languages"]["en"]["ask"]["html"]
    )


def test_a_neighbour_without_a_name_in_the_first_language_marks_nothing():
    welsh = Neighbour(
        labels={"cy": Label(text="prif gwnstabl")}, slugs={"cy": "prif-gwnstabl"}
    )

    found = runs("Y prif gwnstabl.", near={"chief-constable": welsh})

    assert "lang=" not in found


def editions(english=1, welsh=1, **matches):
    """Return an entry with these editions, and what each of them matches."""
    return document(
        languages={
            "en": section("one", edition=english, matches=matches.get("en")),
            "cy": section("un", "cy", edition=welsh, matches=matches.get("cy")),
        }
    )


@pytest.mark.parametrize(
    ("given", "english", "welsh"),
    [
        pytest.param(editions(), "behind", "behind", id="nothing-is-known"),
        pytest.param(
            editions(en={"cy": 1}, cy={"en": 1}), "current", "current", id="both"
        ),
        pytest.param(
            editions(2, en={"cy": 1}, cy={"en": 1}), "current", "behind", id="welsh"
        ),
        pytest.param(
            editions(2, 3, en={"cy": 2}, cy={"en": 2}),
            "behind",
            "current",
            id="english",
        ),
        pytest.param(
            editions(1, en={"cy": 2}, cy={"en": 2}), "current", "current", id="ahead"
        ),
        pytest.param(
            document(
                languages={
                    "en": section("one"),
                    "cy": section("un", "cy", matches={"en": 1}),
                }
            ),
            "behind",
            "current",
            id="an-edition-that-nobody-counted-is-the-first",
        ),
    ],
)
def test_a_text_is_behind_what_it_was_not_made_to_match(given, english, welsh):
    assert language_state(given, "en") == english
    assert language_state(given, "cy") == welsh
    states = {lang: row["state"] for lang, row in form(given)["languages"].items()}
    assert states == {"en": english, "cy": welsh}


def test_a_text_that_is_alone_is_current_and_one_that_is_missing_has_no_state():
    alone = document(languages={"en": section("one", edition=5)})

    assert language_state(alone, "en") == LanguageState.CURRENT
    assert language_state(alone, "cy") is None


def test_a_label_says_whether_a_name_is_official():
    proposed = document().languages["cy"].preferred
    own = document().languages["en"].preferred

    assert label_of(proposed) == Label(text="proffil problem", provenance="proposed")
    assert label_of(own) == Label(text="problem profile", provenance=None)
