"""The addresses that lead to an entry: former ones, other languages, gone ones."""

import pytest

from glossary.closed_lists import WithdrawalReason
from tests.factories import published, restored, section, withdrawn
from tests.web.entry_page import ENGLISH, WELSH
from tests.web.html import read

pytestmark = pytest.mark.django_db


@pytest.fixture
def named(db):
    """Entries with an abbreviation, a general word, and a name to avoid."""
    names = section("child sexual exploitation")
    names["terms"] += [
        {"text": "CSE", "type": "acronym", "status": "admitted"},
        {"text": "child prostitution", "type": "full-form", "status": "deprecated"},
    ]
    general = {"text": "the harm", "type": "short-form", "status": "admitted"}
    names["terms"].append(general | {"context_only": True})
    welsh = section("camfanteisio ar blant", "cy", hidden=["plantcam"])
    code = {"text": "CRhB", "type": "abbreviation", "status": "admitted"}
    welsh["terms"].append(code | {"provenance": {"status": "proposed"}})
    published("child-sexual-exploitation", languages={"en": names, "cy": welsh})


@pytest.mark.parametrize(
    ("path", "status", "location"),
    [
        ("/en/terms/Child-Sexual-Exploitation/", 308, "child-sexual-exploitation"),
        ("/en/terms/CSE/", 302, "child-sexual-exploitation"),
        ("/en/terms/cse/", 302, "child-sexual-exploitation"),
        ("/en/terms/child_sexual_exploitation/", 302, "child-sexual-exploitation"),
        ("/en/terms/crhb/", 302, "child-sexual-exploitation"),
        ("/EN/TERMS/CSE/", 308, "cse"),
        ("/EN/TERMS/CSE", 308, "cse"),
    ],
)
def test_a_slug_in_capitals_and_a_name_lead_to_the_entry(
    site, named, path, status, location
):
    answer = site.get(path)

    assert answer.status == status
    assert answer.headers["location"] == f"/en/terms/{location}/"


def test_a_name_in_an_address_leads_to_the_language_of_the_address(site, named):
    answer = site.get("/cy/termau/CSE/")

    assert answer.headers["location"] == "/cy/termau/camfanteisio-ar-blant/"


@pytest.mark.parametrize(
    "slug", ["child-prostitution", "the-harm", "harm", "plantcam", "csee", "sexual"]
)
def test_a_name_that_is_not_shown_or_not_whole_is_no_address(site, named, slug):
    assert site.get(f"/en/terms/{slug}/").status == 404


def test_the_slug_of_another_language_leads_to_the_page_in_this_one(site):
    published()

    answer = site.get("/cy/termau/problem-profile/")

    assert (answer.status, answer.headers["location"]) == (308, WELSH)


def test_a_former_address_leads_to_the_present_one(site):
    published()
    published(languages={"en": section("profile of a problem")})

    answer = site.get(ENGLISH)

    assert answer.status == 308
    assert answer.headers["location"] == "/en/terms/profile-of-a-problem/"


def test_a_withdrawn_entry_says_when_why_and_what_instead(site):
    published("police-force")
    published(related=[{"relation": "replaced-by", "id": "police-force"}])
    withdrawn(reason=WithdrawalReason.WRONG)

    answer = site.get(WELSH)
    page = read(answer.text)

    assert answer.status == 410
    assert page.one("html").get("lang") == "cy"
    assert "Roedd yn anghywir." in page.text
    assert page.one("a", href="/cy/termau/heddlu/").text == "heddlu"
    assert "What problem profile means." not in page.text
    (toggle,) = page.one("nav", class_="tongues").every("a")
    assert toggle.get("href") == ENGLISH


def test_an_entry_that_came_back_is_there_again(site):
    published()
    withdrawn()
    restored()

    assert site.get(ENGLISH).status == 200


def test_a_page_follows_the_newest_publication(site):
    published()
    assert "What problem profile means." in site.get(ENGLISH).text

    published(languages={"en": section("problem profile", short="Something new.")})

    assert "Something new." in site.get(ENGLISH).text
