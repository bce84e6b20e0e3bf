"""Two people erase a text at the desk, and both are told that nothing undoes it."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils import timezone

from glossary.closed_lists import ErasureReason
from glossary.models import Act, Erasure, Publication
from glossary.publishing import erase_alone
from glossary.review import begin_draft, submit_draft
from tests.desk.conftest import PASSWORD
from tests.factories import named, person, published, withdrawn
from tests.review.writing import ENGLISH, WELSH, begun, signed, somebody, typed
from tests.web.html import read

pytestmark = pytest.mark.django_db
ERASE, LIST = "/desk/en/erase/entry/grooming/", "/desk/en/erasures/"
FORM = {"reason": "identifies-victim", "revision": "1", "sure": "yes", "how": "ask"}


@pytest.fixture(autouse=True)
def a_list(tmp_path, settings):
    settings.ERASED_LIST = tmp_path / "erased.jsonl"


@pytest.fixture
def at_the_desk(browse):
    """Let somebody sign in who may do these acts."""

    def sign_in(name, *acts):
        person(*acts, name=name, password=PASSWORD)
        browser = browse()
        browser.sign_in(name, PASSWORD)
        return browser

    return sign_in


@pytest.fixture
def eve(at_the_desk):
    return at_the_desk("eve", Act.ERASE)


@pytest.fixture
def ben(at_the_desk):
    return at_the_desk("ben", Act.ERASE)


def main(answer):
    return read(answer.text).one("main")


def change():
    return Publication.objects.current().get(key="grooming").change


def test_one_asks_and_another_one_confirms(eve, ben):
    published("grooming")

    asked = eve.send(ERASE, FORM)

    assert (asked.status, asked.headers["location"]) == (302, LIST)
    page = main(eve.get(LIST))
    assert "Somebody else has to confirm it." in page.one("p", class_="note").text
    assert not page.every("form", action="/desk/en/confirm-erasure/1/")
    assert change() == "published"

    number = Erasure.objects.get().pk
    form = f"/desk/en/confirm-erasure/{number}/"
    ben.send(LIST, {"sure": "yes"}, form=form)

    page = main(ben.get(LIST))
    assert "two people have said so" in page.one("p", class_="note").text
    assert "Nothing waits." in page.text
    assert "The second person was: ben." in page.text
    assert change() == "erased"


@pytest.mark.parametrize(
    ("lang", "page", "words"),
    [
        ("en", ERASE, "Nothing can undo this."),
        ("cy", "/desk/cy/dileu/entry/grooming/", "All dim byd ddadwneud hyn."),
        ("en", LIST, "Nothing can undo it."),
        ("cy", "/desk/cy/dileadau/", "All dim byd ddadwneud hynny."),
    ],
)
def test_each_page_says_that_nothing_undoes_it(eve, lang, page, words):
    published("grooming")

    answer = eve.get(page)

    assert (answer.status, words in main(answer).text) == (200, True)
    assert read(answer.text).one("html").lang == lang


@pytest.mark.parametrize(
    ("left_out", "said"),
    [
        ("reason", "Choose why."),
        ("revision", "Choose at least one text."),
        ("sure", "Say that you know"),
    ],
)
def test_what_is_not_said_is_asked_again(eve, left_out, said):
    published("grooming")

    answer = eve.send(ERASE, {name: FORM[name] for name in FORM if name != left_out})

    assert answer.status == 422
    assert said in main(answer).one("div", role="alert").text
    assert not Erasure.objects.exists()


@pytest.mark.parametrize(
    ("given", "kept"), [("1", [1]), ("2", [2]), ("x", None), ("3", None)]
)
def test_all_texts_are_ticked_and_one_can_be_chosen(eve, given, kept):
    published("grooming")
    published("grooming", as_at="2025-01-01")
    boxes = main(eve.get(ERASE)).every("input", name="revision")
    assert [one.get("value") for one in boxes] == ["2", "1"]
    assert all("checked" in one.attributes for one in boxes)

    eve.send(ERASE, FORM | {"revision": given})

    found = Erasure.objects.first()
    assert (found.revisions if found else None) == kept


def test_what_readers_do_not_see_one_erases_at_once(eve, ben):
    published("grooming")
    assert "Erase it now" not in main(eve.get(ERASE)).text
    withdrawn("grooming")

    eve.send(ERASE, FORM | {"how": "alone"})

    page = main(ben.get(LIST))
    assert "confirm within a day that it was right" in page.text
    assert change() == "erased"
    number = Erasure.objects.get().pk
    ben.send(LIST, {"sure": "yes"}, form=f"/desk/en/confirm-erasure/{number}/")
    assert Erasure.objects.get().confirmed_by_name == "ben"


def test_what_is_overdue_comes_first(eve):
    published("grooming")
    withdrawn("grooming")
    eve.send(ERASE, FORM | {"how": "alone"})
    then = timezone.now() - dt.timedelta(days=2)
    Erasure.objects.update(erased_at=then)

    assert main(eve.get(LIST)).every("h2")[0].text.startswith("Overdue")


def test_who_is_not_sure_confirms_nothing(eve, ben):
    published("grooming")
    eve.send(ERASE, FORM)
    number = Erasure.objects.get().pk

    ben.send(LIST, {}, form=f"/desk/en/confirm-erasure/{number}/")

    note = main(ben.get(LIST)).one("p", class_="note")
    assert (note.get("role"), change()) == ("alert", "published")


def test_it_can_be_taken_back(eve):
    published("grooming")
    eve.send(ERASE, FORM)
    number = Erasure.objects.get().pk

    eve.send(LIST, {}, form=f"/desk/en/decline-erasure/{number}/")

    page = main(eve.get(LIST))
    assert "Nothing is erased." in page.one("p", class_="note").text
    assert "Declined: nothing was erased." in page.text


def test_who_may_not_erase_looks_and_does_nothing(editor):
    published("grooming")

    page = main(editor.get(ERASE))

    assert "Your account may not erase." in page.text
    assert not page.every("form")
    assert "Erase for ever" not in main(editor.get(_one())).text
    token = read(editor.get(LIST).text).every("input", type="hidden")[0].get("value")
    answer = editor.post(ERASE, {**FORM, "csrfmiddlewaretoken": token})
    assert answer.status == 403
    assert not Erasure.objects.exists()


def _one():
    return "/desk/en/document/entry/grooming/"


def test_a_document_leads_to_it_and_stays_without_a_word(eve, ben):
    published("grooming")
    assert main(eve.get(_one())).every("a", href=ERASE)
    eve.send(ERASE, FORM)
    number = Erasure.objects.get().pk
    ben.send(LIST, {"sure": "yes"}, form=f"/desk/en/confirm-erasure/{number}/")

    page = eve.get(_one())

    assert (page.status, main(page).one("h1").text) == (200, "grooming")
    assert "Its texts are erased already." in main(eve.get(ERASE)).text
    assert named("grooming").key in main(eve.get("/desk/en/documents/")).text


def test_what_is_written_anew_is_published_and_not_brought_back(at_the_desk):
    published("grooming")
    withdrawn("grooming")
    name, reason = named("grooming"), ErasureReason.COURT_ORDER
    erase_alone(name=name, reason=reason, actor=somebody("dai"))
    anna, ben = somebody("anna"), somebody("ben")
    start = typed(en="Another text.", cy="Testun arall.")
    row = begin_draft(name=name, actor=anna, start=start)
    row = submit_draft(revision=row, actor=anna)
    for asked in (ENGLISH, WELSH):
        signed(row, ben, asked)
    pat = at_the_desk("pat", Act.PUBLISH)

    page = main(pat.get(_one()))
    (way,) = [one.get("href") for one in page.every("a") if one.text == "Publish"]
    assert "It waits for somebody who publishes it." in page.text
    assert not page.every("a", href="/desk/en/restore/entry/grooming/")

    pat.send(way, {}, form="/desk/en/publish-now/")
    assert change() == "published"


@pytest.mark.parametrize(
    "path",
    [
        "erase/entry/nothing/",
        "erase/word/grooming/",
        "erasures/1/",
        "erasures/?page=9",
    ],
)
def test_what_is_not_there_has_no_page(eve, path):
    published("grooming")

    assert eve.get(f"/desk/en/{path}").status == 404


@pytest.mark.parametrize("number", ["x", "9999999999", "7"])
def test_an_erasure_that_is_not_there_is_not_confirmed(eve, number):
    token = read(eve.get(LIST).text).every("input", type="hidden")[0].get("value")
    fields = {"sure": "yes", "csrfmiddlewaretoken": token}

    for act in ("confirm", "decline"):
        answer = eve.post(f"/desk/en/{act}-erasure/{number}/", fields)
        assert answer.status == 404


# What the pages about a text say of it


ASKED = "Somebody has asked to erase texts of this for ever."
TAKE_NONE = "Take no words of them into another text."
LATER = "What is written in them now goes, too, if a second person agrees."


def pages(number):
    """Return the pages about a text: where it stands, its version, and its form."""
    own = f"entry/grooming/{number}/"
    return [_one(), f"/desk/en/revision/{own}", f"/desk/en/write/{own}"]


def cares(browser, page):
    return [
        one.text for one in main(browser.get(page)).every("div", class_="note-care")
    ]


@pytest.fixture
def wen(at_the_desk):
    return at_the_desk("wen", "write_en", "write_cy")


@pytest.mark.parametrize("which", [0, 1, 2], ids=["document", "version", "form"])
def test_who_writes_is_told_to_go_no_further_and_nothing_of_what_it_says(
    eve, wen, which
):
    begun(somebody("anna"))
    eve.send(ERASE, FORM | {"revision": ["1", "2"]})

    assert cares(wen, pages(2)[which]) == [f"{ASKED} All versions. {TAKE_NONE} {LATER}"]


def test_who_may_erase_is_told_by_whom_and_where_it_is_decided(eve, ben):
    published("grooming")
    eve.send(ERASE, FORM)

    page = main(ben.get(_one()))
    (note,) = page.every("div", class_="note-care")
    assert f"{ASKED} All versions. Asked for by: eve." in note.text
    assert note.one("a").get("href") == LIST
    (note,) = cares(ben, pages(1)[1])
    assert ASKED in note


def test_a_version_says_so_only_where_it_goes_itself(eve, wen):
    begun(somebody("anna"))
    eve.send(ERASE, FORM)

    stands, second, form = pages(2)
    assert cares(wen, stands) == [f"{ASKED} Versions: 1. {TAKE_NONE} {LATER}"]
    assert cares(wen, pages(1)[1])
    assert not cares(wen, second)
    assert not cares(wen, form)


def test_what_one_person_erased_waits_on_its_page_for_those_who_may_confirm(
    eve, ben, wen
):
    published("grooming")
    withdrawn("grooming")
    eve.send(ERASE, FORM | {"how": "alone"})

    (note,) = cares(ben, _one())
    assert "A second person has to confirm it." in note
    assert not cares(wen, _one())


@pytest.mark.parametrize("act", ["decline", "confirm"])
def test_what_is_decided_is_said_no_more(eve, ben, wen, act):
    published("grooming")
    eve.send(ERASE, FORM)

    form = f"/desk/en/{act}-erasure/{Erasure.objects.get().pk}/"
    ben.send(LIST, {"sure": "yes"}, form=form)

    assert not cares(ben, _one())
    assert not cares(wen, _one())


def test_asking_is_refused_where_something_needs_it(eve):
    published("grooming")

    refused = eve.send("/desk/en/erase/source/report-2023/", FORM)

    said = "Something still needs this, so it stays: source/report-2023"
    assert said in main(refused).one("div", role="alert").text
    assert not Erasure.objects.exists()


# The key


def confirm_the_last(browser):
    asked = Erasure.objects.last()
    form = f"/desk/en/confirm-erasure/{asked.pk}/"
    browser.send(LIST, {"sure": "yes"}, form=form)
    asked.refresh_from_db()
    return asked


def test_a_key_that_tells_who_somebody_is_goes_with_the_texts(eve, ben):
    published("mary-jones")
    path = "/desk/en/erase/entry/mary-jones/"
    assert "mary-jones" in main(eve.get(path)).text

    eve.send(path, {**FORM, "revision": "", "key": "yes"})
    assert "And its key." in main(ben.get(LIST)).text
    done = confirm_the_last(ben)

    page = f"/desk/en/document/entry/{done.new_key}/"
    for where in (LIST, page, "/desk/en/record/", "/desk/en/documents/"):
        text = ben.get(where).text
        assert "mary-jones" not in text
        assert done.new_key in text
    assert ben.get("/desk/en/document/entry/mary-jones/").status == 404
    assert f"/erase/entry/{done.new_key}/" not in ben.get(page).text
    nothing = main(ben.get(f"/desk/en/erase/entry/{done.new_key}/"))
    assert "There is nothing left to erase." in nothing.text


def test_nobody_erases_a_key_alone(eve):
    published("grooming")
    withdrawn("grooming")

    refused = eve.send(ERASE, {**FORM, "key": "yes", "how": "alone"})

    assert refused.status == 422
    assert "A key goes only when two people say so." in main(refused).text
    assert "checked" in main(refused).one("input", name="key").attributes
    assert not Erasure.objects.exists()


def test_a_key_goes_after_its_texts_have_gone(eve, ben):
    published("grooming")
    for more in ({}, {"key": "yes", "revision": ""}):
        page = eve.get("/desk/en/document/entry/grooming/")
        assert "/desk/en/erase/entry/grooming/" in page.text
        eve.send(ERASE, {**FORM, **more})
        confirm_the_last(ben)

    assert not Publication.objects.filter(key="grooming").exists()


def test_who_still_refers_to_a_key_is_named(eve):
    published("grooming")
    related = [{"relation": "related", "id": "grooming"}]
    published("police-force", related=related)

    refused = eve.send(ERASE, {**FORM, "key": "yes"})

    assert "so it stays: entry/police-force" in main(refused).text
    assert not Erasure.objects.exists()
