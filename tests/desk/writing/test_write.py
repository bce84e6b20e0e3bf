"""A draft is written at the desk: saved, refused, submitted, and never lost."""

from __future__ import annotations

import orjson
import pytest

from glossary.models import Author, Event, Note, Revision, RevisionState
from glossary.review import at_place, save_draft, submit_draft
from tests.desk.conftest import PASSWORD
from tests.desk.writing.forms import CY, EN, SHORT, form, new, path_of, send, text_of
from tests.factories import person, published
from tests.web.html import read

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("start", [EN, CY])
def test_opening_and_saving_changes_nothing(desk, draft, start):
    before = Revision.objects.values().get(pk=draft.pk)

    answer = send(desk, path_of(draft, start))

    assert answer.status == 302
    assert Revision.objects.values().get(pk=draft.pk) == before
    assert not Author.objects.filter(revision=draft).exists()


def test_what_is_typed_is_saved(desk, draft):
    answer = send(desk, path_of(draft), **{SHORT: "Another text."})

    assert answer.headers["location"] == path_of(draft)
    assert text_of(draft)["languages"]["en"]["short"] == "Another text."
    assert "It is saved." in desk.get(path_of(draft)).text


@pytest.mark.parametrize("kind", ["entry", "source", "topic", "helpline"])
def test_every_kind_that_is_written_has_a_form(desk, writer, kind):
    revision = new(writer, kind, {})

    page = read(desk.get(path_of(revision)).text)

    assert page.one("h1").text == "a-new-word"
    assert page.one("h2").text == "Before this can be submitted"
    assert len(page.one("form", class_="writing").every("label")) > 5


@pytest.mark.parametrize(
    ("kind", "wanted"),
    [
        ("entry", {"sources", "entries", "languages"}),
        ("source", {"licences", "languages"}),
        ("topic", set()),
        ("helpline", {"languages"}),
    ],
)
def test_a_list_from_which_a_field_is_chosen_is_on_the_page(desk, writer, kind, wanted):
    revision = new(writer, kind, None if kind == "entry" else {})

    page = read(desk.get(path_of(revision)).text)

    assert {one.get("list") for one in page.every("input") if one.get("list")} == wanted
    there = {one.get("id"): one for one in page.every("datalist")}
    assert wanted <= set(there)
    tongues = {one.get("value") for one in there["languages"].every("option")}
    assert tongues == {"en", "cy"}


def test_every_field_has_a_label_and_its_help(desk, draft):
    page = read(desk.get(path_of(draft)).text)
    ids = [one.get("id") for one in page.every() if one.get("id")]

    assert len(ids) == len(set(ids))
    labelled = {one.get("for") for one in page.every("label")}
    for one in page.one("form", class_="writing").every():
        if one.tag in {"input", "select", "textarea"} and one.get("type") != "hidden":
            assert one.get("id") in labelled
        for other in one.get("aria-describedby").split():
            assert other in ids


def test_both_languages_stand_beside_each_other(desk, draft):
    page = read(desk.get(path_of(draft)).text)

    (line,) = [
        one
        for one in page.every("div", class_="tongues-beside")
        if one.every("textarea", id=SHORT)
    ]

    texts = line.every("textarea")
    assert [one.get("id") for one in texts] == [SHORT, "/languages/cy/short"]
    assert texts[1].lang == "cy"


def test_a_row_is_added_without_saving_and_nothing_typed_is_lost(desk, draft):
    answer = send(desk, path_of(draft), "add:/citations", **{SHORT: "Typed."})

    page = read(answer.text)
    assert "autofocus" in page.one("fieldset", id="/citations/1").attributes
    assert page.one("textarea", id=SHORT).text == "Typed."
    assert text_of(draft)["languages"]["en"]["short"] != "Typed."
    again = send(desk, path_of(draft), answer=answer, **{"/citations/1/source": "x-y"})
    assert again.status == 302
    assert text_of(draft)["citations"][1] == {"source": "x-y"}


def test_a_row_is_moved_and_taken_out(desk, draft):
    path = path_of(draft)
    answer = send(desk, path, "add:/languages/en/terms")
    second = {"/languages/en/terms/1/text": "second"}
    answer = send(desk, path, "up:/languages/en/terms/1", answer, **second)
    answer = send(desk, path, "remove:/languages/en/terms/1", answer)
    send(desk, path, answer=answer)

    assert [row["text"] for row in text_of(draft)["languages"]["en"]["terms"]] == [
        "second"
    ]


