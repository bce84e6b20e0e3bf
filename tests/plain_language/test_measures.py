"""How hard a text of somebody else's is, and which language it is in."""

from pathlib import Path

import pytest

from glossary.plain_language import counting_rules, likely_language, measure
from tests.browser.reader import chromium_browser

SCRIPT = Path(__file__).parents[2] / "glossary" / "static" / "glossary" / "measures.js"
LONG = "The chief constable said " + "that they would look into it and " * 6 + "wait."
WELSH = "Mae'r heddlu wedi dweud wrthyn ni fod y ffeil yn y swyddfa."
TEXTS = [
    "",
    "One. Two! Three?",
    "See Mr. Jones. Then go (soon). “Really?” Yes.",
    f"{LONG} Short. {LONG}\n\n{LONG}",
    "A line that goes\non here, and\n\nA heading\nAnother line",
    f"{WELSH} Gw. h.y. dyna i gyd. Ŵyr e? 1,000 o bobl; it’s non‑recent.",
    "Dots . . . and more...... No end 😀 Yes. 12 men. a.b@c.uk\tx",
    "पुलिस ने जाँच की. הַמִּשְׁטָרָה בָּאָה! צה״ל תחנת־משטרה. ตำรวจ มา. الشُّرْطَة",
]


@pytest.mark.parametrize(
    ("text", "words", "sentences"),
    [
        pytest.param("", 0, 0, id="nothing"),
        pytest.param("One two. Three!", 3, 2, id="two"),
        pytest.param("Ask Mr. Jones.", 3, 1, id="abbreviation"),
        pytest.param("A line that\ngoes on.", 5, 1, id="line-break-of-a-pdf"),
        pytest.param("A heading\nThe text.", 4, 2, id="heading"),
        pytest.param("पुलिस ने जाँच की.", 4, 1, id="vowel-signs"),
        pytest.param("הַמִּשְׁטָרָה בָּאָה. צה״ל!", 3, 2, id="points"),
    ],
)
def test_words_and_sentences_are_counted(text, words, sentences):
    found = measure(text, "en")

    assert (found.words, found.sentences) == (words, sentences)


def test_the_longest_sentences_come_in_the_order_of_the_text():
    text = f"Short. {LONG} Shorter. {LONG} {LONG}"

    found = measure(text, "en")

    assert found.long == 3
    assert [text[row.start : row.end] for row in found.longest] == [LONG] * 3
    assert {row.words for row in found.longest} == {47}


def test_no_more_than_the_five_longest_are_shown():
    found = measure(" ".join([LONG] * 9), "en")

    assert (found.long, len(found.longest)) == (9, 5)


@pytest.mark.parametrize(
    ("text", "langs", "lang"),
    [
        pytest.param(WELSH, ["en", "cy"], "cy", id="welsh"),
        pytest.param(LONG, ["cy", "en"], "en", id="english"),
        pytest.param("HMICFRS", ["cy", "en"], "cy", id="nothing-to-tell-by"),
    ],
)
def test_a_language_is_guessed_by_its_common_words(text, langs, lang):
    assert likely_language(text, langs) == lang


def test_a_row_of_dots_is_read_once():
    assert measure("." * 200_000, "en").words == 0


@pytest.mark.browser
def test_the_browser_counts_alike(chromium):
    rules = counting_rules(["en", "cy"])
    with chromium_browser(chromium) as browser:
        page = browser.new_page()
        page.evaluate(
            """async (source) => {
                const type = "text/javascript";
                const address = URL.createObjectURL(new Blob([source], { type }));
                window.measures = await import(address);
            }""",
            SCRIPT.read_text(encoding="utf-8"),
        )
        seen = [
            page.evaluate(
                "([text, lang, rules]) => [measures.measure(text, lang, rules),"
                " measures.likelyLanguage(text, ['en', 'cy'], rules)]",
                [text, lang, rules],
            )
            for text in TEXTS
            for lang in ("en", "cy")
        ]

    expected = [
        [in_the_browser(text, lang), likely_language(text, ["en", "cy"])]
        for text in TEXTS
        for lang in ("en", "cy")
    ]
    assert seen == expected


def in_the_browser(text, lang):
    """Return the counts as ``measures.js`` gives them: places in UTF-16 units."""
    found = measure(text, lang)

    def place(at):
        return len(text[:at].encode("utf-16-le")) // 2

    return {
        "words": found.words,
        "sentences": found.sentences,
        "average": found.average,
        "long": found.long,
        "longest": [
            {"start": place(row.start), "end": place(row.end), "words": row.words}
            for row in found.longest
        ],
    }
