"""Whether words are about harm, in any form, in either language, with slips."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from glossary import harm, languages
from glossary.harm import is_about_harm

HARM = """rape|raped|he raped me|rapist|my daughter was groomed|groomer|being exploited
child protection|Child-Protection|child protection conference|suicide|suicidal thoughts
self-harm|self harm|selfharm|self-harming|I want to die|he wants to die|overdose
domestic violence|violence at home|my husband hits me|he beats me|being hurt|I am scared
frightened|not safe at home|abused|abuser|abusive partner|CCE|CSE|county lines|stalker
sexually assaulted|forced marriage|someone is threatening me|nudes|sextortion|runaway
my son has gone missing|coercive control|strangled|he touched me|killing myself
treisio|fy nhreisio|ei threisio|treisiwyd|trais|drais domestig|thrais|trais yn y cartref
gam-drin|cam drin|camdriniaeth|dwi'n cael fy ngham-drin|ecsbloetio|grwmio
cafodd fy merch ei chamfanteisio|hunanladdiad|hunan-niwed|hunan-niweidio|lladd fy hun
mae ofn arna i|amddiffyn plant|bygythiadau|wedi brifo|cael fy mrifo|mam yn curo fi
plentyn ar goll|perygl|mewn perygl|pedoffil|puteindra|stelcian""".replace("\n", "|")
SLIPS = "suiside|exploitattion|gromming|paedofile|abuze|raped me pleese|camfantesio|raype|hurtt|survved"
NO_HARM = """NFA|ADR149|problem profile|chief constable|police force|bail|inspection|MASH
heddlu|prif gwnstabl|diogelwch|annual data requirement|court date|interview|zebra|school
Home Office|council tax|complaint|letter from the police|llythyr|ysgol|cwyn|budget cuts
proffil problem|safeguarding partners|data protection|fire and rescue|custody|rated
ymchwiliad|arolygiad|control room|drafft|road traffic|dirprwy brif gwnstabl|hit the target
corff gorfodi'r gyfraith|social worker|section 17|gweithiwr cymdeithasol""".replace(
    "\n", "|"
)


def _lines(name):
    return (Path(__file__).parent / name).read_text(encoding="utf-8").splitlines()


def _rows(lang):
    path = Path(harm.__file__).parent / "words.yaml"
    rows = yaml.safe_load(path.read_text(encoding="utf-8"))
    return [row for row in rows if row["language"] == lang]


def _spelt_out(lang, entry):
    """Return the entry with every word of its kinds in turn."""
    kinds = {row["kind"]: row["words"] for row in _rows(lang) if "kind" in row}
    parts = [kinds.get(part, [part]) for part in entry.split()]
    for turn in range(max(map(len, parts))):
        yield " ".join(words[turn % len(words)] for words in parts)


@pytest.mark.parametrize("text", HARM.split("|"))
def test_words_of_harm_are_known_in_every_form(text):
    assert is_about_harm(text)


def test_what_somebody_says_of_it_in_their_own_words_counts():
    said = _lines("of_harm.txt")

    assert len(said) > 500
    assert [text for text in said if not is_about_harm(text)] == []


def test_what_somebody_asks_of_other_things_does_not():
    asked = _lines("of_other_things.txt")

    assert len(asked) > 800
    assert [text for text in asked if is_about_harm(text)] == []


@pytest.mark.parametrize("text", SLIPS.split("|"))
def test_a_slip_does_not_keep_help_away(text):
    assert is_about_harm(text)


@pytest.mark.parametrize("text", ["", "?!", "\x00", *NO_HARM.split("|")])
def test_other_words_are_not_about_harm(text):
    assert not is_about_harm(text)


def test_several_words_count_in_any_order_and_only_together():
    assert is_about_harm("lines of the county")
    assert not is_about_harm("county")
    assert not is_about_harm("lines")


def test_a_person_and_what_is_theirs_do_not_count_but_what_is_mine_does():
    assert not is_about_harm("he has their photos")
    assert is_about_harm("he has my photos")


def test_a_slip_in_one_of_several_words_does_not_keep_help_away():
    assert is_about_harm("my husbend kicked me")
    assert is_about_harm("missing dauhgter")
    assert not is_about_harm("missing dauhxxer")


def test_a_short_word_is_no_slip():
    assert not is_about_harm("rope")
    assert not is_about_harm("raep")
    assert not is_about_harm("STAK")


def test_an_ordinary_word_is_no_slip():
    assert not is_about_harm("assort")
    assert not is_about_harm("stalls")


@pytest.mark.parametrize(
    ("everyday", "of_harm"),
    [
        ("threat assessment", "a threat to me"),
        ("someone tell me what ADR is", "someone tell me why he beats me"),
        ("touch screen", "touched"),
        ("they sent me a form", "they sent me nudes"),
        ("e-bost ata i", "e ata i"),
    ],
)
def test_words_that_are_harmless_together_count_beside_others(everyday, of_harm):
    assert not is_about_harm(everyday)
    assert is_about_harm(of_harm)


@pytest.mark.parametrize("lang", languages.codes())
def test_no_word_has_two_kinds(lang):
    words = [word for row in _rows(lang) if "kind" in row for word in row["words"]]

    assert len(words) == len(set(words)) > 50


@pytest.mark.parametrize("lang", languages.codes())
def test_every_word_of_the_list_is_found_by_itself(lang):
    rows = [row for row in _rows(lang) if not {"kind", "harmless"} & set(row)]
    words = [word for row in rows for word in row["words"]]

    assert len(words) == len(set(words)) > 50
    spelt_out = [text for word in words for text in _spelt_out(lang, word)]
    assert [text for text in spelt_out if not is_about_harm(text)] == []


@pytest.mark.parametrize("lang", languages.codes())
def test_every_harmless_entry_is_harmless(lang):
    rows = [row for row in _rows(lang) if "harmless" in row]
    words = [
        text for row in rows for one in row["words"] for text in _spelt_out(lang, one)
    ]

    assert len(words) > 5
    assert [text for text in words if is_about_harm(text)] == []


@pytest.mark.parametrize("lang", languages.codes())
def test_every_kind_is_used(lang):
    words = [word for row in _rows(lang) for word in row["words"]]
    kinds = {row["kind"] for row in _rows(lang) if "kind" in row}

    assert kinds <= {part for word in words for part in word.split()}
