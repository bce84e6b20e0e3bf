"""What counts as the same word: every row of ``docs/spelling.md``, in both languages."""

import pytest

from glossary.matching import to_utf8, to_utf16
from tests.matching.marking import acronym, marked, term, vocabulary

ENGLISH = (
    "third sector",
    "multi-agency",
    "safeguarding",
    "problem profile",
    "children's services",
    "Chief's Council",
    "Fire and Rescue",
    "and/or",
    "officer in the case",
    "Rt. Hon.",
    "Op Makesafe",
    "police force",
    "police's",
    "therapist",
    "harm",
    "covert human intelligence source",
    "section 47",
    "plan draft",
    "Police, Crime and Courts Act",
    acronym("CSE"),
    acronym("NPCC"),
    acronym("IT"),
    acronym("R&D"),
)
WELSH = tuple(
    term(text, lang="cy")
    for text in (
        "trydydd sector",
        "cam-drin",
        "diogelu",
        "camfanteisio'n rhywiol",
        "Heddlu a Throseddu",
        "Tân ac Achub",
        "swyddog achos",
        "gweithgarwch",
        "Cyngor y Penaethiaid",
    )
)

SAME = {
    "capitals": ["Third SECTOR", "Trydydd SECTOR"],
    "accents": ["thírd sector", "Tan ac Achub", "Tân ac Achub"],
    "kinds of apostrophe": [
        "children’s services",
        "childrenʼs services",
        "children`s services",
        "children´s services",
        "children‘s services",
        "children‛s services",
        "camfanteisio’n rhywiol",
        "camfanteisio`n rhywiol",
    ],
    "apostrophes that a program lost": [
        "children\u0092s services",
        "children\ufffds services",
        "children?s services",
        "children&rsquo;s services",
        "children&#39;s services",
        "camfanteisio\ufffdn rhywiol",
        "camfanteisio?n rhywiol",
        "children&#x27;s services",
        "children&#8217;s services",
        "children&#146;s services",
        "childrenâ€™s services",
    ],
    "kinds of hyphen": [
        "multi‧agency",
        "multi\u0096agency",
        "multi&ndash;agency",
        "multi‐agency",
        "multi‑agency",
        "multi–agency",
        "multi—agency",
        "multi−agency",
        "multi¬agency",
        "cam–drin",
        "cam¬drin",
    ],
    "what shows nothing": [
        "safe\u00adguarding",
        "third \u200bsector",
        "thi\u200drd sector",
        "dio\u00adgelu",
        "dio&shy;gelu",
        "third&nbsp;sector",
        "third&#160;sector",
        "third&#xA0;sector",
        "N&shy;PCC",
        "section&nbsp;47",
        "T&acirc;n ac Achub",
        "T&Acirc;N AC ACHUB",
        "s&#x61;feguarding",
    ],
    "forms of a letter": [
        "problem proﬁle",
        "ｔｈｉｒｄ sector",
        "𝐭𝐡𝐢𝐫𝐝 sector",
        "ｄiogelu",
    ],
    "space or hyphen": [
        "third-sector",
        "third- sector",
        "third -sector",
        "third–sector",
        "third– sector",
        "third\u00a0sector",
        "third  sector",
        "third\tsector",
        "multi agency",
        "multi- agency",
        "section-47",
        "covert-human intelligence-source",
        "trydydd-sector",
        "cam drin",
        "cam- drin",
    ],
    "nothing in its place": [
        "thirdsector",
        "multiagency",
        "problemprofile",
        "Problemprofile",
        "section47",
        "camdrin",
        "trydyddsector",
    ],
    "a hyphen more": [
        "safe-guarding",
        "safe- guarding",
        "safe-  guarding",
        "safe–guarding",
        "s-a-f-e-guarding",
        "dio-gelu",
    ],
    "an apostrophe less": ["childrens services", "Chiefs Council"],
    "an apostrophe elsewhere": [
        "Chiefs' Council",
        "Chiefs’ Council",
        "childrens' services",
        "children's' services",
    ],
    "ampersand": [
        "Fire & Rescue",
        "Fire& Rescue",
        "Fire&Rescue",
        "Fire ＆ Rescue",
        "Fire &amp; Rescue",
        "Tân &amp;\nAchub",
        "Fire** & **Rescue",
        "Fire¹ & Rescue",
        "Police, Crime & Courts Act",
        "R and D",
        "Heddlu & Throseddu",
        "Tân & Achub",
    ],
    "full stops": ["C.S.E.", "N.P.C.C.", "N.P.C.C"],
    "shortened words": ["Rt. Hon.", "Rt Hon", "Rt.Hon.", "Op. Makesafe", "Op.Makesafe"],
    "plural left open": [
        "officer(s) in the case",
        "Officer(s) in the case",
        "swyddog(ion) achos",
        "problem(s) profile",
    ],
    "number of a note": [
        "police¹ force",
        "police[1] force",
        "police[123] force",
        "police1 force",
        "police12 force",
        "police¹² force",
        "police¹,² force",
        "police† force",
        "police‡ force",
        "police[1][2] force",
        "trydydd[1][23] sector",
        "Police¹, Crime[2] and Courts3 Act",
        "trydydd¹ sector",
        "trydydd[1] sector",
    ],
    "signs of markup": [
        "problem** profile",
        "problem *profile",
        "problem** **profile",
        "problem_ profile",
        "problem_ ~profile",
        "problem' 'profile",
        "Op “Makesafe",
        'Op "Makesafe',
        "Op &ldquo;Makesafe",
        "Police**, *Crime* and Courts Act",
        "trydydd* sector",
    ],
    "end of a line": [
        "problem\nprofile",
        "problem \r\n  profile",
        "problem\n> profile",
        "problem\r\n>> > profile",
        "problem\r> profile",
        "problem\u2028profile",
        "problem\fprofile",
        "problem*\n*profile",
        "multi-\nagency",
        "third-\nsector",
        "Fire\n& Rescue",
        "trydydd\nsector",
        "trydydd\n> sector",
        "Heddlu &\nThroseddu",
    ],
    "a word broken there": [
        "safe-\nguarding",
        "safe- \r\n guarding",
        "safe-\n> guarding",
        "safe=\nguarding",
        "safe=\r\nguarding",
        "safeg=\nuarding",
        "third =\nsector",
        "third=\n sector",
        "safe–\nguarding",
        "safe¬\nguarding",
        "safe\u00ad\nguarding",
        "safe-\n\fguarding",
        "prob-\nlem pro-\nfile",
        "dio-\ngelu",
        "gweith=\ngarwch",
    ],
}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(text, id=f"{row}-{number}")
        for row, texts in SAME.items()
        for number, text in enumerate(texts, 1)
    ],
)
def test_it_is_the_same_word_and_marked_as_a_whole(text):
    around = "Ŵ 😀 ", "; etc."

    assert marked(text.join(around), *ENGLISH, *WELSH) == [text]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        pytest.param("the polices", [], id="possessive-without-its-apostrophe"),
        pytest.param("police's", ["police's"], id="possessive"),
        pytest.param("and or", [], id="slash-left-out"),
        pytest.param("and - or", [], id="slash-as-a-dash"),
        pytest.param("third. Sector", [], id="two-sentences"),
        pytest.param("third, sector", [], id="comma"),
        pytest.param("third; sector: third: sector", [], id="other-signs"),
        pytest.param("third/sector", [], id="slash"),
        pytest.param("third_sector", [], id="underscore"),
        pytest.param("third+sector third=sector", [], id="plus-and-equals"),
        pytest.param("third - sector", [], id="hyphen-as-a-pause"),
        pytest.param("third – sector", [], id="dash-as-a-pause"),
        pytest.param("third -- sector", [], id="two-hyphens"),
        pytest.param("third — sector third -\nsector", [], id="pause-at-a-line-end"),
        pytest.param("safe - guarding", [], id="pause-inside-a-word"),
        pytest.param("safe -guarding", [], id="hyphen-before-the-rest-of-a-word"),
        pytest.param("safe guarding", [], id="space-inside-a-word"),
        pytest.param("safe.guarding safe,guarding", [], id="sign-inside-a-word"),
        pytest.param("the\nrapist", [], id="two-words-on-two-lines"),
        pytest.param("the-\nrapist", ["the-\nrapist"], id="with-a-hyphen-it-is-broken"),
        pytest.param("safe\nguarding sa\nfeguarding", [], id="line-end-in-a-word"),
        pytest.param("safe\n> guarding safe\fguarding", [], id="line-that-is-quoted"),
        pytest.param("NPCC1.50 safeguarding2.0", [], id="number-with-a-point"),
        pytest.param("safeguarding24/7", [], id="figures-and-a-stroke"),
        pytest.param("safe\n\nguarding", [], id="empty-line-in-a-word"),
        pytest.param("safe-\n\nguarding", [], id="empty-line-behind-a-hyphen"),
        pytest.param("safe-\n\u200b \nguarding", [], id="line-that-shows-nothing"),
        pytest.param("safe=\n\nguarding", [], id="empty-line-in-mail"),
        pytest.param("safe =\nguarding", [], id="equals-between-spaces"),
        pytest.param("the third\n\nsector", [], id="empty-line"),
        pytest.param("third\n>\n> sector", [], id="empty-line-that-is-quoted"),
        pytest.param("third > sector", [], id="greater-than"),
        pytest.param("“third” “sector”", [], id="two-quotations"),
        pytest.param("the “third” sector", [], id="quotation-that-ends"),
        pytest.param("third &#0; sector", [], id="no-sign"),
        pytest.param("childrená€™s services", [], id="signs-of-windows-by-accident"),
        pytest.param("third&#xD800;sector", [], id="no-sign-of-its-own"),
        pytest.param("Mr\nC.S.E. Jones", [], id="initials-in-the-next-line"),
        pytest.param("Mr\n> C.S.E. Jones", [], id="initials-that-are-quoted"),
        pytest.param("Inspector C.S.E. Jones", [], id="title-written-out"),
        pytest.param("&#39;NPCC&#39;, NPCC&nbsp;", ["NPCC", "NPCC"], id="reference"),
        pytest.param("third\n=\nsector", [], id="a-line-of-one-sign"),
        pytest.param("third==\nsector", [], id="a-line-under-a-heading"),
        pytest.param("third=\n\nsector", [], id="empty-line-behind-a-soft-break"),
        pytest.param("children?services", [], id="question-between-words"),
        pytest.param("children? s services", [], id="question-and-a-letter"),
        pytest.param("children?some services", [], id="question-and-a-word"),
        pytest.param("Fire &amper; Rescue", [], id="no-reference"),
        pytest.param("police\n* force", [], id="item-of-a-list"),
        pytest.param("police\n- force", [], id="item-with-a-hyphen"),
        pytest.param("police\n1. force", [], id="item-with-a-number"),
        pytest.param("Mr C.S.E. Jones", [], id="initials"),
        pytest.param("Dear Dr. C.S.E. Jones, PC  C.S.E.", [], id="initials-far-away"),
        pytest.param("the Mr, C.S.E.", ["C.S.E."], id="title-of-something-else"),
        pytest.param("CSE1", [], id="note-behind-three-letters"),
        pytest.param("NPCC1", ["NPCC"], id="note-behind-four"),
        pytest.param("NPCC123", [], id="three-figures"),
        pytest.param("NPCC1-2 NPCC1a", [], id="no-note"),
        pytest.param("police 1 force", [], id="figure-between"),
        pytest.param("police [1] force", [], id="note-apart"),
        pytest.param("police[a] force", [], id="letter-in-brackets"),
        pytest.param("Chief's Council's", [], id="possessive-of-a-possessive"),
        pytest.param("safeguarding¹", ["safeguarding"], id="raised-note-behind"),
        pytest.param("safeguarding[1],", ["safeguarding"], id="note-in-brackets"),
        pytest.param("safeguarding1.", ["safeguarding"], id="note-before-a-stop"),
        pytest.param("self-harm", [], id="end-of-a-compound"),
        pytest.param("self-\nharm", [], id="end-of-a-broken-compound"),
        pytest.param("c.s.e@x.org", [], id="e-mail"),
        pytest.param("www.c.s.e.org", [], id="web"),
        pytest.param("C.SE", [], id="stops-of-no-abbreviation"),
        pytest.param("C. S. E.", [], id="spaces-behind-the-stops"),
        pytest.param("about C.S.E. Then", ["C.S.E."], id="sentence-end"),
        pytest.param("C.S.E...", ["C.S.E."], id="only-one-more-stop"),
        pytest.param("C.S.E.A", [], id="longer-abbreviation"),
        pytest.param("third. sector", [], id="stop-behind-no-shortened-word"),
        pytest.param("section 4-7", [], id="range"),
        pytest.param("section 4.7 section 4,7", [], id="decimals"),
        pytest.param("Fire && Rescue", [], id="two-ampersands"),
        pytest.param("Fire, & Rescue", [], id="comma-and-ampersand"),
        pytest.param("Fire + Rescue", [], id="plus"),
        pytest.param("Fire a Rescue", [], id="a-word-of-another-language"),
        pytest.param("Fire & and Rescue", [], id="sign-and-word"),
        pytest.param("R D", [], id="ampersand-left-out"),
        pytest.param("Tân & ac Achub", [], id="sign-and-welsh-word"),
        pytest.param("plan (draft)", [], id="brackets"),
        pytest.param("officer (s) in the case", [], id="plural-apart"),
        pytest.param("officer(x) in the case", [], id="no-plural"),
        pytest.param("Police Crime and Courts Act", [], id="comma-left-out"),
        pytest.param("children services", [], id="s-left-out"),
        pytest.param("cse it It", [], id="small-letters"),
        pytest.param("HELP IT IS", [], id="line-of-capitals"),
    ],
)
def test_it_is_another_word(text, quotes):
    assert marked(f"– {text}", *ENGLISH, *WELSH) == quotes


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("J. K. Smith", acronym("JK")),
        ("the victim's", term("victims")),
        ("the panel's", term("panels")),
        ("the CPS's", acronym("CPSs")),
        ("who're", term("whore")),
        ("we're", term("were")),
        ("i'll", term("ill")),
        ("1-2", term("12")),
        ("47-a", term("47 b")),
        ("category & b", term("category a")),
        ("a & a", term("a and")),
        ("x & y", term("x a y")),
        ("yn\ngweithio", term("yngweithio", lang="cy")),
        ("gan\nfyddiad", term("ganfyddiad", lang="cy")),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_nor_is_any_of_these(text, form):
    assert marked(text, form) == []


