"""Texts and vocabularies made of what goes wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from hypothesis import strategies as st

from glossary.matching import Form
from glossary.text import ACCENTS, Folding

if TYPE_CHECKING:
    from collections.abc import Sequence

CLITICS = {"cy": ("ch", "n", "r")}
CONJUNCTIONS = {"en": ("and",), "cy": ("a", "ac")}
FOLDINGS = {
    "xx": Folding(
        silent=f"{ACCENTS}\u093c", kept="åйı", small=(("I", "ı"), ("İ", "i"))
    ),
}
ENTRIES = ("one", "two", "three", "four")

WORDS = st.sampled_from(
    """child abuse cam drin it cse CSE MoJ TOEX IT heddlu plant r n ch a section 4 47
    safe guarding safeguarding childs s and ac Rt hon the c.s.e. C.S.E R&D safe-guarding
    child's childs' rt. child(s) child1 abuse¹ 4p £4 some extra childish dŵr straße ﬁle İt uk www org фонд юонд 警 察 हिन्दी 한국 ŉ
    𐐀 मै में काल कल ក្ក ក ป่า ปา หนำ må ma мой мои ısı ISI isi שָׁלוֹם שלום צה"ל صُلْح صلح""".split()
)
JOINTS = st.sampled_from(
    [" "] * 12
    + [
        "-",
        "'",
        "’",
        "\u2011",
        ", ",
        ". ",
        "; ",
        "/",
        "_",
        "@",
        ".",
        "&",
        "#",
        "?",
        "://",
    ]
    + [
        "  ",
        "\n",
        "\r\n",
        "\n\n",
        "\t",
        "\f",
        "\n\f\n",
        "\u2029",
        " : ",
        " (",
        "\u00a0",
        "\u2028",
        "-\n",
        "-\r\n ",
        " - ",
    ]
    + [
        "- ",
        " -",
        "-  ",
        "– ",
        " –",
        "¬",
        "¬\n",
        "—\n",
        "=\n",
        "= \r\n",
        "-\n\n",
        "-\n \n",
    ]
    + [" & ", "&", " &", "& ", " and ", "\n&\n", "’ ", "' ", "s' ", "ʼs ", "´", "`"]
    + [
        "(s) ",
        "(ion)",
        "1 ",
        "12, ",
        "¹ ",
        "²,³ ",
        "[1] ",
        "[1",
        "** ",
        " **",
        "_ ",
        "* ",
        "† ",
        "?s",
        "?s ",
        " =\n",
        "\ufffd",
        "&amp;",
        "&quot; ",
        "1 (",
        "[1] (",
        "(s) (",
    ]
    + ["\n> ", "\r\n>> ", "-\n> ", "\n>\n", "> ", "\n* ", "\n\u200b\n", "-\n\u200b\n"]
    + ["\u00ad", "\u00ad\n", "\u200b", "\0", "\u0301", "\u0302", "\u20dd", "\ufe0f"]
    + [" (", ") ", '"', "“", "”", "–", "¹", "😀", "'s", "'r ", "'n", "1", "", "\ud83d"]
)
BREAKS = st.sampled_from(
    [
        "-",
        "- ",
        "-\n",
        "–",
        "\n",
        " \n ",
        "\u00ad",
        "\u00ad\n",
        "=\n",
        "\n> ",
        "'",
        ".",
        "’",
    ]
)
FORM_JOINTS = st.sampled_from(
    [" "] * 8
    + [
        "-",
        "'",
        ", ",
        " (",
        "&",
        "/",
        "\n",
        "’",
        "",
        " & ",
        " and ",
        " a ",
        "s' ",
        "'s ",
    ]
    + [". ", "(s) ", ".", " – "]
)
RULES = st.lists(
    st.sampled_from(
        [
            "~ (plant|abuse)",
            "a (some|) child ~",
            "~ (of|) MONEY",
            "~ NUMBER",
            "MONEY ~",
            "~ ... abuse",
            "child* ... a ~",
            "* (child|a) ~",
            "~ *",
            "a ~ (r plant|section NUMBER)",
            "some extra",
            "plant",
            "child*",
            "(a|some) (it|)",
        ]
    ),
    max_size=2,
)
FIELD = ["(abuse|plant)", "cse", "(some|) dŵr*"]
FORM_ENDS = st.sampled_from([""] * 6 + ["'", "'s", ")", "-", ".", '"'])


