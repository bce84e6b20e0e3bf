"""The history of a document shows each difference that readers saw."""

from __future__ import annotations

import pytest

from glossary.closed_lists import WithdrawalReason
from glossary.labels import WITHDRAWALS
from glossary.models import Publication
from glossary.publishing import (
    publish_revisions,
    republish_documents,
    restore_document,
    withdraw_document,
)
from glossary.review import begin_check
from tests.factories import OPERATOR, named, published, source, topic
from tests.review.writing import approved, signed
from tests.web.html import read
from tests.web.leaks import leaks, welsh

pytestmark = pytest.mark.django_db

PAGE = "/desk/en/history/entry/grooming/"
NAME = named("grooming")


@pytest.fixture
def publish(who):
    def again(**texts):
        revision = approved(who("wen"), who("rob"), **texts)
        return publish_revisions(revisions=[revision], actor=who("pat"))

    return again


def steps(browser, page=PAGE):
    answer = browser.get(page)
    assert answer.status == 200
    found = read(answer.text).one("main")
    return [
        one for one in found.every("section") if "step" in one.get("aria-labelledby")
    ]


def test_each_difference_is_there_the_newest_first(publish, at_desk):
    publish(en="First words.")
    publish(en="Second words.")

    newest, second, first = steps(at_desk("noor"))

    assert "Changed" in newest.one("h2").text
    assert "Published for the first time" in first.one("h2").text
    assert [one.children[1] for one in newest.every("del")] == ["First"]
    assert [one.children[1] for one in newest.every("ins")] == ["Second"]
    assert "What grooming means" in "".join(second.every("del")[0].children[1])
    assert first.every("ins")


def test_it_says_who_wrote_signed_off_and_published_it(publish, at_desk):
    publish(en="First words.")

    text = steps(at_desk("noor"))[0].text

    assert "Who wrote it: wen" in text
    assert "Signed off: Editor, English: rob" in text
    assert "Who did it: pat" in text


def test_what_was_reviewed_elsewhere_names_its_record(at_desk):
    published("grooming")

    text = steps(at_desk("noor"))[0].text

    assert "The record of that review: tests" in text
    assert "Who wrote it" not in text


def test_what_was_withdrawn_says_why_and_is_compared_across_it(publish, who, at_desk):
    publish(en="First words.")
    withdraw_document(name=NAME, actor=who("pat"), reason=WithdrawalReason.MISTAKE)
    restore_document(name=NAME, actor=who("pat"))

    back, gone, *_ = steps(at_desk("noor"))

    assert "Brought back" in back.one("h2").text
    assert "No word is otherwise." in back.text
    assert f"readers see: {WITHDRAWALS[WithdrawalReason.MISTAKE]}" in gone.text
    assert "Readers see nothing of it from here on." in gone.text


def test_the_line_for_readers_is_told_in_its_language(at_desk):
    row = published("grooming")
    Publication.objects.filter(pk=row.pk).update(note="Yn gliriach.", note_lang="cy")

    (line,) = steps(at_desk("noor"))[0].every("q")

    assert (line.text, line.get("lang")) == ("Yn gliriach.", "cy")


def test_an_echo_is_called_one(at_desk):
    published("grooming")
    Publication.objects.update(format=0)
    republish_documents(actor=OPERATOR)

    newest = steps(at_desk("noor"))[0]

    assert "something that it shows has changed" in newest.one("h2").text
    assert "No word is otherwise." in newest.text


def test_a_check_says_who_asked_and_who_has_checked(who, at_desk):
    published("grooming")
    revision = signed(begin_check(name=NAME, actor=who("wen")), who("rob"))
    publish_revisions(revisions=[revision], actor=who("pat"))

    text = steps(at_desk("noor"))[0].text

    assert "Checked by somebody; the text is the same" in text
    assert "Who asked for the check: wen" in text
    assert "No word is otherwise." in text


def test_a_long_history_comes_in_pages(publish, at_desk):
    for number in range(10):
        publish(en=f"Words {number}.")
    desk = at_desk("noor")

    assert len(steps(desk)) == 10
    (first,) = steps(desk, f"{PAGE}?page=2")
    assert "Published for the first time" in first.text
    oldest = steps(desk)[-1]
    assert [one.children[1] for one in oldest.every("ins")] == ["Words 0"]
    assert desk.get(f"{PAGE}?page=3").status == 404


@pytest.mark.parametrize(
    ("make", "page"),
    [
        (lambda: source("a-report"), "source/a-report/"),
        (lambda: topic("police-data", en="Data"), "topic/police-data/"),
        (lambda: source("a-report"), "review/tests/"),
    ],
)
def test_every_kind_of_document_has_a_history(at_desk, make, page):
    make()

    assert steps(at_desk("noor"), f"/desk/en/history/{page}")


def test_what_was_never_public_has_none(at_desk):
    assert at_desk("noor").get(PAGE).status == 404


def test_no_draft_is_in_it(publish, who, at_desk):
    publish(en="First words.")
    approved(who("wen"), who("rob"), en="Marzipan waits.")

    assert "arzipan" not in at_desk("noor").get(PAGE).text


def test_it_is_welsh_in_welsh(publish, who, at_desk):
    publish(en="First words.", cy="Geiriau cyntaf.")
    withdraw_document(name=NAME, actor=who("pat"), reason=WithdrawalReason.WRONG)

    answer = at_desk("noor").get("/desk/cy/hanes/entry/grooming/")

    assert answer.status == 200
    assert not leaks(read(answer.text), welsh())
