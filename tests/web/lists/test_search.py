"""Somebody types a word from a letter."""

import pytest

from tests.factories import published, section
from tests.web.html import read

pytestmark = pytest.mark.django_db

SEARCH = {"en": "/en/search/", "cy": "/cy/chwilio/"}


@pytest.fixture(autouse=True)
def entries(db):
    names = section("child sexual exploitation", short="Harm to a child by an abuser.")
    names["terms"].append({"text": "CSE", "type": "acronym", "status": "admitted"})
    both = {"en": names, "cy": section("camfanteisio'n rhywiol ar blant", "cy")}
    both["cy"]["slug"] = "camfanteisio-yn-rhywiol-ar-blant"
    published("child-sexual-exploitation", languages=both)
    for entry_id in ("problem-profile", "chief-constable", "grooming"):
        published(entry_id)


def search(site, words, lang="en", **more):
    answer = site.get(SEARCH[lang], {"q": words, **more})
    assert answer.status == 200, answer.headers
    return read(answer.text)


def found(page):
    return [
        one
        for one in page.every("ol", class_="items")[0].children
        if not isinstance(one, str)
    ]


@pytest.mark.parametrize(
    ("words", "lang", "path"),
    [
        pytest.param("problem profile", "en", "/en/terms/problem-profile/", id="name"),
        pytest.param(
            "Problem  Profile ", "en", "/en/terms/problem-profile/", id="folded"
        ),
        pytest.param(
            "cse", "en", "/en/terms/child-sexual-exploitation/", id="abbreviation"
        ),
        pytest.param(
            "Proffil Problem", "cy", "/cy/termau/proffil-problem/", id="welsh"
        ),
    ],
)
def test_the_exact_name_of_one_entry_leads_there(site, words, lang, path):
    answer = site.get(SEARCH[lang], {"q": words})

    assert answer.status == 302
    assert answer.headers["location"] == path
    assert answer.headers["cache-control"] == "no-store"


def test_a_name_that_two_entries_have_leads_to_a_choice(site):
    other = section("CSE", slug="cse-two")
    published("certificate", languages={"en": other})

    page = search(site, "CSE")

    assert len(found(page)) >= 2


def test_a_name_in_the_other_language_is_shown_as_such(site):
    page = search(site, "proffil problem")

    first = found(page)[0]
    assert first.one("h2").text == "problem profile"
    reason = first.one("p", class_="reason")
    assert ("cy", "proffil") in list(reason.spoken())
    assert [one.text for one in reason.every("mark")] == ["proffil", "problem"]


def test_a_word_of_a_name_is_marked_where_it_stands(site):
    page = search(site, "profile")

    (mark,) = found(page)[0].one("h2").every("mark")
    assert mark.text == "profile"


def test_another_name_is_given_as_the_reason(site):
    names = section("non-recent")
    names["terms"].append(
        {"text": "earlier abuse", "type": "full-form", "status": "admitted"}
    )
    published("non-recent", languages={"en": names})

    reason = found(search(site, "earlier"))[0].one("p", class_="reason")

    assert reason.text == "Also called: earlier abuse"
    assert reason.one("mark").text == "earlier"


OLDER = [("historic abuse", "deprecated"), ("Abuse of old", "superseded")]


@pytest.fixture
def old_names(db):
    """An entry with names that are not shown, and one hidden word."""
    names = section("non-recent", hidden=["yesteryear"])
    names["terms"] += [
        {"text": text, "type": "full-form", "status": status} for text, status in OLDER
    ]
    general = {"text": "then", "type": "short-form", "status": "admitted"}
    names["terms"].append(general | {"context_only": True})
    published("non-recent", languages={"en": names})


@pytest.mark.parametrize("words", [text for text, _ in OLDER])
@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "You typed an older name"), ("cy", "Rydych chi wedi teipio hen enw")],
)
def test_an_older_name_is_not_shown_and_is_said_to_be_one(
    site, old_names, words, lang, said
):
    page = search(site, words, lang)

    (first, *_) = found(page)
    assert first.one("h2").text == "non-recent"
    assert said in first.one("p", class_="reason").text
    assert words not in page.one("ol", class_="items").text
    assert not page.every("mark")


