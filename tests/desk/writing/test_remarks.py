"""What is found stands beside the words that it is about."""

from __future__ import annotations

import ast
from pathlib import Path

import orjson
import pytest

from glossary import document as shapes
from glossary.desk.writing.faults import SAID, faults_in
from glossary.document import DocumentKind, SourceText
from glossary.errors import StateError
from glossary.models import Revision, RevisionState
from glossary.review import begin_draft, save_draft, submit_draft
from tests.desk.writing.forms import CY, EN, SHORT, new, path_of, send
from tests.factories import (
    document,
    entry_data,
    named,
    on_show,
    publish,
    published,
    source,
)
from tests.web.html import read

pytestmark = pytest.mark.django_db
LONG = "This is a sentence of many words " * 8 + "and it does not end."


def said(answer, place):
    """Return what is said at a place, one remark after the other."""
    found = read(answer.text).every("ul", id=f"{place}-remarks")
    return [row.text for one in found for row in one.every("li")]


@pytest.mark.parametrize(
    ("start", "begins"), [(EN, "Put right:"), (CY, "Cywirwch hyn:")]
)
def test_findings_stand_at_their_field(desk, draft, start, begins):
    answer = send(desk, path_of(draft, start), "look", **{SHORT: LONG})

    found = said(answer, SHORT)
    assert found
    assert found[0].startswith(begins)
    other = said(answer, "/languages/cy/short")
    assert not [one for one in other if one.startswith(begins)]


@pytest.mark.parametrize("start", [EN, CY])
def test_an_error_is_no_hindrance_to_saving_and_one_to_submitting(desk, draft, start):
    assert send(desk, path_of(draft, start), **{SHORT: LONG}).status == 302

    answer = send(desk, path_of(draft, start), "submit")

    summary = read(answer.text).one("div", id="summary")
    assert answer.status == 400
    assert summary.every("a", href=f"#{SHORT}")
    assert Revision.objects.get(pk=draft.pk).state == RevisionState.DRAFT


def with_text(draft, writer, lang, **layers):
    data = orjson.loads(draft.document)
    data["languages"][lang].update(layers)
    return save_draft(revision=draft, document=data, seen=draft.digest, actor=writer)


def test_the_rule_refuses_errors_whatever_the_route(draft, writer):
    with_text(draft, writer, "en", short=LONG)

    with pytest.raises(StateError, match="The checks found") as caught:
        submit_draft(revision=draft, actor=writer)

    assert {one.place for one in caught.value.problems} == {SHORT}


def test_an_error_in_a_language_that_does_not_change_is_no_hindrance(writer):
    data = entry_data("grooming")
    data["languages"]["cy"]["short"] = "Gair " * 60
    published("grooming", languages=data["languages"])
    draft = begin_draft(name=named("grooming"), actor=writer)

    with_text(draft, writer, "en", short="Another text.")

    assert submit_draft(revision=draft, actor=writer).state == RevisionState.SUBMITTED


def test_what_one_language_lacks_is_said_and_is_no_hindrance(desk, draft, writer):
    with_text(draft, writer, "en", detail="There are 3 of them.")

    answer = desk.get(path_of(draft))

    assert said(answer, "/languages/cy/detail")[0].startswith("Look at this:")
    assert submit_draft(revision=draft, actor=writer).state == RevisionState.SUBMITTED


@pytest.mark.parametrize(("start", "name"), [(EN, "English"), (CY, "Saesneg")])
def test_a_language_is_called_by_its_name_in_that_of_the_interface(
    desk, draft, writer, start, name
):
    data = orjson.loads(draft.document)["languages"]["cy"]
    with_text(draft, writer, "cy", short=f"{data['short']} Roedd 43 ohonyn nhw.")

    found = " ".join(said(desk.get(path_of(draft, start)), "/languages/cy/short"))

    assert name in found
    assert "“en”" not in found


def test_what_is_not_finished_is_looked_through_too(desk, writer):
    revision = new(writer, start={"languages": {"en": {"short": LONG, "terms": 3}}})

    assert any("words" in one for one in said(desk.get(path_of(revision)), SHORT))


