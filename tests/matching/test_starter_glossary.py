"""Both engines find the same of the starter glossary, in letters and in its own texts."""

from pathlib import Path

import pytest
import yaml

from glossary import languages
from glossary.management.content_terms import marking_vocabulary
from glossary.matching import pack

pytestmark = pytest.mark.browser

CONTRACTS = Path(__file__).parents[1] / "contracts"
LETTERS = [
    row["text"]
    for name in ("everyday", "official")
    for row in yaml.safe_load((CONTRACTS / f"{name}_texts.yaml").read_text("utf-8"))
]
FIND = """([pack, texts, langs]) => {
    const terms = matching.loadPack(pack);
    return texts.map((text) => terms.find(text, { langs, offsets: "code-point" }));
}"""


def own_texts(content):
    """Return what entries say, a text for each language, and what they quote."""
    for entry in content.entries.values():
        yield from (citation.quotation or "" for citation in entry.citations)
        for section in entry.languages.values():
            said = [section.short, section.explanation, section.for_you]
            yield "\n\n".join(text for text in said if text)


@pytest.mark.parametrize("first", languages.codes())
def test_both_find_the_same_of_the_starter_glossary(engine, starter_content, first):
    words = marking_vocabulary(starter_content.entries.values())
    langs = sorted(languages.codes(), key=lambda code: code != first)
    texts = [*LETTERS, *own_texts(starter_content), "\n\n".join(LETTERS)]

    theirs = engine.evaluate(FIND, [pack(words), texts, langs])

    ours = [
        [
            match._asdict() | {"candidates": list(match.candidates)}
            for match in words.find(text, langs=langs)
        ]
        for text in texts
    ]
    assert theirs == ours
    assert sum(map(len, ours)) > 1000
