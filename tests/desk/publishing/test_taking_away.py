"""Withdrawing, bringing back, merging and going back: each from a page that asks."""

from __future__ import annotations

import pytest

from glossary.closed_lists import RemarkReason, WithdrawalReason
from glossary.document import DocumentKind, Name
from glossary.models import Act, Author, Event, Publication, Remark, Revision
from glossary.publishing import publish_revisions, withdraw_document
from glossary.review import begin_draft, return_to_writer, submit_draft
from tests.desk.conftest import PASSWORD
from tests.factories import OPERATOR, person, published, section, topic, withdrawn
from tests.review.writing import ENGLISH, WELSH, approved, begun, signed, somebody
from tests.web.html import read

pytestmark = pytest.mark.django_db
DOCUMENT = "/desk/en/document/entry/grooming/"
WITHDRAW = "/desk/en/withdraw/entry/grooming/"
RESTORE = "/desk/en/restore/entry/grooming/"
MERGE = "/desk/en/merge/entry/grooming/"
EARLIER = "/desk/en/earlier/entry/grooming/"
ALL = [WITHDRAW, RESTORE, MERGE, EARLIER]
RELATED = [{"relation": "related", "id": "grooming"}]


def signed_in(browse, *acts, name="pat"):
    person(*acts, name=name, password=PASSWORD)
    browser = browse()
    browser.sign_in(name, PASSWORD)
    return browser


@pytest.fixture
def desk(browse, db):
    """Somebody who may publish, withdraw and write is signed in."""
    return signed_in(browse, Act.PUBLISH, Act.WITHDRAW, "write_en", "write_cy")


def main(answer):
    return read(answer.text).one("main")


def state():
    return Publication.objects.current().get(kind="entry", key="grooming").change


def test_withdrawing_says_what_follows_and_asks_for_a_reason_from_the_list(desk):
    published("grooming")
    published("police-force", related=RELATED)
    before = Publication.objects.count()

    page = main(desk.get(WITHDRAW))

    assert "police force · Entry" in page.text
    assert [one.get("value") for one in page.every("input", type="radio")] == [
        "published-by-mistake",
        "wrong",
        "out-of-date",
        "harmful",
        "replaced",
        "asked-by-source",
    ]
    assert Publication.objects.count() == before


@pytest.mark.parametrize(
    "instead",
    [" police-force, ", "Heddlu", "a police force", "police-force,heddlu"],
)
def test_it_is_gone_at_once_with_what_to_read_instead(desk, instead):
    published("grooming")
    both = {"en": section("police force"), "cy": section("heddlu", "cy")}
    published("police-force", languages=both)
    fields = {
        "reason": "replaced",
        "instead": instead,
        "comment": "Two pages for one thing.",
    }

    answer = desk.send(WITHDRAW, fields)

    assert answer.headers["location"] == DOCUMENT
    row = Publication.objects.current().get(key="grooming", kind="entry")
    assert (row.change, row.reason) == ("withdrawn", "replaced")
    assert '"police-force"' in row.body
    assert "Two pages" not in row.body
    assert row.comment == "Two pages for one thing."
    assert "Readers do not see it any more." in main(desk.get(DOCUMENT)).text
    event = main(desk.get(f"/desk/en/event/{Event.objects.get(publication=row).pk}/"))
    assert "Two pages for one thing." in event.text


@pytest.mark.parametrize("reason", ["", "because"])
def test_without_a_reason_nothing_goes_and_nothing_typed_is_lost(desk, reason):
    published("grooming")

    answer = desk.send(WITHDRAW, {"reason": reason, "comment": "Typed."})

    page = main(answer)
    assert answer.status == 422
    assert "Choose a reason" in page.one("div", role="alert").text
    assert page.one("textarea").text == "Typed."
    assert state() == "published"


def test_what_takes_its_place_has_to_be_public(desk):
    published("grooming")

    fields = {"reason": "replaced", "instead": "nowhere", "comment": "Typed."}
    answer = desk.send(WITHDRAW, fields)

    page = main(answer)
    assert answer.status == 422
    assert "“entry/nowhere” is not public." in page.one("div", role="alert").text
    assert page.one("textarea").text == "Typed."
    assert page.one("input", id="instead").get("value") == "nowhere"
    (chosen,) = [one for one in page.every("input") if "checked" in one.attributes]
    assert chosen.get("value") == "replaced"
    assert state() == "published"


