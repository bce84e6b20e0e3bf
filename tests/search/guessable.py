"""Names that may be guessed, and names that are never proposed."""

from __future__ import annotations

from tests.search.vocabulary import (
    Described,
    Name,
    acronym,
    admitted,
)

HARMFUL = "child prostitution"
NAMES = [
    Described(
        "child-sexual-exploitation",
        {
            "en": [
                Name("child sexual exploitation"),
                acronym("CSE"),
                Name(HARMFUL, "deprecated"),
                Name("CSAE", "hidden"),
            ],
            "cy": [
                Name("camfanteisio'n rhywiol ar blant"),
                Name("puteindra plant", "deprecated"),
            ],
        },
        {"en": "An older name is child prostitution. Nobody should use it."},
    ),
    Described(
        "safeguarding-board",
        {"en": [Name("Safeguarding Board"), Name("LSCBX", "superseded", "acronym")]},
    ),
    Described(
        "iicsa",
        {
            "en": [
                Name("Independent Inquiry into Child Sexual Abuse"),
                acronym("IICSA"),
                admitted("the Inquest", context_only=True),
            ]
        },
    ),
    Described(
        "police-force",
        {"en": [Name("police force")], "cy": [Name("heddlu"), Name("polis", "hidden")]},
    ),
    Described("nca", {"en": [Name("National Crime Agency"), acronym("NCA")]}),
    Described(
        "jay-report", {"en": [Name("Jay report")], "cy": [Name("adroddiad Jay")]}
    ),
    Described(
        "casey-audit",
        {
            "en": [Name("Baroness Casey's audit")],
            "cy": [Name("archwiliad y Farwnes Casey")],
        },
        {"en": "A report of an audit."},
    ),
    Described("conviction-rate", {"en": [Name("conviction rate")]}),
    Described("lord-chief-justice", {"en": [Name("Lady Chief Justice")]}),
    Described("npcc-lead", {"en": [Name("NPCC lead"), acronym("NPCC")]}),
    Described("toex", {"en": [Name("Exploitation Programme"), acronym("TOEX")]}),
    Described("polit", {"en": [Name("Online Team"), acronym("POLIT")]}),
    Described("custody", {"en": [Name("custody")], "cy": [Name("dalfa")]}),
]
