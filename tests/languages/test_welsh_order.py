"""The Welsh alphabet and its order."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary.languages.order import APART, TOGETHER
from glossary.languages.welsh import language
from glossary.text import fold, normalise

if TYPE_CHECKING:
    from collections.abc import Iterable

IN_ORDER = """
    acen achos adar addysg afon affeithiwr agor angel ail arholiad arian Banc Bangor
    cam cyfaill cyngor cyw chwaer danfon dangos darn dŵr ddoe fory ffrind gwaith
    heddlu iaith jam lamp lwc llan llong llom llongyfarch llys mor môr pwnc Pharisead
    rôl rhaglen rheol safon tref theatr uned wal ŵyr ysgol
""".split()

WELSH_TEXT = st.text("abcdefghijklmnoprstuwyâêîôûŵŷïkqvxzLRN-' ", max_size=30)


def first_level(text: str) -> str:
    return language.sort_key(text).split("\t")[0]


def listed(texts: Iterable[str]) -> list[str]:
    return sorted(texts, key=language.sort_key)


def test_the_alphabet_has_29_letters():
    assert len(language.alphabet) == len(set(language.alphabet)) == 29
    assert listed(language.alphabet) == list(language.alphabet)


@given(st.permutations(IN_ORDER))
def test_fifty_words_are_in_order(shuffled):
    assert len(shuffled) == 50
    assert listed(shuffled) == IN_ORDER


def test_sqlite_sorts_the_keys_as_python_does():
    rows = [(language.sort_key(word), word) for word in reversed(IN_ORDER)]
    database = sqlite3.connect(":memory:")
    database.execute("create table words (sort_key text, word text)")
    database.executemany("insert into words values (?, ?)", rows)

    found = database.execute("select word from words order by sort_key").fetchall()
    database.close()

    assert [word for (word,) in found] == IN_ORDER


@given(st.lists(WELSH_TEXT))
def test_bytes_sort_as_code_points_do(texts):
    """PostgreSQL's collation "C" compares the bytes of UTF-8."""
    keys = [language.sort_key(text) for text in texts]

    assert sorted(keys) == sorted(keys, key=str.encode)


@pytest.mark.parametrize(
    "in_order",
    [
        ["agor", "angel", "ail"],
        ["la", "ly", "lla", "ma"],
        ["licio", "llan", "llwy"],
        ["llong", "llom", "llongyfarch"],
        ["jam", "Kate", "lamp"],
        ["pwnc", "Pharisead", "Quinn", "rôl"],
        ["uned", "Vaughan", "wal", "Xanthe", "ysgol", "Zoe"],
        ["101", "999", "acen"],
        ["ail gyfle", "ail-drawmateiddio", "aildro"],
        ["cam", "cam tro", "cama"],
        ["mor", "Mor", "môr", "Môr"],
        ["tan", "tân"],
        ["bil", "Bil", "biliwn"],
        ["cam-fanteisio", "camfanteisio", "camfanteisio'n", "camfanteisiwr"],
        ["zoo", "Ærø", "łódź"],
        ["ad-dalu", "addysg"],
    ],
    ids=" < ".join,
)
def test_order(in_order):
    assert listed(reversed(in_order)) == in_order


@pytest.mark.parametrize(
    "word",
    """
    Bangor dangos arddangos ymddangos amcangyfrif llongyfarch mewngofnodi penglog
    mangre ariangar gwangalon Llangollen Llangefni Bangladesh Hwngari uniongyrchol
    hunangyflogedig dyngarol teyrnged blaengynllun mwynglawdd Tongwynlais
    """.split(),
)
def test_ng_that_is_two_letters(word):
    apart = fold(word).replace("ng", f"n{APART}g")

    assert first_level(word) == first_level(apart)


@pytest.mark.parametrize(
    "word",
    """
    cyngor angen llong angladd anghyfreithlon rhyngrwyd cynghorydd tynged tangnefedd
    ymgynghoriad cyfyngiad angerdd ehangu Llanfihangel gostyngiad
    """.split(),
)
def test_ng_that_is_one_letter(word):
    together = fold(word).replace("ng", f"n{TOGETHER}g")

    assert first_level(word) == first_level(together)


