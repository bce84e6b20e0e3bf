"""A reader is told of helplines, topics and documents that changed or are gone."""

import datetime as dt

import pytest

from glossary.closed_lists import WithdrawalReason
from glossary.document import DocumentKind, HelplineDocument, Name, parse_shape
from glossary.document_texts import add_document_text
from glossary.models import Publication
from glossary.publishing import (
    republish_documents,
    restore_document,
    withdraw_document,
    withdraw_unneeded,
)
from glossary.web.changes import beside_entries, changes, of_entries
from tests.factories import OPERATOR, on_show, published, record, source, topic
from tests.helplines import helpline, stored
from tests.web.changes.test_changes import DAY, PATH, on, shown, told
from tests.web.html import read
from tests.web.leaks import leaks, welsh

pytestmark = pytest.mark.django_db

LINE = Name(DocumentKind.HELPLINE, "a-line")
REPORT = Name(DocumentKind.SOURCE, "report-2023")
DATA = Name(DocumentKind.TOPIC, "police-data")
TEXT = Name(DocumentKind.TEXT, "report-2023")
HEADINGS = {
    "en": {
        DocumentKind.HELPLINE: "Helplines",
        DocumentKind.TOPIC: "Topics",
        DocumentKind.SOURCE: "Documents and pages",
        DocumentKind.TEXT: "Texts of documents",
    },
    "cy": {
        DocumentKind.HELPLINE: "Llinellau cymorth",
        DocumentKind.TOPIC: "Pynciau",
        DocumentKind.SOURCE: "Dogfennau a thudalennau",
        DocumentKind.TEXT: "Testunau dogfennau",
    },
}
HURTS = {"en": "It could hurt somebody.", "cy": "Gallai niweidio rhywun."}
WORDS = {"name": "A line", "brief": "people", "who_for": "For you."}
WELSH = {"name": "Llinell", "brief": "pobl", "who_for": "I chi."}


def line(**values):
    """Let a helpline be as this says."""
    return on_show(parse_shape(HelplineDocument, helpline(**values)))


def words(english=(), welsh_words=()):
    return {"en": {**WORDS, **dict(english)}, "cy": {**WELSH, **dict(welsh_words)}}


def earlier():
    """Let everything that is published now have been so on a day before."""
    on(DAY, *Publication.objects.all())


def of_today(site, lang="en"):
    """Return the items of each kind on the newest day."""
    return next(iter(told(shown(site, lang)).values()))


def gone(name, reason=None):
    if reason:
        withdraw_document(name=name, actor=OPERATOR, reason=reason)
    else:
        withdraw_unneeded(names=[name], actor=OPERATOR)


def text(words="The words."):
    source()
    return add_document_text(source_id="report-2023", text=words, actor=OPERATOR)


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_what_is_new_is_named_and_leads_to_its_page(site, lang):
    line()
    topic("police-data", en="Police data", cy="Data'r heddlu")
    text()

    answer = site.get(PATH[lang])
    page = read(answer.text).one("main")

    (kinds,) = told(page).values()
    new = {"en": "New.", "cy": "Newydd."}[lang]
    names = {
        "en": ("A line", "Police data", "A report", "A report"),
        "cy": ("Llinell", "Data'r heddlu", "A report", "A report"),
    }[lang]
    expected = zip(HEADINGS[lang].values(), names, strict=True)
    assert kinds == {heading: [f"{name} {new}"] for heading, name in expected}
    paths = [one.every("a")[0].get("href") for one in page.every("li")]
    assert [site.get(path.partition("#")[0]).status for path in paths] == [200] * 4
    if lang == "cy":
        assert leaks(read(answer.text), welsh()) == []


def test_a_helpline_leads_to_its_own_place_on_the_page_of_helplines(site):
    line()

    (link,) = shown(site).one("ul").every("a")

    path, _, place = link.get("href").partition("#")
    cards = read(site.get(path).text).every("li", class_="helpline")
    assert [one.get("id") for one in cards] == [place]


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_a_new_number_can_be_rung_from_here(site, lang):
    line()
    earlier()
    line(phone="0800 111 111", text="60 003")

    page = shown(site, lang)

    (said,) = of_today(site, lang)[HEADINGS[lang][DocumentKind.HELPLINE]]
    assert (
        said
        == {
            "en": "A line What changed: the number, the number for text messages. The number now: 0800 111 111. Text message: 60 003.",
            "cy": "Llinell Beth sydd wedi newid: y rhif, y rhif ar gyfer negeseuon testun. Y rhif nawr: 0800 111 111. Neges destun: 60 003.",
        }[lang]
    )
    assert page.one("a", href="tel:0800111111").text == "0800 111 111"
    assert page.one("a", href="sms:60003").text == "60 003"