@pytest.mark.parametrize(
    ("form", "texts"),
    [
        ("R&D", ["R&D", "R & D", "R and D"]),
        ("R & D", ["R & D", "R&D", "R and D"]),
        ("Q&A session", ["Q & A session", "Q and A session", "Q&A-session"]),
        ("C.S.E.", ["C.S.E.", "CSE", "C.S.E", "C-S-E"]),
        ("Ltd.", ["Ltd.", "ltd"]),
        ("officer(s)", ["officer(s)", "officer"]),
        ("officer(s) in the case", ["officer(s) in the case", "officer in the case"]),
        ("a-b-c-d-e", ["a-b-c-d-e", "a b c d e", "abcde"]),
        ("a-b c-d", ["a b c d", "ab c-d", "a-b cd", "ab cd"]),
        ("don't know", ["don't know"]),
        ("М.В.Д.", ["М.В.Д.", "МВД"]),
    ],
    ids=lambda one: one if isinstance(one, str) else "",
)
def test_a_name_that_is_written_so_itself_is_found_otherwise(form, texts):
    assert marked("; ".join(texts) + "; etc", form) == texts


def test_a_name_of_two_short_words_is_not_found_in_one():
    assert marked("redtape", "red tape") == []
    assert marked("redtapes", "red tapes") == ["redtapes"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("third sector", "exact"),
        ("Third sector", "folded"),
        ("third-sector", "folded"),
        ("thirdsector", "folded"),
        ("third\nsector", "folded"),
        ("third¹ sector", "folded"),
        ("third sectors", "plural"),
        ("third-\nsectors", "plural"),
    ],
)
def test_a_match_says_whether_it_is_spelled_so(text, name):
    words = vocabulary("third sector", term("third sectors", name="plural"))

    assert [match.form for match in words.find(text)] == [name]


