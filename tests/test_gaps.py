"""People are told of everything in a file that could not be read."""

from __future__ import annotations

import pytest
from django.utils.translation import override

from glossary import languages
from glossary.files import Gap, Unread
from glossary.gaps import SENTENCES, missing_in, tell
from glossary.plain_language import measure
from glossary.web.texts.unread import from_field, to_field

TEXT = "The police force.\n\nTŷ."


def told(*gaps, lang="en"):
    with override(lang):
        return tell(missing_in(gaps))


@pytest.mark.parametrize("what", Unread)
def test_each_kind_of_gap_has_its_own_words_in_every_language(what):
    (english,) = told(Gap(what))
    (welsh,) = told(Gap(what), lang="cy")

    assert english.startswith(str(SENTENCES[what]))
    assert english != welsh


@pytest.mark.parametrize("what", Unread)
@pytest.mark.parametrize("lang", languages.codes())
def test_the_words_for_a_gap_are_short(what, lang):
    (words,) = told(Gap(what), lang=lang)

    assert measure(words, lang).long == 0


@pytest.mark.parametrize(
    ("pages", "shown"),
    [
        ((1,), "Page: 1"),
        ((2, 5), "Pages: 2, 5"),
        ((5, 6), "Pages: 5 to 6"),
        ((7, 2, 5, 6), "Pages: 2, 5 to 7"),
    ],
)
def test_pages_in_a_row_are_told_by_the_first_and_the_last(pages, shown):
    (words,) = told(Gap(Unread.PICTURE_PAGES, pages))

    assert words == f"Some pages are pictures: we cannot read them. {shown}"


def test_pages_are_told_in_welsh():
    (words,) = told(Gap(Unread.LOST_PAGES, (1, 3, 4)), lang="cy")

    assert words.endswith("Tudalennau: 1, 3 i 4")


GAPS = missing_in((Gap(Unread.PICTURE_PAGES, (2, 5, 6, 7)), Gap(Unread.SIGNS)))


def test_what_is_missing_goes_with_the_text():
    field = to_field(GAPS, TEXT)

    assert field == "15 picture-pages:2,5-7 signs"
    assert from_field(field, TEXT.replace("\n", "\r\n")) == GAPS


def test_what_is_missing_does_not_go_with_another_text():
    assert from_field(to_field(GAPS, TEXT), f"{TEXT} More.") == ()


def test_where_nothing_is_missing_the_field_is_empty():
    assert to_field((), TEXT) == ""
    assert from_field("", TEXT) == ()


@pytest.mark.parametrize(
    "field",
    [
        "15",
        "15 ",
        "15 nothing",
        "15 signs:0",
        "15 signs:a",
        "15 signs:1,",
        "15 signs:1-",
        "15 signs:1234567",
        "signs",
        "-1 signs",
    ],
)
def test_a_field_that_we_did_not_write_says_nothing(field):
    assert from_field(field, TEXT) == ()


def test_a_field_says_no_more_than_there_are_kinds_of_gaps():
    assert len(from_field("15" + " signs" * 50, TEXT)) == len(Unread)