def test_helplines_come_first_of_a_day(site):
    published("grooming")
    topic("police-data", en="Police data")
    line()

    kinds = list(of_today(site))

    assert kinds == [
        "Helplines",
        "Published for the first time",
        "Topics",
        "Documents and pages",
    ]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        pytest.param(
            {"web": "https://other.example/"}, "the page of its own", id="page"
        ),
        pytest.param({"areas": ["england"]}, "where it helps", id="area"),
        pytest.param({"chat": True}, "the online chat", id="chat"),
        pytest.param(
            {"speaks": ["en"]}, "the languages in which it answers", id="languages"
        ),
        pytest.param({"audience": "children"}, "who it is for", id="audience"),
        pytest.param(
            {"languages": words({"hours": "At night.", "cost": "Free."})},
            "the hours, the cost",
            id="words",
        ),
        pytest.param(
            {
                "audience": "children",
                "languages": words({"name": "The line", "who_for": "For children."}),
            },
            "the name, who it is for",
            id="said-once",
        ),
    ],
)
def test_it_is_said_what_changed_of_a_helpline(site, values, said):
    line()
    earlier()
    line(**values)

    (found,) = of_today(site)["Helplines"]

    assert found.endswith(f"What changed: {said}.")


def test_a_change_in_another_language_says_in_which(site):
    line()
    earlier()
    line(languages=words(welsh_words={"hours": "Yn y nos."}))

    assert of_today(site)["Helplines"] == ["A line Languages that changed: Cymraeg."]
    assert of_today(site, "cy")["Llinellau cymorth"] == [
        "Llinell Beth sydd wedi newid: yr oriau."
    ]


@pytest.mark.parametrize("values", [{"rung_on": "2026-10-01"}, {"position": 7}])
def test_a_look_at_it_is_no_change_of_what_is_said(site, values):
    line()
    earlier()
    line(**values)

    assert of_today(site)["Helplines"] == ["A line What we say of it is the same."]


def test_a_number_that_is_gone_is_said_and_not_offered(site):
    line()
    earlier()
    line(phone=None)

    page = shown(site)

    (said,) = of_today(site)["Helplines"]
    assert said == (
        "A line What changed: the number. We do not show a number of it any more."
    )
    assert not [one for one in page.every("a") if one.get("href").startswith("tel:")]


def test_a_number_that_was_new_once_is_not_offered_any_more(site):
    line(phone="0800 000 001")
    earlier()
    on(DAY + dt.timedelta(days=1), line_published(phone="0800 000 002"))
    line(phone="0800 000 003")

    page = shown(site)

    hrefs = [one.get("href") for one in page.every("a")]
    assert [one for one in hrefs if one.startswith("tel:")] == ["tel:0800000003"]


def line_published(**values):
    line(**values)
    return Publication.objects.latest("sequence")


@pytest.mark.parametrize("lang", ["en", "cy"])
@pytest.mark.parametrize("reason", [None, WithdrawalReason.HARMFUL])
def test_a_helpline_that_is_gone_is_named_without_a_number(site, lang, reason):
    line()
    earlier()
    gone(LINE, reason)

    page = shown(site, lang)

    (said,) = of_today(site, lang)[HEADINGS[lang][DocumentKind.HELPLINE]]
    why = f" {HURTS[lang]}" if reason else ""
    assert (
        said
        == {
            "en": f"A line We do not show this line any more.{why}",
            "cy": f"Llinell Dydyn ni ddim yn dangos y llinell hon mwyach.{why}",
        }[lang]
    )
    assert not page.every("a")
    assert "0800" not in page.text


def test_a_helpline_that_is_gone_has_no_number_on_earlier_days_either(site):
    line()
    earlier()
    on(DAY + dt.timedelta(days=1), line_published(phone="0800 111 111"))
    gone(LINE)

    page = shown(site)

    assert "0800" not in page.text
    days = list(told(page).values())
    assert days[1]["Helplines"] == ["A line What changed: the number."]


