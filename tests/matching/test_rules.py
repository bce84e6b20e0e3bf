"""A term with another sense is marked where it is meant, by what is around it."""

import pytest

from tests.matching.marking import acronym, marked, term, vocabulary

FIELD = ["(police|arrest*)", "(victim|victims)", "(rape|assault)", "child protection"]


def is_meant(text, **rules):
    return marked(text, term("charge", **rules)) == ["charge"]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        pytest.param("no ~", "There is NO charge.", id="before"),
        pytest.param("no ~", "no" + " " * 999 + "charge", id="far-before"),
        pytest.param("~ for", "charge" + " " * 999 + "for", id="far-after"),
        pytest.param("~ for", "a charge for water", id="after"),
        pytest.param("free of ~", "free  of\ncharge", id="two-words-over-a-line-end"),
        pytest.param("a ~ of", "a charge of assault", id="both-sides"),
        pytest.param("(no|free of) ~", "free of charge", id="alternatives"),
        pytest.param("no (extra|) ~", "no extra charge", id="optional-there"),
        pytest.param("no (extra|) ~", "no charge", id="optional-left-out"),
        pytest.param("~ ... card", "charge to your card", id="gap"),
        pytest.param("~ ... card", "charge card", id="empty-gap"),
        pytest.param("~ ... ... card", "charge a b c d e card", id="two-gaps"),
        pytest.param("~ custom*", "charge customers", id="beginning-of-a-word"),
        pytest.param("* our ~", "pay our charge", id="any-word"),
        pytest.param("~ of MONEY", "charge of £60", id="pounds"),
        pytest.param("~ of MONEY", "charge of £ 1,250.50 a year", id="thousands"),
        pytest.param("~ of MONEY", "charge of €5", id="euros"),
        pytest.param("~ of MONEY", "charge of 53.8p a day", id="pence"),
        pytest.param("MONEY ~", "the £5 charge", id="money-before"),
        pytest.param("MONEY (late|) ~", "a $5.50 late charge", id="dollars"),
        pytest.param("~ NUMBER", "charge 149", id="figure"),
        pytest.param("~ NUMBER", "charge-149", id="figure-after-a-hyphen"),
        pytest.param("~ NUMBER", "charge–149", id="figure-after-a-dash"),
        pytest.param("~ no NUMBER", "charge no. 149", id="figure-after-a-full-stop"),
        pytest.param("~ NUMBER", "charge 2nd", id="ordinal"),
        pytest.param("~ MONEY", "Charge: £5".lower(), id="colon"),
        pytest.param("~ (of|) MONEY", "charge (of £5)", id="brackets"),
        pytest.param("the ~", "“the” charge", id="quotation-marks"),
        pytest.param("children s ~", "the children’s charge", id="possessive"),
        pytest.param("i r ~", "i'r charge", id="clitic-before"),
        pytest.param("ffioedd mechnïaeth ~", "ffioedd mechniaeth charge", id="accents"),
        pytest.param("~ of MONEY", "charge1 of £5", id="note"),
        pytest.param("~ of MONEY", "charge12 of £5", id="note-of-two-figures"),
        pytest.param("~ of MONEY", "charge[123] of £5", id="note-in-brackets"),
        pytest.param("~ of MONEY", "charge¹² of £5", id="raised-note"),
        pytest.param("~ of MONEY", "charge¹,²-³ of £5", id="raised-notes"),
        pytest.param("extra ~", "extra1 charge", id="note-before"),
        pytest.param("extra ~", "extra[1] charge", id="note-in-brackets-before"),
    ],
)
def test_what_is_beside_a_term_says_that_it_is_not_meant(pattern, text):
    assert not is_meant(text, unless=(pattern,))


