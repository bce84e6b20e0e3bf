"""Words that are made from one another, and words that a dictionary has."""

from __future__ import annotations

import pytest

from glossary.languages.english import language as english
from glossary.languages.welsh import language as welsh

ENGLISH = [
    "inspect inspects inspected inspecting inspection inspections inspector inspectors",
    "coerce coerced coercion coercive",
    "charge charges charged charging",
    "convict convicted conviction convictions",
    "exploit exploited exploitation exploiter",
    "abuse abused abuser abusive",
    "groom groomed grooming groomer",
    "prosecute prosecuted prosecutor prosecution",
    "refer referred referral referrals",
    "offend offender offending",
    "survive survivor survivors",
    "traffick trafficked trafficking trafficker",
    "disrupt disruption disruptive",
    "enforce enforcement enforced",
    "inquire inquiry inquiries",
    "organise organised organisation organization organized",
    "investigate investigation investigator",
    "perpetrate perpetrator perpetrators",
    "bail bailed",
    "victim victims victim's",
]
APART = [
    *("office officer", "career care", "number numb", "station state", "corner corn"),
    *("policy police", "rapid rape", "report reform", "custody custodian"),
    *("protection prostitution", "photography pornography", "legal ledge"),
]
WELSH = [
    "erlyn erlynydd erlynwyr erlyniad erlynwyd",
    "cyhuddo cyhuddiad cyhuddwyd cyhuddir gyhuddo",
    "arolygu arolygiad arolygydd arolygwyr arolygiaeth arolygiadau",
    "atgyfeirio atgyfeiriad atgyfeiriwyd hatgyfeirio",
    "camfanteisio gamfanteisio chamfanteisio camfanteisir camfanteisiwr",
    "cam-drin gam-drin camdriniaeth camdriniwr camdrinwyr",
    "dioddef dioddefwr dioddefwyr dioddefydd",
    "cyflawni cyflawnwr cyflawnwyr",
    "gorfodi gorfodaeth gorfodwyd",
    "goroesi goroeswr goroeswyr",
    "plentyn plant blant phlant mhlentyn",
    "troseddu trosedd troseddau troseddwr droseddwyr",
    "ymchwilio ymchwiliad ymchwilydd ymchwilwyr",
    "euogfarn euogfarnu euogfarnwyd",
]


@pytest.mark.parametrize("words", ENGLISH)
def test_english_words_that_are_made_from_one_another_are_of_one_family(words):
    assert len({english.family(word) for word in words.split()}) == 1


@pytest.mark.parametrize("words", APART)
def test_english_words_that_only_look_alike_are_not(words):
    assert len({english.family(word) for word in words.split()}) == 2


@pytest.mark.parametrize("words", WELSH)
def test_welsh_words_that_are_made_from_one_another_are_of_one_family(words):
    assert len({welsh.family(word) for word in words.split()}) == 1


@pytest.mark.parametrize(
    "words", ["heddlu heddwch", "dalfa dal", "tarfu targed", "treisio traddodi"]
)
def test_welsh_words_that_only_look_alike_are_not(words):
    assert len({welsh.family(word) for word in words.split()}) == 2


@pytest.mark.parametrize("word", ["zxqv", "makesafe", "napac", "mechnïaeth", "a"])
def test_a_word_that_no_dictionary_has_is_its_own_family(word):
    plain = word.replace("ï", "i")

    assert welsh.family(word) == plain
    assert english.family(word) in {plain, word}


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (english, "child protection photography raped prosecutors was Casey"),
        (welsh, "plentyn amddiffyn blant ngheidwad erlynydd cyhuddwyd treisio"),
    ],
    ids=["en", "cy"],
)
def test_ordinary_words_are_known_in_any_of_their_forms(language, words):
    assert all(map(language.knows, words.split()))


@pytest.mark.parametrize("language", [english, welsh], ids=["en", "cy"])
@pytest.mark.parametrize(
    "word", "opration coersion saftguarding casey polis hydrnt custdy abuze".split()
)
def test_slips_and_names_without_a_capital_are_not(language, word):
    assert not language.knows(word)


def test_a_dictionary_is_loaded_when_a_word_is_asked_for():
    import subprocess
    import sys

    code = (
        "import sys; from glossary.languages.english import language as en;"
        "en.without_question('what is bail'); print('simplemma' in sys.modules);"
        "en.family('bailed'); print('simplemma' in sys.modules)"
    )

    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert run.stdout.split() == ["False", "True"]


@pytest.mark.parametrize("word", ["hit", "him", "iddi", "arno"])
def test_a_preposition_with_its_person_is_of_no_family_of_one_letter(word):
    assert len(welsh.family(word)) > 1