def test_what_something_needs_says_so_before_anybody_presses_a_button(desk):
    published("grooming")

    page = main(desk.get("/desk/en/withdraw/source/report-2023/"))

    assert "Something still needs this" in page.text
    assert not page.every("form")


def test_a_mistake_is_undone_by_one_person(desk):
    published("grooming")
    withdrawn("grooming")

    assert "It was published by mistake." in main(desk.get(RESTORE)).text
    desk.send(RESTORE, {})

    assert state() == "restored"


WRONG = WithdrawalReason.WRONG
DUE = "These sign-offs are due"
BEGIN = "/desk/en/begin/entry/grooming/"
SECOND = "/desk/en/revision/entry/grooming/2/"


@pytest.fixture
def gone(db):
    """What was reviewed elsewhere, and withdrawn for good."""
    published("grooming")
    return withdrawn("grooming", WRONG)


def led_to(page):
    """Return where the page leads to, but for the text itself."""
    return [one.get("href") for one in page.every("a", class_="button")]


def listed(page):
    return [one.text for one in page.every("li")]


def test_what_was_wrong_needs_others_and_the_page_says_how(desk, gone):
    page = main(desk.get(RESTORE))

    assert "has to be signed off first" in page.text
    assert "Begin a draft of it" in page.text
    assert DUE not in page.text

    answer = desk.send(RESTORE, {}, form=BEGIN)
    assert answer.headers["location"] == "/desk/en/write/entry/grooming/2/"


def test_who_writes_nothing_begins_nothing(browse, gone):
    page = main(signed_in(browse, Act.PUBLISH).get(RESTORE))

    assert "Begin a draft of it" in page.text
    assert not page.every("form")


@pytest.mark.parametrize("is_returned", [False, True], ids=["draft", "returned"])
def test_a_draft_that_is_under_way_is_led_to(desk, gone, is_returned):
    anna = somebody("anna")
    row = begin_draft(name=gone.name, actor=anna)
    if is_returned:
        row = submit_draft(revision=row, actor=anna)
        why = [Remark(reason=RemarkReason.NO_SOURCE)]
        return_to_writer(revision=row, remarks=why, actor=somebody("ben"))

    page = main(desk.get(RESTORE))

    assert "A draft of it is under way." in page.text
    assert "Begin a draft" not in page.text
    assert led_to(page) == [DOCUMENT]
    assert not page.every("form")


def test_where_only_sign_offs_are_due_the_page_names_them_and_leads_there(desk, gone):
    anna, ben = somebody("anna"), somebody("ben")
    row = submit_draft(revision=begin_draft(name=gone.name, actor=anna), actor=anna)

    page = main(desk.get(RESTORE))
    assert DUE in page.text
    assert listed(page) == ["Editor, English", "Welsh-language editor, Cymraeg"]
    assert led_to(page) == [SECOND]
    assert "Begin a draft" not in page.text
    assert not page.every("form")

    signed(row, ben)
    assert listed(main(desk.get(RESTORE))) == ["Welsh-language editor, Cymraeg"]

    signed(row, ben, WELSH)
    page = main(desk.get(RESTORE))
    assert DUE not in page.text
    assert page.one("form").text == "Bring it back now"


def test_what_waited_for_another_sign_off_may_now_wait_for_any(desk, gone, settings):
    """Less is asked for than when it was signed off: somebody has to approve it."""
    anna, ben = somebody("anna"), somebody("ben")
    row = submit_draft(revision=begin_draft(name=gone.name, actor=anna), actor=anna)
    signed(row, ben)
    settings.GLOSSARY_REQUIRED_SIGN_OFFS = {"*": ["editor"], "cy": []}

    assert listed(main(desk.get(RESTORE))) == ["Editor, English"]


def test_what_was_written_here_can_be_signed_off_as_it_was(desk):
    row = approved(somebody("anna"), somebody("ben"), en="Newer.")
    publish_revisions(revisions=[row], actor=OPERATOR)
    withdrawn("grooming", WRONG)

    page = main(desk.get(RESTORE))
    assert DUE in page.text
    assert led_to(page) == [SECOND]
    assert "as readers saw it" in page.text
    assert page.one("form").get("action") == BEGIN

    for asked in (ENGLISH, WELSH):
        signed(row, somebody(f"a second {asked.lang}"), asked)
    assert main(desk.get(RESTORE)).one("form").text == "Bring it back now"