@pytest.mark.parametrize(
    ("text", "code_points", "utf16", "utf8"),
    [
        pytest.param("😀 safe-\n> guarding", (2, 18), (3, 19), (5, 21), id="broken"),
        pytest.param("ŵ C.S.E.", (2, 8), (2, 8), (3, 9), id="full-stops"),
        pytest.param("ŵ Fire –", (), (), (), id="nothing"),
        pytest.param("😀 third¹ sector²", (2, 15), (3, 16), (5, 19), id="notes"),
        pytest.param("ŵ third–sector", (2, 14), (2, 14), (3, 17), id="dash"),
        pytest.param("“Fire & Rescue”", (1, 14), (1, 14), (3, 16), id="ampersand"),
        pytest.param("😀 **third** sector", (4, 18), (5, 19), (7, 21), id="markup"),
        pytest.param("ŷ safe\u00ad\nguarding", (2, 16), (2, 16), (3, 18), id="soft"),
    ],
)
def test_the_span_goes_over_all_that_is_in_between(text, code_points, utf16, utf8):
    found = vocabulary(*ENGLISH).find(text)

    spans = [
        [place for match in matches for place in match[:2]]
        for matches in (found, to_utf16(text, found), to_utf8(text, found))
    ]
    assert spans == [[*code_points], [*utf16], [*utf8]]


