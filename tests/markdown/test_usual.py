"""Two readers of Markdown find the same where the quick one reads at all."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from glossary.document import LAYERS
from glossary.markdown.reading import read, read_any
from glossary.markdown.usual import read_usual

MARKS = [
    *"abé&<>\"'!~`#()[]_*\\ \n\t\r\0\x0b\xa0\u2028",
    *("\n\n", "- ", "\n- ", "1. ", "2) ", "+ ", "-", "  ", "    "),
    *("[b](entry:x)", "[c d](lang:cy)", "[e](https://x.test/)", "[](entry:y)"),
    *("[f](lang:en-)", "](entry:x)", "[g](entry:X)", "[h](entry:x 'title')"),
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(MARKS), max_size=9).map("".join))
@example("a\n- b\n- c\n\nd\n\n- e\n\n- f")
@example("- a\nb")
@example("a\nb")
@example("- - a")
def test_the_quick_reader_finds_what_the_other_finds(text):
    assert read_usual(text) in (None, read_any(text))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("One.\n\nTwo.", id="paragraphs"),
        pytest.param("Do:\n\n- one\n- two\n\nThen that.", id="a-list"),
        pytest.param("Do:\n- one", id="a-list-behind-a-line"),
        pytest.param("A [b](entry:c), [d](lang:cy)", id="links"),
    ],
)
def test_the_quick_reader_reads_what_is_usual(text):
    assert read_usual(text) == read_any(text)


def test_the_quick_reader_reads_nearly_all_of_our_texts(starter_content):
    texts = [
        text
        for entry in starter_content.entries.values()
        for section in entry.languages.values()
        for layer in LAYERS
        if (text := getattr(section, layer))
    ]
    unusual = [text for text in texts if read_usual(text) is None]

    assert len(unusual) < len(texts) / 20


@pytest.mark.parametrize("text", ["*a*", "a\nb", "1. a", r"\[a](entry:b)"])
def test_what_is_not_usual_is_read_by_the_other_reader(text):
    assert read_usual(text) is None
    assert read(text) == read_any(text)
