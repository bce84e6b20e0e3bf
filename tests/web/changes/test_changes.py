"""A reader asks what has changed lately."""

import datetime as dt

import pytest
from django.utils import timezone

from glossary.closed_lists import Change, SignOffRole, WithdrawalReason
from glossary.models import Act, Note, Publication
from glossary.publishing import publish_revisions, restore_document
from glossary.review import Asked, begin_check, sign_off
from glossary.web.changes import changes, of_entries
from tests.factories import (
    OPERATOR,
    approved_revision,
    document,
    named,
    noted,
    person,
    published,
    section,
    source,
    withdrawn,
)
from tests.web.html import read
from tests.web.leaks import leaks, welsh

pytestmark = pytest.mark.django_db

PATH = {"en": "/en/changes/", "cy": "/cy/newidiadau/"}
DAY = dt.date(2026, 3, 2)

both = pytest.mark.parametrize("lang", ["en", "cy"])


@pytest.fixture(autouse=True)
def _ground(db):
    """Let what entries rest on be there, and nobody be told of it any more."""
    source()
    Publication.objects.update(change=Change.REFRESHED)


def on(day, *publications, hour=12):
    """Let publications have been made on a day."""
    at = timezone.make_aware(dt.datetime.combine(day, dt.time(hour)))
    ids = [row.sequence for row in publications]
    Publication.objects.filter(sequence__in=ids).update(published_at=at)


def shown(site, lang="en", query=""):
    answer = site.get(f"{PATH[lang]}{query}")
    assert answer.status == 200
    return read(answer.text).one("main")


def told(page):
    """Return the items of each kind on each day: days and kinds as they are headed."""
    found: dict[str, dict[str, list[str]]] = {}
    for day in page.every("section"):
        kinds = found.setdefault(day.one("h2").text, {})
        kind = ""
        for one in day.every():
            if one.tag == "h3":
                kind = one.text
                kinds[kind] = []
            elif one.tag == "li":
                kinds[kind].append(one.text)
    return found


def change(entry_id, note="", **values):
    told = Note(note, "en" if note else "")
    revision = noted(approved_revision(document(entry_id, **values)), told)
    return publish_revisions(revisions=[revision], actor=OPERATOR)[0]


def both_languages(
    english="grooming", welsh_name="meithrin perthynas amhriodol", **more
):
    return {"en": section(english, **more), "cy": section(welsh_name, "cy")}


@both
def test_nothing_published_is_said(site, lang):
    page = shown(site, lang)

    assert not page.every("section")
    assert {"en": "Nothing has been", "cy": "Does dim byd"}[lang] in page.text


def test_the_newest_day_comes_first(site):
    on(DAY, published("grooming"))
    on(DAY + dt.timedelta(days=1), published("problem-profile"))

    days = told(shown(site))

    assert days == {
        "3 March 2026": {"Published for the first time": ["problem profile"]},
        "2 March 2026": {"Published for the first time": ["grooming"]},
    }
    assert list(days) == ["3 March 2026", "2 March 2026"]


def test_names_and_days_are_in_the_language_of_the_page(site):
    on(DAY, published("grooming"))

    page = shown(site, "cy")

    assert told(page) == {
        "2 Mawrth 2026": {
            "Wedi'i gyhoeddi am y tro cyntaf": ["meithrin perthynas amhriodol"]
        }
    }
    assert page.every("a", href="/cy/termau/meithrin-perthynas-amhriodol/")
    assert page.one("time").get("datetime") == "2026-03-02"


def test_a_day_is_a_day_here_and_not_in_greenwich(site):
    row = published("grooming")
    late = dt.datetime(
        2026, 7, 1, 23, 30, tzinfo=dt.UTC
    )  # half past midnight in summer
    Publication.objects.filter(pk=row.pk).update(published_at=late)

    assert list(told(shown(site))) == ["2 July 2026"]


def test_a_name_in_another_language_says_so(site):
    published("only-english", languages={"en": section("only in English")})

    page = shown(site, "cy")

    (link,) = page.every("li")[0].every("a")
    assert link.one("span").get("lang") == "en"
    (missing,) = page.every("span", class_="reason")
    assert missing.text == "Ieithoedd sydd heb eu hysgrifennu eto: Cymraeg."


@pytest.mark.parametrize(
    ("languages", "said"),
    [
        pytest.param(
            both_languages(short="Something else."),
            "grooming Languages that changed: English.",
            id="one",
        ),
        pytest.param(
            {
                "en": section("grooming", short="Something else."),
                "cy": section("meithrin", "cy", short="Rhywbeth arall."),
            },
            "grooming Languages that changed: English, Cymraeg.",
            id="both",
        ),
        pytest.param(
            {"en": section("grooming")},
            "grooming Languages that changed: Cymraeg.",
            id="gone",
        ),
    ],
)
def test_a_change_says_in_which_language(site, languages, said):
    on(DAY, published("grooming"))
    change("grooming", languages=languages)

    days = list(told(shown(site)).values())

    assert days[0] == {"Changed": [said]}
    assert days[1] == {"Published for the first time": ["grooming"]}


