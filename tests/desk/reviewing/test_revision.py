"""The page of a revision: what changes, who has signed it off, and who may do what."""

from __future__ import annotations

import orjson
import pytest
from django.contrib.auth.models import Permission

from glossary.accounts import mark_as_one_person
from glossary.desk.reviewing import signing
from glossary.document import DocumentKind, Name
from glossary.models import Look, Note, Revision, RevisionState, SignOff, User
from glossary.publishing import publish_revisions
from glossary.review import (
    Void,
    abandon_draft,
    begin_draft,
    save_draft,
    submit_draft,
    take_back,
)
from tests.factories import OPERATOR, published, source, topic
from tests.review.writing import (
    ENGLISH,
    WELSH,
    approved,
    begun,
    saved,
    signed,
    submitted,
    wait,
)
from tests.web.html import read
from tests.web.leaks import leaks, welsh

pytestmark = pytest.mark.django_db

PAGE = "/desk/en/revision/entry/grooming/2/"
CY = "/desk/cy/fersiwn/entry/grooming/2/"
SIGN = "/desk/en/sign-off/entry/grooming/2/"


def main(browser, page=PAGE):
    answer = browser.get(page)
    assert answer.status == 200
    return read(answer.text).one("main")


def told(page, tag):
    """Return what stands in such elements, with what only those who listen hear."""
    return [
        " ".join(part if isinstance(part, str) else part.text for part in one.children)
        for one in page.every(tag)
    ]


def section(page, title):
    (found,) = page.every("section", **{"aria-labelledby": title})
    return found


def test_what_changes_is_told_by_words_with_words_for_those_who_hear_it(who, at_desk):
    submitted(who("wen"), en="What grooming really means.")

    page = main(at_desk("rob"))

    assert told(section(page, "difference"), "ins") == ["added: really  end of added"]
    assert not page.every("del")


def test_what_goes_and_what_comes_are_different_elements(who, at_desk):
    submitted(who("wen"), en="What luring means.")

    page = main(at_desk("rob"))

    assert told(page, "del") == ["removed: grooming end of removed"]
    assert told(page, "ins") == ["added: luring end of added"]


def test_each_language_is_apart_and_what_stays_is_folded(who, at_desk):
    submitted(who("wen"), en="Another text.", cy="Testun arall.")

    part = section(main(at_desk("rob")), "difference")

    assert [one.text for one in part.every("h3")][:3] == [
        "English",
        "Cymraeg",
        "In every language",
    ]
    (english, *_) = part.every("section", class_="group")
    folded = [one for fold in english.every("details") for one in fold.every("h4")]
    assert [one.text for one in folded] == ["Address", "Names"]
    assert english.every("h4")[0].text == "Short meaning Changed"


def test_the_words_are_in_their_own_language(who, at_desk):
    submitted(who("wen"), cy="Testun arall.")

    (words,) = [
        one
        for one in main(at_desk("rob")).every("p", class_="words")
        if one.every("ins")
    ]

    assert words.get("lang") == "cy"
    assert words.every("span")[0].get("lang") == "en"


def test_the_whole_text_can_be_read(who, at_desk):
    submitted(who("wen"), en="Another text.")

    text = main(at_desk("rob")).text

    assert "Read the whole text" in text
    assert "in its own words" in text


def test_markup_in_a_draft_is_text(who, at_desk):
    submitted(who("wen"), en="<script>alert(1)</script>")

    page = main(at_desk("rob"))

    assert not page.every("script")
    assert "alert(1)" in page.text


@pytest.mark.parametrize(
    ("name", "offered"),
    [
        ("rob", ["Sign off: Editor, English"]),
        ("mel", ["Sign off: Subject expert, English"]),
        ("wen", []),
        ("pat", []),
        ("noor", []),
    ],
)
def test_each_role_is_offered_what_it_may_sign_off(who, at_desk, name, offered):
    submitted(who("wen"))

    buttons = [one.text for one in main(at_desk(name)).every("button")]

    assert [one for one in buttons if one in offered] == offered
    assert bool(buttons) == bool(offered)


