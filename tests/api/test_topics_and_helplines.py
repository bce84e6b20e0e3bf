"""An app shows the topics, and whom a reader can turn to."""

import datetime as dt

import pytest
from django.utils import timezone

from glossary.document import DocumentKind, HelplineDocument, Name, parse_shape
from glossary.publishing import restore_document, withdraw_unneeded
from tests.api.problems import assert_problem
from tests.factories import OPERATOR, on_show, published, record, source, topic
from tests.helplines import LATER, OLD, RECENT, TODAY, helpline, seen

pytestmark = pytest.mark.django_db
TOPICS, HELPLINES = "/api/v1/topics/", "/api/v1/helplines/"
SOURCES = "/api/v1/sources/"


def line(**values):
    return on_show(parse_shape(HelplineDocument, helpline(**values)))


@pytest.fixture
def one_of_each(db):
    """The addresses of a topic, a helpline and a source."""
    topic("police-data", en="Police data")
    line()
    published()
    return [f"{TOPICS}police-data/", f"{HELPLINES}a-line/", f"{SOURCES}report-2023/"]


def test_a_topic_says_what_it_is_and_how_much_is_in_it(site, settings):
    topic("police-data", en="Police data", cy="Data'r heddlu")
    published()

    answer = site.get(f"{TOPICS}police-data/")

    at = answer.json.pop("published_at")
    assert dt.datetime.fromisoformat(at).tzinfo
    welsh = answer.json["languages"]["cy"]
    assert answer.json["entry_count"] == 1
    assert welsh == {
        "state": "current",
        "label": {"text": "Data'r heddlu", "provenance": None},
        "description": "What it is.",
        "url": "http://testserver/cy/pynciau/police-data/",
        "not_checked_by": [*settings.GLOSSARY_SIGN_OFFS],
    }
    assert site.get(welsh["url"]).status == 200
    assert site.get(TOPICS).json["items"] == [answer.json | {"published_at": at}]


def test_topics_come_in_their_own_order(site):
    topic("a-second", 20, en="A")
    topic("b-first", 10, en="B")

    answer = site.get(TOPICS).json

    assert [row["id"] for row in answer["items"]] == ["b-first", "a-second"]
    assert (answer["next"], answer["previous"], answer["total"]) == (None, None, 2)


def test_helplines_come_in_their_own_order(site):
    line(id="a-second", position=20)
    line(id="b-first", position=10)

    answer = site.get(HELPLINES).json

    assert [row["id"] for row in answer["items"]] == ["b-first", "a-second"]
    assert (answer["next"], answer["previous"], answer["total"]) == (None, None, 2)


@pytest.mark.parametrize("address", [TOPICS, HELPLINES])
def test_where_there_is_nothing_the_list_is_empty(site, address):
    told: dict[str, object] = {"items": [], "total": 0}
    told |= {"next": None, "previous": None}

    assert site.get(address).json == told


def test_a_helpline_says_all_that_was_seen(site):
    line(text="60 000", chat=True, seen=[seen(), seen(whose="other", dated="2020")])

    answer = site.get(f"{HELPLINES}a-line/")

    told = answer.json
    assert told["published_at"]
    assert {name: told[name] for name in told if name in WHOLE} == WHOLE
    english = told["languages"]["en"]
    assert english["name"] == {"text": "A line", "lang": "en"}
    assert (english["brief"], english["who_for"]) == ("people", "For you.")
    assert [english[name] for name in ("hours", "cost", "notes")] == [None] * 3
    assert english["url"] == "http://testserver/en/help/#line-a-line"
    assert english["not_checked_by"]
    assert [page["dated"] for page in told["seen"]] == [RECENT, "2020"]
    assert told["seen"][0] == {
        "url": "https://line.example/contact/",
        "titles": {"en": "Its page", "cy": "Ei thudalen"},
        "whose": "own",
        "shows_number": True,
        "dated": RECENT,
        "seen_on": str(TODAY),
    }


WHOLE = {
    "id": "a-line",
    "audience": "adults",
    "areas": ["wales"],
    "speaks": ["en", "cy"],
    "phone": "0800 000 000",
    "sms": "60 000",
    "web": "https://line.example/",
    "chat": True,
    "seen_on": str(TODAY),
    "number_dated": RECENT,
    "number_may_have_changed": False,
    "rung_on": None,
    "review_by": LATER,
}


@pytest.mark.parametrize(
    ("values", "dated", "may_have_changed"),
    [
        pytest.param({}, RECENT, False, id="new"),
        pytest.param({"seen": [seen(dated=OLD)]}, OLD, True, id="old"),
        pytest.param({"seen": [seen(dated=None)]}, None, True, id="no-day"),
        pytest.param(
            {"seen": [seen(dated=OLD), seen(whose="other")]}, OLD, True, id="hearsay"
        ),
        pytest.param({"phone": None, "text": "60 000"}, RECENT, False, id="sms-alone"),
        pytest.param(
            {"phone": None, "seen": [seen(shows_number=False)]}, None, None, id="none"
        ),
    ],
)
def test_a_helpline_says_how_old_its_number_is(site, values, dated, may_have_changed):
    line(**values)

    told = site.get(f"{HELPLINES}a-line/").json

    assert told["number_dated"] == dated
    assert told["number_may_have_changed"] is may_have_changed


