"""What may be guessed: what is a typing error, of what, and what is never proposed."""

from __future__ import annotations

import pytest

from glossary.search import Match
from glossary.search.guesses import is_spelt_like
from glossary.search.query import Query
from tests.search.vocabulary import (
    Described,
    Name,
    acronym,
    admitted,
    index_of,
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


@pytest.fixture
def index(both_languages):
    return index_of(NAMES)


def everything_said(index, text):
    """Return every name that search, look-up and suggestions show for a text."""
    page = index.search(text)
    found = [*page.hits, *index.propose(text), *index.suggest(text)]
    found += index.lookup(text, all_tiers=True)
    found += [page.did_you_mean] if page.did_you_mean else []
    return {one.label for one in found}


NOT_SHOWN = [HARMFUL, "puteindra plant", "LSCBX", "the Inquest", "CSAE", "polis"]


@pytest.mark.parametrize(
    "typed",
    [
        *NOT_SHOWN,
        *("child p", "child pr", "prostit", "prostitution", "child prostitutoin"),
        *("child protection", "child prosecution", "child photography", "prostitute"),
        *("putein", "plant", "LSC", "LSCXB", "the in", "inques", "inquset"),
        *("CSA", "poli", "heddlu", "my child prostitution case", "c", "p", "l"),
    ],
)
def test_no_name_that_is_not_to_be_shown_is_shown(index, typed):
    assert everything_said(index, typed).isdisjoint(NOT_SHOWN)


@pytest.mark.parametrize(
    ("typed", "entry_id", "label", "is_older"),
    [
        (HARMFUL, "child-sexual-exploitation", "child sexual exploitation", True),
        ("Child-Prostitution", "child-sexual-exploitation", None, True),
        ("the child prostitution", "child-sexual-exploitation", None, True),
        ("What is “child prostitution”?", "child-sexual-exploitation", None, True),
        ("buteindra plant", "child-sexual-exploitation", None, True),
        ("lscbx", "safeguarding-board", "Safeguarding Board", True),
        ("inquest", "iicsa", "Independent Inquiry into Child Sexual Abuse", False),
        ("csae", "child-sexual-exploitation", "child sexual exploitation", False),
        ("bolis", "police-force", "heddlu", False),
        ("beth yw polis?", "police-force", "heddlu", False),
    ],
)
def test_typed_whole_it_leads_to_its_entry_under_the_preferred_name(
    index, typed, entry_id, label, is_older
):
    hit, match = index.search(typed).hits[0], index.lookup(typed)[0]

    for found in (hit, match):
        assert found.entry_id == entry_id
        assert found.label == (label or found.label)
        assert found.status == "preferred"
        assert found.is_older == is_older
    assert not match.is_own


@pytest.mark.parametrize(
    "typed",
    [
        "it was LSCBX",
        "my polis",
        "child prostitution case",
        "about CSAE and more",
        "LSCXB",
        "my polies",
        "child prostitutoin",
        "inqueest",
        "the inqueest",
        "inquesst",
    ],
)
def test_typed_in_part_or_within_other_words_it_leads_nowhere(index, typed):
    page = index.search(typed)

    assert {hit.match for hit in page.hits} <= {Match.TEXT}
    assert page.did_you_mean is None
    assert index.lookup(typed, all_tiers=True) == index.propose(typed) == []


@pytest.mark.parametrize(
    ("typed", "entry_id", "label"),
    [
        ("polies", "police-force", "heddlu"),
    ],
)
def test_a_slip_in_a_hidden_name_leads_where_the_name_leads(
    index, typed, entry_id, label
):
    page = index.search(typed)

    assert [hit.entry_id for hit in page.hits][:1] == [entry_id]
    assert page.did_you_mean.label == label
    assert [one.entry_id for one in index.propose(typed)][:1] == [entry_id]


OF_VICTIMS = [
    Described(
        "blaming",
        {
            "en": [Name("victim blaming"), Name("survivor shaming")],
            "cy": [Name("iaith beio'r dioddefwr"), Name("beio goroeswyr")],
        },
    ),
    Described("fund", {"en": [Name("victim support fund")]}),
]
VICTIMS = Described(
    "victims",
    {
        "en": [
            Name("people harmed"),
            Name("victim", "hidden"),
        ],
        "cy": [Name("pobl"), Name("dioddefwr", "hidden"), Name("goroeswr", "hidden")],
    },
)


@pytest.mark.parametrize(
    "typed",
    ["diodefwr", "ddiodefwr", "goroswr"],
)
def test_a_slip_leads_where_the_right_word_leads_before_a_longer_name(typed):
    index = index_of([*OF_VICTIMS, VICTIMS])

    assert index.search(typed).hits[0].entry_id == "victims"
    assert index.propose(typed)[0].entry_id == "victims"


@pytest.mark.parametrize(
    "typed",
    ["diodefwr", "ddiodefwyr", "goroswyr", "victm", "the victim was brave", "survivr"],
)
def test_no_name_that_blames_is_put_to_somebody_who_typed_a_victim(typed):
    index = index_of(OF_VICTIMS)

    said = {hit.entry_id for hit in index.search(typed).hits}
    assert "blaming" not in said | {one.entry_id for one in index.propose(typed)}


@pytest.mark.parametrize(
    "typed",
    ["blameing", "victm blaming", "victim blameing", "beio diodefwr", "fictim blaming"],
)
def test_who_types_the_blame_too_is_led_to_it(typed):
    assert index_of(OF_VICTIMS).search(typed).hits[0].entry_id == "blaming"


def test_other_names_are_put_to_somebody_who_typed_a_victim():
    assert index_of(OF_VICTIMS).search("victm").did_you_mean.entry_id == "fund"


@pytest.mark.parametrize("typed", [HARMFUL, "polis", "csae", "LSCBX"])
def test_of_a_name_that_is_not_shown_nothing_is_highlighted(index, typed):
    assert index.search(typed).hits[0].words == ()


def test_nothing_in_a_position_names_what_is_hidden(index):
    position = index.search("polis", limit=1).hits[0].position

    assert "polis" not in position


def test_a_text_with_a_harmful_name_proposes_nothing(index):
    page = index.search("prostitution")

    assert [hit.label for hit in page.hits] == ["child sexual exploitation"]
    assert page.did_you_mean is None
    assert index.propose("prostitution") == []


@pytest.mark.parametrize(
    "typed",
    """NFA CCE NCB CSP CSR LADO CID MASH ICPC ISVA NRM DC PNC IPCC NCC nfa cce lado mash
    TOXE NPPC rape raped ball bait cell porn CUSTDY AGENSY POLICE-FORSE polis1 AB12
    zebra dlfa""".split(),
)
def test_codes_short_words_and_ordinary_words_are_no_misspellings(index, typed):
    page = index.search(typed)

    assert page.did_you_mean is None
    assert index.propose(typed) == []
    assert index.lookup(typed, all_tiers=True) == []
    assert {hit.match for hit in page.hits} <= {Match.TEXT, Match.TEXT_WORD_STARTS}


@pytest.mark.parametrize(
    "typed",
    [
        *("child protection", "child exploitation review", "conviction date"),
        *("chef constable", "Lord Chief", "police farce", "police course"),
        *("polise fords", "custody suite", "nationel crime agencyof uk"),
        *("amddiffyn plant", "cam-drin domestig", "trais rhywiol", "gorchymyn llys"),
        *("x custody", "custody 2", "v custody"),
        *("sexual assault", "national crime survey", "Casey review", "Wood report"),
    ],
)
def test_ordinary_words_are_no_typing_error(index, typed):
    assert index.search(typed).did_you_mean is None


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "Laming report",
            "Munro report",
            "Casy reprt",
            "Wood reprt",
            "serious report",
        ),
        *("adroddiad Munro", "adroddiad Laming", "adrodiad Llwyd"),
    ],
)
def test_one_word_in_common_makes_no_names_alike(index, typed):
    page = index.search(typed)

    assert "jay-report" not in [hit.entry_id for hit in page.hits]
    assert page.did_you_mean is None