def test_candidates_are_those_of_every_way_to_read_a_word():
    forms = (
        term("safe guarding", "two"),
        term("safeguarding", "one"),
        term("safe-guarding", "hyphen"),
    )

    found = [match.candidates for match in vocabulary(*forms).find("safe-guarding")]

    assert found == [("hyphen", "two", "one")]


def test_the_order_of_languages_comes_first():
    forms = (term("safe guarding", "en"), term("safeguarding", "cy", "cy"))

    (match,) = vocabulary(*forms).find("safe-guarding", langs=["cy", "en"])

    assert (match.candidates, match.lang) == (("cy", "en"), "cy")


def test_of_ways_to_read_a_text_the_longest_counts():
    assert marked("safe-guarding team", "safeguarding", "safe", "guarding team") == [
        "safe-guarding"
    ]
    assert marked("level1 & level2 then", "level", "level1 and level2") == [
        "level1 & level2"
    ]


def test_a_name_keeps_its_own_figure_where_one_may_be_a_note():
    forms = (term("section4"), term("section"))

    assert marked("section4, section5", *forms) == ["section4", "section"]


def test_a_name_may_go_over_ampersands_that_are_read_in_two_ways():
    forms = ("fire & a half", term("tân a gwynt", lang="cy"))

    assert marked("fire & a half, tân & gwynt", *forms) == [
        "fire & a half",
        "tân & gwynt",
    ]