@pytest.mark.parametrize(
    ("kind", "place", "start"),
    [
        (
            "topic",
            "/languages/en/description",
            {"languages": {"en": {"label": "A name", "description": LONG}}},
        ),
    ],
)
def test_texts_of_other_kinds_are_looked_through(desk, writer, kind, place, start):
    revision = new(writer, kind, {"id": "a-new-word", **start})

    assert said(desk.get(path_of(revision)), place)


def test_a_related_entry_that_is_not_there_is_told(desk, writer):
    published("grooming")
    related = [{"relation": "related", "id": one} for one in ("grooming", "groming", 3)]
    revision = new(writer, start={"related": related})

    answer = desk.get(path_of(revision))

    assert not said(answer, "/related/0/id")
    (remark,) = said(answer, "/related/1/id")
    assert remark.startswith("Look at this: There is no entry with this id")


@pytest.mark.parametrize(
    ("changes", "is_lost"),
    [
        ({"text": "grooming of a child"}, True),
        ({"text": "grooming of a child", "forms": "Grooming"}, False),
        ({"text": "grooming of a child", "plural": "grooming"}, False),
        ({"text": "Grooming"}, False),
    ],
)
def test_a_name_that_readers_would_not_find_any_more_is_told(
    desk, draft, changes, is_lost
):
    place = "/languages/en/terms"
    typed = {f"{place}/0/{field}": text for field, text in changes.items()}

    answer = send(desk, path_of(draft), "look", **typed)

    found = [one for one in said(answer, place) if "would not find" in one]
    assert [one.startswith("Look at this: grooming") for one in found] == [
        True
    ] * is_lost


def test_a_name_among_the_words_that_lead_here_is_not_lost(desk, draft):
    changes = {
        "/languages/en/terms/0/text": "grooming of a child",
        "/languages/en/hidden": "being groomed\ngrooming",
    }

    answer = send(desk, path_of(draft), "look", **changes)

    assert "would not find" not in answer.text


def test_a_name_that_another_entry_has_is_shown_with_that_entry(desk, draft):
    published("chief-constable")
    name = "/languages/en/terms/0/text"

    answer = send(desk, path_of(draft), "look", **{name: "Chief Constable"})

    (remark,) = said(answer, name)
    assert remark.startswith("Look at this: Another entry has this name.")
    assert "What chief constable means." in remark
    field = read(answer.text).one("input", id=name)
    assert f"{name}-remarks" in field.get("aria-describedby")
    assert "aria-invalid" not in field.attributes
    links = read(answer.text).one("ul", id=f"{name}-remarks").every("a")
    assert [one.get("href") for one in links] == [
        "/desk/en/document/entry/chief-constable/"
    ]


def test_a_name_in_another_draft_is_shown_too(desk, draft, writer):
    new(writer)
    name = "/languages/en/terms/0/text"

    answer = send(desk, path_of(draft), "look", **{name: "A NEW word"})

    assert "What a new word means." in said(answer, name)[0]


def test_its_own_name_is_nobody_elses(desk, draft):
    assert said(desk.get(path_of(draft)), "/languages/en/terms/0/text") == []


@pytest.mark.parametrize(
    ("words", "remark"),
    [
        ("the  officers’ words", "It stands so in the text of the source."),
        ("other words", "Look at this: It does not stand so in the text"),
    ],
)
def test_quotations_are_looked_for_in_the_text(desk, draft, words, remark):
    source("report-2023")
    on_show(SourceText(source="report-2023", text="All of the officers' words."))
    place = "/citations/0/quotation"

    answer = send(desk, path_of(draft), "look", **{place: words})

    assert said(answer, place)[-1].startswith(remark)


def test_where_there_is_no_text_that_is_said(desk, draft):
    found = said(desk.get(path_of(draft)), "/citations/0/quotation")

    assert found == [
        "Think about this: We do not have the text of the source: compare it yourself."
    ]


def pieces(answer, place):
    details = [
        one
        for one in read(answer.text).every("details", class_="changed")
        if one.parent and one.parent.every("", id=place)
    ]
    return [(one.one("summary").text, one.one("p").text) for one in details]


def test_what_changed_in_the_other_language_stands_beside(desk, draft, writer):
    with_text(draft, writer, "en", short="What grooming is.")

    (found,) = pieces(desk.get(path_of(draft)), "/languages/cy/short")

    assert found == (
        "Changed in the other language since: English",
        "What grooming Taken out:meansNew:is.",
    )
    assert not pieces(desk.get(path_of(draft)), "/languages/en/short")