def test_each_sign_off_says_what_it_judges_and_what_not(who, at_desk):
    submitted(who("wen"), cy="Testun arall.")

    page = section(main(at_desk("rob")), "sign")

    assert "An editor does not judge the facts." in page.text
    assert "A Welsh-language editor judges the Welsh as Welsh" in page.text
    for button in page.every("button"):
        assert page.every("p", id=button.get("aria-describedby"))


def test_why_somebody_may_not_is_said_before_they_press(who, at_desk):
    submitted(who("wen"))
    signed(Revision.objects.latest("pk"), who("rob"), ENGLISH)

    page = section(main(at_desk("rob")), "sign")

    assert "This was signed off already." in page.text
    assert "You may not sign this off." in page.text


def test_who_had_a_part_in_it_is_told_so(who, at_desk):
    rob = who("rob")
    rob.user_permissions.set(User.objects.get(pk=who("wen").pk).user_permissions.all())
    for act in ("sign_off_editor",):
        rob.user_permissions.add(_permission(act))
    submitted(rob)

    page = section(main(at_desk("rob")), "sign")

    assert "You had a part in this text." in page.text
    assert not page.every("button")


def _permission(act):
    return Permission.objects.get(codename=act)


def test_what_is_missing_is_listed_until_it_is_given(who, at_desk):
    revision = submitted(who("wen"), en="English.", cy="Cymraeg.")
    desk = at_desk("rob")

    missing = section(main(desk), "sign-offs").every("ul")[-1]
    assert [one.text for one in missing.every("li")] == [
        "Editor, English",
        "Welsh-language editor, Cymraeg",
    ]
    signed(signed(revision, who("rob")), who("rob"), WELSH)

    text = section(main(desk), "sign-offs").text
    assert "All sign-offs that it needs are there." in text
    assert "Editor, English: rob" in text


def test_a_sign_off_is_given_with_one_button(who, at_desk):
    submitted(who("wen"))
    desk = at_desk("rob")

    answer = desk.send(PAGE, _fields(desk, "editor"), form=SIGN)

    assert (answer.status, answer.headers["location"]) == (302, PAGE)
    assert "You have signed it off." in main(desk).text
    assert SignOff.objects.get().user == who("rob")
    assert Revision.objects.latest("pk").state == RevisionState.APPROVED


def _fields(desk, role, lang="en"):
    """Return what the form of a sign-off sends."""
    forms = main(desk).every("form", action=SIGN)
    sent = [
        {one.get("name"): one.get("value") for one in form.every("input")}
        for form in forms
    ]
    return next(one for one in sent if (one["role"], one["lang"]) == (role, lang))


def test_who_looked_at_an_older_text_sees_what_is_new_instead(who, at_desk):
    revision = submitted(who("wen"), en="Before.")
    desk = at_desk("rob")
    fields = _fields(desk, "editor")
    newer = saved(revision, who("wen"), en="Afterwards.")
    submit_draft(revision=newer, actor=who("wen"))

    answer = desk.post(SIGN, fields)

    assert answer.headers["location"] == f"{PAGE}?from=seen"
    page = main(desk, f"{PAGE}?from=seen")
    assert "Somebody else has changed this since you opened it." in page.text
    part = section(page, "difference")
    assert told(part, "del") == ["removed: Before end of removed"]
    assert told(part, "ins") == ["added: Afterwards end of added"]
    assert not SignOff.objects.exists()


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"role": "emperor", "lang": "en"},
        {"role": "editor", "lang": "xx"},
        {"role": "welsh-language", "lang": "en"},
    ],
)
def test_what_is_no_sign_off_is_refused(who, at_desk, fields):
    submitted(who("wen"))
    desk = at_desk("rob")
    token = _fields(desk, "editor")["csrfmiddlewaretoken"]
    seen = Revision.objects.latest("pk").digest

    desk.post(SIGN, {"csrfmiddlewaretoken": token, "seen": seen, **fields})

    assert not SignOff.objects.exists()


@pytest.mark.parametrize("name", ["wen", "pat", "noor"])
def test_who_may_not_sign_off_is_refused_with_a_page(who, at_desk, name):
    revision = submitted(who("wen"))
    desk = at_desk(name)
    page = read(desk.get(PAGE).text)
    token = page.every("input", type="hidden")[0].get("value")
    fields = {"role": "editor", "lang": "en", "seen": revision.digest}

    answer = desk.post(SIGN, {"csrfmiddlewaretoken": token, **fields})

    assert answer.status == 403
    assert not SignOff.objects.exists()


