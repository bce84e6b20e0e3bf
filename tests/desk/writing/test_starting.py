"""Something new begins from its name and its source; what there is comes first."""

from __future__ import annotations

import pytest

from glossary.models import Revision, RevisionState
from glossary.review import save_draft, submit_draft
from tests.desk.conftest import PASSWORD
from tests.desk.writing.forms import new, text_of
from tests.factories import person, published, source
from tests.review.writing import ENGLISH, signed, somebody
from tests.web.html import read

pytestmark = pytest.mark.django_db
NEW = "/desk/en/new/"


def begin(desk, kind="entry", start=NEW, **fields):
    given = {"lang": "en", "key": "", "source": "report-2023", **fields}
    page = f"{start}?kind={kind}"
    return desk.send(page, given, form=f"?kind={kind}", to=page)


def test_an_entry_begins_from_a_name_and_its_source(desk):
    source("report-2023")

    answer = begin(desk, name="Problem  profile’s")

    (row,) = Revision.objects.filter(kind="entry")
    assert answer.headers["location"] == "/desk/en/write/entry/problem-profiles/1/"
    assert text_of(row) == {
        "id": "problem-profiles",
        "languages": {
            "en": {
                "terms": [
                    {
                        "text": "Problem profile’s",
                        "type": "full-form",
                        "status": "preferred",
                    }
                ]
            }
        },
        "citations": [{"source": "report-2023"}],
    }
    assert desk.get(answer.headers["location"]).status == 200


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        ("source", {"title": "A name", "url": "https://a.example/", "lang": "cy"}),
        ("topic", {"languages": {"cy": {"label": "A name"}}}),
        (
            "helpline",
            {"web": "https://a.example/", "languages": {"cy": {"name": "A name"}}},
        ),
    ],
)
def test_other_kinds_begin_with_what_they_are_called(desk, kind, said):
    begin(desk, kind, name="A name", lang="cy", source="https://a.example/", key="k")

    assert text_of(Revision.objects.get(kind=kind)) == {"id": "k", **said}