def test_what_is_not_finished_is_saved_and_said_at_its_field(desk, writer):
    revision = new(writer, start={})

    answer = send(desk, path_of(revision), **{"/as_at": "yesterday"})

    assert answer.status == 302
    page = read(desk.get(path_of(revision)).text)
    (link,) = page.one("div", id="summary").every("a", href="#/as_at")
    assert link.text == "Date of the facts: Write a day as 2026-06-30."
    field = page.one("input", id="/as_at")
    assert (field.get("value"), field.get("aria-invalid")) == ("yesterday", "true")
    assert "/as_at-remarks" in field.get("aria-describedby")


@pytest.mark.parametrize(
    ("start", "title", "said"),
    [(EN, "Error: ", "There is a problem"), (CY, "Gwall: ", "Mae problem")],
)
def test_what_is_not_finished_is_not_submitted(desk, writer, start, title, said):
    revision = new(writer, start={})

    answer = send(desk, path_of(revision, start), "submit", **{SHORT: "Typed."})

    page = read(answer.text)
    assert answer.status == 400
    assert page.one("title").text.startswith(title)
    summary = page.one("div", id="summary")
    assert summary.get("role") == "alert"
    assert summary.one("h2").text == said
    targets = [one.get("href")[1:] for one in summary.every("a")]
    ids = [one.get("id") for one in page.every()]
    assert len(targets) > 6
    assert set(targets) <= set(ids)
    assert page.one("textarea", id=SHORT).text == "Typed."
    assert text_of(revision)["languages"]["en"]["short"] == "Typed."


def test_what_is_finished_is_submitted(desk, draft):
    answer = send(desk, path_of(draft), "submit", **{SHORT: "Another text."})

    assert answer.headers["location"] == "/desk/en/document/entry/grooming/"
    assert Revision.objects.get(pk=draft.pk).state == RevisionState.SUBMITTED


def test_what_says_what_is_public_is_not_submitted(desk, draft):
    answer = send(desk, path_of(draft), "submit")

    assert answer.status == 400
    assert "This says what is public already." in answer.text


def test_the_line_for_readers_and_the_claim_are_kept(desk, draft):
    typed = {SHORT: "A comma.", "note": "A comma", "note_lang": "en", "untouched": "cy"}

    send(desk, path_of(draft), **typed)

    row = Revision.objects.get(pk=draft.pk)
    assert (row.note, row.note_lang, row.untouched) == ("A comma", "en", ["cy"])
    fields = form(desk.get(path_of(draft)))
    assert (fields["note"], fields["untouched"]) == (["A comma"], ["cy"])


@pytest.fixture
def with_one_language(browse, draft):
    """Return the browser of somebody who may write in one language alone."""

    def signed_in(lang):
        person(f"write_{lang}", name="una", password=PASSWORD)
        una = browse()
        una.sign_in("una", PASSWORD)
        return una

    return signed_in


@pytest.mark.parametrize(
    ("lang", "other", "name"), [("en", "cy", "Cymraeg"), ("cy", "en", "English")]
)
def test_fields_of_a_language_that_somebody_may_not_write_are_only_read(
    with_one_language, draft, lang, other, name
):
    page = read(with_one_language(lang).get(path_of(draft)).text)

    assert f"so its fields can only be read: {name}." in page.text
    own = page.one("textarea", id=f"/languages/{lang}/short")
    theirs = page.one("textarea", id=f"/languages/{other}/short")
    assert "readonly" not in own.attributes
    assert "readonly" in theirs.attributes
    rows = {one.get("value") for one in page.every("button", name="do")}
    assert f"add:/languages/{lang}/terms" in rows
    assert f"add:/languages/{other}/terms" not in rows


def test_nothing_can_be_chosen_there_either(with_one_language, draft):
    page = read(with_one_language("cy").get(path_of(draft)).text)

    (kind,) = page.every("select", id="/kind")
    assert [one.get("value") for one in kind.every("option")] == ["policing-practice"]
    boxes = page.every("input", type="checkbox", name="/applies_in")
    assert boxes
    assert all("disabled" in one.attributes for one in boxes)
    assert "What belongs to no language, such as a topic, counts with it." in page.text


