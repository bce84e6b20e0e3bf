"""The term pack: all that a device needs, and nothing else."""

import json

from glossary.matching import build_vocabulary, pack
from tests.matching.marking import acronym, term

WORDS = build_vocabulary(
    [
        term("problem profile", "profile", unless=("~ (team|a b)", "no one")),
        term("problem profiles", "profile", name="plural"),
        acronym("TOEX", "toex", unless=("a (b c|) ... ~ MONEY",), only=("FIELD",)),
        acronym("TOEX", "toex", "cy"),
        acronym("IT", "it"),
        acronym("IICSA", "it", also_small=True),
        term("proffil problem", "profile", "cy"),
    ],
    clitics={"cy": {"r", "n"}, "ga": {"h"}},
    conjunctions={"en": ("and",), "cy": ("a", "ac")},
    field=["(police|arrest*)"],
)


def test_a_pack_says_what_its_numbers_stand_for():
    assert dict(pack(WORDS)) == {
        "format": 4,
        "lang": None,
        "langs": ["en", "cy"],
        "form_names": ["exact", "plural"],
        "ids": ["profile", "toex", "it"],
        "forms": [
            ["problem profile", 0, 0, 0, 0, 0],
            ["problem profiles", 0, 0, 1],
            ["TOEX", 1, 0, 0, 1, 1],
            ["TOEX", 1, 1, 0, 1],
            ["IT", 2, 0, 0, 3],
            ["IICSA", 2, 0, 0, 5],
            ["proffil problem", 0, 1, 0],
        ],
        "rules": [
            {
                "unless": [
                    {"before": [], "after": ["team|a b"]},
                    {"phrases": ("no one",)},
                ],
                "only": [],
            },
            {
                "unless": [
                    {
                        "before": [3, "c b|", "a"],
                        "after": ["MONEY"],
                    }
                ],
                "only": [{"field": True}],
            },
        ],
        "field": [["police", "arrest*"]],
        "clitics": {"cy": ["n", "r"]},
        "conjunctions": {"en": ["and"], "cy": ["a", "ac"]},
        "foldings": {},
        "other_names": {},
    }


def test_a_pack_of_one_language_has_its_forms_alone():
    welsh = pack(WORDS, "cy")

    assert welsh["lang"] == "cy"
    assert welsh["forms"] == [["TOEX", 0, 0, 0, 1], ["proffil problem", 1, 0, 0]]
    assert welsh["ids"] == ["toex", "profile"]
    assert welsh["conjunctions"] == {"cy": ["a", "ac"]}


def test_a_pack_of_one_language_knows_the_names_of_its_abbreviations_in_others():
    words = build_vocabulary(
        [
            acronym("CPS", "cps", "cy"),
            term("Crown Prosecution Service", "cps"),
            acronym("GEG", "cps"),
            term("heddlu", "force", "cy"),
            term("police force", "force"),
        ]
    )

    assert pack(words, "cy")["other_names"] == {"cps": ["Crown Prosecution Service"]}


def test_a_pack_of_a_language_without_forms_is_empty():
    assert pack(WORDS, "ga")["forms"] == []


def test_the_same_vocabulary_gives_the_same_bytes():
    again = build_vocabulary(
        WORDS.forms,
        clitics={"cy": {"n", "r"}},
        conjunctions=WORDS.conjunctions,
        field=WORDS.field,
    )

    assert json.dumps(pack(again)) == json.dumps(pack(WORDS))