def test_a_sign_off_is_no_link(who, at_desk):
    submitted(who("wen"))

    assert at_desk("rob").get(SIGN).status == 405


VOID = {
    "was changed since": lambda revision, who, _: submit_draft(
        revision=saved(revision, who("wen"), en="Newer."), actor=who("wen")
    ),
    "too long ago": lambda revision, who, patch: wait(patch, 91),
    "had a part": lambda revision, who, _: mark_as_one_person(
        names=["wen", "rob"], actor=OPERATOR
    ),
    "any more": lambda revision, who, _: who("rob").user_permissions.clear(),
}


@pytest.mark.parametrize("why", VOID)
def test_a_sign_off_that_is_void_says_why(who, at_desk, monkeypatch, why):
    revision = signed(submitted(who("wen")), who("rob"))
    desk = at_desk("noor") if why != "too long ago" else None

    VOID[why](revision, who, monkeypatch)

    text = section(main(desk or at_desk("noor")), "sign-offs").text
    assert "Void: " in text
    assert why in text


def test_the_difference_from_what_somebody_last_saw(who, at_desk):
    revision = submitted(who("wen"), en="One two three.")
    desk = at_desk("rob")
    assert "From what you last saw" not in main(desk).text
    revision = saved(revision, who("wen"), en="One two four.")
    submit_draft(revision=revision, actor=who("wen"))

    page = section(main(desk, f"{PAGE}?from=seen"), "difference")

    assert told(page, "ins") == ["added: four end of added"]
    here = page.one("nav").one("a", **{"aria-current": "page"})
    assert here.text == "From what you last saw"
    assert page.text == section(main(desk, f"{PAGE}?from=seen"), "difference").text


def test_who_only_signs_in_is_remembered_nowhere_else(who, at_desk):
    revision = submitted(who("wen"))
    abandoned = abandon_draft(
        revision=take_back(revision=revision, actor=who("wen")), actor=who("wen")
    )

    main(at_desk("rob"))

    assert abandoned.state == RevisionState.ABANDONED
    assert not Look.objects.exists()


def test_a_new_document_is_shown_as_new(who, at_desk):
    submitted(who("wen"))

    page = main(at_desk("rob"), "/desk/en/revision/entry/grooming/1/")

    assert "This is new: readers see nothing of it yet." in page.text
    assert "This text was reviewed elsewhere." in page.text
    assert page.every("ins")


def test_the_line_for_readers_and_what_needs_no_change_are_there(who, at_desk):
    wen = who("wen")
    revision = begun(wen)
    data = {**_json(revision), "as_at": "2025-01-01"}
    row = save_draft(
        revision=revision,
        document=data,
        seen=revision.digest,
        actor=wen,
        untouched=["cy"],
        note=Note("A shorter text.", "en"),
    )
    submit_draft(revision=row, actor=wen)

    text = section(main(at_desk("rob")), "difference").text

    assert "Readers will be told: A shorter text." in text
    assert "Somebody says that this text needs no change: Cymraeg." in text


def _json(revision):
    return orjson.loads(revision.document)


def test_what_is_public_says_so(who, at_desk):
    revision = approved(who("wen"), who("rob"))
    publish_revisions(revisions=[revision], actor=who("pat"))

    text = main(at_desk("rob")).text

    assert "Readers see this now" in text
    assert "Ask for a check of it." in text


@pytest.mark.parametrize(
    ("bring", "said"),
    [
        (begun, "It can be reviewed once submitted."),
        (
            lambda wen: abandon_draft(revision=begun(wen), actor=wen),
            "Nobody works on it any more. Its text stays.",
        ),
    ],
)
def test_what_is_not_submitted_says_what_happens_next(who, at_desk, bring, said):
    bring(who("wen"))

    page = main(at_desk("rob"))

    assert said in page.text
    assert not page.every("button")


@pytest.mark.parametrize("name", ["rob", "noor"])
def test_the_page_is_welsh_in_welsh(who, at_desk, name):
    submitted(who("wen"), en="Another text.", cy="Testun arall.")
    signed(Revision.objects.latest("pk"), who("eira"), WELSH)

    answer = at_desk(name).get(CY)

    assert answer.status == 200
    assert not leaks(read(answer.text), welsh())