def test_what_somebody_unknown_wrote_has_to_be_begun_anew(desk):
    row = approved(somebody("anna"), somebody("ben"), en="Newer.")
    publish_revisions(revisions=[row], actor=OPERATOR)
    Author.objects.create(revision=row, name="the command line")
    withdrawn("grooming", WRONG)

    page = main(desk.get(RESTORE))

    assert DUE not in page.text
    assert page.one("form").get("action") == BEGIN


def test_what_departs_from_an_earlier_text_says_so_and_leads_there(desk):
    begun(somebody("anna"))
    published("grooming", kind="data")
    withdrawn("grooming", WRONG)
    row = Revision.objects.get(key="grooming", state="draft")
    Revision.objects.filter(pk=row.pk).update(state="submitted")

    page = main(desk.get(RESTORE))

    assert "was changed since this revision was begun" in page.text
    assert led_to(page) == [DOCUMENT]
    assert DUE not in page.text
    assert "Begin a draft" not in page.text


@pytest.mark.parametrize("path", [RESTORE, RESTORE.replace("entry", "source")])
def test_what_readers_see_needs_nothing_to_come_back(desk, path):
    published("grooming")
    path = path.replace("source/grooming", "source/report-2023")

    page = main(desk.get(path))

    assert "is not withdrawn" in page.text
    assert "Begin a draft" not in page.text
    assert not led_to(page)


def test_what_is_signed_off_and_rests_on_something_gone_says_that_alone(desk):
    row = approved(somebody("anna"), somebody("ben"), en="Newer.")
    publish_revisions(revisions=[row], actor=OPERATOR)
    withdrawn("grooming", WRONG)
    for asked in (ENGLISH, WELSH):
        signed(row, somebody(f"a second {asked.lang}"), asked)
    source = Name(DocumentKind.SOURCE, "report-2023")
    withdraw_document(name=source, reason=WRONG, actor=OPERATOR)

    page = main(desk.get(RESTORE))

    assert "rests on something that is not there" in page.text
    assert DUE not in page.text
    assert "Begin a draft" not in page.text
    assert not page.every("form")


def test_a_topic_is_not_merged_because_an_entry_of_its_key_is(desk):
    published("police-force")
    published("grooming", related=[{"relation": "replaced-by", "id": "police-force"}])
    desk.send(MERGE, {})
    name = topic("grooming", en="Grooming").name
    withdraw_document(name=name, reason=WRONG, actor=OPERATOR)

    page = main(desk.get("/desk/en/document/topic/grooming/"))
    assert page.every("a", href="/desk/en/restore/topic/grooming/")
    page = main(desk.get("/desk/en/restore/topic/grooming/"))
    assert page.one("form").get("action") == "/desk/en/begin/topic/grooming/"


def test_what_nobody_writes_here_is_not_to_be_begun(desk):
    published("grooming")

    page = main(desk.get("/desk/en/restore/review/tests/"))

    assert "is not withdrawn" in page.text
    assert "Begin a draft" not in page.text


def test_merging_waits_until_the_text_says_so(desk):
    published("grooming")
    published("police-force")

    page = main(desk.get(MERGE))

    assert "No public entry replaces this one yet." in page.text
    assert not page.every("form")


def test_an_entry_is_merged_with_one_button(desk, site):
    published("police-force")
    published("grooming", related=[{"relation": "replaced-by", "id": "police-force"}])
    published("problem-profile", related=RELATED)
    assert "problem profile · Entry" in main(desk.get(MERGE)).text

    answer = desk.send(MERGE, {})

    assert answer.headers["location"] == DOCUMENT
    assert site.get("/en/terms/grooming/").status == 308
    gone = main(desk.get(RESTORE)).text
    assert "merged into" in gone
    assert "Begin a draft" not in gone


def test_merging_says_which_names_lead_nowhere_then(desk):
    published("police-force")
    published("grooming", related=[{"relation": "replaced-by", "id": "police-force"}])

    names = main(desk.get(MERGE)).one("section").every("ul")[0].every("li")

    assert [one.text for one in names] == ["grooming", "meithrin perthynas amhriodol"]


def test_what_stays_may_have_gone_meanwhile(desk):
    published("police-force")
    published("grooming", related=[{"relation": "replaced-by", "id": "police-force"}])
    page = desk.get(MERGE)
    withdrawn("police-force")
    token = main(page).every("input", name="csrfmiddlewaretoken")[0].get("value")

    desk.post(MERGE, {"into": "police-force", "csrfmiddlewaretoken": token})

    text = main(desk.get(DOCUMENT)).text
    assert "Nothing was merged." in text
    assert "“police-force” is not public." in text