def test_a_language_has_its_own_name_in_its_own_language(site):
    on(DAY, published("grooming"))
    change("grooming", languages=both_languages(short="Something else."))

    (name,) = shown(site, "cy").one("span", class_="reason").every("span")

    assert (name.text, name.get("lang")) == ("English", "en")


def test_what_changed_elsewhere_is_not_called_a_change_of_the_entry(site):
    on(DAY, published("grooming"))
    source(title="Another title")

    kinds = next(iter(told(shown(site)).values()))

    assert kinds == {
        "Updated, because something that it shows has changed": ["grooming"],
        "Documents and pages": ["Another title What changed: the title."],
    }


def test_what_changed_beside_the_text_is_not_called_a_change_of_it(site):
    on(DAY, published("grooming"))
    change("grooming", as_at="2025-12-31")

    kinds = next(iter(told(shown(site)).values()))

    assert kinds == {
        "Changed": ["grooming The text is the same. Its links or sources changed."]
    }


def test_a_note_is_told_where_it_belongs(site):
    related = [{"relation": "related", "id": "grooming"}]
    on(DAY, published("grooming"), published("problem-profile", related=related))
    change("grooming", note="A new name.", languages=both_languages("being groomed"))

    page = shown(site, "cy")

    (kinds,) = [kinds for day, kinds in told(page).items() if "Mawrth" not in day]
    (mine,) = kinds.pop("Wedi'i newid")
    assert "A new name." in mine
    assert "A new name." not in str(kinds)
    (note,) = [one for one in page.every("span") if one.text == "A new name."]
    assert note.get("lang") == "en"


def test_several_changes_of_one_entry_on_a_day_are_one(site):
    on(DAY, published("grooming"))
    change("grooming", languages=both_languages(short="First."))
    change(
        "grooming",
        note="Twice.",
        languages={
            "en": section("grooming", short="First."),
            "cy": section("meithrin perthynas amhriodol", "cy", short="Ail."),
        },
    )

    kinds = next(iter(told(shown(site)).values()))

    assert kinds == {
        "Changed": ["grooming Twice. Languages that changed: English, Cymraeg."]
    }


@both
def test_what_was_withdrawn_has_a_reason_and_no_name(site, lang):
    published("grooming")
    related = [{"relation": "replaced-by", "id": "grooming"}]
    name = section("a name that hurts")
    published("harmful", languages={"en": name}, related=related)
    withdrawn("harmful", WithdrawalReason.HARMFUL)

    answer = site.get(PATH[lang])

    (kinds,) = told(read(answer.text).one("main")).values()
    assert "a name that hurts" not in answer.text
    assert "a-name-that-hurts" not in answer.text
    heading = {"en": "Withdrawn", "cy": "Wedi'i dynnu'n ôl"}[lang]
    said = {
        "en": "An entry was taken away. It could hurt somebody. What to read instead: grooming.",
        "cy": "Cafodd cofnod ei dynnu'n ôl. Gallai niweidio rhywun. Beth i'w ddarllen yn lle hynny: meithrin perthynas amhriodol.",
    }
    assert kinds[heading] == [said[lang]]
    if lang == "cy":
        assert leaks(read(answer.text), welsh()) == []


def test_what_was_withdrawn_later_has_no_name_before_either(site):
    on(DAY, published("grooming"))
    withdrawn("grooming")

    days = told(shown(site))

    assert days["2 March 2026"] == {
        "Published for the first time": ["An entry that has been taken away since."]
    }


def test_what_was_brought_back_has_its_name_again(site):
    on(DAY, published("grooming"))
    gone = withdrawn("grooming")
    restore_document(name=named("grooming"), actor=OPERATOR)
    on(DAY, gone)

    newest, first = told(shown(site)).values()

    assert newest == {"Brought back": ["grooming"]}
    assert first["Published for the first time"] == ["grooming"]
    assert first["Withdrawn"] == ["grooming It was published by mistake."]


@both
def test_many_of_a_day_are_folded_away_in_order(site, lang):
    for letter in "mlkjihgfedcba":
        published(f"entry-{letter}")
    withdrawn("entry-m")

    page = shown(site, lang)

    said = {"en": "Number of entries: 13.", "cy": "Nifer y cofnodion: 13."}[lang]
    assert [one.text for one in page.every("p")].count(said) == 1
    (folded,) = page.every("details")
    assert "open" not in folded.attributes
    listed = [one.text for one in folded.every("li")]
    assert len(listed) == 13
    assert listed[:-1] == sorted(listed[:-1])
    assert not folded.every("li")[-1].every("a")


