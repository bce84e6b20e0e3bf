"""What readers say is counted by one rule each, wherever it comes from."""

import datetime as dt
import threading

import pytest
from django.db import connections

from glossary import feedback
from glossary.errors import (
    InvalidQueryError,
    NotFoundError,
    PermissionDeniedError,
    StateError,
)
from glossary.feedback import (
    check_suggestion,
    count_answer,
    explained_by,
    forget_old_words,
    forget_words,
    suggest_word,
)
from glossary.models import (
    Event,
    FeedbackCount,
    SuggestedWord,
    SuggestionDay,
    User,
)
from glossary.plain_language import NotAName
from tests.factories import OPERATOR, published, withdrawn

pytestmark = pytest.mark.django_db

DAY = dt.date(2026, 11, 21)


def count(entry_id="grooming", lang="en", answer="yes", today=DAY):
    return count_answer(entry_id=entry_id, lang=lang, answer=answer, today=today)


def send(word="MASH", lang="en", met_in="police-letter", today=DAY):
    suggest_word(word=word, lang=lang, met_in=met_in, today=today)


def words():
    return list(SuggestedWord.objects.values_list("word", "lang", "met_in", "count"))


def test_answers_of_one_month_add_up():
    published("grooming")
    count()

    row = count(today=DAY.replace(day=30))

    assert (row.count, row.month) == (2, dt.date(2026, 11, 1))


def test_another_month_begins_at_one():
    published("grooming")
    count()

    assert count(today=dt.date(2026, 12, 1)).count == 1


def test_another_publication_begins_at_one():
    first = published("grooming")
    count()
    second = published("grooming", as_at="2025-12-31")

    assert count().count == 1
    assert [row.publication for row in FeedbackCount.objects.all()] == [first, second]


def test_an_answer_that_is_not_offered_is_refused():
    published("grooming")
    with pytest.raises(InvalidQueryError):
        count(answer="perhaps")


@pytest.mark.parametrize(
    "where",
    [
        pytest.param({"entry_id": "nothing"}, id="no-entry"),
        pytest.param({"lang": "fr"}, id="no-language"),
    ],
)
def test_a_page_that_is_not_there_is_refused(where):
    published("grooming")
    with pytest.raises(NotFoundError):
        count(**where)


def test_a_withdrawn_page_is_refused():
    published("grooming")
    withdrawn("grooming")

    with pytest.raises(NotFoundError):
        count()


def test_a_word_is_kept_with_its_month_and_nothing_finer():
    send()

    row = SuggestedWord.objects.get()
    assert (row.first_month, row.last_month) == (dt.date(2026, 11, 1),) * 2
    assert {field.name for field in SuggestedWord._meta.fields} == {
        "id",
        "key",
        "word",
        "lang",
        "met_in",
        "count",
        "first_month",
        "last_month",
    }


def test_the_same_word_in_another_spelling_adds_to_the_number():
    send("C.S.E.", today=dt.date(2026, 10, 31))
    send(" cse ")

    row = SuggestedWord.objects.get()
    assert (row.word, row.count) == ("C.S.E.", 2)
    assert (row.first_month.month, row.last_month.month) == (10, 11)


def test_a_word_is_kept_once_for_each_language_and_place():
    send()
    send(lang="cy")
    send(met_in="news")

    assert sorted(words()) == [
        ("MASH", "cy", "police-letter", 1),
        ("MASH", "en", "news", 1),
        ("MASH", "en", "police-letter", 1),
    ]


def test_all_that_is_wrong_with_a_suggestion_is_said():
    with pytest.raises(InvalidQueryError) as caught:
        check_suggestion(word="he hit me", lang="fr", met_in="bus")

    codes = {row.place: row.code for row in caught.value.problems}
    assert codes == {"word": "sentence", "met_in": "unknown", "lang": "unknown"}
    assert all(row.detail for row in caught.value.problems)


def test_every_fault_of_a_word_is_said_in_words():
    assert set(feedback.WORD_FAULTS) == set(NotAName)


def test_what_is_no_word_is_not_kept():
    with pytest.raises(InvalidQueryError):
        send("my daughter was groomed")

    assert words() == []
    assert not SuggestionDay.objects.exists()


def test_a_sentence_is_known_by_the_language_that_is_said():
    check_suggestion(word="beth yw hyn", lang="en", met_in="news")

    with pytest.raises(InvalidQueryError):
        check_suggestion(word="beth yw hyn", lang="cy", met_in="news")


@pytest.mark.parametrize(
    "typed",
    [
        "grooming",
        "GROOMING",
        "meithrin perthynas amhriodol",
        "“grooming”",
        "(grooming).",
    ],
)
def test_a_word_that_we_explain_is_known(typed):
    published("grooming")

    assert explained_by(typed) == ["grooming"]


