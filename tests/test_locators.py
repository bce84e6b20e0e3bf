"""Where in a document its words stand: in the language of the page where we can say it."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from glossary.locators import tell_place

ENGLISH = '<span lang="en">'


def told(locator, page="cy"):
    with override(page):
        return tell_place(locator, "en", page, "en")


@pytest.mark.parametrize(
    ("locator", "welsh"),
    [
        ("Recommendation 5", "Argymhelliad 5"),
        ("Answer, first paragraph", "Yr ateb, paragraff cyntaf"),
        ("Second paragraph", "Ail baragraff"),
        (
            "Paragraph that begins 'The Home Secretary, as'",
            f"Paragraff sy'n dechrau “{ENGLISH}The Home Secretary, as</span>”",
        ),
        (
            "Summary, 'The Children's Society'",
            f"Y crynodeb, “{ENGLISH}The Children&#x27;s Society</span>”",
        ),
        (
            "Statement by Essex Police that begins 'As well'",
            f"Datganiad ({ENGLISH}Essex Police</span>) "
            f"sy'n dechrau “{ENGLISH}As well</span>”",
        ),
        ("Statement by the Home Secretary", "Datganiad gan yr Ysgrifennydd Cartref"),
        (
            "Statement by the National Association",
            f"Datganiad ({ENGLISH}National Association</span>)",
        ),
        ("Section 47(1)", "Adran 47(1)"),
        ("Recommendations, Area for improvement", "Yr argymhellion, maes i'w wella"),
    ],
)
def test_a_place_is_told_in_welsh(locator, welsh):
    place = told(locator)

    assert (
        str(place.html).replace("sy&#x27;n", "sy'n").replace("i&#x27;w", "i'w")
    ) == welsh
    assert place.lang == "cy"


@pytest.mark.parametrize(
    "locator",
    [
        "Near the end",
        "Answer, near the end",
        "Sections 9 and 10",
        "Section",
        "Section 3 b",
        "Statement by a clerk",
    ],
)
def test_a_place_of_another_form_stays_as_it_is(locator):
    assert told(locator) == (locator, "en")


def test_a_place_stays_as_it_is_on_a_page_in_its_language():
    assert told("Answer, first paragraph", "en") == ("Answer, first paragraph", "en")


def test_what_is_in_a_place_is_text():
    assert "<b>" not in told("Summary, '<b>'").html
    assert "<b>" not in told("<b>").html
    assert "100%" in told("Paragraph that begins '100%s of it'").html


def test_most_places_of_the_starter_glossary_are_told_in_welsh(starter_content):
    places = [
        citation.locator
        for document in starter_content.entries.values()
        for citation in document.citations
        if citation.locator
    ]

    assert sum(told(one).lang == "cy" for one in places) > 0.8 * len(places)
