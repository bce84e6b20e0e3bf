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
    "said",
    [
        pytest.param("the Child Support Agency (C.S.A.)", id="full-stops"),
        pytest.param("C.S.A. (Child Support Agency)", id="full-stops-first"),
        pytest.param("the Child Support Agency (CSA[1])", id="note"),
        pytest.param("the Child Support Agency (CSA¹)", id="raised-note"),
        pytest.param("the Child Support Agency[1] (CSA)", id="note-before-the-bracket"),
        pytest.param("the Child Support Agency† (CSA)", id="dagger"),
        pytest.param("the Child Support1 Agency2 (CSA)", id="glued-notes"),
        pytest.param("CSA[1] (Child Support Agency)", id="note-behind-the-first"),
        pytest.param("the Child Support Agency(ies) (CSA)", id="plural-left-open"),
        pytest.param("C.S.A. means Child Support Agency here", id="words-that-say-so"),
        pytest.param("Child Support Agency, or C.S.A., wrote", id="or"),
        pytest.param("CSA¹: Child Support Agency", id="colon"),
        pytest.param("the Child Support Agency [1] (CSA)", id="note-apart"),
        pytest.param("Child Support Agency (&ldquo;CSA&rdquo;)", id="references"),
        pytest.param("CSA&nbsp;(Child&nbsp;Support&nbsp;Agency)", id="no-break"),
    ],
)
def test_what_nobody_says_hides_no_meaning(said):
    assert short_forms(f"{said}. So the CSA paid.") == []
    assert short_forms("So the CSA paid.") == ["CSA"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("CPS: Community Pension Scheme", id="colon"),
        pytest.param("CPS : community pension scheme", id="until-the-end"),
        pytest.param("CPS: community pension scheme. It pays.", id="until-a-stop"),
        pytest.param("CPS: the Community Pension Scheme pays", id="article"),
        pytest.param("CPS = Car Parking Services", id="equals"),
        pytest.param("CPS=car parking services to you", id="equals-no-spaces"),
        pytest.param("CPS – Car Parking Services sent it", id="dash"),
        pytest.param("CPS - Car Parking Services sent it", id="hyphen"),
        pytest.param("“CPS”: “Car Parking Services”", id="quotation-marks"),
        pytest.param("CPS, or Car Parking Services, wrote", id="or-after"),
        pytest.param("Car Parking Services, or CPS, wrote", id="or"),
        pytest.param("Car Parking Services or CPS", id="no-comma"),
        pytest.param("Car Parking Services, or the CPS", id="or-the"),
        pytest.param("Car Parking Services: CPS", id="colon-before"),
        pytest.param("sent by Car Parking Services – CPS", id="dash-before"),
        pytest.param("car parking services, known as CPS", id="known-as"),
        pytest.param("car parking services, also known as the CPS", id="also-known"),
        pytest.param("the CPS is short for car parking services here", id="short-for"),
        pytest.param("the CPS is short \n for car parking services", id="spaces"),
        pytest.param("CPS stands for car\nparking  services here", id="stands-for"),
        pytest.param("CPS means car parking services in this letter", id="means"),
        pytest.param("CPS is Car Parking Services of Bath", id="is"),
        pytest.param("CPS also means car parking services here", id="also"),
        pytest.param("CPS, which is called car parking services", id="called"),
        pytest.param("Car Parking Services, or simply CPS", id="simply"),
        pytest.param("CPS, a elwir yn car parking services yma", id="elwir-yn"),
        pytest.param("CPS hefyd yn sefyll am car parking services", id="sefyll-am"),
        pytest.param("Car Parking Services, neu'r CPS", id="neu-r"),
        pytest.param("Car Parking Services neu y CPS", id="neu-y"),
        pytest.param("Car Parking Services neu yr CPS", id="neu-yr"),
        pytest.param("CPS, neu Car Parking Services", id="neu"),
        pytest.param("Car Parking Services, sef CPS", id="sef"),
        pytest.param("Ystyr CPS yw Car Parking Services", id="yw"),
        pytest.param("CPS yw'r Car Parking Services lleol", id="yw-r"),
        pytest.param("CPS: Council of Parish Schools", id="a-word-between"),
        pytest.param("CPS: Crop & Plant Science", id="ampersand"),
        pytest.param("NCAs: National Care Associations", id="plural"),
    ],
)
def test_words_beside_it_say_so_without_brackets(text):
    forms = [*FORMS, acronym("NCAs", "nca")]
    short = "NCA" if "NCA" in text else "CPS"

    found = marked(f"{short}.\n\n{text}.\n\nThe {short} and CSE", *forms)

    assert found == ["CSE"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("CSA: child sexual abuse", id="colon"),
        pytest.param("CSA – Child Sexual Abuse is a crime", id="dash"),
        pytest.param("child sexual abuse, or CSA", id="or"),
        pytest.param("reports of child sexual abuse or CSA", id="or-in-a-sentence"),
        pytest.param("CSA: the child sexual abuse inquiry", id="article"),
        pytest.param("CSA: cam-drin plant yn rhywiol", id="another-language"),
    ],
)
def test_its_own_name_beside_it_is_its_own_meaning(text):
    names = [term(name, "csa") for name in NAMES["csa"] if name != "CSA"]
    forms = (acronym("CSA", "csa", only=("never there",)), *names)

    assert marked(f"CSA.\n\n{text}", *forms).count("CSA") == 2


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("CPS: can people see me?", id="a-question-goes-on"),
        pytest.param("CPS – children playing sport are seen", id="a-sentence"),
        pytest.param("CPS or certain police staff decide", id="or-goes-on"),
        pytest.param("about children playing sport or CPS", id="or-before"),
        pytest.param("CPS Chief Prosecutor Sarah Hill", id="nothing-between"),
        pytest.param("CPS, Crown Point, Swindon", id="a-comma"),
        pytest.param("CPS: Crown Point", id="a-letter-missing"),
        pytest.param("CPS: Crown of the Principal Seat", id="two-words-between"),
        pytest.param("CPS: to the Crown Point Station", id="two-words-before"),
        pytest.param("CPS. Car Parking Services", id="over-a-full-stop"),
        pytest.param("CPS:\n\nCar Parking Services", id="over-an-empty-line"),
        pytest.param("CPS–Car Parking Services", id="no-spaces"),
        pytest.param("cps: Car Parking Services", id="small-letters"),
        pytest.param("XCPS = Car Parking Services", id="end-of-a-word"),
        pytest.param("CPSX = Car Parking Services", id="beginning-of-a-word"),
        pytest.param("CPS = Car Parking", id="words-missing"),
        pytest.param("Care: Car Parking Services", id="another-word"),
        pytest.param("CPS: CPS Parking Services", id="the-abbreviation-itself"),
        pytest.param("CPS or car parking services", id="no-capital-after-or"),
        pytest.param("cars, Parking Services, or CPS", id="a-list"),
        pytest.param("Cars, Parking, Shops or CPS", id="a-list-in-capitals"),
        pytest.param("CPS: what to do", id="a-heading"),
        pytest.param("Car Parking Services and CPS", id="and"),
        pytest.param("Car Parking Services – or – CPS", id="two-dashes"),
    ],
)
def test_words_that_are_no_long_form_say_nothing(text):
    found = marked(f"CPS.\n\n{text.replace('?', '')}\n\nCPS", *FORMS)

    assert found.count("CPS") >= 2


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("CPS (Continuing Prosecution Service)", id="brackets"),
        pytest.param("Continuing Prosecution Service (CPS)", id="before-brackets"),
        pytest.param("CPS: Continuing Prosecution Service", id="colon"),
    ],
)
def test_what_is_nearly_its_own_name_takes_nothing_away(text):
    assert marked(f"{text}. CPS", *FORMS) == ["CPS", "CPS"]


