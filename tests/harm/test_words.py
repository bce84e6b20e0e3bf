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
SLIPS = "suiside|exploitattion|gromming|paedofile|abuze|raped me pleese|camfantesio"
NO_HARM = """NFA|ADR149|problem profile|chief constable|police force|bail|inspection|MASH
heddlu|prif gwnstabl|diogelwch|annual data requirement|court date|interview|zebra|school
Home Office|council tax|complaint|letter from the police|llythyr|ysgol|cwyn|budget cuts
proffil problem|safeguarding partners|data protection|fire and rescue|custody|rated
ymchwiliad|arolygiad|control room|drafft|road traffic|dirprwy brif gwnstabl|hit the target
corff gorfodi'r gyfraith|social worker|section 17|gweithiwr cymdeithasol""".replace(
    "\n", "|"
)


@pytest.mark.parametrize("text", HARM.split("|"))
def test_words_of_harm_are_known_in_every_form(text):
    assert is_about_harm(text)


@pytest.mark.parametrize(
    "text",
    [
        "I don't want to live",
        "i dont want to be here anymore",
        "I don't want to be alive",
        "i want to end it",
        "i hate myself",
        "dw i ddim eisiau byw",
        "dwi'm isio byw",
        "fi moyn marw",
        "mae dad yn fy mwrw i",
        "mae e'n bwrw fi",
        "he slapped me",
        "my mum slaps me",
        "she hits her son",
        "he wont let me leave",
        "he made me do things",
        "my stepdad comes in my room at night",
        "he controls my money",
        "someone is following me",
        "help me",
        "helpwch fi",
        "I don't feel safe",
        "dwi ddim yn saff",
        "mae rhywun yn fy nilyn",
    ],
)
def test_what_somebody_says_of_it_in_their_own_words_counts(text):
    assert is_about_harm(text)


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


@pytest.mark.parametrize("lang", languages.codes())
def test_every_word_of_the_list_is_found_by_itself(lang):
    rows = yaml.safe_load(
        (Path(harm.__file__).parent / "words.yaml").read_text(encoding="utf-8")
    )

    words = [word for row in rows if row["language"] == lang for word in row["words"]]

    assert len(words) == len(set(words)) > 50
    assert [word for word in words if not is_about_harm(word)] == []
