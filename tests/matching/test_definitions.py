"""Where a text says what an abbreviation stands for, that holds for all of it."""

import pytest

from tests.matching.marking import acronym, marked, term, vocabulary

NAMES = {
    "csa": ["child sexual abuse", "CSA", "cam-drin plant yn rhywiol"],
    "cps": ["Crown Prosecution Service", "CPS", "Gwasanaeth Erlyn y Goron"],
    "pcc": ["police and crime commissioner", "PCC", "PCCs"],
    "nca": ["National Crime Agency", "NCA"],
    "adr": ["annual data requirement", "ADR"],
    "toex": ["Tackling Organised Exploitation Programme", "TOEX"],
    "hmicfrs": [
        "His Majesty's Inspectorate of Constabulary and Fire and Rescue Services",
        "HMICFRS",
    ],
    "cse": ["child sexual exploitation", "CSE"],
    "moj": ["Ministry of Justice", "MoJ"],
    "code": ["ADR149"],
}
FORMS = [
    acronym(name, entry) if name[:2].isupper() or name == "MoJ" else term(name, entry)
    for entry, names in NAMES.items()
    for name in names
]


def short_forms(text, **options):
    known = {form.text for form in FORMS if form.case_sensitive}
    return [quote for quote in marked(text, *FORMS, **options) if quote in known]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The Child Support Agency (CSA) wrote.", id="long-form-first"),
        pytest.param("The CSA (Child Support Agency) wrote.", id="short-form-first"),
        pytest.param("CSA (the Child Support Agency, now gone)", id="and-more-inside"),
        pytest.param("the Child Support Agency (“CSA”)", id="quotation-marks"),
        pytest.param("the Child Support Agency (the CSA)", id="article"),
        pytest.param("the Child Support Agency (hereafter the CSA)", id="hereafter"),
        pytest.param("the Child Support Agency [CSA]", id="square-brackets"),
        pytest.param("Child Support\nAgency\n(CSA)", id="over-lines"),
        pytest.param("the child support agency (CSA)", id="small-letters"),
        pytest.param("CHILD SUPPORT AGENCY (CSA)", id="capitals"),
        pytest.param("the Child Support Agency’s (CSA) letters", id="possessive"),
        pytest.param("Alternative dispute resolution (ADR)", id="dispute"),
        pytest.param("Parochial Church Council (PCC)", id="church"),
        pytest.param("Parochial Church Councils (PCCs)", id="plural"),
        pytest.param("a Certificate of Secondary Education (CSE)", id="a-word-between"),
        pytest.param("computer science and engineering (CSE)", id="and"),
        pytest.param("Crop Protection Service (CPS)", id="a-word-shared"),
        pytest.param("Caprolactams (CPS)", id="letters-inside-one-word"),
        pytest.param("Cyngor Sir Abertawe (CSA)", id="welsh"),
        pytest.param(
            "ACC (y National Care Association); NCA (National Care Association)"
        ),
    ],
)
def test_another_meaning_is_no_meaning_of_ours(text):
    before = "CSA, CPS, ADR, PCC, PCCs, NCA, CSE. "
    after = ". CSA, CPS, ADR, PCC, PCCs, NCA, CSE."

    found = short_forms(before + text + after)

    assert len(set(found)) == (5 if "PC" in text else 6)
    for short in ("CSA", "CPS", "ADR", "PCC", "NCA", "CSE"):
        assert found.count(short) in (0, 2), found


@pytest.mark.parametrize(
    ("text", "short"),
    [
        pytest.param("child sexual abuse (CSA)", "CSA", id="as-it-is"),
        pytest.param("CSA (child sexual abuse)", "CSA", id="short-form-first"),
        pytest.param(
            "the Crown Prosecution Service's (CPS) view", "CPS", id="possessive"
        ),
        pytest.param("Gwasanaeth Erlyn y Goron (CPS)", "CPS", id="other-language"),
        pytest.param("Wasanaeth Erlyn y Goron (y CPS)", "CPS", id="mutated"),
        pytest.param("police and crime commissioners (PCCs)", "PCCs", id="plural"),
        pytest.param("Police & Crime Commissioner (PCC)", "PCC", id="ampersand"),
        pytest.param("PCC (Police and Crime Commissioner for Gwent)", "PCC", id="more"),
        pytest.param(
            "annual police data return requirement (ADR)",
            "ADR",
            id="words-between",
        ),
        pytest.param("Tackling Organised Exploitation (TOEX)", "TOEX", id="shorter"),
        pytest.param(
            "His Majesty’s Inspectorate of Constabulary and Fire & Rescue (HMICFRS)",
            "HMICFRS",
            id="nearly",
        ),
        pytest.param("MINISTRY OF JUSTICE (MOJ)", "MOJ", id="line-of-capitals"),
    ],
)
def test_its_own_name_is_its_own_meaning(text, short):
    forms = [
        acronym(form.text, form.entry, unless=("forbidden",), only=("never there",))
        if form.case_sensitive
        else form
        for form in FORMS
    ]

    assert short in marked(f"Forbidden.\n\n{text}\n\nand more", *forms)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "concerns about child exploitation (CSE)", id="letters-by-accident"
        ),
        pytest.param("careful and very slow eating (CSE)", id="two-words-between"),
        pytest.param("child abuse (CSE)", id="a-word-of-the-name"),
        pytest.param("Essex Police (CPS)", id="no-long-form"),
        pytest.param("CSE (see page 4)", id="no-long-form-inside"),
        pytest.param("e.g.CSE (CSE)", id="the-abbreviation-itself"),
        pytest.param("C S E (CSE)", id="spelled-out"),
        pytest.param("(CSE)", id="nothing-before"),
        pytest.param("Child. Support Agency (CSA)", id="over-a-full-stop"),
        pytest.param("Child\n\nSupport Agency (CSA)", id="over-an-empty-line"),
        pytest.param("Child Support Agency (it is not the old CSA)", id="a-sentence"),
        pytest.param("child support (CSA", id="letters-missing"),
        pytest.param("annual design review ADR149 (ADR149)", id="entry-without-a-name"),
    ],
)
def test_what_defines_nothing_takes_nothing_away(text):
    found = short_forms(f"{text}) CSE, CSA, CPS, ADR149")

    assert {"CSE", "CSA", "CPS", "ADR149"} <= set(found)


def test_one_other_meaning_is_enough():
    text = "National Crime Agency (NCA), National Care Association (NCA): NCA"

    assert short_forms(text) == []


def test_what_is_beside_an_abbreviation_counts_whatever_the_text_says():
    forms = [acronym("ADR", "adr", unless=("~ NUMBER",)), term(NAMES["adr"][0], "adr")]

    assert marked("annual data requirement (ADR): ADR-149, ADR", *forms)[1:] == [
        "ADR",
        "ADR",
    ]


def test_a_definition_speaks_for_its_own_entry_alone():
    forms = (acronym("SOC", "one"), term("serious crime", "one"), acronym("SOC", "two"))

    (match,) = vocabulary(*forms).find("SOC (system on chip)")

    assert match.candidates == ("two",)


def test_a_name_without_a_word_is_none():
    forms = (
        acronym("CSA", "csa"),
        term("--", "csa"),
        term("child sexual abuse", "csa"),
    )

    assert marked("Child Support Agency (CSA)", *forms) == []


def test_words_are_no_abbreviations():
    forms = (term("care", "care"), term("child aid", "care"))

    assert marked("Caring About Real Elders (care)", *forms) == ["care"]
