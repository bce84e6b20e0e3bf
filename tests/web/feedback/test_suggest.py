"""A reader sends a word that we do not explain: the word alone, and no trace."""

import datetime as dt
from urllib.parse import urlencode

import pytest
from django.utils import timezone

from glossary import feedback
from glossary.closed_lists import MetIn
from glossary.models import SuggestedWord, SuggestionDay
from tests.factories import published
from tests.web.html import read
from tests.web.leaks import leaks, welsh

pytestmark = pytest.mark.django_db

FORM = "application/x-www-form-urlencoded"
PATH = {"en": "/en/suggest/", "cy": "/cy/awgrymu/"}
THANKS = {"en": "/en/suggest/thanks/", "cy": "/cy/awgrymu/diolch/"}

both = pytest.mark.parametrize("lang", ["en", "cy"])


@pytest.fixture(autouse=True)
def _entry(db):
    """One entry that is explained."""
    published("grooming")


def send(site, word="MASH", page="en", headers=None, **fields):
    fields = {"page": page, "lang": page, "met_in": "police-letter", **fields}
    sent = {name: value for name, value in fields.items() if value is not None}
    return site.post(
        PATH[page],
        urlencode({"word": word, **sent}).encode(),
        content_type=FORM,
        **{"sec_fetch_site": "same-origin", **(headers or {})},
    )


def rows():
    return list(SuggestedWord.objects.values_list("word", "lang", "met_in", "count"))


def typed(page):
    (field,) = page.every("input", id="word")
    chosen = [
        one.get("value") for one in page.every("input") if "checked" in one.attributes
    ]
    return field.get("value"), chosen


def wrong_words(page):
    """Return what is said beside the fields that are wrong."""
    return {one.get("id"): one.text for one in page.every("p", class_="wrong")}


@both
def test_the_form_asks_for_a_word_a_place_and_a_language(site, lang):
    page = read(site.get(PATH[lang]).text).one("main")

    places = [one.get("value") for one in page.every("input", name="met_in")]
    assert places == MetIn.values()
    assert typed(page) == ("", [lang])
    assert not page.every("textarea")


@both
def test_the_form_says_who_reads_it_and_where_help_is(site, lang):
    page = read(site.get(PATH[lang]).text).one("main")

    said = {"en": "This does not go to the police", "cy": "ddim yn mynd at yr heddlu"}
    note = page.one("div", class_="ask-note")
    assert said[lang] in note.text
    helping = {"en": "/en/help/#adults", "cy": "/cy/cymorth/#adults"}
    assert page.every("a", href=helping[lang])


@both
def test_a_word_is_kept_and_thanked_for(site, lang):
    answer = send(site, page=lang, lang="en")

    assert (answer.status, answer.headers["location"]) == (303, THANKS[lang])
    assert "set-cookie" not in answer.headers
    assert answer.headers["cache-control"] == "no-store"
    assert rows() == [("MASH", "en", "police-letter", 1)]
    month = timezone.localdate().replace(day=1)
    assert SuggestedWord.objects.get().last_month == month
    thanks = site.get(THANKS[lang])
    assert thanks.status == 200
    assert "MASH" not in thanks.text


def test_the_same_word_again_adds_to_the_number(site):
    send(site, "MASH")
    send(site, " mash. ")
    send(site, "“(MASH)”.")

    assert rows() == [("MASH", "en", "police-letter", 3)]


@both
def test_what_is_wrong_is_said_beside_the_field_and_what_was_typed_stays(site, lang):
    answer = send(site, "she told me, in court", page=lang, met_in=None, lang="fr")

    assert answer.status == 400
    page = read(answer.text)
    said = wrong_words(page)
    assert set(said) == {"word-wrong", "met_in-wrong", "lang-wrong"}
    links = {
        one.get("href"): one.text for one in page.one("div", role="alert").every("a")
    }
    for name in ("word", "met_in", "lang"):
        assert links[f"#{name}"] == said[f"{name}-wrong"]
        assert page.every("input", id=name)
    assert typed(page) == ("she told me, in court", [])
    (field,) = page.every("input", id="word")
    assert field.get("aria-invalid") == "true"
    assert field.get("aria-describedby").split() == ["only", "word-wrong"]
    assert rows() == []