@pytest.mark.parametrize(
    "word",
    """
    arholiad arhosfa parhau cyrhaeddiad torheulo trugarhau mawrhydi dyfrhau llwfrhau
    sicrhau iârhosan Penyrheol
    """.split(),
)
def test_rh_that_is_two_letters(word):
    apart = fold(word).replace("rh", f"r{APART}h")

    assert first_level(word) == first_level(apart)


@pytest.mark.parametrize(
    "word",
    """
    rhaglen anrheg unrhyw angenrheidiol olrhain cydrhwng ail-rhannu Porthyrhyd
    Troedyrhiw Trerhingyll arhythmia
    """.split(),
)
def test_rh_that_is_one_letter(word):
    together = fold(word).replace("rh", f"r{TOGETHER}h")

    assert first_level(word) == first_level(together)


def test_an_editor_marks_what_the_rules_misread():
    two_letters, one_letter = f"cyn{APART}gor", f"Ban{TOGETHER}gor"

    assert listed(["cynnal", two_letters, "cynfas"]) == [
        "cynfas",
        two_letters,
        "cynnal",
    ]
    assert listed(["Bahama", one_letter, "bag"]) == ["bag", one_letter, "Bahama"]
    assert listed(["cynfas", "cyngor"]) == ["cyngor", "cynfas"]
    assert listed(["Bangor", "Bahama"]) == ["Bahama", "Bangor"]


def test_spaces_signs_and_full_stops_do_not_disturb():
    assert first_level("Deddf (Cymru), 2015") == first_level("deddf cymru 2015")
    assert first_level(" e.e. ") == first_level("ee")
    assert first_level("a - b") == first_level("a b")


@given(WELSH_TEXT)
def test_accents_and_capitals_do_not_count_on_the_first_level(text):
    assert first_level(fold(text)) == first_level(text)


@given(WELSH_TEXT)
def test_hyphens_and_apostrophes_come_second(text):
    assert first_level(f"a'{text}b") == first_level(f"A\u2019{text}b")
    assert first_level(f"b-{text}") == first_level(f"b\u2011{text}")


@given(st.sets(WELSH_TEXT.map(normalise)))
def test_two_texts_never_share_a_place(texts):
    assert len({language.sort_key(text) for text in texts}) == len(texts)


@given(st.text())
def test_any_text_has_a_key_and_at_most_one_letter(text):
    assert language.sort_key(text).count("\t") >= 2
    assert language.letter(text) in {"", *language.alphabet, *"kqvxz"}


@pytest.mark.parametrize(
    ("text", "letter"),
    [
        ("acen", "a"),
        ("chwaer", "ch"),
        ("Ddoe", "dd"),
        ("ffrind", "ff"),
        ("llys", "ll"),
        ("Pharisead", "ph"),
        ("Rhaglen", "rh"),
        ("theatr", "th"),
        ("ŵyr", "w"),
        ("'Cam-drin'", "c"),
        ("Kate", "k"),
        ("Quinn", "q"),
        ("Vaughan", "v"),
        ("X", "x"),
        ("Zoe", "z"),
        ("101", ""),
        ("—", ""),
        ("", ""),
        ("Ω", ""),
    ],
)
def test_the_letter_of_the_list(text, letter):
    assert language.letter(text) == letter


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("y Coleg Barnwrol", "Coleg Barnwrol"),
        ("Yr Arglwydd Brif Ustus", "Arglwydd Brif Ustus"),
        ("'r heddlu", "heddlu"),
        ("\u2019r heddlu", "heddlu"),
        ("y\u00a0Swyddfa Gartref", "Swyddfa Gartref"),
        ("ysgol", "ysgol"),
        ("yr", "yr"),
        ("yr ", "yr "),
    ],
)
def test_a_leading_article_is_left_out(text, bare):
    assert language.without_article(text) == bare
