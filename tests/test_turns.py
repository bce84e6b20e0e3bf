"""So much of what costs much is done at once; beyond that, it is refused."""

import threading

import pytest

from glossary.document import short_code
from glossary.errors import BusyError
from glossary.turns import FILES, LARGE_BATCHES, LEAFLETS, LONG_TEXTS, Turns
from tests.api.problems import assert_problem
from tests.factories import published
from tests.turns import all_taken
from tests.web.html import read
from tests.web.sending import send

LONG = "A problem profile helps. " * 1000
SHORT = "A problem profile helps."
NAMES = {f"n{number}": {"term": "problem profile"} for number in range(21)}
FEW = dict(list(NAMES.items())[:20])


def refused(turns, size=0):
    with pytest.raises(BusyError), turns.turn(size):
        pass


def holding(turns, done):
    """Return a thread that has a turn until it is ``done``."""
    begun = threading.Event()

    def hold():
        with turns.turn():
            begun.set()
            done.wait(10)

    holder = threading.Thread(target=hold)
    holder.start()
    begun.wait(10)
    return holder


def test_one_waits_a_moment_for_a_turn_and_gets_it():
    turns, done = Turns(patience=10), threading.Event()
    holder = holding(turns, done)
    threading.Timer(0.05, done.set).start()

    with turns.turn():
        assert done.is_set()

    holder.join()


def test_whoever_waits_for_too_long_is_refused():
    turns, done = Turns(patience=0.01), threading.Event()
    holder = holding(turns, done)

    refused(turns)

    done.set()
    holder.join()


def test_whoever_comes_when_one_waits_is_refused_at_once():
    turns, done = Turns(patience=10), threading.Event()
    holders = [holding(turns, done)]
    waiting = threading.Thread(target=lambda: holders.append(holding(turns, done)))
    waiting.start()
    while turns._places._value:
        pass

    refused(turns)  # else for ten seconds

    done.set()
    waiting.join()
    for holder in holders:
        holder.join()


@pytest.mark.parametrize("error", [None, ValueError, BusyError])
def test_a_turn_is_given_back_however_it_ends(error):
    turns = Turns(waiting=0)
    for _ in range(3):
        try:
            with turns.turn():
                if error:
                    raise error
        except (ValueError, BusyError):
            pass

    assert (turns._places._value, turns._turns._value) == (1, 1)


def test_who_was_refused_took_nothing():
    turns, done = Turns(patience=0.01), threading.Event()
    holder = holding(turns, done)
    for _ in range(5):
        refused(turns)
    done.set()
    holder.join()

    assert (turns._places._value, turns._turns._value) == (2, 1)


def test_what_is_small_needs_no_turn():
    turns = Turns(free=10)

    with all_taken(turns):
        with turns.turn(10):
            pass
        refused(turns, 11)


@pytest.fixture
def _words(db):
    published("problem-profile")


@pytest.mark.usefixtures("_words")
@pytest.mark.parametrize(
    ("path", "body", "turns"),
    [
        pytest.param("annotate", {"text": LONG}, LONG_TEXTS, id="text"),
        pytest.param("annotate", {"html": LONG}, LONG_TEXTS, id="html"),
        pytest.param("check", {"text": LONG}, LONG_TEXTS, id="check"),
        pytest.param("lookup", {"queries": NAMES}, LARGE_BATCHES, id="names"),
    ],
)
def test_an_app_is_told_when_to_ask_again(site, path, body, turns):
    with all_taken(turns):
        answer = site.post(f"/api/v1/{path}/", body, accept_language="cy")

    assert_problem(answer, 503, "busy")
    assert answer.headers["retry-after"] == "5"
    assert answer.json["title"] == "Rydyn ni'n rhy brysur i wneud hynny ar hyn o bryd"
    assert answer.json["detail"]
    assert site.post(f"/api/v1/{path}/", body).status == 200


@pytest.mark.usefixtures("_words")
@pytest.mark.parametrize(
    ("path", "body"),
    [
        pytest.param("annotate", {"text": SHORT}, id="text"),
        pytest.param("check", {"text": SHORT}, id="check"),
        pytest.param("lookup", {"queries": FEW}, id="names"),
    ],
)
def test_an_app_with_little_is_answered_all_the_same(site, path, body):
    with all_taken(LONG_TEXTS), all_taken(LARGE_BATCHES):
        assert site.post(f"/api/v1/{path}/", body).status == 200


@pytest.mark.usefixtures("_words")
@pytest.mark.parametrize("path", ["/en/explain/", "/en/check/"])
@pytest.mark.parametrize(
    ("text", "file", "turns"),
    [
        pytest.param(LONG, None, LONG_TEXTS, id="long-text"),
        pytest.param(SHORT, ("a.txt", b"Dear you"), FILES, id="file"),
    ],
)
def test_a_reader_is_told_and_keeps_what_was_typed(site, path, text, file, turns):
    with all_taken(turns):
        answer = send(site, path, text, file)

    page = read(answer.text)
    assert (answer.status, answer.headers["retry-after"]) == (503, "5")
    assert "try again in a few seconds" in page.one("main").text
    assert page.one("textarea", name="text").text.strip() == text.strip()


@pytest.mark.usefixtures("_words")
@pytest.mark.parametrize("path", ["/en/explain/", "/en/check/"])
def test_a_reader_with_a_letter_is_answered_all_the_same(site, path):
    with all_taken(LONG_TEXTS), all_taken(FILES):
        assert send(site, path, SHORT).status == 200


@pytest.mark.usefixtures("_words")
def test_a_leaflet_that_cannot_be_made_now_is_a_page_in_both_languages(site, caplog):
    path = f"/cy/taflen.pdf?t={short_code('problem-profile')}"
    with all_taken(LEAFLETS):
        answer = site.get(path)

    page = read(answer.text)
    assert (answer.status, answer.headers["retry-after"]) == (503, "5")
    assert [one.get("lang") for one in page.every("section")] == ["cy", "en"]
    assert "Rydyn ni'n brysur ar hyn o bryd" in page.every("section")[0].text
    assert caplog.messages == ["A request was refused: busy."]
    assert site.get(path).status == 200
