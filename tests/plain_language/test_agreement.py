"""What English says and Welsh does not, and the other way round."""

from __future__ import annotations

import pytest

from glossary.plain_language import Code, Context, Severity
from glossary.plain_language.agreement import check_agreement
from glossary.plain_language.passages import markdown_passage
from tests.plain_language.terms import Words

TERMS = Words({"PCC": "pcc", "CHTh": "pcc", "XQZ": "xqz"})


def findings(english, welsh):
    one = markdown_passage(english, "en", place="/en", part="detail")
    two = markdown_passage(welsh, "cy", place="/cy", part="detail")
    context = Context(terms=TERMS)
    return [*check_agreement(one, two, context), *check_agreement(two, one, context)]


def differences(english, welsh):
    found = findings(english, welsh)
    return [(each.place, each.code, each.severity, each.excerpt) for each in found]


@pytest.mark.parametrize(
    ("english", "welsh"),
    [
        ("On 21 May 2024 it began.", "Dechreuodd ar 21 Mai 2024."),
        ("All 43 forces.", "Pob un o'r 43 heddlu."),
        ("Its nine points.", "Ei 9 pwynt."),
        ("The PCC decides.", "Y CHTh sy'n penderfynu."),
        ("In the UK.", "Yn y Deyrnas Unedig."),
        ("The [police](entry:police-force).", "Yr [heddlu](entry:police-force)."),
        ("An inquiry.", "Ymchwiliad, yr [Independent Inquiry](lang:en)."),
        ("He said 'it was not so'.", "Dywedodd 'nid oedd felly'."),
        ("The word is jargon.", "Jargon yw 'proactive' a 'robust'."),
        ("Not a 'lifestyle choice'.", "Nid 'dewis ffordd o fyw' yw hyn."),
        (
            "It is 'new' and not 'old'.",
            "'Heb fod yn hen' yw. Felly dwedwch 'heb fod yn hen', nid 'hen'.",
        ),
    ],
    ids=[
        "date",
        "figure",
        "figure and word",
        "abbreviations of one entry",
        "known to all",
        "link",
        "language",
        "quotation",
        "words talked about",
        "long and short",
        "said twice",
    ],
)
def test_they_agree(english, welsh):
    assert differences(english, welsh) == []


@pytest.mark.parametrize(
    ("english", "welsh", "expected"),
    [
        (
            "On 21 May 2024.",
            "Ar 21 Mehefin 2024.",
            [
                ("/en", "date-differs", Severity.ERROR, "21 May 2024"),
                ("/cy", "date-differs", Severity.ERROR, "21 Mehefin 2024"),
            ],
        ),
        (
            "All 43 forces.",
            "Pob heddlu.",
            [("/en", "number-differs", Severity.ERROR, "43")],
        ),
        (
            "Its points.",
            "Ei naw pwynt.",
            [("/cy", "number-differs", Severity.WARNING, "naw")],
        ),
        (
            "The XQZ decides.",
            "Y corff sy'n penderfynu.",
            [("/en", "abbreviation-differs", Severity.WARNING, "XQZ")],
        ),
        (
            "The ZZQ decides.",
            "Y corff sy'n penderfynu.",
            [("/en", "abbreviation-differs", Severity.WARNING, "ZZQ")],
        ),
        (
            "He said 'it was not so'.",
            "Dywedodd nad oedd felly.",
            [("/en", "quotation-differs", Severity.WARNING, "'it was not so'")],
        ),
        (
            "'Proactive' is 'to look for it'.",
            "Ystyr 'proactive' yw chwilio amdano.",
            [("/en", "quotation-differs", Severity.WARNING, "'to look for it'")],
        ),
        (
            "A 'lifestyle choice', they say.",
            "Maen nhw'n dweud 'dewis ffordd o fyw' a 'hi ei hun oedd ar fai'.",
            [
                (
                    "/cy",
                    "quotation-differs",
                    Severity.WARNING,
                    "'hi ei hun oedd ar fai'",
                )
            ],
        ),
        (
            "The police.",
            "Yr [heddlu](entry:police-force).",
            [("/cy", "link-differs", Severity.ERROR, "heddlu")],
        ),
    ],
    ids=[
        "month",
        "figure",
        "number word",
        "abbreviation with an entry",
        "abbreviation without",
        "quotation",
        "quotation beside a word",
        "quotation beside one that agrees",
        "link",
    ],
)
def test_they_differ(english, welsh, expected):
    assert differences(english, welsh) == expected


@pytest.mark.parametrize(
    ("english", "welsh", "code"),
    [
        ("On 21 May 2024.", "Ar 21 Mehefin 2024.", Code.DATE_DIFFERS),
        ("All 43 forces.", "Pob un o'r 44 heddlu.", Code.NUMBER_DIFFERS),
        ("The XQZ decides.", "Y ZZQ sy'n penderfynu.", Code.ABBREVIATION_DIFFERS),
        ("A [b](entry:b).", "Y [c](entry:c).", Code.LINK_DIFFERS),
    ],
    ids=str,
)
def test_a_sentence_says_the_name_of_the_other_language(english, welsh, code):
    found = {one.place: one for one in findings(english, welsh) if one.code == code}

    assert found["/en"].reason("en").text.endswith(" in Welsh.")
    assert found["/cy"].reason("en").text.endswith(" in English.")
    assert found["/en"].reason("cy").text.endswith(" (Cymraeg).")
    assert found["/cy"].reason("cy").text.endswith(" (Saesneg).")


def test_so_does_one_that_counts_quotations():
    (found,) = findings("He said 'it was not so'.", "Dywedodd nad oedd felly.")

    assert found.reason("en").text == "1 quotations here, 0 in Welsh."
    assert "Yn y testun arall (Cymraeg): 0." in found.reason("cy").text
