"""Somebody reads what a word means."""

import pytest

from glossary.publishing import refresh_publications
from tests.factories import OPERATOR, published, restored, section, source, withdrawn
from tests.web.html import read

pytestmark = pytest.mark.django_db

ENGLISH, WELSH = "/en/terms/problem-profile/", "/cy/termau/proffil-problem/"


def page_of(site, path=ENGLISH):
    answer = site.get(path)
    assert answer.status == 200
    return read(answer.text)


def names(page, lang):
    return [one for one in page.every("strong") if one.lang == lang]


def test_the_short_version_comes_first(site):
    published(languages={"en": section("problem profile", explanation="In full.")})

    article = page_of(site).one("article")

    words = article.text
    assert article.one("h1").text == "problem profile"
    assert words.index("What problem profile means.") < words.index("In full.")


def test_every_layer_has_its_heading_and_absent_ones_have_none(site):
    layers = {
        name: f"The {name}." for name in ("explanation", "for_you", "ask", "detail")
    }
    published(languages={"en": section("problem profile", **layers)})

    page = page_of(site)

    ids = [one.get("id") for one in page.every("h2")]
    assert [name for name in ids if name in layers or name == "for-you"] == [
        *("explanation", "for-you", "ask", "detail"),
    ]
    assert "update" not in ids


def test_a_harmful_word_carries_its_notice_before_the_explanation(site):
    text = section(
        "problem profile", explanation="In full.", notice="This word can hurt."
    )
    published(languages={"en": text})

    page = page_of(site)

    assert page.one("div", class_="note-care").text == "This word can hurt."
    assert page.text.index("This word can hurt.") < page.text.index("In full.")


def test_links_between_entries_stay_in_the_language(site):
    published("police-force")
    text = "See [the force](entry:police-force)."
    welsh = section("proffil problem", "cy", explanation=text)
    published(languages={"en": section("problem profile"), "cy": welsh})

    link = page_of(site, WELSH).one("a", href="/cy/termau/heddlu/")

    assert link.text == "the force"


def test_a_proposed_name_is_never_shown_as_official(site):
    published()

    english, welsh = page_of(site), page_of(site, WELSH)

    assert "proffil problem" in [one.text for one in names(english, "cy")]
    assert "We propose this name. It is not official." in english.text
    assert welsh.every("span", class_="tag")
    assert not english.every("span", class_="tag")


def test_an_attested_name_names_who_uses_it(site):
    attested = {"status": "attested", "source": "wales"}
    welsh = section("proffil problem", "cy")
    welsh["terms"][0] |= {
        "provenance": attested,
        "gender": "masculine",
        "plural": "proffiliau",
    }
    published(languages={"en": section("problem profile"), "cy": welsh})
    source("wales", lang="cy", url="https://wales.example/")
    refresh_publications(source_ids=["wales"], actor=OPERATOR)

    name = names(page_of(site), "cy")[0].parent

    assert name.one("a").get("href") == "https://wales.example/"
    assert name.one("a").lang == "cy"
    assert "masculine noun" in name.text
    assert "proffiliau" in name.text


def test_other_names_say_what_they_are(site):
    text = section("problem profile")
    text["terms"] += [
        {"text": "PP", "type": "acronym", "status": "admitted"},
        {"text": "crime map", "type": "full-form", "status": "superseded"},
    ]
    published(languages={"en": text})

    rows = [one.text for one in page_of(site).one("ul", class_="names").every("li")]

    assert rows == ["problem profile", "PP abbreviation", "crime map no longer used"]


def test_official_words_stand_apart_in_their_own_language(site):
    source("hansard", lang="en", licence="OPL", published_on="2025-01-21")
    quotation = {"source": "hansard", "quotation": "in its own words", "lang": "en"}
    published(citations=[quotation | {"locator": "Question 1"}])

    page = page_of(site, WELSH)

    quoted = page.one("blockquote")
    assert quoted.lang == "en"
    assert quoted.one("p", class_="where").text == "Question 1"
    (cited,) = page.every("cite")
    assert cited.lang == "en"
    assert cited.one("a").get("rel") == "noreferrer"
    assert page.one("time", datetime="2025-01-21").text == "21 Ionawr 2025"


def test_a_source_that_is_not_quoted_is_named_apart(site):
    published(citations=[{"source": "report-2023", "quotation": None, "lang": "en"}])

    page = page_of(site)

    assert not page.every("blockquote")
    assert page.one("h2", id="further").text


