"""A reader says what they think of a page, and nothing of theirs is kept."""

import pytest
from django.utils import timezone

from glossary.closed_lists import FeedbackAnswer
from glossary.models import FeedbackCount
from tests.factories import published
from tests.web.html import read

pytestmark = pytest.mark.django_db

FORM = "application/x-www-form-urlencoded"


@pytest.fixture(autouse=True)
def _entry(db):
    """One entry to talk about."""
    published("grooming")


def answer(site, what, path="/en/feedback/grooming/", **headers):
    headers = {"sec_fetch_site": "same-origin", **headers}
    return site.post(path, f"answer={what}".encode(), content_type=FORM, **headers)


def counts():
    names = ("publication__key", "lang", "answer", "count")
    return list(FeedbackCount.objects.values_list(*names))


def test_the_page_of_an_entry_asks(site):
    page = read(site.get("/en/terms/grooming/").text)

    (form,) = [one for one in page.every("form") if one.get("method") == "post"]
    assert form.get("action") == "/en/feedback/grooming/"
    assert [one.get("value") for one in form.every("button")] == ["yes", "no"]


def test_a_page_that_is_clear_and_wrong_can_be_said_to_be_wrong(site):
    page = read(site.get("/cy/termau/meithrin-perthynas-amhriodol/").text)

    assert page.one("section", class_="feedback").every(
        "a", href="/cy/adborth/grooming/"
    )


@pytest.mark.parametrize(
    "reason", [one for one in FeedbackAnswer.values() if one not in {"yes", "no"}]
)
def test_every_reason_is_offered_and_counted(site, reason):
    found = answer(site, reason)

    assert (found.status, found.headers["location"]) == (303, "/en/feedback/")
    assert counts() == [("grooming", "en", reason, 1)]


def test_the_reasons_are_about_the_page_in_one_language(site):
    page = read(site.get("/en/feedback/grooming/").text).one("main")

    (other,) = page.every("a", lang="cy")
    assert other.get("href") == "/cy/adborth/grooming/"


def test_what_is_said_is_said_of_what_was_published(site):
    answer(site, "fact-wrong")
    newer = published("grooming", as_at="2025-12-31")
    answer(site, "fact-wrong")

    rows = FeedbackCount.objects.order_by("publication_id")
    assert [row.count for row in rows] == [1, 1]
    assert rows[1].publication == newer


def test_a_yes_is_counted_and_thanked_for(site):
    found = answer(site, "yes")

    assert (found.status, found.headers["location"]) == (303, "/en/feedback/")
    assert counts() == [("grooming", "en", "yes", 1)]
    assert read(site.get("/en/feedback/").text).one("h1").text == "Thank you"


def test_a_no_leads_to_the_reasons(site):
    found = answer(site, "no", "/cy/adborth/grooming/")

    assert found.headers["location"] == "/cy/adborth/grooming/"
    buttons = read(site.get(found.headers["location"]).text).one("main").every("button")
    reasons = [one.get("value") for one in buttons]
    assert set(reasons) == {*FeedbackAnswer.values()} - {"yes", "no"}
    assert len(reasons) == len(set(reasons))
    assert counts() == [("grooming", "cy", "no", 1)]


def test_a_reason_is_counted_beside_the_no(site):
    answer(site, "no")
    answer(site, "hard-words")
    answer(site, "hard-words")

    assert set(counts()) == {
        ("grooming", "en", "no", 1),
        ("grooming", "en", "hard-words", 2),
    }


def test_a_month_is_kept_and_no_time(site):
    answer(site, "yes")

    row = FeedbackCount.objects.get()
    assert row.month == timezone.localdate().replace(day=1)
    assert {field.name for field in FeedbackCount._meta.fields} == {
        "id",
        "publication",
        "lang",
        "answer",
        "month",
        "count",
    }


def test_there_is_no_cookie_and_no_box_to_write_in(site):
    for path in ("/en/terms/grooming/", "/en/feedback/grooming/", "/en/feedback/"):
        found = site.get(path)
        main = read(found.text).one("main")
        assert "set-cookie" not in found.headers
        assert not main.every("textarea")
        assert not main.every("input")


@pytest.mark.parametrize(
    "headers",
    [
        pytest.param({"sec_fetch_site": "cross-site"}, id="cross-site"),
        pytest.param({"sec_fetch_site": "same-site"}, id="sibling-site"),
        pytest.param(
            {"sec_fetch_site": "cross-site", "origin": "http://testserver"},
            id="browser-knows-better",
        ),
    ],
)
@pytest.mark.parametrize("lang", ["en", "cy"])
def test_another_site_cannot_answer_for_a_reader(site, headers, lang):
    path = {"en": "/en/feedback/grooming/", "cy": "/cy/adborth/grooming/"}[lang]

    found = answer(site, "yes", path, **headers)

    assert found.status == 403
    assert found.headers["content-language"] == lang
    assert found.headers["cache-control"] == "no-store"
    assert counts() == []


@pytest.mark.parametrize(
    ("origin", "status"),
    [
        pytest.param({"origin": "http://testserver"}, 303, id="ours"),
        pytest.param({"origin": "null"}, 303, id="hidden-as-our-pages-ask"),
        pytest.param({}, 303, id="not-said"),
        pytest.param({"origin": "http://evil.example"}, 403, id="another"),
        pytest.param({"origin": "https://testserver"}, 403, id="another-scheme"),
    ],
)
def test_an_older_browser_is_known_by_its_origin(site, origin, status):
    path = "/en/feedback/grooming/"

    found = site.post(path, b"answer=yes", content_type=FORM, **origin)

    assert found.status == status


@pytest.mark.parametrize("what", ["", "maybe", "yes%00", "YES"])
def test_an_answer_that_is_not_offered_is_asked_again(site, what):
    found = answer(site, what)

    assert found.status == 400
    assert read(found.text).one("main").every("div", role="alert")
    assert counts() == []


def test_a_page_that_is_not_there_is_not_found(site):
    assert answer(site, "yes", "/en/feedback/nothing/").status == 404
    assert site.get("/en/feedback/nothing/").status == 404


def test_only_forms_are_taken(site):
    assert site.ask("PUT", "/en/feedback/grooming/").status == 405


def test_too_many_answers_about_one_page_must_wait(site):
    statuses = [answer(site, "yes").status for _ in range(30)]

    assert statuses == [303] * 6 + [429] * 24
    assert counts() == [("grooming", "en", "yes", 6)]
    assert answer(site, "yes").headers["retry-after"] == "3600"


def test_too_many_answers_about_many_pages_must_wait(site):
    for number in range(1, 9):
        published(f"entry-{number}")

    statuses = [
        answer(site, "yes", f"/en/feedback/entry-{number % 8 + 1}/").status
        for number in range(30)
    ]

    assert statuses == [303] * 20 + [429] * 10


def test_nobody_uses_up_what_others_may_say(site):
    for _ in range(50):
        answer(site, "yes")

    statuses = {
        answer(site, "no", x_forwarded_for=f"10.0.0.{number}").status
        for number in range(200)
    }

    assert statuses == {303}


def test_whoever_asks_for_too_much_of_all_is_told_so_here_too(site, settings):
    settings.RATE_LIMIT = "1/minute"
    answer(site, "yes")

    found = answer(site, "yes")

    assert (found.status, found.headers["retry-after"]) == (429, "60")
    assert counts() == [("grooming", "en", "yes", 1)]
