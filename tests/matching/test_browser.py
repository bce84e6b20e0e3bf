"""The browser's engine finds what the server's finds."""

import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from glossary.matching import build_vocabulary, pack
from glossary.matching.characters import cased, letters
from glossary.matching.coding import flat_signs
from glossary.matching.conformance import cases as shared_cases
from glossary.matching.conformance import packs
from glossary.matching.term_pack import FORMAT
from tests.matching import joined
from tests.matching.marking import acronym, term, vocabulary
from tests.matching.strategies import CLITICS, FIELD, FOLDINGS, any_text, cases
from tests.matching.test_hostile_texts import HOSTILE

pytestmark = pytest.mark.browser

# Characters without their partner do not survive the way into a page.
_SURROGATES = range(0xD800, 0xE000)
# Every character of the scripts written with spaces, some of the others.
_COMPARED = (*range(0x3400), *range(0x3400, 0x20000, 13))
FIND_IN_ALL = """([pack, texts]) => {
    const terms = matching.loadPack(pack);
    return texts.map((text) => terms.find(text, { offsets: "code-point" }));
}"""


def as_found(matches):
    """Matches as they come back from the browser."""
    return [
        match._asdict() | {"candidates": list(match.candidates)} for match in matches
    ]


@pytest.mark.parametrize("case", shared_cases(), ids=lambda case: case.name)
def test_the_browser_finds_what_the_case_says(engine, case):
    expected = [
        {name: value for name, value in match.items() if name != "quote"}
        for match in case.matches
    ]

    found = engine.find(
        packs()[case.vocabulary], case.text, langs=case.langs, exclude=case.exclude
    )

    assert found == expected


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(case=cases())
def test_both_find_the_same(engine, case):
    text = case.text.replace("\ud83d", "")
    words = build_vocabulary(
        case.forms, clitics=CLITICS, foldings=FOLDINGS, field=FIELD
    )

    found = engine.find(pack(words), text, **case.options)

    assert found == as_found(words.find(text, **case.options))


@settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_both_find_the_same_however_words_are_joined(engine, data):
    known = data.draw(joined.forms())
    texts = data.draw(st.lists(joined.texts_with(known), min_size=1, max_size=5))
    words = build_vocabulary(
        known, clitics=CLITICS, conjunctions=joined.CONJUNCTIONS, foldings=FOLDINGS
    )

    theirs = engine.evaluate(FIND_IN_ALL, [pack(words), texts])

    assert theirs == [as_found(words.find(text)) for text in texts]


@settings(
    max_examples=100,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(text=any_text())
def test_both_find_the_same_in_any_text(engine, text):
    text = "".join(part for part in text if is_known(part))
    parts = [*(text[:end] for end in range(3, len(text), 4)), text[2:9]]
    forms = [term(part, lang=lang) for part in parts for lang in ("en", "xx")]
    words = build_vocabulary(forms, foldings=FOLDINGS)

    assert engine.find(pack(words), text) == as_found(words.find(text))


def test_both_read_every_character_alike(engine):
    """Each is a word between two words: what it folds to shows in what is found.

    Left out are those that only one of the two versions of Unicode knows.
    """
    known = [chr(point) for point in _COMPARED if is_known(chr(point))]
    assert len(known) > 10_000

    read = engine.evaluate(
        """async (characters) => {
            const { cased, letters } = await import("/matching/characters.js");
            const { flatSigns } = await import("/matching/coding.js");
            return characters.map((one) => [
                flatSigns(`a${one}b`), letters(one), cased(one),
            ]);
        }""",
        known,
    )

    differing = [
        (hex(ord(character)), theirs)
        for character, theirs in zip(known, read, strict=True)
        if theirs
        != [
            flat_signs(f"a{character}b").decode("latin-1"),
            letters(character),
            cased(character),
        ]
    ]
    assert differing == []


def is_known(character):
    """Whether the character is in every version of Unicode that may be at work."""
    return ord(character) not in _SURROGATES and unicodedata.category(character) != "Cn"


def test_first_occurrences_meet_each_entry_once(engine):
    words = vocabulary(acronym("SOC", "one"), acronym("SOC", "two"), term("x", "one"))

    found = engine.evaluate(
        """([pack, text]) => {
            const found = matching.loadPack(pack).find(text);
            return matching.firstOccurrences(found).map((one) => one.start);
        }""",
        [pack(words), "x SOC x SOC"],
    )

    assert found == [0, 2]


@pytest.mark.parametrize(
    ("options", "unit"),
    [
        pytest.param({}, "utf-16-le", id="left-out"),
        pytest.param({"offsets": "utf-16"}, "utf-16-le", id="utf-16"),
        pytest.param({"offsets": "code-point"}, "utf-32-le", id="code-point"),
        pytest.param({"offsets": "utf-8"}, "utf-8", id="utf-8"),
    ],
)
def test_offsets_count_what_was_asked_for(engine, options, unit):
    text, words = "é ŵ € 😀😀 child, 漢 child", pack(vocabulary("child"))
    width = {"utf-16-le": 2, "utf-32-le": 4, "utf-8": 1}[unit]

    found = engine.evaluate(
        "([pack, text, options]) => matching.loadPack(pack).find(text, options)",
        [words, text, options],
    )

    cut = [slice(match["start"] * width, match["end"] * width) for match in found]
    assert [text.encode(unit)[part].decode(unit) for part in cut] == ["child", "child"]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        pytest.param({"lang": "en"}, "lang", id="unknown-name"),
        pytest.param({"langs": "en"}, "langs", id="no-list-of-languages"),
        pytest.param({"exclude": "x"}, "exclude", id="no-list-of-entries"),
        pytest.param({"offsets": "bytes"}, "utf-8", id="unknown-unit"),
    ],
)
def test_a_slip_in_an_option_is_refused_by_name(engine, options, said):
    assert said in refusal(engine, options=options)


def test_a_pack_of_another_format_is_refused_with_both_numbers(engine):
    known = pack(vocabulary("child"))["format"]

    refused = refusal(engine, format=known + 1)

    assert f"format {known}" in refused
    assert f"format {known + 1}" in refused
    assert '"matching"' in refused


def refusal(engine, options=None, **changes):
    """Return in which words a pack with these changes, or an option, is refused."""
    return engine.evaluate(
        """([pack, options]) => {
            try { matching.loadPack(pack).find("", options); return ""; }
            catch (error) { return error.message; }
        }""",
        [pack(vocabulary("child")) | changes, options or {}],
    )


def test_what_it_exports_is_what_is_documented(engine):
    names = engine.evaluate("Object.keys(matching)")

    assert sorted(names) == ["FORMAT", "firstOccurrences", "loadPack"]
    assert engine.evaluate("matching.FORMAT") == FORMAT


@pytest.mark.parametrize(("text", "form", "times"), HOSTILE)
def test_a_text_made_to_take_long_is_read(engine, text, form, times):
    assert len(engine.find(pack(vocabulary(form)), text)) == times


def test_a_long_text_of_nothing_but_starts_is_read(engine):
    text = "child sexual " * 20_000 + "child sexual exploitation"

    found = engine.find(pack(vocabulary("child sexual exploitation")), text)

    assert [(match["start"], match["end"]) for match in found] == [
        (len(text) - 25, len(text))
    ]
