"""Texts in which names are written with other joints than their own, or in pieces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

from glossary.matching import Form

if TYPE_CHECKING:
    from collections.abc import Sequence

CONJUNCTIONS = {"en": ("and",), "cy": ("a", "ac")}

_WORDS = st.sampled_from(
    """child children's safe guarding safeguarding chief's chiefs chiefs' council cam
    drin and a ac the yn C.S.E. CSE MoJ iicsa IICSA rt Rt hon op makesafe problem
    profile officer swyddog s r police crime 149 ADR 12 third sector multi agency IT e
    bost dŵr ŵyl heddlu'r ﬁle 警 𐐀""".split()
)
_IN_FORMS = st.sampled_from(
    [" "] * 8
    + [
        "-",
        "-",
        "'",
        "’",
        " & ",
        "&",
        ". ",
        "/",
        " – ",
        "–",
        " (",
        ", ",
        "",
        "(s) ",
        "[1] ",
    ]
)
_AT_ENDS = st.sampled_from([""] * 8 + ["(s)", "[2]", "'", "'s", "s'", ")", ".", "-"])
_HYPHENS = ["-", "- ", " -", " - ", "\u2011", "–", " – ", "—", "¬"]
_BREAKS = ["\n", "\r\n", "-\n", "- \n", "-\r\n", "¬\n", "=\n", "= \r\n", "\f", "\t\n"]
_PARTING = ["\n\n", "\n  \n", "\u2029", "\n\f\n", "-\n\n"]
_QUOTING = ["\n> ", "\n > > ", "\r> ", "-\n> ", "\u00ad\n> ", "\n>", "> "]
_APOSTROPHES = [
    "'",
    "’",
    "`",
    "´",
    "'s ",
    "' ",
    " '",
    "'r ",
    "",
    "?s",
    "?s ",
    "?n",
    "â€™",
    "â€",
    "\ufffd",
    "\u0092",
]
_AND = ["&", " & ", " &", "& ", " &\n", " && ", "&amp;", "&#x27;", "&nbsp;"]
_REFERENCES = ["&#8211;", "&wcirc;", "&shy;", "&#0;"]
_STOPS = [".", ". ", "..", ". \n", ","]
_NOTES = [
    "¹",
    "¹ ",
    " ¹",
    "²,³ ",
    "[1] ",
    "[12]",
    "[1234] ",
    "1",
    "12 ",
    "123 ",
    "1-",
    "†",
    "‡ ",
]
_MARKUP = ["_", "*", "**", "** ", " **", "_ ", "~", "“", '" ', "”"]
_OPEN = ["(s)", "(s) ", "(ion) ", "(es)-", "(x) "]
_HIDDEN = ["\u00ad", "\u00ad\n", "\u200b", "\u200b-\n", "-\u200b\n", "\0", "\u0301"]
_IN_TEXTS = st.sampled_from(
    [" "] * 10
    + [*_HYPHENS, *_BREAKS, *_PARTING, *_QUOTING, *_APOSTROPHES, *_AND, *_STOPS]
    + [
        *_REFERENCES,
        "[1][2] ",
        *_NOTES,
        *_MARKUP,
        *_OPEN,
        *_HIDDEN,
        "  ",
        "😀",
        "😀-\n",
        "@",
        ".uk",
        "://",
    ]
)


def _in_any_capitals(text: str) -> st.SearchStrategy[str]:
    changed = [text.upper(), text.lower(), text.capitalize()]
    return st.sampled_from([text] * 5 + changed)


@st.composite
def _written(draw: st.DrawFn, joints: st.SearchStrategy[str], most: int) -> str:
    words = draw(st.lists(_WORDS, min_size=1, max_size=most))
    first, *more = [draw(_in_any_capitals(word)) for word in words]
    return first + "".join(draw(joints) + word for word in more)


@st.composite
def forms(draw: st.DrawFn) -> list[Form]:
    """A few names, and abbreviations that may be written in small letters."""
    texts = st.tuples(_written(_IN_FORMS, 4), _AT_ENDS).map("".join)
    form = st.builds(
        Form,
        texts,
        st.sampled_from("pqrs"),
        st.sampled_from(("en", "cy", "en")),
        st.sampled_from(("exact", "plural")),
        st.booleans(),
        also_small=st.booleans(),
    )
    return draw(st.lists(form, min_size=1, max_size=6))


@st.composite
def texts_with(draw: st.DrawFn, known: Sequence[Form]) -> str:
    """A text with some of the ``known`` names, their joints changed and some added."""
    parts: list[str] = []
    for _ in range(draw(st.integers(1, 6))):
        part = draw(st.sampled_from(known)).text
        for _ in range(draw(st.integers(0, 3))):
            at = draw(st.integers(0, len(part)))
            is_joint = not part[at : at + 1].isalnum()
            part = part[:at] + draw(_IN_TEXTS) + part[at + is_joint :]
        parts += draw(_in_any_capitals(part)), draw(_IN_TEXTS)
        if draw(st.booleans()):
            parts += draw(_written(_IN_TEXTS, 3)), draw(_IN_TEXTS)
    return "".join(parts)