@pytest.mark.parametrize(
    ("fields", "place", "text"),
    [
        ({"name": " "}, "name", "Write a name of at most 200 signs."),
        ({"name": "x" * 201}, "name", "Write a name of at most 200 signs."),
        ({"name": "x", "lang": "fr"}, "lang", "Choose one from the list."),
        ({"name": "!"}, "key", "A key has small letters, figures and hyphens."),
        ({"name": "x", "key": "A b"}, "key", "A key has small letters"),
        ({"name": "grooming!"}, "key", "This key is taken."),
        ({"name": "x", "source": "nothing"}, "source", "Choose a source."),
        ({"name": "x", "source": ""}, "source", "Choose a source."),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_lost(desk, fields, place, text):
    published("grooming")

    answer = begin(desk, **fields)

    page = read(answer.text)
    (link,) = page.one("div", role="alert").every("a", href=f"#{place}")
    assert (answer.status, text in link.text) == (400, True)
    assert page.every("", id=place)
    if place != "lang":
        assert page.one("input", id=place).get("aria-invalid") == "true"
    assert page.one("input", id="name").get("value") == fields["name"].strip()
    assert not Revision.objects.filter(state="draft").exists()


@pytest.mark.parametrize(
    "name", ["Groming", "meithrin perthynas amhriodol", "GROOMING"]
)
def test_what_is_called_so_already_is_shown_first(desk, name):
    published("grooming")

    answer = begin(desk, name=name, key="another")
    page = read(answer.text)

    note = page.one("div", role="status")
    assert note.every("a", href="/desk/en/document/entry/grooming/")
    assert "What grooming means." in note.text
    assert not Revision.objects.filter(state="draft").exists()
    answer = begin(desk, name=name, key="another", begin=name)
    assert answer.headers["location"] == "/desk/en/write/entry/another/1/"


@pytest.mark.parametrize(
    ("name", "key", "asked"),
    [
        ("Daniel Pelka", "", True),
        ("Review about Child Q", "", True),
        ("Keeping children safe in Education", "", True),
        ("Clare’s Law", "", True),
        ("R v Smith", "", True),
        ("Adolygiad Éabha", "", True),
        ("Daniel Pelka", "pelka", True),
        ("Daniel Pelka", "pelka-2013", True),
        ("Daniel Pelka", "review-2013-09", False),
        ("Grooming", "", False),
        ("problem profile", "", False),
        ("problem – 2 profiles", "", False),
    ],
)
def test_a_key_that_could_tell_who_somebody_is_is_asked_about(desk, name, key, asked):
    answer = begin(desk, "topic", name=name, key=key)

    assert (answer.status == 200) is asked
    assert Revision.objects.filter(state="draft").exists() is not asked
    if asked:
        note = read(answer.text).one("div", role="status")
        assert "Does the key tell who a private person is?" in note.text
        assert note.one("button").text == "No, it names nobody: begin it"


def test_who_says_that_it_names_nobody_begins_it(desk):
    name = "Digital Forensics"
    asked = read(begin(desk, "topic", name=name).text)
    seen = asked.one("input", name="seen-key").get("value")
    assert seen == asked.one("div", role="status").one("code").text

    assert (
        begin(desk, "topic", name=name, begin=name, **{"seen-key": "x"}).status == 200
    )
    assert begin(desk, "topic", name=name, **{"seen-key": seen}).status == 200
    answer = begin(desk, "topic", name=name, begin=name, **{"seen-key": seen})

    assert answer.headers["location"] == "/desk/en/write/topic/digital-forensics/1/"


def test_the_question_about_a_key_is_welsh_on_a_welsh_page(desk):
    answer = begin(desk, "topic", start="/desk/cy/newydd/", name="Daniel Pelka")

    note = read(answer.text).one("div", role="status")
    assert "person preifat" in note.one("h2").text


def test_a_draft_that_is_called_so_is_shown_too(desk, writer):
    new(writer, key="a-new-word")
    source("report-2023")

    answer = begin(desk, name="A new WORD", key="another")

    assert read(answer.text).one("div", role="status").every("a")


def test_who_writes_nothing_begins_nothing(editor):
    source("report-2023")

    answer = begin(editor, name="x")

    assert answer.status == 403
    assert "You may not write this." in answer.text


def test_without_a_kind_one_is_chosen(desk):
    page = read(desk.get("/desk/cy/newydd/").text)

    links = page.one("main").every("a")
    assert [one.get("href") for one in links] == [
        "?kind=entry",
        "?kind=source",
        "?kind=topic",
        "?kind=helpline",
    ]
    assert not page.one("main").every("form")


ONE = "/desk/en/document/entry/grooming/"
OURS = {"write", "preview", "submit", "take-back", "give-up", "begin-from", "begin"}


def ways(browser):
    """Return what this room offers on the page of a document: words, and where to."""
    page = read(browser.get(ONE).text).one("main")
    links = {one.text: one.get("href") for one in page.every("a", class_="button")}
    for one in page.every("form"):
        links[one.one("button").text] = one.get("action")
    return {words: path for words, path in links.items() if path.split("/")[3] in OURS}


def written(draft, writer):
    data = text_of(draft)
    data["languages"]["en"]["short"] = "Another text."
    return save_draft(revision=draft, document=data, seen=draft.digest, actor=writer)


def test_a_draft_is_submitted_and_taken_back_from_its_page(desk, draft, writer):
    written(draft, writer)
    offered = ways(desk)
    assert list(offered) == ["Write", "See it as readers would", "Give it up", "Submit"]

    desk.send(ONE, {}, form=offered["Submit"])
    assert "It is submitted: now others look at it." in desk.get(ONE).text
    assert Revision.objects.get(pk=draft.pk).state == RevisionState.SUBMITTED

    desk.send(ONE, {}, form=ways(desk)["Take it back"])
    assert Revision.objects.get(pk=draft.pk).state == RevisionState.DRAFT


def test_what_is_not_finished_says_so_on_its_page(desk, draft):
    desk.send(ONE, {}, form=ways(desk)["Submit"])

    note = read(desk.get(ONE).text).one("p", class_="note-error")
    assert note.text == "This says what is public already."


def test_what_lacks_something_says_so_in_our_words(desk, writer):
    new(writer, start={"id": "a-new-word"})
    page = "/desk/cy/dogfen/entry/a-new-word/"

    desk.send(page, {}, form="/desk/cy/cyflwyno/entry/a-new-word/1/")

    note = read(desk.get(page).text).one("p", class_="note-error")
    assert note.text.startswith("Dydy e ddim wedi'i orffen.")


def test_what_is_approved_is_taken_back(desk, draft, writer):
    written(draft, writer)
    row = submit_draft(revision=draft, actor=writer)
    signed(row, somebody("ben"), ENGLISH)
    assert Revision.objects.get(pk=draft.pk).state == RevisionState.APPROVED

    desk.send(ONE, {}, form=ways(desk)["Take it back"])

    assert Revision.objects.get(pk=draft.pk).state == RevisionState.DRAFT


def test_a_draft_is_given_up_after_a_question(desk, draft):
    page = ways(desk)["Give it up"]
    asked = read(desk.get(page).text)
    assert asked.one("h1").text == "Do you want to give this draft up?"
    assert Revision.objects.get(pk=draft.pk).state == RevisionState.DRAFT

    answer = desk.send(page, {}, form=page)

    assert answer.headers["location"] == ONE
    assert Revision.objects.get(pk=draft.pk).state == RevisionState.ABANDONED
    assert "Nobody works on this revision any more." in desk.get(page).text


def test_who_may_not_write_all_of_it_is_not_asked_whether_it_goes(
    browse, draft, writer
):
    written(draft, writer)
    person("write_cy", name="elin", password=PASSWORD)
    elin = browse()
    assert elin.sign_in("elin", PASSWORD).status == 302
    path = f"/desk/en/give-up/entry/grooming/{draft.number}/"

    page = read(elin.get(path).text)

    assert "Give it up" not in ways(elin)
    assert "in a language that you may not write" in page.one("main").text
    assert not page.one("main").every("form")


def test_a_draft_begins_with_the_text_that_was_given_up(desk, draft, writer):
    written(draft, writer)
    page = ways(desk)["Give it up"]
    desk.send(page, {}, form=page)

    offered = ways(desk)
    assert list(offered) == ["Begin with the text of version 2", "Begin a draft"]
    desk.send(ONE, {}, form=offered["Begin with the text of version 2"])

    row = Revision.objects.get(number=3, key="grooming")
    assert text_of(row)["languages"]["en"]["short"] == "Another text."
    assert [one.user for one in row.authors.all()] == [writer]


def test_who_writes_nothing_is_offered_nothing(editor, draft):
    assert ways(editor) == {}


@pytest.mark.parametrize("step", ["submit", "take-back", "give-up", "begin-from"])
def test_who_writes_nothing_does_nothing(editor, draft, step):
    token = read(editor.get(ONE).text).every("input", type="hidden")[0].get("value")

    path = f"/desk/en/{step}/entry/grooming/{draft.number}/"
    answer = editor.post(path, {"csrfmiddlewaretoken": token})

    assert answer.status == 403
    assert Revision.objects.get(pk=draft.pk).state == RevisionState.DRAFT


def test_another_kind_offers_nothing_to_write(desk):
    published("grooming")

    page = read(desk.get("/desk/en/document/review/tests/").text)

    assert not page.one("main").every("form")


def test_a_word_that_comes_from_elsewhere_is_asked_nothing_that_is_clear(desk):
    source("report-2023")

    page = desk.get(f"{NEW}?kind=entry&name=dispersal+order&lang=en").text

    assert [one.text for one in read(page).one("main").every("button")] == ["Begin"]


def test_a_word_can_come_from_where_readers_suggest_it(desk):
    page = read(desk.get(f"{NEW}?kind=entry&name=early+help&lang=cy").text)

    assert page.one("input", id="name").get("value") == "early help"
    assert page.one("input", id="key").get("value") == "early-help"
    (chosen,) = [one for one in page.every("option") if "selected" in one.attributes]
    assert chosen.get("value") == "cy"
    assert not Revision.objects.filter(key="early-help").exists()


def test_entries_come_first_and_a_source_that_is_missing_is_begun_from_there(desk):
    page = read(desk.get(f"{NEW}?kind=entry").text).one("main")

    assert [one.text for one in page.every("a")] == [
        "Entry",
        "Source",
        "Topic",
        "Helpline",
        "It is not there: begin a source first",
    ]
