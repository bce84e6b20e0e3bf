"""What was erased is nowhere to be read, and nothing that hurts is said of it."""

from __future__ import annotations

import pytest

from glossary import reading
from glossary.closed_lists import ErasureReason
from glossary.document import DocumentKind, Name
from glossary.models import CommandLine, Publication
from glossary.publishing import ask_to_erase, confirm_erasure
from glossary.reading.rows import public_at
from tests.api.problems import assert_problem
from tests.factories import named, published, section, source, topic, withdrawn
from tests.helplines import helpline, stored
from tests.web.html import read

pytestmark = pytest.mark.django_db
WORD = "qzvxname"


@pytest.fixture(autouse=True)
def a_list(tmp_path, settings):
    settings.ERASED_LIST = tmp_path / "erased.jsonl"


def erase(name, *revisions, with_key=False):
    asked = ask_to_erase(
        name=name,
        reason=ErasureReason.IDENTIFIES_VICTIM,
        actor=CommandLine("anna"),
        revisions=revisions,
        with_key=with_key,
    )
    return confirm_erasure(erasure=asked, actor=CommandLine("ben"))


def with_the_word():
    sections = {"en": section(WORD), "cy": section(f"{WORD} cy", "cy")}
    published("grooming", languages=sections)
    related = [{"relation": "related", "id": "grooming"}]
    published("police-force", related=related)


@pytest.mark.parametrize(
    ("path", "lang", "before", "said"),
    [
        (
            f"/en/terms/{WORD}/",
            "en",
            200,
            "We have removed it, and it will not come back.",
        ),
        (
            f"/cy/termau/{WORD}-cy/",
            "cy",
            200,
            "Rydyn ni wedi'i dileu, a fydd hi ddim yn dod yn ôl.",
        ),
        (
            f"/cy/termau/{WORD}/",
            "cy",
            308,
            "Rydyn ni wedi'i dileu, a fydd hi ddim yn dod yn ôl.",
        ),
    ],
)
def test_its_address_says_in_one_sentence_that_it_is_gone(
    site, path, lang, before, said
):
    with_the_word()
    assert site.get(path).status == before

    erase(named("grooming"))

    answer = site.get(path)
    page = read(answer.text)
    assert (answer.status, page.one("html").lang) == (410, lang)
    assert page.one("main").one("p", class_="lead").text == said
    assert WORD not in answer.text
    assert "noindex" in answer.text


def test_an_address_of_an_earlier_text_leads_to_the_present_one(site):
    with_the_word()
    published("grooming")

    erase(named("grooming"), 1)

    answer = site.get(f"/en/terms/{WORD}/")
    assert (answer.status, answer.headers["location"]) == (308, "/en/terms/grooming/")


def test_an_address_that_was_never_there_is_not_there(site):
    with_the_word()
    erase(named("grooming"))

    assert site.get("/en/terms/something-else/").status == 404


def test_apps_are_told_to_delete_what_they_hold(site):
    with_the_word()
    first = Publication.objects.get(key="grooming", change="published").sequence

    erase(named("grooming"))

    problem = assert_problem(site.get("/api/v1/entries/grooming/"), 410, "erased")
    assert first in problem["tombstone"]["erased"]
    assert (problem["tombstone"]["reason"], WORD in str(problem)) == (None, False)
    several = site.get("/api/v1/entries/?ids=grooming").json
    assert [one["code"] for one in several["problems"]] == ["erased"]


def test_the_history_has_no_text_and_says_so(site):
    with_the_word()
    erase(named("grooming"))

    rows = site.get("/api/v1/entries/grooming/history/").json["items"]
    beside = site.get("/api/v1/entries/police-force/history/").json["items"]

    assert [(row["change"], row["erased"]) for row in rows] == [
        ("erased", False),
        ("refreshed", True),
        ("published", True),
    ]
    assert [(row["change"], row["erased"]) for row in beside] == [
        ("earlier-erased", False),
        ("published", True),
    ]


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_recent_changes_name_nothing_of_it(site, lang):
    with_the_word()
    erase(named("grooming"))

    page = site.get({"en": "/en/changes/", "cy": "/cy/newidiadau/"}[lang])

    assert page.status == 200
    assert WORD not in page.text
    removed = {"en": "Removed for ever", "cy": "Wedi&#x27;i ddileu am byth"}[lang]
    assert removed in page.text
    earlier = {"en": "Earlier texts", "cy": "Testunau cynharach"}[lang]
    assert earlier not in page.text


def test_an_earlier_text_that_went_is_nobodys_news(site):
    with_the_word()
    published("grooming", as_at="2025-01-01")
    erase(named("grooming"), 1)

    page = site.get("/en/changes/").text

    assert "Earlier texts removed for ever" not in page
    assert "Earlier texts removed for ever" in site.get("/en/terms/grooming/").text