@pytest.mark.parametrize("typed", ["casey report", "adroddiad Casey", "Casey review"])
def test_a_telling_word_leads_where_no_name_has_all_of_them(index, typed):
    hits = index.search(typed).hits

    assert hits[0].entry_id == "casey-audit"
    assert hits[0].match in {Match.SOME_WORDS, Match.NAME_WORDS}


def test_words_of_names_that_no_dictionary_has_are_no_typing_error():
    index = index_of(
        [
            Described("zorvan", {"en": [Name("Zorvan unit")]}),
            Described("zorven", {"en": [Name("Zorven office")]}),
            Described("deson", {"en": [Name("Deson review")]}),
        ]
    )

    assert index.search("zorvan office").did_you_mean is None
    assert index.search("devon review").did_you_mean is None
    assert index.search("zorvxn office").did_you_mean.label == "Zorven office"


def test_a_hidden_name_outdoes_words_in_common():
    index = index_of(
        [
            *(one for one in NAMES if one.id != "casey-audit"),
            Described(
                "casey-audit",
                {
                    "en": [
                        Name("Baroness Casey's audit"),
                        Name("Casey report", "hidden"),
                    ]
                },
            ),
        ]
    )

    assert index.lookup("the Casey report")[0].entry_id == "casey-audit"
    assert [one.label for one in index.propose("casey report")] == [
        "Baroness Casey's audit"
    ]