def test_a_text_that_is_behind_shows_all_that_has_changed_since(desk, writer):
    first = entry_data("grooming")
    published("grooming")
    for text in ("What grooming is.", "What grooming really is."):
        first["languages"]["en"]["short"] = text
        publish(document("grooming", languages=first["languages"]))
    draft = begin_draft(name=named("grooming"), actor=writer)

    (found,) = pieces(desk.get(path_of(draft)), "/languages/cy/short")

    assert found[1] == "What grooming Taken out:meansNew:really is."


def test_every_sentence_of_the_shapes_has_one_of_ours():
    folder = Path(shapes.__file__).parent
    messages = set()
    for path in folder.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if (
                isinstance(node, ast.Assign)
                and ast.unparse(node.targets[0]) == "message"
            ):
                value: ast.expr = node.value
                if isinstance(value, ast.JoinedStr):
                    value = value.values[0]
                messages.add(ast.literal_eval(value))

    assert len(messages) > 10
    for message in messages:
        assert any(message.startswith(known) for known in SAID), message


@pytest.mark.parametrize(
    ("kind", "start", "place", "text"),
    [
        ("entry", {"foo": 1}, "", "Nothing of this name belongs in the document."),
        ("entry", {"in_use": {"from": "12"}}, "/in_use/from", "It has signs"),
        ("entry", {"topics": []}, "/topics", "At least one is needed."),
        ("entry", {"kind": "x"}, "/kind", "Choose one from the list."),
        ("source", {"url": "foo"}, "/url", "Write a whole address"),
        ("source", {"title": "x" * 401}, "/title", "At most so many signs: 400."),
        ("topic", {"position": -1}, "/position", "Write a number, 0 or more."),
        ("topic", {"languages": 3}, "/languages", "This cannot stand here as it is."),
        (
            "entry",
            {"languages": {"cy": {"terms": [{"unless": ["(("]}]}}},
            "/languages/cy/terms/0/unless",
            "This pattern cannot be read.",
        ),
    ],
)
def test_what_is_wrong_is_said_in_our_own_words(desk, writer, kind, start, place, text):
    revision = new(writer, kind, {"id": "a-new-word", **start})

    page = read(desk.get(path_of(revision)).text)

    (link, *_) = [
        one
        for one in page.one("div", id="summary").every("a", href=f"#{place or 'main'}")
        if text in one.text
    ]
    assert link


def test_no_word_of_a_library_is_on_a_welsh_page(desk, writer):
    start = {"id": "a-new-word", "languages": {"en": {}, "cy": {"terms": [{}]}}}
    revision = new(writer, start=start)
    _, problems = faults_in(DocumentKind.ENTRY, start)

    text = desk.get(path_of(revision, CY)).text

    assert problems
    assert {one.detail for one in problems if one.detail in text} == set()


def test_the_own_name_of_an_entry_is_no_jargon_before_it_is_finished_either(
    desk, writer
):
    start = {
        "id": "early-help",
        "languages": {
            "en": {
                "terms": [{"text": "early help"}],
                "short": "Early help is for a family.",
            }
        },
    }
    draft = new(writer, start=start, key="early-help")

    answer = desk.get(path_of(draft, EN))

    assert answer.status == 200
    assert not [one for one in said(answer, SHORT) if "mean something special" in one]


def test_but_the_name_of_another_one_is(desk, writer):
    start = {
        "id": "early-help",
        "languages": {
            "en": {
                "terms": [{"text": "late help"}, "no row", {"text": 7}],
                "short": "Early help is for a family.",
            },
            "cy": {"terms": "none"},
        },
    }
    draft = new(writer, start=start, key="early-help")

    answer = desk.get(path_of(draft, EN))

    assert [one for one in said(answer, SHORT) if "mean something special" in one]


@pytest.mark.parametrize(
    ("day", "is_said"),
    [("2020-01-01", True), ("2999-01-01", False), ("soon", False), ("", False)],
)
def test_a_day_to_look_again_that_is_over_is_remarked_on(desk, draft, day, is_said):
    place = "/review/check_due"

    answer = send(desk, path_of(draft), "look", **{place: day})

    words = "This day is over: readers would be told at once that it is late."
    assert (words in answer.text) == is_said
    if is_said:
        assert said(answer, place) == [f"Look at this: {words}"]