@pytest.mark.parametrize(
    "words", ["yesteryear", "Yesteryear", "what is yesteryear?", "yesteryaer"]
)
def test_a_hidden_word_leads_to_its_entry_and_is_shown_nowhere(site, old_names, words):
    page = search(site, words)

    assert found(page)[0].one("h2").text == "non-recent"
    assert "older" not in found(page)[0].text
    assert "yesteryear" not in page.one("ol", class_="items").text.lower()


@pytest.mark.parametrize(
    "words", ["yester", "historic", "historic abuze", "historci abuse", "old abuse"]
)
def test_of_a_name_that_is_not_shown_a_part_or_a_slip_finds_nothing(
    site, old_names, words
):
    page = search(site, words)

    assert not page.every("ol", class_="items")
    assert not page.every("p", class_="meant")


@pytest.mark.parametrize(
    "words", ["historic abuse", "yesteryear", "then", "zzzz", "problm profile", "DPP"]
)
def test_only_a_name_that_is_shown_leads_straight_to_its_entry(site, old_names, words):
    assert site.get(SEARCH["en"], {"q": words}).status == 200


@pytest.mark.parametrize(
    ("words", "lang", "path"),
    [
        ("What is a problem profile?", "en", "/en/terms/problem-profile/"),
        ("what does CSE mean", "en", "/en/terms/child-sexual-exploitation/"),
        ("Beth yw ystyr “proffil problem”?", "cy", "/cy/termau/proffil-problem/"),
        ("be di proffil problem", "cy", "/cy/termau/proffil-problem/"),
    ],
)
def test_a_question_leads_where_its_subject_leads(site, words, lang, path):
    answer = site.get(SEARCH[lang], {"q": words})

    assert (answer.status, answer.headers.get("location")) == (302, path)


def test_a_general_word_that_other_names_have_too_leads_to_a_list(site):
    names = section("public inquiry")
    short = {"text": "inquiry", "type": "short-form", "status": "admitted"}
    names["terms"].append(short)
    published("public-inquiry", languages={"en": names})
    assert site.get(SEARCH["en"], {"q": "inquiry"}).status == 302
    published("iicsa", languages={"en": section("Inquiry into Child Abuse")})

    page = search(site, "the inquiry")

    assert len(found(page)) == 2


def test_a_code_of_another_language_may_be_another_one_here(site):
    welsh = section("datblygiad proffesiynol parhaus", "cy")
    code = {"text": "DPP", "type": "abbreviation", "status": "admitted"}
    welsh["terms"].append(code | {"provenance": {"status": "proposed"}})
    published("cpd", languages={"en": section("professional growth"), "cy": welsh})

    reason = found(search(site, "DPP"))[0].one("p", class_="reason")

    assert "may stand for something else" in reason.text
    assert ("cy", "DPP") in list(reason.spoken())


def test_little_words_are_not_marked(site):
    published(
        "line",
        languages={
            "en": section("line of enquiry", short="A line of thought, of use.")
        },
    )

    page = search(site, "line of")

    marks = [mark.text for mark in page.every("mark")]
    assert marks == ["line", "line"]


def test_after_a_slip_the_words_that_were_put_right_are_marked(site):
    page = search(site, "camfanteiso", "cy")

    first = found(page)[0].one("h2")
    assert [mark.text for mark in first.every("mark")] == ["camfanteisio'n"]


HARM = {
    "en": [
        "child protection",
        "my daughter was groomed",
        "rape",
        "he raped me",
        "suicide",
        "self-harm",
        "domestic violence",
        "CCE",
        "I am scared",
        "he hurts me",
        "suiside",
    ],
    "cy": [
        "amddiffyn plant",
        "trais yn y cartref",
        "drais",
        "ei threisio",
        "hunanladdiad",
        "hunan-niwed",
        "fy ngham-drin",
        "cafodd fy merch ei chamfanteisio",
        "mae arna i ofn",
    ],
}


@pytest.mark.parametrize("lang", SEARCH)
@pytest.mark.parametrize("words", [word for some in HARM.values() for word in some])
def test_words_of_harm_get_help_before_anything_else(site, words, lang):
    page = search(site, words, lang)

    text = page.one("main").text
    help_box = page.one("aside", class_="note")
    assert "999" in help_box.text
    path = {"en": "/en/help/", "cy": "/cy/cymorth/"}[lang]
    assert any(link.get("href").startswith(path) for link in help_box.every("a"))
    rest = [*page.every("ol", class_="items"), *page.every("nav", class_="letters")]
    assert text.index(help_box.text[:20]) < text.index(rest[0].text[:20])