def test_only_entries_are_merged(desk):
    topic("police-data", en="Data")

    assert desk.get("/desk/en/merge/topic/police-data/").status == 404


def test_an_earlier_text_becomes_a_draft_that_is_reviewed_as_any_other(desk):
    published("grooming")
    row = approved(somebody("anna"), somebody("ben"), en="Newer.")
    publish_revisions(revisions=[row], actor=OPERATOR)

    answer = desk.send(EARLIER, {}, form="/desk/en/go-back/entry/grooming/1/")

    assert answer.headers["location"] == "/desk/en/write/entry/grooming/3/"
    draft = Revision.objects.get(key="grooming", number=3)
    first = Revision.objects.get(key="grooming", number=1)
    assert (draft.state, draft.document) == ("draft", first.document)
    page = main(desk.get(EARLIER))
    assert "Somebody works on a draft already." in page.text
    assert not page.every("form")


def test_where_readers_saw_no_other_text_the_page_says_so(desk):
    published("grooming")

    assert "Readers saw no other text" in main(desk.get(EARLIER)).text


@pytest.mark.parametrize("page", ALL)
def test_who_may_only_look_is_told_why_and_has_no_button(browse, page):
    published("police-force")
    published("grooming", related=[{"relation": "replaced-by", "id": "police-force"}])
    published("grooming", kind="data")
    browser = signed_in(browse, name="lou")

    answer = browser.get(page)

    assert answer.status == 200
    assert "needs a right of its own" in main(answer).text
    assert not main(answer).every("form")


@pytest.mark.parametrize("page", [*ALL[:3], "/desk/en/go-back/entry/grooming/1/"])
def test_who_may_only_look_changes_nothing_by_another_way(browse, page):
    published("police-force")
    published("grooming", related=[{"relation": "replaced-by", "id": "police-force"}])
    browser = signed_in(browse, name="lou")
    home = read(browser.get("/desk/en/").text)
    token = home.every("input", name="csrfmiddlewaretoken")[0].get("value")
    fields = {"reason": "wrong", "into": "police-force", "csrfmiddlewaretoken": token}
    before = Publication.objects.count()

    answer = browser.post(page, fields)

    assert answer.status == 403
    assert Publication.objects.count() == before


@pytest.mark.parametrize("page", ALL)
def test_what_was_never_public_has_none_of_these_pages(desk, page):
    assert desk.get(page).status == 404


def test_the_document_offers_what_can_be_done_now(desk):
    published("grooming")
    assert _offered(desk) == [
        "/desk/en/withdraw/entry/grooming/",
        "/desk/en/merge/entry/grooming/",
    ]

    withdrawn("grooming")
    assert _offered(desk) == ["/desk/en/restore/entry/grooming/"]


def _offered(desk):
    offered = main(desk.get(DOCUMENT)).every("a", class_="button")
    return [
        one.get("href")
        for one in offered
        if one.get("href").split("/")[3] in {"withdraw", "merge", "restore", "earlier"}
    ]


def test_another_version_is_offered_where_there_is_one(desk):
    published("grooming")
    published("grooming", kind="data")

    assert EARLIER in _offered(desk)


IN_WELSH = {
    "/desk/cy/tynnu-yn-ol/entry/grooming/": "Tynnu hwn yn ôl?",
    "/desk/cy/cyfuno/entry/grooming/": "Cyfuno â chofnod arall?",
    "/desk/cy/testunau-cynharach/entry/grooming/": "Testunau cynharach",
    "/desk/cy/adfer/entry/grooming/": "Dod â hwn yn ôl?",
}


@pytest.mark.parametrize("path", IN_WELSH)
def test_the_same_is_said_in_welsh(desk, path):
    published("police-force")
    published("grooming", related=[{"relation": "replaced-by", "id": "police-force"}])
    published(
        "grooming",
        related=[{"relation": "replaced-by", "id": "police-force"}],
        kind="data",
    )
    if "adfer" in path:
        withdrawn("grooming")

    page = main(desk.get(path))

    assert page.one("h1").text == IN_WELSH[path]
    for english in ("Withdraw", "Back to", "Readers", "Nothing", "Begin", "Entry"):
        assert english not in page.text


def test_what_is_no_kind_of_document_has_no_page(desk):
    assert desk.get("/desk/en/withdraw/word/grooming/").status == 404
