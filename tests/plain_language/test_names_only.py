"""A word that may be sent is told from what says something about somebody."""

import pytest

from glossary.plain_language import NotAName, bare_name, not_a_name

NAMES = {
    "en": """
        MASH
        strategy discussion
        section 47
        Section 47 enquiry
        s.17 CA 1989
        section 17 Children Act 1989
        Part I
        Was Not Brought
        Did Not Attend
        released under investigation
        right to have a solicitor
        Multi-Agency Safeguarding Hub (MASH)
        medical examiner (ME)
        C.S.E.
        C. S. E.
        victims' right to review
        Clare's Law
        Lucy Faithfull Foundation
        St. Giles Trust
        police & crime panel
        His Majesty's Inspectorate of Constabulary
        not in education, employment or training
        IT system
        DC
        PC
        MG11
        1:1 support
        no recourse to public funds
        will
        me
        “core group”
        (MASH)
        bail.
    """,
    "cy": """
        plant sy'n derbyn gofal
        plant sydd mewn perygl
        lle diogel
        tŷ diogel
        uned mam a'i baban
        Arolygiaeth Ei Fawrhydi
        rhyddhau dan ymchwiliad
        CRhB
        Deddf Plant 1989
    """,
}
FAULTS: dict[NotAName, dict[str, str | list[str]]] = {
    NotAName.EMPTY: {"en": ["", "   ", "“”"]},
    NotAName.TOO_LONG: {
        "en": ["one two three four five six seven", "a" * 61, "\ufdfa" * 5]
    },
    NotAName.CONTACT: {
        "en": """
            a@b.example
            @somebody
            www police
            https://x
            police.uk
            CF10 3NP
            sw1a1aa
        """
    },
    NotAName.NUMBER: {
        "en": """
            07700 900123
            0808 1000 900
            CO12345/22
            42CR00123
            22/0012345/CAU
            AB12 CD34 EF567
            12/03/2011
            3.4.11
            born 3 April 2011
            born 3rd April 2011
            AB 12 34 56 C
        """
    },
    NotAName.PERSON: {
        "en": [
            "Mr Smith",
            "mrs jones",
            "Dr. Smith",
            "PC Jones",
            "letter from DS Jones",
        ],
        "cy": ["Mr Jones", "Miss Jones"],
    },
    NotAName.SENTENCE: {
        "en": """
            my daughter was groomed
            he raped me
            I was raped
            I'm scared
            HE HIT ME
            he hit her
            dad hit mum
            uncle touched child
            girl was abused
            child had sex
            please call
            What does MASH mean?
            what does mash mean
            what is cse
            he left. police came
            fifty; sixty
            stop!
        """,
        "cy": """
            cafodd fy merch ei cham-drin
            mae o wedi fy mrifo
            roedd hi yno
            merch oedd yno
            dwi ofn
            beth yw MASH
            pwy yw'r rhain
            my daughter is here
        """,
    },
    NotAName.UNREADABLE: {
        "en": ["<b>word</b>", "=1+1", "+1", "-x", "_x", "a\x00b", "word\ufffd", "😀"]
    },
}


def lines(texts):
    if isinstance(texts, list):
        return texts
    return [line.strip() for line in texts.splitlines() if line.strip()]


@pytest.mark.parametrize(
    ("lang", "text"),
    [(lang, text) for lang, texts in NAMES.items() for text in lines(texts)],
)
def test_a_name_may_be_sent(lang, text):
    assert not_a_name(bare_name(text), lang) is None


@pytest.mark.parametrize(
    ("fault", "lang", "text"),
    [
        (fault, lang, text)
        for fault, found in FAULTS.items()
        for lang, texts in found.items()
        for text in lines(texts)
    ],
)
def test_what_is_no_name_is_refused_for_what_it_is(fault, lang, text):
    assert not_a_name(bare_name(text), lang) is fault


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("  core\t group ", "core group"),
        ("“core group”", "core group"),
        ("(MASH)", "MASH"),
        ("MASH,", "MASH"),
        ("bail.", "bail"),
        ("(MASH).", "MASH"),
        ("(MASH),", "MASH"),
        ("“(MASH)”.", "MASH"),
        ("(“MASH”)", "MASH"),
        ("(MASH.)", "MASH"),
        ("((MASH))", "MASH"),
        ("(MASH", "MASH"),
        ("MASH).", "MASH"),
        ("bail...", "bail"),
        ("…bail…", "bail"),
        ("Part I.", "Part I"),
        ("St. Giles Trust.", "St. Giles Trust"),
        ("s.17 CA 1989.", "s.17 CA 1989"),
        ("C.S.E.", "C.S.E."),
        ("(C. S. E.).", "C. S. E."),
        ("police (force).", "police (force)"),
        ("(a) or (b)", "(a) or (b)"),
        ("(child) abuse", "(child) abuse"),
        ("abuse (of a child", "abuse (of a child"),
        (".", ""),
        ("()", ""),
        ("police (force)", "police (force)"),
        ("pob\u2019un", "pob'un"),
        ("co\u2011operation", "co-operation"),
        ("\u202eright\u202c", "right"),
    ],
)
def test_only_the_word_itself_is_left(text, bare):
    assert bare_name(text) == bare


def test_a_language_that_nobody_described_has_the_common_rules():
    assert not_a_name("chi yn an tre", "kw") is NotAName.SENTENCE
    assert not_a_name("an gwir", "kw") is None
    assert not_a_name("0808 1000 900", "kw") is NotAName.NUMBER
