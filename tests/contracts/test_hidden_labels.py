"""The words that lead to a starter entry and are shown nowhere lead to one alone.

A wrong meaning is worse than none: what stands here is true of this entry and of no
other, and none of it hurts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

import pytest

from glossary import languages
from glossary.indexing import term_facts
from glossary.plain_language import Context, Severity
from glossary.plain_language.harmful_wording import check_harmful_wording
from glossary.plain_language.passages import plain_passage
from glossary.text import key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from glossary.document import EntryDocument
    from glossary.transfer import Content

LEADS_HOME = {
    "police-force": "polis plismon plismyn heddwas heddweision cops",
    "cps": "erlynydd erlynwyr prosecutor",
    "perpetrator": "camdriniwr tramgwyddwr offender abuser",
    "victims-and-survivors": "dioddefydd complainant",
    "victims-code": "VCOP",
    "grooming": "groomed groomio",
    "coercion": "coerced",
    "bail-conditions": "bailed bêl",
    "charge": "charged cyhuddwyd",
    "child-sexual-abuse-and-exploitation": "CSAE CSEA",
    "disruption": "amharu",
    "intelligence": "intel",
    "national-working-group": "NWG",
    "order-preventing-offending": "SHPO",
    "protecting-vulnerable-people": "PVP",
    "referral": "riportio",
    "social-services": "soshal",
}
NAMES_LEAD_HOME = [
    ("Casey report", "casey-audit"),
    ("adroddiad Casey", "casey-audit"),
    ("Sarah's law", "registered-sex-offender"),
    ("cyfraith Sarah", "registered-sex-offender"),
    ("y sawl a ddrwgdybir", "suspect"),
    ("defendant", "suspect"),
    ("diffynnydd", "suspect"),
    ("found guilty", "conviction"),
    ("appropriate adult", "appropriate-adult"),
    ("oedolyn priodol", "appropriate-adult"),
    ("Victims' Code", "victims-code"),
    ("Cod Dioddefwyr", "victims-code"),
    ("NRM", "national-referral-mechanism"),
    ("NFA", "no-further-action"),
    ("RUI", "released-under-investigation"),
    ("IOPC", "iopc"),
    ("gangiau grwmio", "grooming-gang"),
    ("paratoi i bwrpas rhyw", "grooming"),
    ("uned troseddau trefnedig", "regional-organised-crime-unit"),
    ("adrodd mandadol", "mandatory-reporting"),
    ("graddio lluniau", "image-grading"),
    ("ymchwiliad gangiau", "independent-inquiry-into-grooming-gangs"),
    ("Llywodraeth y Cynulliad", "welsh-government"),
    ("child protection", "child-protection"),
    ("amddiffyn plant", "child-protection"),
    ("section 47", "child-protection"),
    ("LSCB", "local-safeguarding-children-board"),
    *((word, entry) for entry, words in LEADS_HOME.items() for word in words.split()),
]
NOT_EXPLAINED = "CCE CID ISVA LADO MACE MARAC MASH PSD SARC SIO".split()
SOMETHING_ELSE = [
    pytest.param("innocent person", id="nobody-has-found-this-person-guilty"),
    pytest.param("abused as a child", id="not-all-abuse-is-sexual"),
    pytest.param("abiwsio", id="not-all-abuse-is-sexual-cy"),
    pytest.param("police record", id="of-somebody's-convictions"),
    pytest.param("police accountability board", id="other-areas-have-one"),
    pytest.param("bwrdd atebolrwydd yr heddlu", id="other-areas-have-one-cy"),
    pytest.param("rape gangs inquiry", id="somebody-else's-inquiry"),
    pytest.param("aggravated offence", id="a-crime-of-its-own"),
    pytest.param("child abuse database", id="of-images"),
]


def hidden(document: EntryDocument) -> Iterator[tuple[str, str]]:
    """Yield the hidden labels of an entry with their language."""
    for lang, section in document.languages.items():
        yield from ((lang, label) for label in section.hidden)


def names(document: EntryDocument) -> Iterator[str]:
    """Yield every form in which the names of an entry are written."""
    for lang, section in document.languages.items():
        for term in section.terms:
            for form in languages.get(lang).surface_forms(term_facts(term)):
                yield form.text


def entries_by_word(content: Content) -> dict[str, set[str]]:
    """Return the entries that have a word as a name or as a hidden label."""
    found = defaultdict(set)
    for document in content.entries.values():
        for word in [*names(document), *(label for _, label in hidden(document))]:
            found[key(word)].add(document.id)
    return found


@pytest.fixture(scope="module")
def labels(starter_content):
    """Every hidden label, with its entry and its language: there are many."""
    found = [
        (document, lang, label)
        for document in starter_content.entries.values()
        for lang, label in hidden(document)
    ]
    assert {lang for _, lang, _ in found} == {"en", "cy"}
    return found


def test_a_hidden_label_leads_to_one_entry(starter_content, labels):
    entries = entries_by_word(starter_content)

    leading = {label: entries[key(label)] for _, _, label in labels}

    assert leading == {label: {document.id} for document, _, label in labels}


def test_a_hidden_label_is_no_name_of_its_own_entry(labels):
    own = {document.id: {*map(key, names(document))} for document, _, _ in labels}

    assert len(own) > len(LEADS_HOME)
    assert [label for one, _, label in labels if key(label) in own[one.id]] == []


def test_an_entry_has_a_hidden_label_once(labels):
    times = Counter((document.id, key(label)) for document, _, label in labels)

    assert set(times.values()) == {1}


def test_no_hidden_label_hurts(labels):
    passages = [
        plain_passage(label, lang, place="", part="term") for _, lang, label in labels
    ]

    assert len(passages) > len(LEADS_HOME)
    assert [
        passage.text
        for passage in passages
        for row in check_harmful_wording(passage, Context())
        if row.severity == Severity.ERROR
    ] == []


@pytest.mark.parametrize(("word", "entry_id"), NAMES_LEAD_HOME)
def test_what_people_say_leads_where_it_is_explained(starter_content, word, entry_id):
    assert entries_by_word(starter_content)[key(word)] == {entry_id}


@pytest.mark.parametrize("word", NOT_EXPLAINED)
def test_what_no_entry_explains_leads_nowhere(starter_content, word):
    assert key(word) not in entries_by_word(starter_content)


@pytest.mark.parametrize("word", SOMETHING_ELSE)
def test_what_means_something_else_leads_nowhere(starter_content, word):
    assert key(word) not in entries_by_word(starter_content)