def test_what_is_typed_there_all_the_same_is_not_saved_and_not_lost(
    with_one_language, draft
):
    una = with_one_language("en")

    answer = send(una, path_of(draft), **{"/languages/cy/short": "Fy ngeiriau."})

    assert answer.status == 403
    assert "You may not write in this language." in answer.text
    assert form(answer)["/languages/cy/short"] == ["Fy ngeiriau."]
    field = read(answer.text).one("textarea", id="/languages/cy/short")
    assert "readonly" not in field.attributes  # it can be taken out again
    assert send(una, path_of(draft), **{SHORT: "Mine."}).status == 302


def test_who_writes_nothing_has_no_form(editor, draft):
    answer = editor.get(path_of(draft))

    assert answer.status == 403
    assert "You may not write this." in answer.text


def saved_by_another(draft, place=("en", "short"), text="Theirs."):
    other = person("write_en", "write_cy", name="ben")
    data = orjson.loads(draft.document)
    data["languages"][place[0]][place[1]] = text
    return save_draft(revision=draft, document=data, seen=draft.digest, actor=other)


def test_nobody_saves_over_somebody_else(desk, draft):
    opened = desk.get(path_of(draft))
    saved_by_another(draft)

    answer = send(desk, path_of(draft), answer=opened, **{SHORT: "Mine."})

    page = read(answer.text)
    assert answer.status == 409
    assert (
        "This was saved since you opened it: by somebody else, or by you" in answer.text
    )
    row = page.one("fieldset", id="differing").one("fieldset")
    assert row.one("legend").text == "The text, English, Short meaning"
    assert [one.text for one in row.every("p", class_="given")] == ["Mine.", "Theirs."]
    assert form(answer)[f"take:{SHORT}"] == ["mine"]
    assert page.one("textarea", id=SHORT).text == "Mine."
    assert text_of(draft)["languages"]["en"]["short"] == "Theirs."


@pytest.mark.parametrize(("whose", "text"), [("mine", "Mine."), ("theirs", "Theirs.")])
def test_who_has_seen_both_versions_chooses(desk, draft, whose, text):
    opened = desk.get(path_of(draft))
    saved_by_another(draft)
    answer = send(desk, path_of(draft), answer=opened, **{SHORT: "Mine."})

    last = send(desk, path_of(draft), answer=answer, **{f"take:{SHORT}": whose})

    assert last.status == 302
    assert text_of(draft)["languages"]["en"]["short"] == text


def test_what_only_the_other_changed_is_proposed_as_theirs(desk, draft):
    opened = desk.get(path_of(draft))
    saved_by_another(draft, ("cy", "short"))

    answer = send(desk, path_of(draft), answer=opened, **{SHORT: "Mine."})
    send(desk, path_of(draft), answer=answer)

    said = text_of(draft)["languages"]
    assert (said["en"]["short"], said["cy"]["short"]) == ("Mine.", "Theirs.")


def test_two_rounds_of_changes_are_both_refused(desk, draft):
    opened = desk.get(path_of(draft))
    first = saved_by_another(draft)
    answer = send(desk, path_of(draft), answer=opened, **{SHORT: "Mine."})
    data = orjson.loads(first.document)
    data["languages"]["en"]["short"] = "Theirs again."
    save_draft(
        revision=draft,
        document=data,
        seen=first.digest,
        actor=person("write_en", name="cai"),
    )

    again = send(desk, path_of(draft), answer=answer)

    assert again.status == 409
    shown = read(again.text).one("fieldset", id="differing").every("p", class_="given")
    assert [one.text for one in shown] == ["Mine.", "Theirs again."]


def test_what_the_other_version_tells_readers_is_shown(desk, draft):
    opened = desk.get(path_of(draft))
    data = orjson.loads(draft.document)
    data["languages"]["en"]["detail"] = "Theirs."
    save_draft(
        revision=draft,
        document=data,
        seen=draft.digest,
        actor=person("write_en", name="ben"),
        note=Note("A line of theirs", "en"),
    )

    answer = send(desk, path_of(draft), answer=opened, note="Mine", note_lang="en")

    shown = read(answer.text).one("fieldset", id="differing")
    assert shown.one("q").text == "A line of theirs"
    assert form(answer)["note"] == ["Mine"]


def test_a_list_that_differs_is_shown_in_words(desk, draft):
    opened = desk.get(path_of(draft))
    other = person("write_en", name="ben")
    data = orjson.loads(draft.document)
    data["citations"] = []
    save_draft(revision=draft, document=data, seen=draft.digest, actor=other)

    answer = send(desk, path_of(draft), answer=opened, **{SHORT: "Mine."})
    shown = read(answer.text).one("fieldset", id="differing").text
    send(desk, path_of(draft), answer=answer)

    assert "source: report-2023" in shown
    assert not text_of(draft).get("citations")