def test_a_place_that_was_chosen_stays_chosen(site):
    page = read(send(site, "", met_in="news", lang="cy").text)

    assert typed(page) == ("", ["news", "cy"])


@both
def test_whoever_wants_to_tell_something_is_led_to_help(site, lang):
    sentence = read(send(site, "he hit me", page=lang).text).one("div", role="alert")
    number = read(send(site, "0808 1000 900", page=lang).text).one("div", role="alert")

    helping = {"en": "/en/help/", "cy": "/cy/cymorth/"}[lang]
    assert sentence.every("a", href=helping)
    assert not number.every("a", href=helping)


@pytest.mark.parametrize("word", ["my son was taken", "a@b.example", "x" * 300])
@both
def test_no_word_that_was_typed_is_in_a_title(site, lang, word):
    answer = send(site, word, page=lang)

    title = read(answer.text).one("title").text
    assert answer.status == 400
    assert title.startswith({"en": "Error", "cy": "Gwall"}[lang])
    assert word not in title


@both
def test_nothing_that_was_typed_leaves_the_title_as_it_is(site, lang):
    assert (
        read(send(site, "", page=lang).text)
        .one("title")
        .text.startswith({"en": "Error", "cy": "Gwall"}[lang])
    )


def test_markup_that_was_typed_is_shown_as_it_is(site):
    page = read(send(site, '"><script>x</script>').text)

    assert typed(page)[0] == '"><script>x</script>'


@both
def test_a_word_that_we_explain_is_shown_instead(site, lang):
    answer = send(site, "Grooming", page=lang)

    page = read(answer.text).one("main")
    entry = {
        "en": "/en/terms/grooming/",
        "cy": "/cy/termau/meithrin-perthynas-amhriodol/",
    }
    assert answer.status == 200
    assert page.every("a", href=entry[lang])
    assert rows() == []


def test_a_word_with_another_meaning_can_be_sent_still(site):
    page = read(send(site, "grooming", met_in="news", lang="cy").text)
    form = page.one("form", id="suggest")
    fields = {
        one.get("name"): one.get("value")
        for one in [*form.every("input"), *form.every("button")]
    }

    body = urlencode(fields).encode()
    answer = site.post(form.get("action"), body, content_type=FORM)

    assert answer.status == 303
    assert rows() == [("grooming", "cy", "news", 1)]


def test_nothing_is_kept_of_a_word_that_only_comes_to_the_form(site):
    body = urlencode({"word": "LADO"}).encode()
    answer = site.post("/en/suggest/", body, content_type=FORM)

    page = read(answer.text)
    assert answer.status == 200
    assert typed(page) == ("LADO", ["en"])
    assert not page.every("div", role="alert")
    assert rows() == []


@pytest.mark.parametrize(
    "path", ["/en/search/?q=zzqq", "/cy/chwilio/?q=zzqq", "/en/search/?q=means"]
)
def test_a_search_hands_its_word_over(site, path):
    page = read(site.get(path).text)
    forms = [one for one in page.every("form") if one.get("action") == PATH[path[1:3]]]

    (form,) = forms
    (field,) = form.every("input")
    assert form.get("method") == "post"
    assert (field.get("name"), field.get("value")) == ("word", path.split("=")[1])


def test_the_a_to_z_ends_with_the_way_there(site):
    page = read(site.get("/cy/a-i-y/").text).one("main")

    assert page.every("a")[-1].get("href") == "/cy/awgrymu/"


def test_the_language_changes_with_what_was_typed(site):
    english = read(send(site, "he hit me", met_in="news").text)
    (button,) = english.one("nav", class_="tongues").every("button")
    assert button.get("form") == english.one("form", id="suggest").get("id")
    assert button.get("formaction") == "/cy/awgrymu/"

    fields = {"word": "he hit me", "page": "en", "met_in": "news", "lang": "en"}
    body = urlencode(fields).encode()
    answer = site.post("/cy/awgrymu/", body, content_type=FORM)

    page = read(answer.text)
    assert answer.status == 200
    assert typed(page) == ("he hit me", ["news", "en"])
    assert leaks(page, welsh()) == []
    assert rows() == []


