"""Somebody reads what a word means."""

import datetime as dt

import pytest
from django.db.models import F

from glossary import reading
from glossary.models import Dataset, Entry, Helpline
from glossary.publishing import refresh_publications, republish_entries
from glossary.transfer.helplines import write_helplines
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
    assert "For you." not in words or words.index("can hurt") < words.index("For you.")


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
    assert "Proposed by us, not official" in english.text
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
    refresh_publications(source_ids=["wales"], actor=OPERATOR)

    page = page_of(site)

    assert len(names(page, "cy")) == 3
    assert page.text.count("The words of a public body") == 1


def test_the_gender_is_said_of_a_noun_in_the_singular_only(site):
    welsh = section("proffil problem", "cy")
    welsh["terms"][0]["gender"] = "masculine"
    published(languages={"en": section("problem profile"), "cy": welsh})

    assert "noun" not in page_of(site).one("h2", id="names").parent.parent.text


def test_a_publisher_is_called_by_its_name_in_the_language_of_the_page(site):
    citation = {"source": "wales", "quotation": "in its own words", "lang": "en"}
    published(citations=[citation])
    source("wales", publisher="The inspectors", publisher_names={"cy": "Yr arolygwyr"})
    refresh_publications(source_ids=["wales"], actor=OPERATOR)

    english, welsh = page_of(site), page_of(site, WELSH)

    assert "The inspectors" in english.one("div", class_="cited").text
    assert "Yr arolygwyr" in welsh.one("div", class_="cited").text
    assert "The inspectors" not in welsh.text


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


def test_official_words_stand_apart_in_their_own_language(site):
    source("hansard", lang="en", licence="OPL", published_on="2025-01-21")
    quotation = {"source": "hansard", "quotation": "in its own words", "lang": "en"}
    published(citations=[quotation | {"locator": "Question 1"}])

    page = page_of(site, WELSH)

    quoted = page.one("blockquote")
    assert quoted.lang == "en"
    assert quoted.one("p", class_="where").text == "Question 1"
    (cited,) = page.every("cite")
    assert cited.one("a").lang == "en"
    assert cited.one("a").get("rel") == "noreferrer"
    assert page.one("time", datetime="2025-01-21").text == "21 Ionawr 2025"


def test_a_source_that_is_not_quoted_is_named_apart(site):
    published(citations=[{"source": "report-2023", "quotation": None, "lang": "en"}])

    page = page_of(site)

    assert not page.every("blockquote")
    assert page.one("h2", id="rests").text
    assert not page.every("h2", id="met")


def test_a_page_on_which_a_name_was_seen_is_named_as_that(site):
    welsh = section("proffil problem", "cy")
    welsh["terms"][0]["provenance"] = {"status": "attested", "source": "wales"}
    citations = [
        {"source": name, "quotation": None, "lang": "cy"}
        for name in ("wales", "report-2023")
    ]
    english = section("problem profile")
    published(languages={"en": english, "cy": welsh}, citations=citations)

    fold = page_of(site).one("h2", id="rests").parent.parent

    facts, seen = fold.every("ul")
    assert fold.one("h3").text == "Where we saw a name"
    assert len(facts.every("li")) == len(seen.every("li")) == 1


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


@pytest.mark.parametrize(
    ("signed_off", "said"),
    [
        pytest.param([], "No editor or expert has checked this text yet.", id="nobody"),
        pytest.param(["editor"], "Some of the people", id="some"),
        pytest.param(
            ["editor", "subject-expert", "lived-experience"], "Everybody", id="all"
        ),
    ],
)
def test_who_has_checked_a_text_is_in_sight_in_one_sentence(site, signed_off, said):
    published()
    revision = Entry.objects.get(pk="problem-profile").revisions.get()
    revision.review_record = {"record": "r", "signed_off": {"en": signed_off}}
    revision.save()
    republish_entries(actor=OPERATOR)

    assert said in page_of(site).one("div", class_="entry-lead").text


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
    changes = page.one("ul", class_="changes").every("li")
    assert [one.text.split(": ")[1] for one in changes] == [
        "Changed",
        "Published for the first time",
    ]


def test_paper_has_the_numbers_that_were_seen_of_late(site, starter_content):
    published()
    write_helplines(starter_content.helplines)

    on_paper = page_of(site).one("div", class_="on-paper")

    shown = [one.text for one in on_paper.every("li")]
    assert any(one.startswith("999") for one in shown)
    assert any(one.startswith("0800 1111 Childline") for one in shown)
    assert "Nobody has rung them" in on_paper.text
    assert not any("Stop It Now" in one for one in shown)


def test_paper_has_no_number_that_may_have_changed(site, starter_content):
    published()
    write_helplines(starter_content.helplines)
    for row in Helpline.objects.all():
        row.number_dated = dt.date(2019, 4, 1)
        row.save()
    Dataset.objects.update(reference=F("reference") + 1)
    reading.forget()

    assert not page_of(site).every("div", class_="on-paper")


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

    changes = page_of(site).one("ul", class_="changes").text

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
