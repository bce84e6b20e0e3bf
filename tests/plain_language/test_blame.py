"""Sentences that blame a victim are found as people write them, and no others.

``of_blame.<lang>.txt`` has under each heading one thing that is said, in several
persons, tenses and ways; ``of_no_blame.<lang>.txt`` has ordinary sentences.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from glossary.plain_language import Context, Severity
from glossary.plain_language.harmful_wording import check_harmful_wording
from glossary.plain_language.passages import plain_passage
from glossary.plain_language.tables import read_table
from glossary.plain_language.wording import Wording

FEWEST_FORMS = 4
FEWEST_ORDINARY = 60


def _lines(name):
    return (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()


def _said(lang):
    """Return the forms of each thing that is said of a victim, by their heading."""
    said: dict[str, list[str]] = {}
    for line in _lines(f"of_blame.{lang}.txt"):
        if line.startswith("## "):
            said[line] = forms = []
        elif line and not line.startswith("#"):
            forms.append(line)
    return said


def _ordinary(lang):
    lines = _lines(f"of_no_blame.{lang}.txt")
    return [line for line in lines if line and not line.startswith("#")]


def _found(text, lang):
    passage = plain_passage(text, lang)
    return [one.excerpt for one in check_harmful_wording(passage, Context())]


LANGS = pytest.mark.parametrize("lang", ["en", "cy"])


@LANGS
def test_each_thing_is_found_in_every_form(lang):
    said = _said(lang)
    missed = [
        text for forms in said.values() for text in forms if not _found(text, lang)
    ]

    assert missed == []
    assert min(map(len, said.values())) >= FEWEST_FORMS


@LANGS
def test_ordinary_sentences_are_left_alone(lang):
    found = {text: _found(text, lang) for text in _ordinary(lang)}

    assert {text: what for text, what in found.items() if what} == {}
    assert len(found) >= FEWEST_ORDINARY


@LANGS
def test_each_form_is_found_with_a_curly_apostrophe_too(lang):
    texts = [text for forms in _said(lang).values() for text in forms if "'" in text]
    curly = [text.replace("'", "\N{RIGHT SINGLE QUOTATION MARK}") for text in texts]

    assert len(curly) > 10
    assert [text for text in curly if not _found(text, lang)] == []


PEOPLE = ("She", "He", "They", "You", "The girl", "My daughter", "The young person")
STATES = (
    "a willing participant",
    "difficult to engage",
    "in a relationship with a 30 year old man",
    "beyond parental control",
    "drunk when it happened",
    "involved in CSE",
    "promiscuous",
    "streetwise",
    "sexually active",
    "to blame for what happened",
    "mature for her age",
)
ACTS = (
    ("chooses chose chosen choosing", "to go back to the men"),
    ("makes made made making", "themselves available"),
    ("fails failed failed failing", "to keep herself safe"),
    ("refuses refused refused refusing", "to cooperate"),
    ("sells sold sold selling", "himself"),
    ("has had had having", "sex for money"),
    ("exchanges exchanged exchanged exchanging", "sex for drugs"),
    ("allows allowed allowed allowing", "him to touch her"),
    ("has had had having", "underage sex"),
    ("puts put put putting", "himself at risk"),
    ("seeks sought sought seeking", "attention"),
)


def _said_of(person):
    """Yield the states and acts that are said of a person, in every common tense."""
    are, were, have = (
        ("are", "were", "have") if person in MANY else ("is", "was", "has")
    )
    short = ("'re", "'ve") if person in MANY else ("'s", "'s")
    if " " in person:
        short = (f" {are}", f" {have}")
    now, then = (f"{person}{one}" for one in short)
    for state in STATES:
        for before in (f"{person} {were}", f"{person} may be", f"{then} been", now):
            yield f"{before} {state}."
    for forms, rest in ACTS:
        does, did, done, doing = forms.split()
        if person in MANY:
            does = "have" if does == "has" else does.removesuffix("s")
        for act in (does, did, f"had {done}", f"may have {done}"):
            yield f"{person} {act} {rest}."
        yield f"{then} {done} {rest}."
        yield f"{then} been {doing} {rest}."
        yield f"{now} {doing} {rest}."


MANY = ("They", "You")


@pytest.mark.parametrize("person", PEOPLE)
def test_it_does_not_matter_of_whom_and_when_it_is_said(person):
    said = list(_said_of(person))

    assert [text for text in said if not _found(text, "en")] == []
    assert len(said) == 4 * len(STATES) + 7 * len(ACTS)


WELSH_PEOPLE = (
    ("Mae hi'n", "ei hun"),
    ("Roedd e'n", "ei hunan"),
    ("Maen nhw'n", "eu hunain"),
    ("Rydych chi'n", "eich hun"),
    ("Mae'r ferch yn", "ei hun"),
    ("Roedd y bachgen yn", "ei hun"),
    ("Mae hi wedi bod yn", "ei hun"),
)
WELSH_ACTS = (
    "dewis mynd yn ôl at y dynion",
    "gwneud {self} ar gael",
    "methu cadw {self} yn ddiogel",
    "gwrthod ymgysylltu",
    "gwrthod cydweithredu",
    "gwerthu {self}",
    "cael rhyw am arian",
    "cyfnewid rhyw am gyffuriau",
    "gadael iddo ei chyffwrdd",
    "cael rhyw dan oed",
    "rhoi {self} mewn perygl",
    "chwilio am sylw",
    "cymryd rhan o'i gwirfodd",
    "ymwneud â chamfanteisio",
    "anodd ymgysylltu â nhw",
    "rhywiol weithgar",
    "feddw ar y pryd",
)
WELSH_PAST = (
    ("Dewisodd", "fynd yn ôl at y dynion"),
    ("Gwnaeth", "ei hun ar gael"),
    ("Methodd", "gadw ei hun yn ddiogel"),
    ("Gwrthododd", "gydweithredu"),
    ("Gwerthodd", "ei hun"),
    ("Cafodd", "ryw am arian"),
    ("Cyfnewidiodd", "ryw am gyffuriau"),
    ("Gadawodd", "iddo gyffwrdd â nhw"),
    ("Cafodd", "ryw dan oed"),
    ("Rhoddodd", "ei hun mewn perygl"),
)


@pytest.mark.parametrize(("person", "self"), WELSH_PEOPLE)
def test_it_does_not_matter_of_whom_it_is_said_in_welsh(person, self):
    said = [f"{person} {act.format(self=self)}." for act in WELSH_ACTS]

    assert [text for text in said if not _found(text, "cy")] == []


@pytest.mark.parametrize("person", ["", " hi", " e", " y ferch", " y bachgen"])
def test_nor_when_it_is_said_in_welsh(person):
    said = [f"{verb}{person} {rest}." for verb, rest in WELSH_PAST]

    assert [text for text in said if not _found(text, "cy")] == []


def _wording(pattern, **more):
    """Return a row of the list that looks for ``pattern`` in English."""
    return Wording(
        language="en",
        pattern=pattern,
        severity=Severity.NOTE,
        why={},
        preferred={},
        examples=[],
        **more,
    )


def test_a_kind_stands_for_its_words_and_for_those_of_kinds_above_it():
    row = _wording("hurt <SELF>|met <OLDER_MAN>")

    assert list(row.find("They hurt themselves, and she met a much older man."))
    assert not list(row.find("They hurt others, and she met a man."))


def test_what_stands_before_can_say_that_something_else_is_meant():
    row = _wording("refused to engage", unless_after="<OTHERS>")

    assert list(row.find("She refused to engage."))
    assert not list(row.find("The council has refused to engage."))
    assert list(row.find("The council wrote that she refused to engage."))


def test_what_is_found_begins_with_a_word():
    text = "Well, underage sex."
    (span,) = _wording("(?:so-called)? ?underage sex").find(text)

    assert text[span.start : span.end] == "underage sex"


def test_every_kind_is_of_some_use():
    patterns = "".join(
        row.get("pattern", "") + row.get("unless_after", "")
        for table in ("harmful_wording", "kinds")
        for row in read_table(table)
    )

    kinds = [row["kind"] for row in read_table("kinds")]
    assert len(kinds) > 5
    assert [kind for kind in kinds if f"<{kind}>" not in patterns] == []
