"""What may be guessed: what is a typing error, and of what."""

from __future__ import annotations

import pytest

from glossary.closed_lists import MatchTier
from glossary.search.guesses import SpeltLike
from glossary.search.query import Query
from tests.search.guessable import NAMES
from tests.search.vocabulary import (
    Described,
    Name,
    acronym,
    admitted,
    index_of,
)


@pytest.fixture
def index(both_languages):
    return index_of(NAMES)


@pytest.mark.parametrize(
    "typed",
    """NFA CCE NCB CSP CSR LADO CID MASH ICPC ISVA NRM DC PNC IPCC NCC nfa cce lado mash
    TOXE NPPC rape raped ball bait cell porn CUSTDY AGENSY POLICE-FORSE pol1 AB12
    zebra dlfa""".split(),
)
def test_codes_short_words_and_ordinary_words_are_no_misspellings(index, typed):
    page = index.search(typed)

    assert page.did_you_mean is None
    assert index.propose(typed) == []
    assert index.lookup(typed, all_tiers=True) == []
    assert {hit.match for hit in page.hits} <= {
        MatchTier.TEXT,
        MatchTier.TEXT_WORD_STARTS,
    }


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
    assert hits[0].match in {MatchTier.SOME_WORDS, MatchTier.NAME_WORDS}


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
    assert index.search(typed, lang="en").hits[0].match == MatchTier.NAME_START
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

    assert SpeltLike(query).is_name("custody", 0)
    assert not SpeltLike(query).is_name("custody suite", 0)


def test_a_general_name_is_found_in_another_form():
    names = [Name("formal accusation"), admitted("charge", context_only=True)]
    hit = index_of([Described("charge", {"en": names})]).search("charged").hits[0]

    assert (hit.entry_id, hit.match) == ("charge", MatchTier.INFLECTED)


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
