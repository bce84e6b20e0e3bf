"""The words for the fields of sources, topics, helplines and the review record."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from glossary.desk.parts.field_words.one import DAY, FieldWords

WORDS: dict[str, dict[str, FieldWords]] = {
    "SourceDocument": {
        "id": FieldWords(_("Key"), _("It never changes.")),
        "kind": FieldWords(_("What it is for")),
        "genre": FieldWords(
            _("What sort of text it is"), _("Where the title does not say it.")
        ),
        "title": FieldWords(_("Title"), _("As it stands there.")),
        "publisher": FieldWords(
            _("Who published it"), _("The name as it stands there.")
        ),
        "publisher_names": FieldWords(
            _("What the publisher is called"), _("Only names that it uses itself.")
        ),
        "published_on": FieldWords(
            _("Day of publication"),
            _("Leave it empty where that is not known. Write it as 2026-06-30."),
        ),
        "url": FieldWords(_("Web address")),
        "licence": FieldWords(
            _("Licence"),
            _("Its short name. Leave it empty where none is known."),
        ),
        "lang": FieldWords(_("Language"), _("Its code: en or cy.")),
        "note": FieldWords(_("Note"), _("Which parts of it were used.")),
        "file": FieldWords(
            _("File with its text"),
            _("What its plain text is called where you keep it."),
            is_rare=True,
        ),
    },
    "SourceText": {
        "source": FieldWords(_("Source")),
        "text": FieldWords(_("Text")),
    },
    "TopicDocument": {
        "id": FieldWords(_("Key"), _("It never changes.")),
        "position": FieldWords(
            _("Place in the list"), _("A number. Low numbers come first.")
        ),
        "languages": FieldWords(_("The text")),
    },
    "TopicText": {
        "label": FieldWords(_("Name")),
        "description": FieldWords(_("What it is about")),
    },
    "ReviewRecord": {
        "record": FieldWords(_("Key")),
        "signed_off": FieldWords(_("Who has checked it")),
        "statement": FieldWords(_("What was done")),
    },
    "HelplineDocument": {
        "id": FieldWords(_("Key"), _("It never changes.")),
        "position": FieldWords(
            _("Place in the list"), _("A number. Low numbers come first.")
        ),
        "audience": FieldWords(_("Who it is for")),
        "areas": FieldWords(_("Where it helps")),
        "speaks": FieldWords(
            _("Languages in which it answers"), _("One code a line: en, cy.")
        ),
        "phone": FieldWords(
            _("Number to ring"),
            _("Figures and spaces. Only where a page below shows it."),
        ),
        "text": FieldWords(
            _("Number to text"),
            _("Figures and spaces. Only where a page below shows it."),
        ),
        "web": FieldWords(_("Web address")),
        "chat": FieldWords(_("Its page has a chat")),
        "languages": FieldWords(_("The text")),
        "seen": FieldWords(
            _("Pages on which this was seen"),
            _("A number needs a page of the body itself, or of a public authority."),
        ),
        "rung_on": FieldWords(
            _("Day on which somebody rang"),
            _("Leave it empty where nobody has. Write it as 2026-06-30."),
        ),
        "review_by": FieldWords(_("To be looked through again by"), DAY),
    },
    "HelplineText": {
        "name": FieldWords(_("Name")),
        "name_lang": FieldWords(
            _("Language of the name"),
            _("Its code, where the name stays in another language."),
            is_rare=True,
        ),
        "brief": FieldWords(
            _("Who it helps, in a few words"), _("It stands on paper.")
        ),
        "who_for": FieldWords(_("Who it helps")),
        "hours": FieldWords(_("When it is open")),
        "cost": FieldWords(_("What it costs")),
        "notes": FieldWords(_("Notes")),
    },
    "SeenPage": {
        "url": FieldWords(_("Web address")),
        "whose": FieldWords(_("Whose page it is")),
        "shows_number": FieldWords(_("It shows the number")),
        "dated": FieldWords(
            _("Date on the page"),
            _("As exactly as it is known: 2026-06-30, 2026-06 or 2026."),
        ),
        "seen_on": FieldWords(_("Seen on"), DAY),
        "languages": FieldWords(_("What page it is")),
    },
}