def test_changes_of_what_is_beside_entries_are_told_without_the_text(site):
    source(title=f"On {WORD}")
    stored(helpline())
    name = Name(DocumentKind.SOURCE, "report-2023")
    source(title="On something")
    erase(name, 1)
    topic("people", en=WORD)
    erase(Name(DocumentKind.TOPIC, "people"))

    page = site.get("/en/changes/")

    assert (page.status, WORD in page.text) == (200, False)
    assert "On something" in page.text


@pytest.mark.parametrize(
    "path",
    [
        "/en/",
        "/en/a-to-z/",
        "/en/terms/police-force/",
        "/api/v1/entries/police-force/",
        "/api/v1/entries/",
        "/api/v1/term-pack/",
        "/api/v1/lookup/?term=grooming",
        "/en/changes/",
    ],
)
def test_what_was_held_falls_away(site, path):
    """The same site, with its answers held, before and after."""
    with_the_word()
    before = site.get(path)
    assert before.status == 200

    erase(named("grooming"))

    after = site.get(path)
    assert (after.status, WORD in after.text) == (200, False)


def test_the_index_is_made_anew_and_not_only_covered(settings, tmp_path, monkeypatch):
    monkeypatch.setattr("glossary.reading.shelves.is_outgrown", lambda *_: False)
    settings.SEARCH_INDEX_DIR = str(tmp_path)
    with_the_word()
    whole = reading.shelf().whole
    assert WORD.encode() in (tmp_path / "search.sqlite3").read_bytes()
    withdrawn("grooming")
    assert reading.shelf().whole is whole

    erase(named("grooming"))

    assert reading.shelf().whole.sequence == Publication.objects.last().sequence
    assert WORD.encode() not in (tmp_path / "search.sqlite3").read_bytes()
    reading.remove_kept_index()
    reading.remove_kept_index()
    assert not (tmp_path / "search.sqlite3").exists()


def test_what_is_read_at_an_earlier_moment_is_not_there(site):
    with_the_word()
    sequence = Publication.objects.last().sequence
    erase(named("grooming"))

    found = public_at(sequence).values_list("key", flat=True)

    assert list(found) == []


def test_it_may_be_public_again_under_its_own_address(site):
    with_the_word()
    erase(named("grooming"))

    given = published("grooming", languages={"en": section(WORD)})

    assert given.change == "published"
    assert site.get(f"/en/terms/{WORD}/").status == 200


# The key itself


PAGES = [
    "/en/",
    "/en/a-to-z/",
    f"/en/search/?q={WORD}",
    "/en/changes/",
    "/en/map/",
    "/en/topics/police-data/",
    "/en/sources/report-2023/",
    "/en/explain/words/",
    "/api/v1/entries/",
    f"/api/v1/search/?q={WORD}",
    f"/api/v1/suggest/?q={WORD}",
    f"/api/v1/lookup/?q={WORD}",
    "/api/v1/term-pack/",
    "/api/v1/letters/?lang=en",
    "/sitemap.xml",
]
ADDRESSES = [f"/en/terms/{WORD}/", f"/api/v1/entries/{WORD}/"]


def with_the_key():
    """Publish an entry whose key tells who somebody is, and one that referred to it."""
    published(WORD)
    related = [{"relation": "related", "id": WORD}]
    published("police-force", related=related)
    published("police-force")


def test_nothing_that_was_made_before_has_a_key_that_went(site):
    with_the_key()
    before = {path: has_it(site, path) for path in PAGES}
    assert sum(before.values()) > 8
    assert {site.get(path).status for path in ADDRESSES} == {200}

    erasure = erase(named(WORD), with_key=True)

    assert [path for path in PAGES if has_it(site, path)] == []
    assert {site.get(path).status for path in ADDRESSES} == {404}
    address = f"/api/v1/entries/{erasure.new_key}/"
    problem = assert_problem(site.get(address), 410, "erased")
    assert problem["tombstone"]["id"] == erasure.new_key


def has_it(site, path):
    """Tell whether a page has it; where somebody looked for it, whether it leads."""
    text = site.get(path).text
    return f"/{WORD}/" in text or (WORD in text and WORD not in path)


def test_what_apps_hold_of_it_answers_404_as_though_it_had_never_been(site):
    with_the_key()
    held = site.get(f"/api/v1/entries/{WORD}/").json["sequence"]

    erasure = erase(named(WORD), with_key=True)

    answer = site.get(f"/api/v1/entries/?ids={WORD},{erasure.new_key}").json
    never, told = answer["problems"]
    assert (never["code"], "tombstone" in never) == ("not-found", False)
    assert held in told["tombstone"]["erased"]