@pytest.mark.parametrize("lang", ["en", "cy"])
@pytest.mark.parametrize(
    ("name", "make", "said"),
    [
        pytest.param(
            DATA,
            lambda: topic("police-data", en="A name that hurts"),
            {"en": "A topic was taken away.", "cy": "Cafodd pwnc ei dynnu'n ôl."},
            id="topic",
        ),
        pytest.param(
            REPORT,
            lambda: source(title="A name that hurts"),
            {
                "en": "A document was taken away.",
                "cy": "Cafodd dogfen ei thynnu'n ôl.",
            },
            id="source",
        ),
        pytest.param(
            TEXT,
            lambda: text("A name that hurts"),
            {
                "en": "The text of a document was taken away.",
                "cy": "Cafodd testun dogfen ei dynnu'n ôl.",
            },
            id="text",
        ),
    ],
)
def test_of_anything_else_that_is_gone_no_name_is_shown(site, lang, name, make, said):
    make()
    earlier()
    gone(name, WithdrawalReason.HARMFUL)

    page = shown(site, lang)

    heading = HEADINGS[lang][name.kind]
    today, before = told(page).values()
    assert today[heading] == [f"{said[lang]} {HURTS[lang]}"]
    (earlier_line,) = before[heading]
    assert {"en": "since", "cy": "ers hynny"}[lang] in earlier_line
    assert "A name that hurts" not in page.text
    path = f"{name.key}/te" if name.kind == DocumentKind.TEXT else name.key
    assert not [one for one in page.every("a") if path in one.get("href")]


def test_what_came_back_is_here_again(site):
    line()
    on(DAY, *Publication.objects.all())
    gone(LINE)
    tombstone = Publication.objects.latest("sequence")
    restore_document(name=LINE, actor=OPERATOR)
    on(DAY + dt.timedelta(days=1), tombstone)

    assert of_today(site)["Helplines"] == ["A line It is here again."]


def test_several_changes_of_a_day_are_one(site):
    line()
    earlier()
    gone(LINE)
    restore_document(name=LINE, actor=OPERATOR)
    line(phone="0800 111 111")
    line(phone="0800 222 222", chat=True)

    assert of_today(site)["Helplines"] == [
        "A line What changed: the number, the online chat. The number now: 0800 222 222."
    ]


@pytest.mark.parametrize(
    ("before", "after", "heading", "said"),
    [
        pytest.param(
            lambda: topic("police-data", en="Data"),
            lambda: topic("police-data", en="Police data"),
            "Topics",
            "Police data What changed: the name.",
            id="topic",
        ),
        pytest.param(
            source,
            lambda: source(title="The report", published_on="2023-01-01", licence=None),
            "Documents and pages",
            "The report What changed: the title, the date, the licence.",
            id="source",
        ),
        pytest.param(
            text,
            lambda: text("Other words."),
            "Texts of documents",
            "A report What changed: the text.",
            id="text",
        ),
    ],
)
def test_it_is_said_what_changed_of_the_others(site, before, after, heading, said):
    before()
    earlier()
    after()

    assert of_today(site)[heading] == [said]


def test_names_stay_in_their_language(site):
    source(title="A report")
    topic("police-data", en="Police data")

    page = shown(site, "cy")

    spoken = list(page.spoken())
    assert ("en", "A report") in spoken
    assert ("en", "Police data") in spoken


def test_a_review_is_not_told_of(site):
    record()

    assert not shown(site).every("section")


def test_what_is_made_anew_and_says_the_same_is_not_told_of(site):
    line()
    earlier()
    Publication.objects.update(format=0)
    republish_documents(actor=OPERATOR)

    assert list(told(shown(site))) == ["2 March 2026"]
    assert site.get("/en/changes/?page=2").status == 404


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_many_of_a_day_are_folded_away_in_order(site, lang):
    stored(
        *(
            helpline(
                id=f"{letter}-line",
                languages={"en": {**WORDS, "name": f"The {letter} line"}},
            )
            for letter in "lkjihgfedcba"
        )
    )

    page = shown(site, lang)

    (folded,) = page.every("details")
    assert "open" not in folded.attributes
    listed = [one.every("a")[0].text for one in folded.every("li")]
    assert listed == [f"The {letter} line" for letter in "abcdefghijkl"]
    assert {"en": "Number of them: 12.", "cy": "Nifer: 12."}[lang] in page.text


def test_more_than_a_page_can_hold_are_counted_and_not_all_named(site, monkeypatch):
    for module in (of_entries, beside_entries, changes):
        monkeypatch.setattr(module, "MOST_NAMED", 11)
    stored(*(helpline(id=f"{letter}-line") for letter in "abcdefghijkl"))

    page = shown(site)

    assert "Number of them: 12." in page.text
    assert "The newest 11 of them:" in page.text
    assert len(page.every("li")) == 11


def test_days_with_nothing_but_documents_fill_pages_too(site, monkeypatch):
    monkeypatch.setattr(changes, "MOST_DAYS", 1)
    line()
    earlier()
    line(chat=True)

    assert list(told(shown(site, query="?page=2"))) == ["2 March 2026"]