def test_what_waits_for_review_says_what_saving_does(desk, draft, writer):
    send(desk, path_of(draft), **{SHORT: "Another."})
    submit_draft(revision=draft, actor=writer)

    assert "When you save, it is a draft again" in desk.get(path_of(draft)).text
    send(desk, path_of(draft), **{SHORT: "And another."})
    assert Revision.objects.get(pk=draft.pk).state == RevisionState.DRAFT


def test_a_revision_that_is_over_leads_to_its_document(desk, draft):
    opened = desk.get(path_of(draft))
    Revision.objects.filter(pk=draft.pk).update(state=RevisionState.ABANDONED)

    answer = desk.get(path_of(draft))
    refused = send(desk, path_of(draft), answer=opened, **{SHORT: "Typed."})

    assert answer.headers["location"] == "/desk/en/document/entry/grooming/"
    assert refused.status == 400
    assert form(refused)[SHORT] == ["Typed."]


@pytest.mark.parametrize(
    "path",
    [
        "entry/grooming/1/",
        "entry/grooming/9/",
        "entry/grooming/x/",
        "text/report-2023/1/",
    ],
)
def test_what_nobody_writes_here_has_no_form(desk, draft, path):
    assert desk.get(EN + path).status == 404


def test_what_is_typed_is_text(desk, draft):
    send(desk, path_of(draft), **{SHORT: "</textarea><script>"})

    page = read(desk.get(path_of(draft)).text)

    assert page.one("textarea", id=SHORT).text == "</textarea><script>"


def test_a_strange_draft_is_shown_and_comes_back(desk, writer):
    start = {
        "id": "a-new-word",
        "x": "<b>",
        "languages": {"en": {"short": 7, "terms": [3, {}]}},
    }
    revision = new(writer, start=start)

    page = desk.get(path_of(revision))
    assert send(desk, path_of(revision), answer=page).status == 302

    assert text_of(revision) == start
    assert 'Nothing here can show this: x: "<b>"' in read(page.text).text


def test_looking_saves_nothing(desk, draft):
    events = Event.objects.count()

    answer = send(desk, path_of(draft), "look", **{SHORT: ""})

    assert answer.status == 200
    assert read(answer.text).one("div", id="summary").every("a", href=f"#{SHORT}")
    assert Event.objects.count() == events


@pytest.mark.parametrize("words", ["Chief constabl", "prif gwn", "chief constable"])
def test_links_to_entries_are_found_by_name_and_nothing_is_lost(desk, draft, words):
    published("chief-constable")

    answer = send(desk, path_of(draft), "find", find=words, **{SHORT: "Typed."})

    page = read(answer.text)
    links = page.one("details", id="links")
    assert [one.text for one in links.every("code")] == [
        "[chief constable](entry:chief-constable)",
        "[prif gwnstabl](entry:chief-constable)",
    ]
    assert page.one("textarea", id=SHORT).text == "Typed."


def test_where_no_entry_is_called_so_that_is_said(desk, draft):
    answer = send(desk, path_of(draft), "find", find="zzzzzz")

    assert (
        "There is nothing like that."
        in read(answer.text).one("details", id="links").text
    )


def test_who_submits_twice_is_told_that_it_is_done(desk, draft):
    send(desk, path_of(draft), **{SHORT: "Another text."})
    opened = desk.get(path_of(draft))
    send(desk, path_of(draft), "submit", answer=opened)

    answer = send(desk, path_of(draft), "submit", answer=opened)

    document = "/desk/en/document/entry/grooming/"
    assert answer.headers["location"] == document
    assert "It is submitted already." in desk.get(document).text
    assert Revision.objects.get(pk=draft.pk).state == "submitted"


@pytest.mark.parametrize("rows", ["/related", "/citations", "/languages/en/terms"])
def test_a_row_that_was_added_and_not_filled_in_is_not_saved(desk, draft, rows):
    answer = send(desk, path_of(draft), f"add:{rows}")
    send(desk, path_of(draft), answer=answer, **{SHORT: "Another text."})

    row = Revision.objects.get(pk=draft.pk)
    assert at_place(orjson.loads(row.document), rows) == at_place(
        orjson.loads(draft.document), rows
    )
    assert at_place(orjson.loads(row.document), SHORT) == "Another text."