@pytest.mark.parametrize(
    "text",
    [
        "charge for",
        "_charge_ for",
        "charge ~~for~~",
        "charge¹ for",
        "charge¹, ² for",
        "charge[1] for",
        "charge [1] for",
        "charge[1][2] for",
        "charge1 for",
    ],
)
def test_neither_markup_nor_a_note_hides_a_neighbour(text):
    assert marked(text, term("charge", unless=("~ for",))) == []


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        pytest.param("no ~", "no, charge", id="comma"),
        pytest.param("no ~", "He said no. Charge", id="full-stop"),
        pytest.param("~ for", "charge; for", id="semicolon"),
        pytest.param("no ~", "no\n\ncharge", id="empty-line"),
        pytest.param("non ~", "non1 charge", id="figure-behind-a-short-word"),
        pytest.param("~ for", "charge 1 for", id="figure-by-itself"),
        pytest.param("~ for", "charge [a] for", id="letter-in-brackets"),
        pytest.param("extra ~", "extra123 charge", id="figures-too-many-for-a-note"),
        pytest.param("~ for", "charge – for", id="dash-between-spaces"),
        pytest.param("no ~", "casino charge", id="end-of-a-word"),
        pytest.param("~ for", "charge forever", id="beginning-of-a-word"),
        pytest.param(
            "~ ... card", "charge it on to your card", id="four-words-between"
        ),
        pytest.param("~ ... card", "charge it. Your card", id="gap-over-a-full-stop"),
        pytest.param("~ of MONEY", "charge of 60", id="no-money"),
        pytest.param("~ MONEY", "charge $", id="sign-alone"),
        pytest.param("~ MONEY", "charge up", id="p-without-a-figure"),
        pytest.param("~ NUMBER", "charge one", id="no-figure"),
        pytest.param("~ no NUMBER", "charge no. Two", id="no-figure-after-it"),
        pytest.param("* our ~", "our charge", id="no-word-there"),
        pytest.param("a ~ of", "the charge of assault", id="one-side-alone"),
    ],
)
def test_what_is_beside_it_does_not_say_so(pattern, text):
    assert marked(text.lower(), term("charge", unless=(pattern,))) == ["charge"]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        pytest.param("maintenance", "The charge.\n\nChild maintenance.", id="a-word"),
        pytest.param("child support", "Child-support is a charge", id="two-words"),
        pytest.param("(child|family) support", "charge. Family\nsupport", id="choice"),
        pytest.param("mainten*", "charges and charge: maintenance", id="beginning"),
        pytest.param("tŷ", "charge, TY", id="accents"),
    ],
)
def test_what_stands_anywhere_says_that_a_term_is_not_meant(pattern, text):
    assert marked(text, term("charge", unless=(pattern,))) == []


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        pytest.param("child support", "a charge for a child with support", id="apart"),
        pytest.param("support", "a charge for supporters", id="part-of-a-word"),
        pytest.param("mainten*", "a charge, unmaintenanced", id="end-of-a-word"),
    ],
)
def test_what_stands_anywhere_is_whole_words(pattern, text):
    assert is_meant(text, unless=(pattern,))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("a police charge", True, id="beside"),
        pytest.param("His trial: the charge", True, id="anywhere"),
        pytest.param("a bank charge", False, id="neither"),
        pytest.param("no police charge", False, id="unless-comes-first"),
    ],
)
def test_one_of_the_patterns_must_be_there(text, expected):
    rules = {"only": ("police ~", "trial"), "unless": ("no police ~",)}

    assert is_meant(text, **rules) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The police spoke of a charge", True, id="short"),
        pytest.param("a policeman spoke of a charge", False, id="no-whole-word"),
        pytest.param("The shop has a charge", False, id="nothing-of-the-field"),
        pytest.param("police, police" + " x" * 16 + " charge", True, id="nineteen"),
        pytest.param("police, police" + " x" * 17 + " charge", False, id="twenty"),
        pytest.param("police arrested" + " x" * 17 + " charge", False, id="one-family"),
        pytest.param(
            "police, victim" + " x" * 17 + " charge", True, id="two-of-twenty"
        ),
        pytest.param("police, victim" + " x" * 96 + " charge", True, id="ninety-nine"),
        pytest.param("police, victim" + " x" * 97 + " charge", False, id="a-hundred"),
        pytest.param("police, victim, child protection" + " x" * 99 + " charge", True),
        pytest.param("an assault: a charge", True, id="other-family"),
    ],
)
def test_the_longer_a_text_the_more_of_the_field_it_has(text, expected):
    words = vocabulary(term("charge", only=("FIELD",)), field=FIELD)

    assert (len(words.find(text)) == 1) is expected