@pytest.mark.parametrize("typed", ["groomign", "grooming gang", "gr"])
def test_a_word_that_is_only_like_one_of_ours_is_not_known(typed):
    published("grooming")

    assert explained_by(typed) == []


def test_so_many_new_words_a_day_and_no_more(monkeypatch):
    monkeypatch.setattr(feedback, "MOST_NEW_WORDS_A_DAY", 2)
    send("alpha")
    send("beta")
    send("alpha")

    with pytest.raises(StateError):
        send("gamma")
    send("beta")

    assert sorted(words()) == [
        ("alpha", "en", "police-letter", 2),
        ("beta", "en", "police-letter", 2),
    ]


def test_the_next_day_has_room_again(monkeypatch):
    monkeypatch.setattr(feedback, "MOST_NEW_WORDS_A_DAY", 1)
    send("alpha")

    send("beta", today=DAY + dt.timedelta(days=1))

    assert len(words()) == 2
    day = SuggestionDay.objects.get()
    assert (day.day, day.new_words) == (DAY + dt.timedelta(days=1), 1)


def test_the_table_has_an_end(monkeypatch):
    monkeypatch.setattr(feedback, "MOST_WORDS", 2)
    send("alpha")
    send("beta")

    with pytest.raises(StateError):
        send("gamma", today=DAY + dt.timedelta(days=1))
    send("alpha", today=DAY + dt.timedelta(days=1))

    assert len(words()) == 2


def test_a_refused_word_costs_none_of_the_days_room(monkeypatch):
    monkeypatch.setattr(feedback, "MOST_WORDS", 1)
    send("alpha")
    with pytest.raises(StateError):
        send("beta")

    assert SuggestionDay.objects.get().new_words == 1


def test_a_word_that_nobody_sends_for_a_year_makes_room():
    send("alpha", today=dt.date(2025, 10, 31))
    send("beta", today=dt.date(2025, 11, 1))

    send("gamma")

    assert sorted(row[0] for row in words()) == ["beta", "gamma"]


def test_old_words_go_without_a_new_one_too():
    send("alpha", today=dt.date(2024, 2, 29))

    forget_old_words(dt.date(2025, 2, 28))
    assert len(words()) == 1
    forget_old_words(dt.date(2025, 3, 1))

    assert words() == []


def test_a_name_is_forgotten_in_every_spelling_and_place():
    send("Smithson")
    send("SMITHSON", lang="cy", met_in="news")
    send("MASH")

    assert forget_words(words=["smithson"], actor=OPERATOR) == 2

    assert [row[0] for row in words()] == ["MASH"]


def test_what_is_recorded_of_forgetting_is_a_number():
    send("Smithson")

    forget_words(words=["Smithson"], actor=OPERATOR)

    event = Event.objects.get()
    assert (event.action, event.details) == ("suggestions-forgotten", {"rows": 1})


def test_nothing_is_recorded_where_nothing_was_forgotten():
    assert forget_words(words=["Smithson"], actor=OPERATOR) == 0
    assert not Event.objects.exists()


def test_not_everybody_may_forget():
    send("Smithson")
    somebody = User.objects.create(username="somebody")

    with pytest.raises(PermissionDeniedError):
        forget_words(words=["Smithson"], actor=somebody)

    assert len(words()) == 1


def at_once(act):
    """Do something from four sides at the same time; return what went wrong."""
    failures = []

    def act_alone(side):
        try:
            act(side)
        except BaseException as error:  # noqa: BLE001 (told by the test, not the thread)
            failures.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=act_alone, args=(side,)) for side in "abcd"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return failures


@pytest.mark.django_db(transaction=True)
def test_a_flood_from_many_sides_gets_no_further(monkeypatch):
    monkeypatch.setattr(feedback, "MOST_NEW_WORDS_A_DAY", 5)
    refused = []

    def flood(side):
        for number in range(5):
            try:
                send(f"word {side}{number}")
            except StateError:
                refused.append(number)

    assert at_once(flood) == []
    assert (len(words()), len(refused)) == (5, 15)


@pytest.mark.django_db(transaction=True)
def test_no_answer_is_lost_among_many_at_once():
    published("grooming")

    def answer(_side):
        for _ in range(10):
            count()

    assert at_once(answer) == []
    assert FeedbackCount.objects.get().count == 40


def test_what_is_counted_names_itself():
    about = published("grooming")
    send()

    shown = [str(count()), str(SuggestedWord.objects.get())]

    assert shown == [f"{about.sequence} (en) yes: 1", "MASH (en) police-letter: 1"]
    assert str(SuggestionDay.objects.get()) == "2026-11-21: 1"