@pytest.mark.parametrize("typed", ["IICAS", "iicas", "ICISA"])
def test_letters_swapped_in_a_long_code_are_asked_about_and_give_no_result(
    index, typed
):
    page = index.search(typed)

    assert page.did_you_mean.label == "IICSA"
    assert page.hits == ()
    assert [one.label for one in index.propose(typed)] == ["IICSA"]
    assert index.lookup(typed) == []


@pytest.mark.parametrize("typed", ["NC", "NP", "TOE", "PC"])
def test_a_short_code_is_not_the_beginning_of_another_one(index, typed):
    assert index.search(typed).hits == ()
    assert index.propose(typed) == []


@pytest.mark.parametrize(
    ("typed", "labels"),
    [("cust", []), ("IICS", []), ("CUSTO", []), ("custo", ["custody"])],
)
def test_beginnings_are_completed_in_search_and_long_ones_elsewhere(
    index, typed, labels
):
    assert index.search(typed, lang="en").hits[0].match == Match.NAME_START
    assert [one.label for one in index.propose(typed, lang="en")] == labels


@pytest.mark.parametrize(
    ("typed", "labels"), [("under cust", []), ("under custo", ["custody"])]
)
def test_little_words_do_not_make_a_short_beginning_long(index, typed, labels):
    assert [one.label for one in index.propose(typed, lang="en")] == labels


def test_letters_swapped_in_a_code_that_is_not_shown_are_not_asked_about():
    names = [Name("NSPCX", type="acronym"), Name("RSPCX", "hidden", "acronym")]
    index = index_of([Described("nspcx", {"en": names})])

    assert index.search("RSCPX").did_you_mean is None
    assert index.search("NSCPX").did_you_mean.label == "NSPCX"


def test_figures_swapped_make_another_code():
    index = index_of([Described("adr149", {"en": [Name("ADR149", type="code")]})])

    assert index.search("ADR194").did_you_mean is None
    assert index.search("ARD149").did_you_mean.label == "ADR149"


@pytest.mark.parametrize(
    "typed", ["TOXE", "IICSE", "IICS", "IICSAA", "polis", "POLTI "]
)
def test_other_slips_in_codes_are_not_asked_about(typed):
    index = index_of(
        [
            Described("iicsa", {"en": [Name("Independent Inquiry"), acronym("IICSA")]}),
            Described("toex", {"en": [Name("Exploitation"), acronym("TOEX")]}),
        ]
    )

    assert index.search(typed).did_you_mean is None