def test_an_abbreviation_of_several_words_is_read_without_what_is_no_word():
    forms = (acronym("NPCC team"), acronym("MoJ and CPS"))

    assert marked("NPCC1 team, MoJ & CPS, MoJ[1] and CPS", *forms) == [
        "NPCC1 team",
        "MoJ & CPS",
        "MoJ[1] and CPS",
    ]


def test_the_number_of_a_note_is_no_neighbour():
    forms = (term("charge", unless=("~ NUMBER", "~ sheet")),)

    assert marked("charge1 or charge 1 or charge2 sheet", *forms) == ["charge"]
    assert marked("a go.1", term("a go.", unless=("~ NUMBER",))) == []


def test_an_ampersand_is_read_as_a_sign_first():
    form = term("q & and andes")

    assert marked("q & andes, q & and andes", form) == ["q & andes", "q & and andes"]


def test_signs_at_the_end_of_a_name_may_be_apart():
    assert marked("plan (a ) ! plan (a\n)\n! plan (a )!", "plan (a ) !") == [
        "plan (a ) !",
        "plan (a\n)\n!",
    ]


def test_a_name_that_ends_with_a_full_stop_ends_there():
    assert marked("s.s, s. s", "s.") == ["s."]
    assert marked("level 1.5, level 1.", "level 1.") == ["level 1."]


def test_a_word_is_in_nine_pieces_at_most():
    forms = (acronym("ABCDEFGHI"), acronym("ABCDEFGHIJ"))

    assert marked("A.B.C.D.E.F.G.H.I. A.B.C.D.E.F.G.H.I.J.", *forms) == [
        "A.B.C.D.E.F.G.H.I."
    ]


def test_letters_beyond_latin_are_read_so_too():
    assert marked("Министр1 & фонд", term("министр and фонд")) == ["Министр1 & фонд"]
