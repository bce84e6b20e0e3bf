"""Editions say which text has changed, and which other one has to follow."""

from __future__ import annotations

import pytest

from glossary.document import count_editions, uncounted
from glossary.public_form import language_state
from tests.factories import document, section


def entry(**sections):
    return document(languages=sections)


def english(text="One.", **values):
    return section("one", short=text, **values)


def welsh(text="Un.", **values):
    return section("un", "cy", short=text, **values)


def counted(*versions):
    """Return the last of several versions, counted one after the other."""
    before = None
    for version in versions:
        before = count_editions(before, version)
    return before


def editions(found):
    return {lang: part.edition for lang, part in found.languages.items()}


def states(found):
    return {lang: language_state(found, lang) for lang in found.languages}


BOTH = entry(en=english(), cy=welsh())
ENGLISH_CHANGED = entry(en=english("Two."), cy=welsh())
WELSH_CHANGED = entry(en=english(), cy=welsh("Dau."))
BOTH_CHANGED = entry(en=english("Two."), cy=welsh("Dau."))
UP_TO_DATE = {"en": "current", "cy": "current"}


@pytest.mark.parametrize(
    ("versions", "expected_editions", "expected_states"),
    [
        pytest.param([BOTH], {"en": 1, "cy": 1}, UP_TO_DATE, id="new"),
        pytest.param([BOTH, BOTH], {"en": 1, "cy": 1}, UP_TO_DATE, id="the-same-twice"),
        pytest.param(
            [BOTH, ENGLISH_CHANGED],
            {"en": 2, "cy": 1},
            {"en": "current", "cy": "behind"},
            id="english-only",
        ),
        pytest.param(
            [BOTH, ENGLISH_CHANGED, ENGLISH_CHANGED],
            {"en": 2, "cy": 1},
            {"en": "current", "cy": "behind"},
            id="still-behind-when-loaded-again",
        ),
        pytest.param(
            [BOTH, WELSH_CHANGED],
            {"en": 1, "cy": 2},
            {"en": "behind", "cy": "current"},
            id="welsh-only",
        ),
        pytest.param(
            [BOTH, BOTH_CHANGED], {"en": 2, "cy": 2}, UP_TO_DATE, id="both-together"
        ),
        pytest.param(
            [BOTH, ENGLISH_CHANGED, BOTH_CHANGED],
            {"en": 2, "cy": 2},
            UP_TO_DATE,
            id="welsh-follows",
        ),
        pytest.param(
            [BOTH, WELSH_CHANGED, BOTH_CHANGED],
            {"en": 2, "cy": 2},
            UP_TO_DATE,
            id="english-follows",
        ),
        pytest.param(
            [entry(en=english()), BOTH],
            {"en": 1, "cy": 1},
            UP_TO_DATE,
            id="a-translation-comes-in",
        ),
        pytest.param(
            [entry(en=english()), entry(en=english("Two."), cy=welsh())],
            {"en": 2, "cy": 1},
            UP_TO_DATE,
            id="a-translation-comes-in-with-a-change",
        ),
        pytest.param(
            [BOTH, ENGLISH_CHANGED, entry(en=english("Two."))],
            {"en": 2},
            {"en": "current"},
            id="a-language-goes",
        ),
    ],
)
def test_a_text_that_changes_alone_leaves_the_other_behind(
    versions, expected_editions, expected_states
):
    found = counted(*versions)

    assert editions(found) == expected_editions
    assert states(found) == expected_states


@pytest.mark.parametrize(
    ("change", "state"),
    [
        pytest.param({"slug": "another"}, "current", id="address"),
        pytest.param({"hidden": ["wun"]}, "current", id="hidden-labels"),
        pytest.param({"short": "Two."}, "behind", id="short"),
        pytest.param({"notice": "It can hurt."}, "behind", id="a-layer-more"),
    ],
)
def test_what_says_nothing_to_a_reader_of_the_other_language_leaves_it(change, state):
    found = counted(BOTH, entry(en=english() | change, cy=welsh()))

    assert states(found)["cy"] == state
    assert editions(found)["en"] == (2 if state == "behind" else 1)


