"""The term pack: all that a device needs, and nothing else."""

import json

from glossary.matching import build_vocabulary, pack
from tests.matching.marking import acronym, term

WORDS = build_vocabulary(
    [
        term("problem profile", "profile", not_inside=("problem profile team",)),
        term("problem profiles", "profile", name="plural", not_inside=()),
        acronym("TOEX", "toex"),
        acronym("TOEX", "toex", "cy"),
        acronym("IT", "it"),
        term("proffil problem", "profile", "cy"),
    ],
    clitics={"cy": {"r", "n"}, "ga": {"h"}},
)


def test_a_pack_says_what_its_numbers_stand_for():
    assert pack(WORDS) == {
        "format": 1,
        "lang": None,
        "languages": ["en", "cy"],
        "names": ["exact", "plural"],
        "entries": ["profile", "toex", "it"],
        "forms": [
            ["problem profile", 0, 0, 0],
            ["problem profiles", 0, 0, 1],
            ["TOEX", 1, 0, 0, 1],
            ["TOEX", 1, 1, 0, 1],
            ["IT", 2, 0, 0, 3],
            ["proffil problem", 0, 1, 0],
        ],
        "not_inside": {"profile": ["problem profile team"]},
        "clitics": {"cy": ["n", "r"]},
    }


def test_a_pack_of_one_language_has_its_forms_alone():
    welsh = pack(WORDS, "cy")

    assert welsh["lang"] == "cy"
    assert welsh["forms"] == [["TOEX", 0, 0, 0, 1], ["proffil problem", 1, 0, 0]]
    assert welsh["entries"] == ["toex", "profile"]


def test_a_pack_of_a_language_without_forms_is_empty():
    assert pack(WORDS, "ga")["forms"] == []


def test_the_same_vocabulary_gives_the_same_bytes():
    again = build_vocabulary(WORDS.forms, clitics={"cy": {"n", "r"}})

    assert json.dumps(pack(again)) == json.dumps(pack(WORDS))
