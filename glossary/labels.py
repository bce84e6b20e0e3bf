"""What the codes of the closed lists are called when people read them.

Each table is in the order in which pages show it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from glossary.closed_lists import (
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
    TermStatus,
    TermType,
    TextLayer,
    WithdrawalReason,
)

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import TypeAlias

    from django.utils.functional import _StrPromise

    Labels: TypeAlias = Mapping[str, _StrPromise]

KINDS: Labels = {
    EntryKind.CONCEPT: _("An idea or a kind of harm"),
    EntryKind.POLICING_PRACTICE: _("Something the police do"),
    EntryKind.LEGAL: _("A word from the law"),
    EntryKind.ORGANISATION: _("An organisation"),
    EntryKind.ROLE: _("A job or a post"),
    EntryKind.PROGRAMME: _("A programme or an operation"),
    EntryKind.DATA: _("A collection of information"),
    EntryKind.REPORT: _("A report or an inquiry"),
    EntryKind.SERVICE: _("A service"),
    EntryKind.FUNDING: _("Money for a purpose"),
}

KIND_HEADINGS: Labels = {
    EntryKind.CONCEPT: _("Ideas, and kinds of harm"),
    EntryKind.POLICING_PRACTICE: _("What the police do"),
    EntryKind.LEGAL: _("Words from the law"),
    EntryKind.ORGANISATION: _("Organisations"),
    EntryKind.ROLE: _("Jobs and posts"),
    EntryKind.SERVICE: _("Services"),
    EntryKind.PROGRAMME: _("Programmes and operations"),
    EntryKind.REPORT: _("Reports and inquiries"),
    EntryKind.DATA: _("Collections of information"),
    EntryKind.FUNDING: _("Money"),
}
"""Over several of one kind."""

LANGUAGE_STATES: Labels = {
    LanguageState.CURRENT: _("Written and up to date"),
    LanguageState.BEHIND: _("The other language has changed since"),
    LanguageState.MISSING: _("Not written yet"),
}

LAYERS: Labels = {
    TextLayer.EXPLANATION: _("What it means"),
    TextLayer.FOR_YOU: _("What it may mean for you"),
    TextLayer.ASK: _("What you can ask"),
    TextLayer.UPDATE: _("What has changed since"),
    TextLayer.DETAIL: _("More detail and the law"),
}
TERM_TYPES: Labels = {
    TermType.SHORT_FORM: _("short name"),
    TermType.ABBREVIATION: _("abbreviation"),
    TermType.ACRONYM: _("abbreviation"),
    TermType.CODE: _("code"),
}

NAMES_LAST: Labels = {
    TermStatus.DEPRECATED: _("A name that is better avoided:"),
    TermStatus.SUPERSEDED: _("An older name, no longer used:"),
}
"""Before names with a status that puts them after all others."""

GENDERS: Labels = {
    Gender.MASCULINE: _("masculine noun"),
    Gender.FEMININE: _("feminine noun"),
    Gender.NEUTER: _("neuter noun"),
    Gender.BOTH: _("masculine or feminine noun"),
}

PROVENANCE: Labels = {
    ProvenanceStatus.ATTESTED: _("The words of a public body"),
    ProvenanceStatus.ATTESTED_VARIANT: _("Nearly the words of a public body"),
    ProvenanceStatus.BY_PATTERN: _("On the pattern of official names"),
    ProvenanceStatus.WIDELY_KNOWN: _("In common use"),
    ProvenanceStatus.PROPOSED: _("Proposed by us, not official"),
    ProvenanceStatus.KEPT_IN_ENGLISH: _("Kept in English"),
}
"""Said of one name or of several."""

NATIONS: Labels = {
    Nation.ENGLAND: _("England"),
    Nation.WALES: _("Wales"),
    Nation.SCOTLAND: _("Scotland"),
    Nation.NORTHERN_IRELAND: _("Northern Ireland"),
}

RELATIONS: Labels = {
    RelationType.REPLACED_BY: _("Replaced by"),
    RelationType.REPLACES: _("Replaces"),
    RelationType.BROADER: _("Wider words"),
    RelationType.NARROWER: _("Narrower words"),
    RelationType.RELATED: _("Related words"),
}
RENDERINGS: Labels = {
    RenderingKind.BSL_VIDEO: _("Watch it in British Sign Language"),
    RenderingKind.EASY_READ: _("Read it in Easy Read"),
    RenderingKind.AUDIO: _("Listen to it"),
    RenderingKind.LARGE_PRINT: _("Read it in large print"),
    RenderingKind.BRAILLE: _("Read it in Braille"),
}
"""What leads to a text in another form."""

AUDIENCES: Labels = {
    Audience.EMERGENCY: _("The police, now or later"),
    Audience.CHILDREN: _("For children and young people"),
    Audience.ADULTS: _("For adults"),
    Audience.PARENTS: _("If you worry about a child"),
    Audience.REPORTING: _("If you know about a crime, or want to speak up at work"),
    Audience.BEHAVIOUR: _(
        "If you worry about your own thoughts or actions, or somebody else's"
    ),
}
"""Those who may do harm come last."""

LICENCES: Labels = {
    Licence.OPEN_GOVERNMENT: _("Open Government Licence 3.0"),
    Licence.OPEN_PARLIAMENT: _("Open Parliament Licence 3.0"),
    Licence.CREATIVE_COMMONS: _("Creative Commons Attribution 4.0"),
    Licence.ALL_RIGHTS_RESERVED: _("All rights reserved; short quotations only"),
}

GENRES: Labels = {
    Genre.INSPECTION_REPORT: _("Inspection report"),
    Genre.NEWS_RELEASE: _("News release"),
    Genre.NEWS_REPORT: _("News report"),
    Genre.WRITTEN_QUESTION: _("Written question in Parliament, and its answer"),
}

ROLES: Labels = {
    SignOffRole.EDITOR: _("Editor"),
    SignOffRole.WELSH_LANGUAGE: _("Welsh-language editor"),
    SignOffRole.SUBJECT_EXPERT: _("Subject expert"),
    SignOffRole.LIVED_EXPERIENCE: _("Person with lived experience"),
}

JUDGED: Labels = {
    SignOffRole.EDITOR: _(
        "An editor judges the language, the style and the order of the text: can a "
        "reader in distress follow it? An editor does not judge the facts."
    ),
    SignOffRole.WELSH_LANGUAGE: _(
        "A Welsh-language editor judges the Welsh as Welsh, and whether it says what "
        "the English says. A Welsh-language editor does not judge the facts."
    ),
    SignOffRole.SUBJECT_EXPERT: _(
        "A subject expert judges the facts: are they right, and do the sources say "
        "so? A subject expert does not judge or rewrite the language."
    ),
    SignOffRole.LIVED_EXPERIENCE: _(
        "A person with lived experience judges whether the text could hurt, and "
        "whether it is true to life. They do not judge the law, the sources or the "
        "style, and nobody asks what happened to them."
    ),
}
"""What a sign-off in each role judges, and what not."""

REMARKS: Labels = {
    RemarkReason.HARD_TO_READ: _("It is hard to read"),
    RemarkReason.NOT_RIGHT: _("A fact is not right"),
    RemarkReason.NO_SOURCE: _("No source says this"),
    RemarkReason.OUT_OF_DATE: _("It is out of date"),
    RemarkReason.COULD_HURT: _("It could hurt somebody"),
    RemarkReason.LANGUAGES_DIFFER: _("The two languages say different things"),
    RemarkReason.POOR_WELSH: _("The Welsh is not natural"),
    RemarkReason.MISSING: _("Something is missing"),
    RemarkReason.OTHER: _("Something else"),
}
"""Why a text goes back to its writer."""

SIGNED_OFF: Labels = {
    SignOffRole.EDITOR: _("Signed off by an editor"),
    SignOffRole.WELSH_LANGUAGE: _("Signed off by a Welsh-language editor"),
    SignOffRole.SUBJECT_EXPERT: _("Signed off by a subject expert"),
    SignOffRole.LIVED_EXPERIENCE: _("Signed off by a person with lived experience"),
}
"""Of how many texts."""

CHECKED: Labels = {
    SignOffRole.EDITOR: _("An editor has checked this text."),
    SignOffRole.WELSH_LANGUAGE: _("A Welsh-language editor has checked this text."),
    SignOffRole.SUBJECT_EXPERT: _("A subject expert has checked this text."),
    SignOffRole.LIVED_EXPERIENCE: _(
        "A person with lived experience has checked this text."
    ),
}

NOT_CHECKED: Labels = {
    SignOffRole.EDITOR: _("No editor has checked this text yet."),
    SignOffRole.WELSH_LANGUAGE: _(
        "No Welsh-language editor has checked this text yet."
    ),
    SignOffRole.SUBJECT_EXPERT: _("No subject expert has checked this text yet."),
    SignOffRole.LIVED_EXPERIENCE: _(
        "No person with lived experience has checked this text yet."
    ),
}

CHANGES: Labels = {
    Change.PUBLISHED: _("Published for the first time"),
    Change.UPDATED: _("Changed"),
    Change.REFRESHED: _("Updated, because something that it shows has changed"),
    Change.CHECKED: _("Checked by somebody; the text is the same"),
    Change.WITHDRAWN: _("Withdrawn"),
    Change.RESTORED: _("Brought back"),
    Change.ERASED: _("Removed for ever"),
    Change.EARLIER_ERASED: _("Earlier texts removed for ever"),
}

ERASURE_REASONS: Labels = {
    ErasureReason.IDENTIFIES_VICTIM: _("It identifies somebody who was abused"),
    ErasureReason.IDENTIFIES_SOMEBODY: _("It identifies somebody else"),
    ErasureReason.COURT_ORDER: _("A court has ordered it"),
    ErasureReason.ASKED_BY_PERSON: _("The person it is about has asked for it"),
    ErasureReason.NOT_OURS: _("It is not ours to publish"),
}

WITHDRAWALS: Labels = {
    WithdrawalReason.MISTAKE: _("It was published by mistake."),
    WithdrawalReason.WRONG: _("It was wrong."),
    WithdrawalReason.OUT_OF_DATE: _("It was out of date."),
    WithdrawalReason.HARMFUL: _("It could hurt somebody."),
    WithdrawalReason.REPLACED: _("Something else takes its place."),
    WithdrawalReason.ASKED_BY_SOURCE: _("The people we had it from asked us to."),
}
"""Why something was taken from the public."""

UNCLEAR: Labels = {
    FeedbackAnswer.TOO_LONG: _("It is too long"),
    FeedbackAnswer.HARD_WORDS: _("The words are too hard"),
    FeedbackAnswer.NOT_MY_QUESTION: _("It does not answer my question"),
    FeedbackAnswer.SOMETHING_MISSING: _("Something is missing"),
}
WRONG: Labels = {
    FeedbackAnswer.COULD_HURT: _("It could hurt somebody"),
    FeedbackAnswer.FACT_WRONG: _("A fact is wrong"),
    FeedbackAnswer.OUT_OF_DATE: _("It is out of date"),
    FeedbackAnswer.LANGUAGE_WRONG: _("A word or a sentence is not right"),
    FeedbackAnswer.NAME_NOT_USED: _("People do not use this name"),
    FeedbackAnswer.DOES_NOT_WORK: _("A link or a phone number does not work"),
    FeedbackAnswer.SOMETHING_WRONG: _("Something else is wrong"),
}
"""What can be said of a page, beside yes and no."""

MET_IN: Labels = {
    MetIn.POLICE_LETTER: _("In a letter from the police"),
    MetIn.COURT_PAPER: _("In a paper from a court"),
    MetIn.SOCIAL_SERVICES_LETTER: _("In a letter from social services"),
    MetIn.SCHOOL_LETTER: _("In a letter from a school"),
    MetIn.REPORT: _("In a report"),
    MetIn.NEWS: _("In the news"),
    MetIn.WEBSITE: _("On a website"),
    MetIn.ELSEWHERE: _("Somewhere else"),
}