def test_an_entry_without_a_name_has_no_other_meaning():
    forms = (acronym("CPS", "cps"), acronym("CPSX", "cps"))

    assert marked("CPS = Car Parking Services", *forms) == ["CPS"]


def test_a_letter_of_another_alphabet_begins_words_too():
    forms = (acronym("ФСБ", "fsb"), term("федеральная служба", "fsb"))

    assert marked("ФСБ: Финансовый Сельский Банк. ЮСБ ФСБ", *forms) == []


def test_words_further_away_are_not_its_own_meaning():
    forms = (acronym("CSA", "csa", only=("never there",)), term(NAMES["csa"][0], "csa"))

    assert marked("CSA: we report the sexual abuse of a child", *forms) == []


def test_half_of_its_name_is_another_meaning():
    text = "PCC (Police Complaints Commissioner)"

    assert marked(text, *FORMS) == marked(text.replace(" (", ": "), *FORMS) == []


def test_five_words_of_seven_are_not_yet_its_own_meaning():
    name = "one two three four five six seven"
    forms = (acronym("OTF", "number", only=("never there",)), term(name, "number"))

    assert marked("OTF: one two three four five", *forms) == []
    assert marked("OTF: one two three four five six", *forms) == ["OTF"]


def test_a_long_form_may_go_on_after_as_many_words_as_are_looked_at():
    forms = (acronym("ABCDE", "letters"), term("letters of ours", "letters"))
    text = "ABCDE: x ask x but x can x do x each"

    assert marked(f"{text} time", *forms) == ["ABCDE"]
    assert marked(text, *forms) == []


def test_an_abbreviation_of_several_words_is_read_in_brackets_alone():
    forms = (acronym("警察署", "station"), term("child abuse", "station"))

    assert marked("警察署: 警 察 署", *forms) == ["警察署"]


def test_two_letters_begin_words_too_often():
    forms = (acronym("EH", "help"), term("early help", "help"))

    assert marked("EH: Every House", *forms) == ["EH"]


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


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("darts committee of cardiff (dcc), dcc", id="brackets"),
        pytest.param("dcc (darts committee of cardiff), dcc", id="in-brackets"),
        pytest.param("darts committee of cardiff, known as the dcc", id="spelled-out"),
        pytest.param("Dcc stands for darts committee of cardiff", id="capitalised"),
    ],
)
def test_what_is_said_in_small_letters_holds_for_an_abbreviation_found_in_them(text):
    name = term("deputy chief constable", "dcc")
    short = acronym("DCC", "dcc", also_small=True)

    assert marked(text, name, short) == []
    assert marked("Our deputy chief constable (dcc) wrote.", name, short) == [
        "deputy chief constable",
        "dcc",
    ]