def test_an_article_does_not_count_in_the_order(site):
    for letter in "abcdefghijk":
        published(f"entry-{letter}")
    published("the-entry-aa")

    listed = [one.text for one in shown(site).every("li")]

    assert listed[:3] == ["entry a", "the entry aa", "entry b"]


def test_ten_of_a_day_are_not_folded_away(site):
    for letter in "abcdefghij":
        published(f"{letter}-entry")

    page = shown(site)

    assert not page.every("details")
    assert len(page.every("li")) == 10


def test_a_note_of_many_is_told_once(site):
    note = Note("O'r adroddiad newydd.", "cy")
    revisions = [
        noted(approved_revision(document(f"{one}-entry")), note) for one in "abc"
    ]
    publish_revisions(revisions=revisions, actor=OPERATOR)

    page = shown(site)

    (told,) = [one for one in page.every("p") if one.text == note.text]
    assert told.lang == "cy"
    assert page.text.count(note.text) == 1


def test_more_than_a_page_can_hold_are_counted_and_not_all_named(site, monkeypatch):
    monkeypatch.setattr(of_entries, "MOST_NAMED", 12)
    for letter in "abcdefghijklmno":
        published(f"{letter}-entry")

    page = shown(site)

    assert "Number of entries: 15." in page.text
    assert "The newest 12 of them:" in page.text
    listed = [one.text for one in page.every("li")]
    assert len(listed) == 12
    assert "a entry" not in listed


@both
def test_long_lists_come_in_pages(site, lang, monkeypatch):
    monkeypatch.setattr(changes, "MOST_DAYS", 2)
    for number in range(5):
        on(DAY + dt.timedelta(days=number), published(f"{'abcde'[number]}-entry"))

    pages = [told(shown(site, lang, f"?page={number}")) for number in (1, 2, 3)]

    assert [len(page) for page in pages] == [2, 2, 1]
    assert len({day for page in pages for day in page}) == 5
    assert site.get(f"{PATH[lang]}?page=4").status == 404


def test_a_later_page_has_its_partner_and_is_not_for_robots(site, monkeypatch):
    monkeypatch.setattr(changes, "MOST_DAYS", 1)
    on(DAY, published("grooming"))
    published("problem-profile")

    page = read(site.get("/en/changes/?page=2").text)

    (away,) = page.one("nav", class_="tongues").every("a")
    assert away.get("href") == "/cy/newidiadau/?page=2"
    assert page.one("meta", name="robots").get("content") == "noindex"


def test_a_page_is_full_when_so_many_entries_are_named(site, monkeypatch):
    monkeypatch.setattr(changes, "MOST_ENTRIES", 3)
    days = [DAY + dt.timedelta(days=number) for number in range(3)]
    for number, day in enumerate(days):
        rows = [published(f"{'abc'[number]}{one}-entry") for one in "xy"]
        on(day, *rows)

    assert len(told(shown(site))) == 1
    assert len(told(shown(site, query="?page=3"))) == 1


def test_a_day_with_more_than_a_page_has_a_page_of_its_own(site, monkeypatch):
    monkeypatch.setattr(changes, "MOST_ENTRIES", 1)
    for letter in "abc":
        published(f"{letter}-entry")

    assert len(shown(site).every("li")) == 3


def test_the_page_is_as_new_as_what_is_published(site):
    published("grooming")
    assert len(shown(site).every("li")) == 1
    published("problem-profile")
    from glossary import reading

    reading.forget()

    assert len(shown(site).every("li")) == 2


@both
def test_every_page_leads_there(site, lang):
    footer = read(site.get({"en": "/en/", "cy": "/cy/"}[lang]).text).one("footer")

    assert footer.every("a", href=PATH[lang])


@both
def test_what_was_only_checked_says_that_its_text_is_the_same(site, lang):
    published("grooming")
    anna = person("write_en", name="anna")
    ben = person(Act.SIGN_OFF_EDITOR, name="ben")
    check = begin_check(name=named("grooming"), actor=anna)
    asked = Asked(SignOffRole.EDITOR, "en")
    sign_off(revision=check, asked=asked, seen=check.digest, actor=ben)
    publish_revisions(revisions=[check], actor=OPERATOR)

    page = shown(site, lang)

    said = {
        "en": "Checked by somebody; the text is the same",
        "cy": "Mae rhywun wedi'i wirio; yr un yw'r testun",
    }
    (kinds,) = told(page).values()
    name = {"en": "grooming", "cy": "meithrin perthynas amhriodol"}
    assert kinds[said[lang]] == [name[lang]]
    assert leaks(page, welsh() if lang == "cy" else []) == []