def test_a_name_that_stays_as_it_is_says_its_language(site):
    words = helpline()["languages"]
    line(
        languages={**words, "cy": {**words["cy"], "name": "A line", "name_lang": "en"}}
    )

    told = site.get(f"{HELPLINES}a-line/", {"in": "cy"}).json

    assert told["languages"]["cy"]["name"] == {"text": "A line", "lang": "en"}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        pytest.param({}, ["a-line", "b-line"], id="all"),
        pytest.param({"audience": "adults"}, ["a-line"], id="for-whom"),
        pytest.param({"area": "england"}, ["b-line"], id="where"),
        pytest.param({"area": "wales"}, ["a-line", "b-line"], id="where-both-are"),
        pytest.param({"speaks": "cy"}, ["a-line"], id="in-which-language"),
        pytest.param({"speaks": "CY-GB"}, ["a-line"], id="of-a-place"),
        pytest.param({"audience": "adults", "area": "england"}, [], id="neither"),
    ],
)
def test_helplines_can_be_narrowed(site, query, found):
    line()
    more = {"audience": "children", "areas": ["england", "wales"], "speaks": ["en"]}
    line(id="b-line", position=1, **more)

    answer = site.get(HELPLINES, query)

    assert [row["id"] for row in answer.json["items"]] == found
    assert answer.json["total"] == len(found)


@pytest.mark.parametrize(
    ("query", "parameter"),
    [
        ({"audience": "cats"}, "audience"),
        ({"area": "france"}, "area"),
        ({"speaks": "fr"}, "speaks"),
        ({"in": "fr"}, "in"),
    ],
)
def test_what_there_is_not_is_refused_with_what_there_is(site, query, parameter):
    problem = assert_problem(site.get(HELPLINES, query), 400, "invalid-query")

    (error,) = problem["errors"]
    assert (error["parameter"], error["code"]) == (parameter, f"unknown-{parameter}")
    assert "Allowed: " in error["detail"]


def test_a_language_that_lacks_is_missing(site):
    topic("police-data", en="Police data")
    english = helpline()["languages"]["en"]
    line(languages={"en": english})

    for address in (f"{TOPICS}police-data/", f"{HELPLINES}a-line/"):
        told = site.get(address, {"in": "cy"}).json
        assert told["languages"] == {"cy": {"state": "missing"}}


def test_who_has_signed_the_words_off_is_left_out_of_who_has_not(site):
    record("tests", en=["subject-expert"])
    line()

    languages = site.get(f"{HELPLINES}a-line/").json["languages"]

    assert "subject-expert" not in languages["en"]["not_checked_by"]
    assert "subject-expert" in languages["cy"]["not_checked_by"]


@pytest.mark.parametrize(
    ("address", "kind", "key"),
    [
        (TOPICS, DocumentKind.TOPIC, "empty"),
        (HELPLINES, DocumentKind.HELPLINE, "a-line"),
        (SOURCES, DocumentKind.SOURCE, "unused"),
    ],
)
def test_what_was_withdrawn_leaves_a_tombstone(site, address, kind, key):
    topic("empty", en="Empty")
    line()
    source("unused")
    assert site.get(f"{address}{key}/").status == 200

    withdraw_unneeded(names=[Name(kind, key)], actor=OPERATOR)

    tombstone = assert_problem(site.get(f"{address}{key}/"), 410, "withdrawn")[
        "tombstone"
    ]
    assert (tombstone["id"], tombstone["reason"]) == (key, None)
    assert tombstone["withdrawn_at"]
    assert site.get(address).json["items"] == []
    restore_document(name=Name(kind, key), actor=OPERATOR)
    assert site.get(f"{address}{key}/").status == 200


@pytest.mark.parametrize("address", [TOPICS, HELPLINES, SOURCES])
def test_what_was_never_there_is_not_found(site, address):
    problem = assert_problem(site.get(f"{address}nothing/"), 404, "not-found")

    assert "nothing" in problem["detail"]


def test_what_has_not_changed_is_not_sent_again(site, one_of_each):
    for address in [*one_of_each, TOPICS, HELPLINES]:
        first = site.get(address)
        again = site.get(address, if_none_match=first.headers["etag"])
        head = site.head(address)

        assert (again.status, again.raw) == (304, b"")
        assert (head.status, head.raw) == (200, b"")
        assert head.headers["etag"] == first.headers["etag"]
        assert "public" in first.headers["cache-control"]


@pytest.mark.parametrize("address", [f"{TOPICS}police-data/", f"{HELPLINES}a-line/"])
def test_since_it_was_published_it_is_not_sent_again(site, one_of_each, address):
    since = site.get(address).headers["last-modified"]

    assert site.get(address, if_modified_since=since).status == 304


def test_a_topic_with_another_entry_in_it_is_sent_again(site, one_of_each, monkeypatch):
    address = f"{TOPICS}police-data/"
    since = site.get(address).headers["last-modified"]
    later = timezone.now() + dt.timedelta(hours=1)
    monkeypatch.setattr(timezone, "now", lambda: later)
    published("grooming")

    answer = site.get(address, if_modified_since=since)

    assert (answer.status, answer.json["entry_count"]) == (200, 2)


def test_a_number_grows_old_while_nobody_publishes(site, one_of_each, monkeypatch):
    address = f"{HELPLINES}a-line/"
    first = site.get(address)
    later = timezone.now() + dt.timedelta(days=800)
    monkeypatch.setattr(timezone, "now", lambda: later)
    monkeypatch.setattr("glossary.answers.present.time.localtime", later.timetuple)

    answer = site.get(address, if_modified_since=first.headers["last-modified"])

    assert first.json["number_may_have_changed"] is False
    assert answer.status == 200
    assert answer.json["number_may_have_changed"] is True