@pytest.mark.parametrize(
    ("name", "state"),
    [
        pytest.param({"plural": "ones"}, "current", id="plural"),
        pytest.param({"sort_as": "1"}, "current", id="sorting"),
        pytest.param({"text": "number one"}, "behind", id="text"),
        pytest.param({"type": "short-form"}, "behind", id="type"),
        pytest.param({"context_only": True}, "current", id="reach"),
    ],
)
def test_how_a_name_is_inflected_is_its_own_business(name, state):
    changed = english()
    changed["terms"] = [changed["terms"][0] | name]

    assert states(counted(BOTH, entry(en=changed, cy=welsh())))["cy"] == state


def test_a_text_may_say_that_a_change_does_not_touch_it():
    touched = entry(en=english("One!"), cy=welsh(matches={"en": 2}))

    found = counted(BOTH, touched)

    assert states(found) == UP_TO_DATE
    assert found.languages["cy"].edition == 1


def test_what_it_says_holds_for_that_edition_only():
    matches = {"en": 2}

    found = counted(
        BOTH,
        entry(en=english("One!"), cy=welsh(matches=matches)),
        entry(en=english("One?"), cy=welsh(matches=matches)),
    )

    assert states(found) == {"en": "current", "cy": "behind"}


def test_a_text_may_say_that_it_changed_without_following():
    still = welsh("Un!", matches={"en": 1})

    found = counted(BOTH, ENGLISH_CHANGED, entry(en=english("Two."), cy=still))

    assert states(found) == {"en": "behind", "cy": "behind"}


def test_editions_that_a_file_states_are_kept():
    given = entry(
        en=english(edition=7, matches={"cy": 3}), cy=welsh(edition=3, matches={"en": 6})
    )

    assert counted(BOTH, given) == given


def test_what_a_file_says_of_one_language_leaves_the_third_to_be_counted():
    def three(text, **values):
        return entry(en=english(text), cy=welsh(**values), kw=section("onan", "kw"))

    found = counted(three("One."), three("Two.", matches={"en": 2}))

    assert found.languages["cy"].matches == {"en": 2, "kw": 1}
    assert states(found) == {"en": "current", "cy": "current", "kw": "behind"}


def test_a_name_that_is_used_no_more_is_told_to_the_other_language():
    def names(status):
        words = english()
        words["terms"].append({"text": "two", "type": "code", "status": status})
        return entry(en=words, cy=welsh())

    found = counted(names("admitted"), names("deprecated"))

    assert editions(found) == {"en": 2, "cy": 1}
    assert states(found)["cy"] == "behind"


def test_what_nobody_has_counted_yet_is_the_first_edition():
    found = count_editions(BOTH, ENGLISH_CHANGED)

    assert editions(found) == {"en": 2, "cy": 1}


def test_what_nobody_has_counted_yet_matches_nothing():
    found = count_editions(BOTH, BOTH)

    assert {lang: part.matches for lang, part in found.languages.items()} == {
        "en": {},
        "cy": {},
    }


def test_two_texts_that_are_behind_each_other_stay_so_until_somebody_changes_one():
    apart = entry(
        en=english("Two.", edition=2, matches={"cy": 1}),
        cy=welsh("Dau.", edition=2, matches={"en": 1}),
    )

    assert states(counted(apart, BOTH_CHANGED)) == {"en": "behind", "cy": "behind"}


def test_a_text_that_matched_nothing_matches_when_it_changes():
    found = count_editions(BOTH, WELSH_CHANGED)

    assert states(found) == UP_TO_DATE


def test_what_was_counted_can_be_written_without_the_counts():
    counts = counted(BOTH, ENGLISH_CHANGED)

    assert editions(counts) == {"en": 2, "cy": 1}
    assert uncounted(counts) == ENGLISH_CHANGED
    assert uncounted(ENGLISH_CHANGED) == ENGLISH_CHANGED


def test_who_says_that_nothing_else_is_touched_is_believed_also_before_the_text():
    said = entry(en=english("Two.", matches={"cy": 7}), cy=welsh())

    found = count_editions(counted(BOTH), said, untouched=["en"])

    assert found.languages["en"].matches == {"cy": 1}
