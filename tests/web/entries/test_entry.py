"""Somebody reads what a word means."""

import pytest

from tests.factories import published, section
from tests.helplines import OLD, helpline, seen, starters, stored
from tests.web.entry_page import ENGLISH, WELSH, page_of

pytestmark = pytest.mark.django_db


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


def test_an_entry_is_read_from_the_meaning_to_what_stands_behind_it(site):
    names = ("explanation", "for_you", "ask", "update", "detail")
    layers = {name: f"The {name}." for name in names}
    english = section("problem profile", **layers)
    published("police-force")
    published(
        languages={"en": english},
        related=[{"relation": "related", "id": "police-force"}],
    )

    words = page_of(site).one("article").text

    parts = [
        "What problem profile means.",
        *("The explanation.", "The for_you.", "The ask."),
        "you can talk to somebody",
        *("The update.", "Related words", "The detail.", "Where we met this word"),
    ]
    places = [words.index(part) for part in parts]
    assert places == sorted(places)


@pytest.mark.parametrize(
    ("layers", "before"),
    [
        pytest.param(
            {"explanation": "In full.", "for_you": "For you."}, "In full.", id="whole"
        ),
        pytest.param({}, "What problem profile means.", id="without-explanation"),
    ],
)
def test_a_notice_that_names_a_harmful_word_comes_after_the_meaning(
    site, layers, before
):
    text = section("problem profile", notice="This word can hurt.", **layers)
    published(languages={"en": text})

    page = page_of(site)

    assert page.one("div", class_="note-care").text == "This word can hurt."
    words = page.one("article").text
    assert words.index(before) < words.index("This word can hurt.")


def test_what_it_means_for_the_reader_comes_after_such_a_notice(site):
    layers = {"explanation": "In full.", "for_you": "For you."}
    text = section("problem profile", notice="This word can hurt.", **layers)
    published(languages={"en": text})

    words = page_of(site).one("article").text

    assert words.index("This word can hurt.") < words.index("For you.")


def test_links_between_entries_stay_in_the_language(site):
    published("police-force")
    text = "See [the force](entry:police-force)."
    welsh = section("proffil problem", "cy", explanation=text)
    published(languages={"en": section("problem profile"), "cy": welsh})

    link = page_of(site, WELSH).one("a", href="/cy/termau/heddlu/")

    assert link.text == "the force"


def test_what_stands_behind_an_entry_is_folded(site):
    text = section("problem profile", explanation="In full.", detail="The law.")
    published(languages={"en": text})

    folds = page_of(site).one("div", class_="folds").every("details")

    assert [fold.one("h2").text for fold in folds] == [
        "More detail and the law",
        "Names",
        "Where we met this word",
        "Who has checked this",
    ]
    assert not any("open" in fold.attributes for fold in folds)


def test_the_first_of_its_topics_is_above_an_entry(site):
    published(topics=["police-work", "police-data"])

    above = page_of(site).one("nav", class_="crumbs").every("a")

    assert [one.get("href") for one in above] == ["/en/", "/en/topics/police-data/"]


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


def test_paper_has_the_numbers_that_were_seen_of_late(site, starter_content):
    published()
    starters(starter_content)

    on_paper = page_of(site).one("div", class_="on-paper")

    shown = [one.text for one in on_paper.every("li")]
    assert any(one.startswith("999") for one in shown)
    assert any(one.startswith("0800 1111 Childline") for one in shown)
    assert "Nobody has rung them" in on_paper.text
    assert not any("Stop It Now" in one for one in shown)


def test_paper_has_no_number_that_may_have_changed(site):
    published()
    stored(helpline())
    assert page_of(site).one("div", class_="on-paper")

    stored(helpline(seen=[seen(dated=OLD)]))

    assert not page_of(site).every("div", class_="on-paper")


def test_a_language_that_is_missing_is_said_and_never_passed_over(site):
    welsh = section("proffil problem", "cy", explanation="Yn llawn.")
    published(languages={"cy": welsh})

    page = page_of(site, "/en/terms/proffil-problem/")

    note = page.one("div", class_="state").text
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

    note = behind.one("div", class_="state")
    assert "has changed in another language" in note.text
    assert note.one("a").get("href") == WELSH
    assert not current.every("div", class_="state")


def test_nothing_in_a_text_becomes_markup(site):
    hurtful = '<script>alert("1")</script>'
    names = section("problem profile", short=hurtful, explanation=hurtful)
    published(languages={"en": names})

    text = site.get(ENGLISH).text

    assert "<script>alert" not in text
    assert "&lt;script&gt;alert" in text