def test_the_documents_own_page_leads_here(who, at_desk):
    submitted(who("wen"))
    one = "/desk/en/document/entry/grooming/"

    assert main(at_desk("rob"), one).every("a", href=PAGE)[0].text == "Waits for review"
    ways = main(at_desk("rob"), one).one("ul", class_="ways")
    assert [a.text for a in ways.every("a")] == ["Review", "History", "Earlier texts"]
    ways = main(at_desk("noor"), one).one("ul", class_="ways")
    assert [a.text for a in ways.every("a")] == [
        "See what changes",
        "History",
        "Earlier texts",
    ]


@pytest.mark.parametrize(
    "path",
    [
        "revision/entry/grooming/9/",
        "revision/entry/grooming/x/",
        "revision/song/grooming/1/",
        "return/entry/grooming/9/",
        "history/entry/nothing/",
    ],
)
def test_what_is_not_there_has_no_page(who, at_desk, path):
    published("grooming")
    desk = at_desk("rob")

    assert desk.get(f"/desk/en/{path}").status == 404


@pytest.mark.parametrize(
    "path",
    [
        PAGE,
        "/desk/en/return/entry/grooming/2/",
        "/desk/en/history/entry/grooming/",
        SIGN,
        "/desk/en/begin-check/entry/grooming/",
    ],
)
def test_who_is_not_signed_in_reads_no_word_of_a_draft(who, browse, path):
    submitted(who("wen"), en="Marzipan is a secret word.")

    for answer in (browse().get(path), browse().post(path, {})):
        assert answer.status >= 302
        assert "arzipan" not in answer.text


def test_what_the_checks_find_is_told_of_what_changes_alone(who, at_desk):
    submitted(who("wen"), en="The nominal was actioned going forward.")

    part = section(main(at_desk("rob")), "found")

    assert {one.text for one in part.every("q")}
    assert all("English, Short meaning" in one.text for one in part.every("li"))
    assert not leaks(read(at_desk("mel").get(CY).text), welsh())


def test_where_nothing_is_found_that_is_said(who, at_desk):
    submitted(who("wen"), en="Somebody wins a child over, to harm them.")

    assert "They find nothing in what changes." in main(at_desk("rob")).text


def test_what_is_not_finished_is_not_checked_here(who, at_desk):
    wen = who("wen")
    revision = begun(wen)
    data = {**_json(revision), "as_at": "soon"}
    save_draft(revision=revision, document=data, seen=revision.digest, actor=wen)

    page = main(at_desk("rob"))

    assert not page.every("section", **{"aria-labelledby": "found"})


def test_the_words_of_a_topic_are_checked_as_those_of_an_entry(who, at_desk):
    topic("police-data", en="Police data")
    wen = who("wen")
    name = Name(DocumentKind.TOPIC, "police-data")
    revision = begin_draft(name=name, actor=wen)
    data = _json(revision)
    data["languages"]["en"]["label"] = "Nominal was actioned going forward"
    save_draft(revision=revision, document=data, seen=revision.digest, actor=wen)

    page = main(at_desk("rob"), "/desk/en/revision/topic/police-data/2/")

    assert section(page, "found").every("q")


def test_what_has_no_words_of_ours_is_not_checked_here(at_desk):
    source("report-2023")

    page = main(at_desk("rob"), "/desk/en/revision/source/report-2023/1/")

    assert not page.every("section", **{"aria-labelledby": "found"})


def test_what_came_whole_says_so_once(who, at_desk):
    revision = begun(who("wen"))
    data = _json(revision)
    name = {"text": "luring", "type": "full-form", "status": "admitted"}
    data["languages"]["en"]["terms"].append(name)
    save_draft(revision=revision, document=data, seen=revision.digest, actor=who("wen"))

    (english, *_) = main(at_desk("rob")).every("section", class_="group")

    names = english.every("section", class_="field")[0]
    assert [one.text for one in names.every("span", class_="tag")] == [
        "Changed",
        "Added",
    ]
    assert told(names, "ins")[0] == "added: luring end of added"


def test_every_reason_for_which_a_sign_off_is_void_has_words():
    assert set(signing.VOID) == set(Void)