@pytest.mark.parametrize(
    "text",
    [
        "charge",
        "Charge?",
        " “Charge”\n",
        "charge[1]",
        "charge(s)",
        "charge¹",
        "charge12",
        "charge charge charge",
    ],
)
def test_a_text_that_is_nothing_but_the_term_asks_about_it(text):
    found = marked(text, term("charge", only=("FIELD", "police ~")))

    assert len(found) == (1 if text.count("harge") == 1 else 0)


def test_what_must_not_be_there_counts_even_then():
    assert marked("no charge", term("no charge", only=("x",), unless=("~ x",)))
    assert not marked("charge £5", term("charge", only=("x",), unless=("~ MONEY",)))


def test_the_sign_of_a_sum_that_a_term_begins_with_is_no_neighbour():
    form = term("5 fund", unless=("NUMBER ~", "a ~"))

    assert marked("a £5 fund, a 5 fund", form) == ["5 fund"]


def test_a_clitic_of_the_term_itself_is_passed_over():
    form = term("diogelu", lang="cy", only=("~ plant",))

    assert marked("diogelu'r plant", form) == ["diogelu"]
    assert marked("diogelu'r tŷ", form) == []


def test_a_term_that_is_not_meant_hides_no_shorter_and_no_later_one():
    forms = (term("police charge", unless=("no ~",)), "charge", "charge sheet")

    assert marked("no police charge sheet", *forms) == ["charge sheet"]


def test_rules_speak_for_their_own_form_alone():
    forms = (
        term("charge", "crime", unless=("no ~",)),
        term("charge", "money"),
        term("charges", "crime"),
    )

    (match,) = vocabulary(*forms).find("no charge")

    assert match.candidates == ("money",)
    assert marked("no charges", *forms) == ["charges"]


def test_acronyms_have_rules_as_words_have():
    form = acronym("ADR", unless=("~ NUMBER",), only=("annual data",))

    assert marked("ADR 149, ADR-149, annual data: ADR, adr", form) == ["ADR"]


def test_a_rule_counts_in_every_language_of_a_text():
    form = term("charge", only=("heddlu ~",))

    assert marked("heddlu charge", form, langs=["cy", "en"]) == ["charge"]


def test_a_word_with_a_hyphen_counts_without_it_where_the_whole_text_is_asked():
    meant = term("charge", only=("safeguarding",))

    assert marked("safe-\nguarding: a charge", meant) == ["charge"]
    assert marked("S.A.F.E. a charge", term("charge", only=("safe",))) == ["charge"]
    assert marked("safe guarding: a charge", meant) == []


@pytest.mark.parametrize("text", ["agency1", "agency[1]", "agency¹", "agency(s)"])
def test_a_note_hides_no_word_where_the_whole_text_is_asked(text):
    meant = term("charge", only=("agency",))

    assert marked(f"The {text} wrote. No charge", meant) == ["charge"]


def test_no_apostrophe_moves_in_the_last_word_of_a_name():
    assert marked("safe-guarding panel's", "safeguarding panels") == []
    assert marked("safe-guarding panels", "safeguarding panels") == [
        "safe-guarding panels"
    ]


def test_nor_in_front_of_another_piece_of_it():
    assert marked("child's-play", "childsplay") == []
    assert marked("childs-play", "childsplay") == ["childs-play"]


def test_small_letters_before_a_hyphen_are_no_abbreviation():
    known = acronym("POLIT", also_small=True)

    assert marked("polit-ical, polit-\nical, the polit", known) == ["polit"]
    assert marked("POLIT-led", known) == ["POLIT"]


@pytest.mark.parametrize(
    "text",
    [
        "custody † of your son",
        "custody†‡ of your son",
        "custody¹–² of your son",
        "custody [1, 2] of your son",
        "custody[1][2] of your son",
        "custody(1) of your son",
        "custody&nbsp;of your son",
    ],
)
def test_a_note_hides_nothing_beside_a_name(text):
    form = term("custody", unless=("~ of your son",))

    assert marked(text, form) == []
    assert marked(text.replace("son", "case"), form) == ["custody"]


def test_a_name_in_capitals_may_begin_a_sentence():
    form = acronym("group-based CSE")

    assert marked("Group-based CSE is", form) == ["Group-based CSE"]
    assert marked("group-based CSE", form) == ["group-based CSE"]
    assert marked("Group-baSed CSE", form) == []