def test_related_entries_come_in_groups_seen_from_both_ends(site):
    published("police-force")
    published(
        "chief-constable", related=[{"relation": "broader", "id": "police-force"}]
    )

    narrow = page_of(site, "/en/terms/chief-constable/")
    wide = page_of(site, "/en/terms/police-force/")

    assert narrow.one("h2", id="related-1").text == "Wider words"
    assert wide.one("h2", id="related-1").text == "Narrower words"
    assert wide.one("ul", class_="links").one("a").text == "chief constable"


def test_what_replaced_an_entry_is_said_at_the_top(site):
    published("police-force")
    published(related=[{"relation": "replaced-by", "id": "police-force"}])

    page = page_of(site)

    assert page.one("span", class_="tag").text == "Replaced by something newer"
    assert page.one("h2", id="related-1").text == "Replaced by"


def test_who_has_not_checked_a_text_is_said(site):
    published()

    english, welsh = page_of(site), page_of(site, WELSH)

    assert "No editor has checked this text yet." in english.text
    assert not english.every("span", class_="unchecked")
    assert welsh.one("span", class_="unchecked").text


def test_the_dates_and_the_history_are_there(site):
    published()
    published(as_at="2025-06-30")

    page = page_of(site)

    assert "30 June 2025" in page.text
    assert "21 November 2026" in page.text
    changes = page.one("details").every("li")
    assert [one.text.split(": ")[1] for one in changes] == [
        "Changed",
        "Published for the first time",
    ]


def test_an_entry_about_harm_leads_to_help_after_the_explanation(site):
    text = section("problem profile", explanation="In full.", detail="The law.")
    published(languages={"en": text}, topics=["child-sexual-exploitation"])

    words = page_of(site).one("article").text

    assert words.index("In full.") < words.index("you can talk to somebody")
    assert words.index("you can talk to somebody") < words.index("The law.")


def test_the_short_address_leads_to_the_readers_language(site):
    published()
    address = page_of(site).one("a", class_="address").get("href")

    welsh = site.get(address, accept_language="cy")
    english = site.get(address, accept_language="de")

    assert (welsh.status, welsh.headers["location"]) == (302, WELSH)
    assert english.headers["location"] == ENGLISH
    assert "Accept-Language" in welsh.headers["vary"]
    assert page_of(site).one("svg", class_="qr").every("path")


def test_an_unknown_short_address_is_not_found(site):
    assert site.get("/t/nothing/").status == 404


def test_a_language_that_is_missing_is_said_and_never_passed_over(site):
    welsh = section("proffil problem", "cy", explanation="Yn llawn.")
    published(languages={"cy": welsh})

    page = page_of(site, "/en/terms/proffil-problem/")

    note = page.one("div", class_="note").text
    assert "has not been written in this language yet" in note
    assert page.one("html").get("lang") == "en"
    assert page.one("h1").lang == "cy"
    assert ("cy", "Yn llawn.") in list(page.one("article").spoken())
    assert page.one("h2", id="explanation").lang == "en"


def test_a_language_that_is_behind_is_said(site):
    english = section("problem profile", edition=1, matches={"cy": 1})
    welsh = section("proffil problem", "cy", edition=2)
    published(languages={"en": english, "cy": welsh})

    behind, current = page_of(site), page_of(site, WELSH)

    note = behind.one("div", class_="note")
    assert "has changed in another language" in note.text
    assert note.one("a").get("href") == WELSH
    assert not current.every("div", class_="note")


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
    withdrawn(reason="Two in one.")

    answer = site.get(WELSH)
    page = read(answer.text)

    assert answer.status == 410
    assert page.one("html").get("lang") == "cy"
    assert "Two in one." in page.text
    assert page.one("a", href="/cy/termau/heddlu/").text == "heddlu"
    assert "What problem profile means." not in page.text
    (toggle,) = page.one("nav", class_="tongues").every("a")
    assert toggle.get("href") == ENGLISH


def test_an_echo_is_not_shown_as_an_edit(site):
    published("police-force")
    published(related=[{"relation": "related", "id": "police-force"}])
    published("police-force", languages={"en": section("police service")})

    changes = page_of(site).one("details").text

    assert "Updated, because something that it shows has changed" in changes
    assert "Changed" not in changes


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


def test_nothing_in_a_text_becomes_markup(site):
    hurtful = '<script>alert("1")</script>'
    names = section("problem profile", short=hurtful, explanation=hurtful)
    published(languages={"en": names})

    text = site.get(ENGLISH).text

    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text