@pytest.mark.parametrize(
    ("typed", "entry_id"),
    [
        ("nacional crime agencey", "nca"),
        ("NPCC leed", "npcc-lead"),
        ("polise forse", "police-force"),
        ("custdy", "custody"),
        ("independant inquiry into child sexual abuse", "iicsa"),
        ("independentinquiry into child sexul abuse", "iicsa"),
        ("Independent inquiry of child sexaul abuse", "iicsa"),
        ("baroness caseys audti", "casey-audit"),
        ("archwiliad y farwnes casye", "casey-audit"),
        ("chidl sexual exploitatoin", "child-sexual-exploitation"),
        ("polise forces", "police-force"),
        ("polise farce", "police-force"),
        ("gamfanteisio'n rhywoil ar blant", "child-sexual-exploitation"),
    ],
)
def test_real_typing_errors_lead_home(index, typed, entry_id):
    assert index.search(typed).hits[0].entry_id == entry_id


@pytest.mark.parametrize("typed", ["lado justice", "LADO justise", "cheif abcd"])
def test_short_words_beside_others_are_not_put_right(index, typed):
    assert index.search(typed).hits == ()


def test_a_short_word_is_no_slip_of_a_mutation():
    index = index_of([Described("bail", {"en": [Name("bail rules")]})])

    assert index.search("fael rulse").did_you_mean is None
    assert index.search("ball rulse").did_you_mean is None
    assert index.search("bael rulse").did_you_mean.label == "bail rules"


def test_little_words_beside_a_slip_are_not_compared():
    query = Query.of("my custdy", None, ("en", "cy"), unfinished=False)

    assert is_spelt_like(query, "custody")
    assert not is_spelt_like(query, "custody suite")


def test_a_general_name_is_found_in_another_form():
    names = [Name("formal accusation"), admitted("charge", context_only=True)]
    hit = index_of([Described("charge", {"en": names})]).search("charged").hits[0]

    assert (hit.entry_id, hit.match) == ("charge", Match.INFLECTED)


@pytest.mark.parametrize("letter", "kqvxz")
def test_a_letter_is_no_typing_error_of_another_one(letter):
    index = index_of([Described("prison", {"cy": [Name("carchar categori b")]})])

    assert index.search(f"carchar categori {letter}").did_you_mean is None
    assert index.search("carchar catgori b").did_you_mean.entry_id == "prison"


def test_an_ordinary_word_beside_little_ones_is_no_slip():
    index = index_of([Described("grooming", {"en": [Name("grooming")]})])

    assert index.search("isio grooving").did_you_mean is None
    assert index.search("isio groomign").did_you_mean.label == "grooming"


@pytest.mark.parametrize("typed", ["NPCX lead", "npcx lead", "CZE taskforce"])
def test_a_code_within_a_name_is_not_corrected(typed):
    index = index_of(
        [
            Described("npcc-lead", {"en": [Name("NPCC lead")]}),
            Described("taskforce", {"en": [Name("CSE Taskforce")]}),
        ]
    )

    assert index.search(typed).hits == ()
    assert index.propose(typed) == []


def test_search_and_look_up_guess_alike(index):
    for typed in ("custdy", "polise forse", "NFA", "child protection", "IICAS"):
        page = index.search(typed)
        close = [one.label for one in index.propose(typed)][:1]

        assert close == ([page.did_you_mean.label] if page.did_you_mean else [])


def test_guesses_do_not_depend_on_the_order_of_rows():
    there, back = index_of(NAMES), index_of(reversed(NAMES))

    for typed in ("custdy", "polise forse", "casey report", "my custody"):
        assert there.search(typed) == back.search(typed)
        assert there.propose(typed) == back.propose(typed)
