"""What the tests of annotation share: a small vocabulary, and HTML read back."""

from __future__ import annotations

from functools import partial
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from glossary.annotation import Annotated, annotate
from glossary.matching import Form, build_vocabulary

if TYPE_CHECKING:
    from collections.abc import Sequence

VOID = {"br", "hr", "wbr"}
VOCABULARY = build_vocabulary(
    [
        Form("problem profile", "problem-profile", "en"),
        Form("broffil problem", "problem-profile", "cy", "soft-mutation"),
        Form("grooming", "grooming", "en"),
        Form("CSE", "exploitation", "en", case_sensitive=True),
        Form("CSE", "certificate", "en", case_sensitive=True),
    ]
)


def mark(markup: str, *, exclude: Sequence[str] = ()) -> Annotated:
    """Annotate ``markup`` with the vocabulary above."""
    find = partial(VOCABULARY.find, exclude=exclude)
    return annotate(
        markup,
        find=lambda text, _: find(text),
        page=lambda ids, lang: (f"/{lang or 'en'}/{ids[0]}/", lang or "en"),
        langs=("en", "cy"),
    )


def quotes(done: Annotated) -> list[str]:
    """Return what was found, as the text has it."""
    return [done.text[match.start : match.end] for match in done.matches]


class Read(HTMLParser):
    """HTML as a browser's owner sees it: its text, its links, and where they are."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.text = ""
        self.links: list[str] = []
        self.around_links: list[str] = []
        self.tags: list[str] = []
        self.is_balanced = True
        self._open: list[str] = []
        self.feed(markup)
        self.close()
        self.is_balanced = self.is_balanced and not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        is_ours = tag == "a" and ("class", "glossary-term") in attrs
        if is_ours:
            self.links.append("")
            self.around_links += self._open
        if tag not in VOID:
            self._open.append("!" if is_ours else tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() not in {tag, "!"}:
            self.is_balanced = False

    def handle_data(self, data: str) -> None:
        self.text += data
        if "!" in self._open:
            self.links[-1] += data
