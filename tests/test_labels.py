"""Every code of a closed list has words wherever pages show it."""

import pytest
from django.utils import translation
from django.utils.functional import Promise

from glossary import labels
from glossary.closed_lists import (
    NOT_IN_USE,
    Audience,
    Change,
    EntryKind,
    ErasureReason,
    FeedbackAnswer,
    Gender,
    Genre,
    LanguageState,
    Licence,
    MetIn,
    Nation,
    ProvenanceStatus,
    RelationType,
    RemarkReason,
    RenderingKind,
    SignOffRole,
    TermType,
    TextLayer,
    WithdrawalReason,
)

# What pages show by its text alone: a notice, the usual type of a name, yes and no.
NEEDS_WORDS = {
    "AUDIENCES": set(Audience),
    "CHANGES": set(Change),
    "CHECKED": set(SignOffRole),
    "GENDERS": set(Gender),
    "GENRES": set(Genre),
    "JUDGED": set(SignOffRole),
    "KINDS": set(EntryKind),
    "KIND_HEADINGS": set(EntryKind),
    "LANGUAGE_STATES": set(LanguageState),
    "LAYERS": set(TextLayer) - {TextLayer.NOTICE},
    "LICENCES": set(Licence),
    "ERASURE_REASONS": set(ErasureReason),
    "MET_IN": set(MetIn),
    "NAMES_LAST": NOT_IN_USE,
    "NATIONS": set(Nation),
    "NOT_CHECKED": set(SignOffRole),
    "PROVENANCE": set(ProvenanceStatus),
    "RELATIONS": set(RelationType),
    "REMARKS": set(RemarkReason),
    "RENDERINGS": set(RenderingKind),
    "ROLES": set(SignOffRole),
    "SIGNED_OFF": set(SignOffRole),
    "TERM_TYPES": set(TermType) - {TermType.FULL_FORM},
    "WITHDRAWALS": set(WithdrawalReason),
}


@pytest.mark.parametrize("table", NEEDS_WORDS)
def test_every_code_has_words(table):
    assert set(getattr(labels, table)) == NEEDS_WORDS[table]


def test_every_answer_but_yes_and_no_has_words_in_one_table():
    offered = [*labels.UNCLEAR, *labels.WRONG]

    assert len(set(offered)) == len(offered)
    assert set(offered) == set(FeedbackAnswer) - {FeedbackAnswer.YES, FeedbackAnswer.NO}


def test_no_table_is_forgotten_here():
    tables = {name for name, value in vars(labels).items() if isinstance(value, dict)}

    assert tables - {"__builtins__", "__annotations__"} == {
        *NEEDS_WORDS,
        "UNCLEAR",
        "WRONG",
    }


@pytest.mark.parametrize("table", [*NEEDS_WORDS, "UNCLEAR", "WRONG"])
def test_words_wait_for_the_language_of_the_page(table):
    words = [*getattr(labels, table).values()]
    said = {lang: in_language(lang, words) for lang in ("en", "cy")}

    assert words
    assert all(isinstance(one, Promise) for one in words)
    assert set(said["en"]).isdisjoint(said["cy"])


def in_language(lang, words):
    with translation.override(lang):
        return [str(one) for one in words]
