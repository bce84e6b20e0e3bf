"""The words for every field of a document: by its shape, and its name there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from glossary import labels

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

_ENTRY = {
    "id": _("Key"),
    "kind": _("What it is"),
    "topics": _("Topics"),
    "applies_in": _("Where it applies"),
    "as_at": _("Date of the facts"),
    "in_use": _("When the name was used"),
    "languages": _("Texts"),
    "citations": _("What it rests on"),
    "related": _("Other entries"),
    "review": _("When it is gone through"),
}
_SECTION = {
    "slug": _("Address"),
    "terms": _("Names"),
    "hidden": _("Words that lead here and are not shown"),
    "short": _("In short"),
    **labels.LAYERS,
    "notice": _("A warning about the word"),
    "renderings": _("In another form"),
    "edition": _("Edition"),
    "matches": _("Editions that it matches"),
}
_TERM = {
    "text": _("Name"),
    "type": _("What sort of name"),
    "status": _("Whether to use it"),
    "plural": _("Plural"),
    "forms": _("Other forms of it in texts"),
    "grammar": _("Grammar"),
    "context_only": _("Too general to be marked in texts"),
    "unless": _("Words near which something else is meant"),
    "only": _("Words near which alone it is meant"),
    "sort_as": _("Sorted as"),
    "provenance": _("Where the name comes from"),
}
_SOURCE = {
    "id": _("Key"),
    "kind": _("What it is for"),
    "genre": _("What sort of text"),
    "title": _("Title"),
    "publisher": _("Publisher"),
    "publisher_names": _("Name of the publisher by language"),
    "published_on": _("Day of publication"),
    "url": _("Web address"),
    "licence": _("Licence"),
    "lang": _("Language"),
    "note": _("Note"),
    "file": _("File with its text"),
}
_HELPLINE = {
    "id": _("Key"),
    "position": _("Place in the list"),
    "audience": _("Who it is for"),
    "areas": _("Where it is"),
    "speaks": _("Languages in which it answers"),
    "phone": _("Number to ring"),
    "text": _("Number to text"),
    "web": _("Web address"),
    "chat": _("Its page has a chat"),
    "languages": _("Texts"),
    "seen": _("Pages that were seen"),
    "rung_on": _("Day on which somebody rang"),
    "review_by": _("Day by which they are seen again"),
}
_HELPLINE_TEXT = {
    "name": _("Name"),
    "name_lang": _("Language of the name"),
    "brief": _("Who it is for, on paper"),
    "who_for": _("Who it helps"),
    "hours": _("When it is open"),
    "cost": _("What it costs"),
    "notes": _("What else to know"),
}
_BY_SHAPE = {
    "EntryDocument": _ENTRY,
    "InUse": {"from": _("First used"), "to": _("Last used")},
    "ReviewDates": {
        "checked_on": _("Day on which it was gone through"),
        "check_due": _("Day by which it is gone through again"),
    },
    "SectionDocument": _SECTION,
    "TermDocument": _TERM,
    "WelshGrammar": {
        "gender": _("Gender"),
        "article": _("Article"),
        "mutates": _("Its first letter changes"),
        "match_mutated": _("It is found when its first letter changes"),
    },
    "Provenance": {
        "status": _("How sure it is"),
        "source": _("Source"),
        "note": _("Note"),
    },
    "CitationDocument": {
        "source": _("Source"),
        "quotation": _("Its own words"),
        "lang": _("Language"),
        "locator": _("Where in the source"),
    },
    "RelationDocument": {
        "relation": _("How they are connected"),
        "id": _("The other entry"),
    },
    "RenderingDocument": {
        "kind": _("What form"),
        "lang": _("Language"),
        "address": _("Web address"),
        "file": _("File"),
        "made_by": _("Who made it"),
        "made_on": _("Day on which it was made"),
        "signed_off": _("Who has checked it"),
    },
    "RenderingSignOff": {"role": _("Role"), "signed_on": _("Day of the sign-off")},
    "SourceDocument": _SOURCE,
    "SourceText": {"source": _("Source"), "text": _("Text")},
    "TopicDocument": {
        "id": _("Key"),
        "position": _("Place in the list"),
        "languages": _("Texts"),
    },
    "TopicText": {"label": _("Name"), "description": _("What it is about")},
    "ReviewRecord": {
        "record": _("Key"),
        "signed_off": _("Who has checked it"),
        "statement": _("What was done"),
    },
    "HelplineDocument": _HELPLINE,
    "HelplineText": _HELPLINE_TEXT,
    "SeenPage": {
        "url": _("Web address"),
        "whose": _("Whose page it is"),
        "shows_number": _("It shows the number"),
        "dated": _("Day of the page"),
        "seen_on": _("Day on which it was seen"),
        "languages": _("What page it was"),
    },
}
FIELDS: dict[tuple[str, str], _StrPromise] = {
    (shape, name): words
    for shape, fields in _BY_SHAPE.items()
    for name, words in fields.items()
}
