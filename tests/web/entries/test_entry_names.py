"""What things and people are called on the page of an entry."""

import pytest

from tests.factories import published, section, source
from tests.web.entry_page import WELSH, page_of

pytestmark = pytest.mark.django_db


def names(page, lang):
    return [one for one in page.every("strong") if one.lang == lang]


def test_a_proposed_name_is_never_shown_as_official(site):
    published()

    english, welsh = page_of(site), page_of(site, WELSH)

    assert "proffil problem" in [one.text for one in names(english, "cy")]
    assert "Proposed by us, not official" in english.text
    assert welsh.every("span", class_="tag")
    assert not english.every("span", class_="tag")


def test_an_attested_name_names_who_uses_it(site):
    attested = {"status": "attested", "source": "wales"}
    welsh = section("proffil problem", "cy")
    welsh["terms"][0] |= {
        "provenance": attested,
        "grammar": {"gender": "masculine"},
        "plural": "proffiliau",
    }
    published(languages={"en": section("problem profile"), "cy": welsh})
    source("wales", lang="cy", url="https://wales.example/")

    name = names(page_of(site), "cy")[0].parent
    group = name.parent.parent

    assert group.one("a").get("href") == "https://wales.example/"
    assert group.text.endswith("The words of a public body: The inspectors")
    assert "masculine noun" in name.text
    assert "proffiliau" in name.text


def test_names_from_one_place_share_what_is_said_of_it(site):
    welsh = section("proffil problem", "cy")
    attested = {"provenance": {"status": "attested", "source": "wales"}}
    more = [
        {"text": text, "type": "full-form", "status": "admitted"}
        for text in ("proffil problemau", "proffil o broblem")
    ]
    welsh["terms"] = [{**term, **attested} for term in (*welsh["terms"], *more)]
    published(languages={"en": section("problem profile"), "cy": welsh})
    source("wales", lang="cy")

    page = page_of(site)

    assert len(names(page, "cy")) == 3
    assert page.text.count("The words of a public body") == 1


def test_the_gender_is_said_of_a_noun_in_the_singular_only(site):
    welsh = section("proffil problem", "cy")
    welsh["terms"][0]["grammar"] = {"gender": "masculine"}
    published(languages={"en": section("problem profile"), "cy": welsh})

    assert "noun" not in page_of(site).one("h2", id="names").parent.parent.text


def test_other_names_say_what_they_are(site):
    text = section("problem profile")
    text["terms"] += [
        {"text": "PP", "type": "acronym", "status": "admitted"},
        {"text": "crime map", "type": "full-form", "status": "superseded"},
    ]
    published(languages={"en": text})

    lists = page_of(site).every("ul", class_="names")

    assert [one.text for rows in lists for one in rows.every("li")] == [
        "problem profile",
        "PP abbreviation",
        "An older name, no longer used: crime map",
    ]


@pytest.mark.parametrize(
    ("facts", "label"),
    [
        pytest.param(
            {"status": "deprecated"}, "A name that is better avoided:", id="harmful"
        ),
        pytest.param(
            {"status": "superseded"}, "An older name, no longer used:", id="older"
        ),
        pytest.param(
            {"status": "admitted", "context_only": True},
            "A more general word:",
            id="general",
        ),
    ],
)
@pytest.mark.parametrize("origin", ["widely-known", "attested", "proposed"])
def test_a_name_that_is_no_good_one_comes_last_and_plain(site, facts, label, origin):
    welsh = section("proffil problem", "cy")
    provenance = {"status": origin, "source": "report-2023"}
    bad = {"text": "enw drwg", "type": "full-form", "provenance": provenance}
    welsh["terms"] += [bad | facts]
    welsh["terms"] += [{**welsh["terms"][0], "text": "enw da", "status": "admitted"}]
    published(languages={"en": section("problem profile"), "cy": welsh})

    page = page_of(site)

    (row,) = [one for one in page.every("li") if "enw drwg" in one.text]
    assert not row.every("strong")
    assert row.text.startswith(label.rstrip(":"))
    assert row.text.endswith(": enw drwg")
    assert row.parent is page.every("ul", class_="names")[-1]


def test_forms_and_rules_of_a_name_are_shown_nowhere(site):
    rules = {"forms": ["profiled"], "unless": ["no ~"], "only": ["hidden ~", "FIELD"]}
    text = section("problem profile")
    text["terms"][0] |= rules
    published(languages={"en": text})

    page = page_of(site).text

    assert not any(word in page for word in ("profiled", "hidden", "FIELD", "~"))
