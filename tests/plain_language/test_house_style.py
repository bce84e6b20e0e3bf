"""Our own way of putting things, which others need not follow."""

from __future__ import annotations

import pytest

from glossary.plain_language import Context, Severity, check_text, check_translations
from glossary.plain_language.house_style import check_house_style
from glossary.plain_language.passages import plain_passage


def found(text, lang="cy"):
    return [
        (one.code, one.severity, one.excerpt)
        for one in check_house_style(plain_passage(text, lang))
    ]


@pytest.mark.parametrize(
    ("text", "lang", "excerpt"),
    [
        ("The people whom you know.", "en", "whom"),
        ("A yw'r plentyn yn ddiogel?", "cy", "A yw"),
        ("Dyma ni. A oes rhywun yno?", "cy", "A oes"),
        ("Y bobl rwy’n eu gweld.", "cy", "rwy"),
        ("Dywedwch wrthyf.", "cy", "wrthyf"),
        ("Mae'n agos i’m cartref.", "cy", "i'm"),
        ("Pryd a sut fydda i'n clywed?", "cy", "Pryd a sut fydda"),
        ("Ble alla i fynd?", "cy", "Ble alla"),
    ],
    ids=[
        "whom",
        "question",
        "later question",
        "verb",
        "preposition",
        "clitic",
        "when and how",
        "where",
    ],
)
def test_what_we_put_in_another_way_is_a_warning(text, lang, excerpt):
    assert found(text, lang) == [("house-style", Severity.WARNING, excerpt)]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Ydy'r plentyn yn ddiogel? Oes rhywun yno?", "cy"),
        ("Gofynnwch a oes rhywun yno. Ai categori A yw hwn?", "cy"),
        ("A oes. Wir?", "cy"),
        ("Y bobl rydw i'n eu gweld wrth fynd i fy nghartref.", "cy"),
        ("Ble galla i fynd? Pryd bydda i'n clywed?", "cy"),
        ("He wrote 'to whom it may concern'.", "en"),
        ("Dywedodd 'rwy'n iawn'.", "cy"),
    ],
    ids=["verb first", "indirect", "no question", "ours", "where", "quoted", "Welsh"],
)
def test_what_is_ours_or_quoted_is_left_alone(text, lang):
    assert found(text, lang) == []


def test_somebody_elses_text_is_not_held_to_it():
    letter = "The people whom you know."

    assert check_text(letter, "en", Context()) == []
    assert check_translations({"en": letter}, "/x", Context()) != []
