"""What each field of a document is called, and what belongs in it.

``docs/content.md`` says the same at more length. A field without words here cannot be
in the form: a test walks the shapes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise


class Told(NamedTuple):
    """A label, what helps to fill it in, and whether that is rarely needed."""

    label: _StrPromise
    help: str | _StrPromise = ""
    is_rare: bool = False


_DAY = _("Write it as 2026-06-30.")
_PLAIN = _(
    "Sentences of at most 25 words. Say “you”. You can use paragraphs, lists and links."
)

TOLD: dict[str, dict[str, Told]] = {
    "EntryDocument": {
        "id": Told(_("Key"), _("It never changes.")),
        "kind": Told(_("What it is")),
        "topics": Told(
            _("Topics"),
            _("The main one first. To take one out, choose the empty line."),
        ),
        "applies_in": Told(_("Where it applies")),
        "as_at": Told(
            _("The facts are as at"),
            _("The day for which the facts are true. Write it as 2026-06-30."),
        ),
        "in_use": Told(_("When the word was in use"), is_rare=True),
        "languages": Told(_("The text")),
        "citations": Told(
            _("What it rests on"),
            _(
                "Every claim rests on a source. Do not cite a page that you did not "
                "see."
            ),
        ),
        "related": Told(
            _("Related words"),
            _("Say it once: it is shown from both ends."),
        ),
        "review": Told(_("When it is looked through")),
    },
    "InUse": {
        "from": Told(_("From"), _("A year, a month or a day: 1998, 2026-06.")),
        "to": Told(_("Until"), _("A year, a month or a day: 1998, 2026-06.")),
    },
    "ReviewDates": {
        "checked_on": Told(_("Last looked through on"), _DAY),
        "check_due": Told(_("To be looked through again by"), _DAY),
    },
    "SectionDocument": {
        "slug": Told(
            _("Address"),
            _("Small letters, figures and hyphens. Leave it empty to use the key."),
            is_rare=True,
        ),
        "terms": Told(_("Names"), _("The preferred name comes first.")),
        "hidden": Told(
            _("Words that lead here"),
            _(
                "One a line. They are shown nowhere: dialect, slang, old or other "
                "spellings. A name that can hurt does not belong here."
            ),
            is_rare=True,
        ),
        "short": Told(
            _("Short meaning"), _("At most 40 words, in at most three sentences.")
        ),
        "explanation": Told(_("What it means"), _PLAIN),
        "for_you": Told(_("What it may mean for you"), _PLAIN),
        "ask": Told(_("What you can ask"), _PLAIN),
        "detail": Told(_("More detail and the law"), _PLAIN),
        "update": Told(
            _("What has changed since"),
            _("What is otherwise now than when the documents were written."),
        ),
        "notice": Told(
            _("A warning about the word"),
            _(
                "For a word that can hurt or is out of date. Say why, and write down "
                "no name that we would not use."
            ),
        ),
        "renderings": Told(
            _("The text in another form"),
            _("A film in sign language, an Easy Read version, a recording."),
            is_rare=True,
        ),
        "edition": Told(_("Edition"), _("It is counted.")),
        "matches": Told(_("Matches"), _("It is counted.")),
    },
    "TermDocument": {
        "text": Told(_("Name")),
        "type": Told(_("How it is made")),
        "status": Told(_("Whether to use it")),
        "plural": Told(_("Plural"), _("Write it out."), is_rare=True),
        "forms": Told(
            _("What else it is in a text"),
            _("One a line: verbs, a singular or plural inside it, with its article."),
            is_rare=True,
        ),
        "grammar": Told(_("Grammar"), is_rare=True),
        "context_only": Told(
            _("It is too general to be marked in texts"), is_rare=True
        ),
        "unless": Told(
            _("Not meant where this stands around it"),
            _("One pattern a line, as the guide for writers explains."),
            is_rare=True,
        ),
        "only": Told(
            _("Meant only where this stands around it"),
            _("One pattern a line, as the guide for writers explains."),
            is_rare=True,
        ),
        "sort_as": Told(
            _("Sort it as"), _("Where the alphabet would put it wrongly."), is_rare=True
        ),
        "provenance": Told(_("Where the name comes from"), is_rare=True),
    },
    "Provenance": {
        "status": Told(
            _("How sure it is"), _("A name that nobody else uses is proposed.")
        ),
        "source": Told(_("Source"), _("Needed where a public body uses the name.")),
        "note": Told(_("Note")),
    },
    "WelshGrammar": {
        "gender": Told(_("Gender")),
        "article": Told(_("Article"), _("The name itself is written without it.")),
        "mutates": Told(_("It keeps its first letter, whatever comes before it")),
        "match_mutated": Told(_("Its mutated form is another word")),
    },
    "RenderingDocument": {
        "kind": Told(_("Form")),
        "lang": Told(
            _("Language"), _("Its code: en or cy, or that of a sign language.")
        ),
        "address": Told(
            _("Address"), _("It begins with https://. Or else it is a file.")
        ),
        "file": Told(_("File"), _("Its name in the folder for such files.")),
        "made_by": Told(_("Who made it"), _("A name that may be shown.")),
        "made_on": Told(_("Made on"), _DAY),
        "signed_off": Told(_("Who has signed it off"), _("Nobody types this.")),
    },
    "CitationDocument": {
        "source": Told(_("Source"), _("Its key. Type a part of it to choose.")),
        "quotation": Told(
            _("Quotation"),
            _("Word by word, at most 40 words. Leave it empty for none."),
        ),
        "lang": Told(_("Language of the source"), _("Its code: en or cy.")),
        "locator": Told(_("Where in the source"), _("A page, a section, a paragraph.")),
    },
    "RelationDocument": {
        "relation": Told(_("How it is related")),
        "id": Told(_("Entry"), _("Its key. Type a part of its name to choose.")),
    },
    "SourceDocument": {
        "id": Told(_("Key"), _("It never changes.")),
        "kind": Told(_("What it is")),
        "genre": Told(
            _("What sort of text it is"), _("Where the title does not say it.")
        ),
        "title": Told(_("Title"), _("As it stands there.")),
        "publisher": Told(_("Who published it"), _("The name as it stands there.")),
        "publisher_names": Told(
            _("What the publisher is called"), _("Only names that it uses itself.")
        ),
        "published_on": Told(
            _("Published on"),
            _("Leave it empty where that is not known. Write it as 2026-06-30."),
        ),
        "url": Told(_("Address")),
        "licence": Told(
            _("Licence"),
            _("Its short name. Leave it empty where none is known."),
        ),
        "lang": Told(_("Language"), _("Its code: en or cy.")),
        "note": Told(_("Note"), _("Which parts of it were used.")),
        "file": Told(
            _("File"),
            _("What its plain text is called where you keep it."),
            is_rare=True,
        ),
    },
    "TopicDocument": {
        "id": Told(_("Key"), _("It never changes.")),
        "position": Told(_("Place"), _("A number. Low numbers come first.")),
        "languages": Told(_("The text")),
    },
    "TopicText": {
        "label": Told(_("Name")),
        "description": Told(_("Description")),
    },
    "HelplineDocument": {
        "id": Told(_("Key"), _("It never changes.")),
        "position": Told(_("Place"), _("A number. Low numbers come first.")),
        "audience": Told(_("Who it is for")),
        "areas": Told(_("Where it helps")),
        "speaks": Told(
            _("Languages in which it answers"), _("One code a line: en, cy.")
        ),
        "phone": Told(
            _("Number to ring"),
            _("Figures and spaces. Only where a page below shows it."),
        ),
        "text": Told(
            _("Number to text"),
            _("Figures and spaces. Only where a page below shows it."),
        ),
        "web": Told(_("Its own page")),
        "chat": Told(_("Its own page has a chat")),
        "languages": Told(_("The text")),
        "seen": Told(
            _("Pages on which this was seen"),
            _("A number needs a page of the body itself, or of a public authority."),
        ),
        "rung_on": Told(
            _("Somebody rang on"),
            _("Leave it empty where nobody has. Write it as 2026-06-30."),
        ),
        "review_by": Told(_("To be looked through again by"), _DAY),
    },
    "HelplineText": {
        "name": Told(_("Name")),
        "name_lang": Told(
            _("Language of the name"),
            _("Its code, where the name stays in another language."),
            is_rare=True,
        ),
        "brief": Told(_("For whom, in a few words"), _("It stands on paper.")),
        "who_for": Told(_("For whom")),
        "hours": Told(_("When it is open")),
        "cost": Told(_("What it costs")),
        "notes": Told(_("Notes")),
    },
    "SeenPage": {
        "url": Told(_("Address")),
        "whose": Told(_("Whose page it is")),
        "shows_number": Told(_("It shows the number")),
        "dated": Told(
            _("Date on the page"),
            _("As exactly as it is known: 2026-06-30, 2026-06 or 2026."),
        ),
        "seen_on": Told(_("Seen on"), _DAY),
        "languages": Told(_("What page it is")),
    },
}
"""By the name of the shape, and then by that of the field."""

ROWS: dict[tuple[str, str], tuple[_StrPromise, _StrPromise]] = {
    ("SectionDocument", "terms"): (_("Name"), _("Add a name")),
    ("SectionDocument", "renderings"): (_("Form"), _("Add a form")),
    ("EntryDocument", "citations"): (_("Source"), _("Add a source")),
    ("EntryDocument", "related"): (_("Related word"), _("Add a related word")),
    ("HelplineDocument", "seen"): (_("Page"), _("Add a page")),
}
"""What one row of a list is called, and what adds another one."""


def told(shape: str, name: str) -> Told:
    """Return the words for a field. Raises ``KeyError`` where there are none."""
    return TOLD[shape][name]
