"""The same words have the same marks, as plain text and in any markup."""

import html
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from glossary.annotation import annotate, read_page, read_words
from glossary.matching import Form, build_vocabulary
from tests.annotation.marking import Read

VOCABULARY = build_vocabulary(
    [
        Form("problem profile", "problem-profile", "en"),
        Form("broffil problem", "problem-profile", "cy", "soft-mutation"),
        Form("police force", "police-force", "en"),
        Form("children's services", "childrens-services", "en"),
        Form("safeguarding", "safeguarding", "en"),
        Form("CSE", "exploitation", "en", case_sensitive=True),
        Form("charge", "charge", "en", unless=("~ of",), only=("police ~", "FIELD")),
    ],
    clitics={"cy": ["r"]},
    field=["police"],
)
WORD = st.sampled_from(
    "problem profile broffil police force children's children’s services safeguarding "
    "CSE (CSE) charge of the & < ŵy".split()
)
PARAGRAPHS = st.lists(
    st.lists(WORD, min_size=1, max_size=8).map(" ".join), min_size=1, max_size=5
)
LINES = "b i em span a u mark small font x-y o:p".split()
BLOCKS = [
    "<p>{}</p>",
    "<p>{}",
    "<div>{}</div>",
    "<h2>{}</h2>",
    "<ul><li>{}</ul>",
    "<section><p>{}</section>",
    "<blockquote>{}</blockquote>",
    "<table><tr><td>{}</table>",
    "<table><td>{}</td>",
    "<table>{}</table>",
    "<td>{}</td>",
    "<center>{}</center>",
    "<form><label>{}</label></form>",
    "<dl><dd>{}</dl>",
    "<hr>{}<hr>",
    "<p hidden>police</p><p>{}</p>",
    "<p>{}<!-- police --></p>",
]


@st.composite
def marked_up(draw, paragraphs):
    return "\n".join(
        draw(st.sampled_from(BLOCKS)).format(draw(in_lines(paragraph)))
        for paragraph in paragraphs
    )


@st.composite
def in_lines(draw, text):
    """Return ``text`` as markup of a line: elements, entities, comments."""
    parts = []
    for letter in text:
        kind = draw(st.integers(0, 40))
        written = html.escape(letter)
        if kind == 0:
            name = draw(st.sampled_from(LINES))
            written = f"<{name}>{written}</{name}>"
        elif kind == 1:
            written = f"&#{ord(letter)};"
        elif kind == 2:
            written = f"{written}<!-- x --><wbr>"
        elif kind == 3:
            written = f"{written}<i hidden>x</i>"
        elif letter == " " and kind < 12:
            written = draw(st.sampled_from(["\n", "&#32;", "<br>", "\t "]))
        parts.append(written)
    return "".join(parts)


@st.composite
def both(draw):
    paragraphs = draw(PARAGRAPHS)
    return "\n\n".join(paragraphs), draw(marked_up(paragraphs))


def found(text, matches):
    return [(" ".join(text[m.start : m.end].split()), *m[2:4]) for m in matches]


@settings(max_examples=300, deadline=None)
@given(both())
def test_the_same_words_have_the_same_marks(texts):
    plain, markup = texts

    done = annotate(
        markup, find=lambda text, _: VOCABULARY.find(text), page=lambda *_: None
    )

    assert done.text.split() == plain.split()
    assert found(done.text, done.matches) == found(plain, VOCABULARY.find(plain))


CASES = Path(__file__).parent / "cases"
EXPECTED = yaml.safe_load((CASES / "expected.yaml").read_text("utf-8"))
NAMES = {
    "safeguarding": "safeguarding",
    "problem profile": "problem-profile",
    "multi-agency": "multi-agency",
    "bail conditions": "bail-conditions",
    "third sector": "third-sector",
    "police force": "police-force",
    "social services": "social-services",
    "children's services": "childrens-services",
    "CSE": "child-sexual-exploitation",
    "IICSA": "iicsa",
    "referral": "referral",
    "CPS": "cps",
    "NCA": "nca",
    "POLIT": "polit",
    "TOEX": "toex",
    "ROCU": "regional-organised-crime-unit",
}
OF_CASES = build_vocabulary(
    Form(name, entry, "en", case_sensitive=name.isupper())
    for name, entry in NAMES.items()
)


def test_every_case_says_what_is_expected():
    assert {path.name for path in CASES.glob("*.html")} == EXPECTED.keys()


@pytest.mark.parametrize("name", EXPECTED)
def test_pages_of_others_are_read_as_their_readers_see_them(name):
    markup, expected = (CASES / name).read_text("utf-8"), EXPECTED[name]

    done = annotate(
        markup,
        find=lambda text, _: OF_CASES.find(text),
        page=lambda ids, _: (f"/{ids[0]}/", "en"),
    )
    read = read_page(markup)
    marked = {match.candidates[0] for match in done.matches}

    assert marked == {*expected["must"]}
    assert {match.candidates[0] for match in OF_CASES.find(read.text)} == marked
    assert len(Read(done.html).links) == len(marked)
    assert read.has_hidden == expected["hidden"]
    for words in expected["no_text"]:
        assert words not in read.text
        assert words not in read_words(done.html)