@both
def test_another_site_cannot_send_a_word_for_a_reader(site, lang):
    answer = send(site, page=lang, headers={"sec_fetch_site": "cross-site"})

    page = read(answer.text)
    assert answer.status == 403
    assert typed(page)[0] == ""
    assert page.every("div", role="alert")
    assert rows() == []


@both
def test_one_sender_must_wait(site, lang):
    answers = [send(site, f"word {name}", page=lang) for name in "abcdefghijk"]

    assert [one.status for one in answers] == [303] * 10 + [429]
    assert answers[-1].headers["retry-after"] == "3600"
    assert typed(read(answers[-1].text))[0] == "word k"
    assert len(rows()) == 10


def test_what_is_refused_or_known_costs_nothing(site):
    for _ in range(15):
        send(site, "he hit me")
        send(site, "grooming")

    assert send(site).status == 303


def test_nobody_uses_up_the_words_of_others(site):
    for number in range(50):
        send(site, f"word {number}")

    statuses = {
        send(site, "MASH", headers={"x_forwarded_for": f"10.0.0.{name}"}).status
        for name in range(200)
    }

    assert statuses == {303}


@pytest.mark.parametrize(
    "fields",
    [{}, {"page": "en", "met_in": None}, {"page": "cy"}],
    ids=["sent", "incomplete", "first-asked-for"],
)
def test_whoever_asks_for_too_much_of_all_is_told_so_here_too(site, settings, fields):
    settings.RATE_LIMIT = "1/minute"
    send(site, "MASH")

    answer = send(site, "LADO", **fields)

    assert (answer.status, answer.headers["retry-after"]) == (429, "60")
    assert typed(read(answer.text))[0] == "LADO"


@both
def test_a_full_day_is_said_honestly(site, lang, monkeypatch):
    monkeypatch.setattr(feedback, "MOST_NEW_WORDS_A_DAY", 1)
    send(site, "MASH", page=lang)

    answer = send(site, "LADO", page=lang)

    page = read(answer.text)
    said = {"en": "yours was not kept", "cy": "chafodd eich gair chi ddim ei gadw"}
    assert answer.status == 503
    assert int(answer.headers["retry-after"]) == 86_400
    assert said[lang] in page.one("div", role="alert").text
    assert typed(page)[0] == "LADO"
    assert len(rows()) == 1


def test_a_new_day_takes_words_again(site, monkeypatch):
    monkeypatch.setattr(feedback, "MOST_NEW_WORDS_A_DAY", 1)
    send(site, "MASH")
    SuggestionDay.objects.update(day=timezone.localdate() - dt.timedelta(days=1))

    assert send(site, "LADO").status == 303


@pytest.mark.parametrize(
    ("body", "status"),
    [
        pytest.param(b"word=a%00b&page=en&lang=en&met_in=news", 400, id="nul"),
        pytest.param(b"word=%FF%FE&page=en&lang=en&met_in=news", 400, id="no-text"),
        pytest.param(
            b"word=%EF%B7%BA%EF%B7%BA&page=en&lang=en&met_in=news", 303, id="long"
        ),
        pytest.param(b"word=a&page=en&lang=en&met_in=" + b"x" * 9000, 400, id="place"),
        pytest.param(b"", 200, id="nothing"),
    ],
)
def test_nothing_that_is_sent_breaks_it(site, body, status):
    answer = site.post("/en/suggest/", body, content_type=FORM)

    assert answer.status == status
    assert len(rows()) == (status == 303)


def test_nothing_english_is_said_to_a_welsh_reader(site, monkeypatch):
    monkeypatch.setattr(feedback, "MOST_WORDS", 0)
    said = [
        send(site, "he hit me", page="cy"),
        send(site, "grooming", page="cy"),
        send(site, "MASH", page="cy"),
        send(site, page="cy", headers={"sec_fetch_site": "cross-site"}),
        site.get("/cy/awgrymu/diolch/"),
    ]

    assert [leaks(read(one.text), welsh()) for one in said] == [[]] * 5