@pytest.mark.parametrize(
    "words", ["profile", "zzzz", "chif constible", "school", "llythyr", "cyfweliad"]
)
def test_other_words_get_no_such_box(site, words):
    assert not search(site, words).every("aside", class_="note")


def test_without_a_result_help_comes_before_what_can_be_tried(site):
    text = search(site, "zzzz").one("main").text

    assert text.index("you do not need the right word") < text.index("What you can try")


def test_words_in_the_explanation_are_found_and_said_to_be_there(site):
    page = search(site, "abuser")

    assert "in the explanation" in found(page)[0].one("p", class_="reason").text
    assert found(page)[0].every("mark")[0].text == "abuser"


def test_words_in_the_explanation_in_another_language_are_said_to_be_there(site):
    welsh = section("carchar", "cy", short="Adeilad gyda drysau trymion.")
    published("prison", languages={"en": section("prison"), "cy": welsh})

    reason = found(search(site, "trymion"))[0].one("p", class_="reason")

    assert ("cy", "Cymraeg") in list(reason.spoken())


def test_a_slip_is_forgiven(site):
    page = search(site, "problm profil")

    assert found(page)[0].one("a").get("href") == "/en/terms/problem-profile/"


def test_what_was_perhaps_meant_is_offered(site):
    page = search(site, "chif constible")

    assert page.one("p", class_="meant").one("a").text == "chief constable"


@pytest.mark.parametrize("lang", SEARCH)
def test_a_word_that_is_not_here_gets_ways_on(site, lang):
    page = search(site, "zzzzqqqq", lang)

    assert page.one("input", id="find").get("value") == "zzzzqqqq"
    assert page.one("nav", class_="letters").every("a")
    assert page.one("p", role="status").text


def test_what_was_typed_is_in_the_page_and_never_in_its_title(site):
    page = search(site, "profile")

    assert page.one("input", id="find").get("value") == "profile"
    assert "profile" not in page.one("title").text
    assert "profile" not in page.one("meta", name="description").get("content")


def test_the_toggle_keeps_what_was_typed(site):
    (toggle,) = search(site, "profile").one("nav", class_="tongues").every("a")

    assert toggle.get("href") == "/cy/chwilio/?q=profile"


def test_nothing_typed_becomes_markup(site):
    text = site.get(SEARCH["en"], {"q": '"><script>alert(1)</script>'}).text

    assert "<script>alert" not in text


def test_many_results_come_in_pages(site):
    for number in range(25):
        published(f"word-{number}", languages={"en": section(f"word number {number}")})

    first, second = search(site, "word"), search(site, "word", page=2)

    assert len(found(first)) == 20
    assert len(found(second)) == 5
    link = first.one("nav", class_="pages").one("a")
    assert link.get("href") == "?q=word&page=2"
    assert "Number of results: 25" in first.one("p", role="status").text


@pytest.mark.parametrize("lang", SEARCH)
@pytest.mark.parametrize(
    "query",
    [
        pytest.param("q=" + "a" * 201, id="too-long"),
        pytest.param("q=a%00b", id="nul"),
        pytest.param("q=a%1Bb", id="control"),
        pytest.param("q=%FF%FE", id="not-utf-8"),
        pytest.param("q=%EE%80%80", id="private-use"),
    ],
)
def test_what_cannot_be_looked_up_is_refused_kindly(site, query, lang):
    answer = site.get(f"{SEARCH[lang]}?{query}")
    page = read(answer.text)

    assert answer.status == 400
    assert page.one("html").get("lang") == lang
    assert page.one("div", role="alert").one("a").get("href") == "#find"
    assert page.one("input", id="find").get("aria-invalid") == "true"


@pytest.mark.parametrize("query", ["", "?q=", "?q=%20%20", "?other=1"])
def test_nothing_typed_is_an_invitation(site, query):
    answer = site.get(f"/en/search/{query}")

    assert answer.status == 200
    assert read(answer.text).every("nav", class_="letters")


def test_two_hundred_letters_are_not_too_long(site):
    assert site.get(SEARCH["en"], {"q": "a" * 200}).status == 200


def test_what_people_look_for_is_not_held(site):
    site.get(SEARCH["en"], {"q": "somebody's name"})

    assert "somebody" not in repr(vars(site._application.held))