DEFINING = [
    "child section extra ({})",
    "child abuse of extra (the {})",
    "{} (child some extra, a)",
    "{} [section]",
    "{}: child some EXTRA",
    "{} = it child some plant extra",
    "child some extra, which is also known as the {}",
    "Child section extra or the {}",
    "“{}” – child section extra",
    "child abuse : {}",
]


class Case(NamedTuple):
    """What is looked for, in which text and how."""

    forms: Sequence[Form]
    text: str
    options: dict[str, Any]


@st.composite
def written(draw: st.DrawFn, joints: st.SearchStrategy[str], most: int) -> str:
    """Some words in any capitals, with ``joints`` between them."""
    words = draw(st.lists(WORDS, min_size=1, max_size=most))
    parts = [draw(st.sampled_from(_cases(word))) + draw(joints) for word in words[:-1]]
    return "".join(parts) + draw(st.sampled_from(_cases(words[-1])))


def _cases(word: str) -> list[str]:
    return [word, word, word, word.upper(), word.capitalize(), word.lower()]


def _broken(facts: tuple[str, str, int]) -> str:
    """A text with a sign in it as a word has it that is broken."""
    text, sign, place = facts
    return text[:place] + sign + text[place:]


@st.composite
def forms(draw: st.DrawFn) -> list[Form]:
    """A few forms, some of them with rules."""
    texts = draw(
        st.lists(
            st.tuples(written(FORM_JOINTS, 4), FORM_ENDS).map("".join),
            min_size=1,
            max_size=8,
        )
    )
    facts = st.tuples(
        st.sampled_from(ENTRIES),
        st.sampled_from(("en", "cy", "xx")),
        st.sampled_from(("exact", "plural", "soft-mutation")),
        st.booleans(),
        st.booleans(),
    )
    made = []
    for text in texts:
        entry, lang, name, case_sensitive, also_small = draw(facts)
        unless, only = draw(RULES), draw(RULES | st.just([]) | st.just(["FIELD"]))
        made.append(
            Form(
                text,
                entry,
                lang,
                name,
                case_sensitive,
                tuple(unless),
                tuple(only),
                also_small=case_sensitive and also_small,
            )
        )
    return made


@st.composite
def cases(draw: st.DrawFn) -> Case:
    """Some forms and a text in which they, or nearly they, are likely to be."""
    known = draw(forms())
    sure = st.sampled_from([form.text for form in known])
    definitions = [
        text.format(form.text)
        for form in known
        if form.case_sensitive
        for text in DEFINING
    ]
    pieces = (
        sure
        | sure.map(str.upper)
        | sure.map(str.lower)
        | st.tuples(sure, JOINTS).map(lambda both: both[0].replace(" ", both[1], 1))
        | st.tuples(sure, JOINTS).map(lambda both: both[0].replace(" ", both[1]))
        | st.tuples(sure, BREAKS, st.integers(1, 9)).map(_broken)
        | sure.map(lambda text: ".".join(text.upper()))
        | sure.map(lambda text: text.replace("'", "").replace("-", ""))
        | sure.map(lambda text: text.replace(" and ", " & ").replace(" a ", " & "))
        | st.sampled_from(definitions or [" "])
        | written(JOINTS, 3)
        | JOINTS
    )
    parts = draw(st.lists(st.tuples(pieces, JOINTS).map("".join), max_size=8))
    options: dict[str, Any] = {}
    if draw(st.booleans()):
        options["exclude"] = draw(st.lists(st.sampled_from(ENTRIES), max_size=2))
        options["langs"] = draw(
            st.sampled_from(
                [None, ["en"], ["xx"], ["cy", "en"], ["en", "cy", "xx"], []]
            )
        )
    return Case(known, "".join(parts), options)


def any_text() -> st.SearchStrategy[str]:
    """Any text at all, with a word or two in it."""
    return st.lists(
        st.text(max_size=12) | written(JOINTS, 2), min_size=1, max_size=4
    ).map("".join)
