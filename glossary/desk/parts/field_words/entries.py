"""The words for the fields of entries, their texts and what these rest on."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from glossary import labels
from glossary.closed_lists import TextLayer
from glossary.desk.parts.field_words.one import DAY, FieldWords

_PLAIN = _(
    "Sentences of at most 25 words. Say “you”. You can use paragraphs, lists and links."
)

WORDS: dict[str, dict[str, FieldWords]] = {
    "EntryDocument": {
        "id": FieldWords(_("Key"), _("It never changes.")),
        "kind": FieldWords(_("What it is")),
        "topics": FieldWords(
            _("Topics"),
            _("The main one first. To take one out, choose the empty line."),
        ),
        "applies_in": FieldWords(_("Where it applies")),
        "as_at": FieldWords(
            _("Date of the facts"),
            _("The day for which the facts are true. Write it as 2026-06-30."),
        ),
        "in_use": FieldWords(_("When the word was in use"), is_rare=True),
        "languages": FieldWords(_("The text")),
        "citations": FieldWords(
            _("What it rests on"),
            _(
                "Every claim rests on a source. Do not cite a page that you did not "
                "see."
            ),
        ),
        "related": FieldWords(
            _("Related words"),
            _("Say it once: it is shown from both ends."),
        ),
        "review": FieldWords(_("When it is looked through")),
    },
    "InUse": {
        "from": FieldWords(_("From"), _("A year, a month or a day: 1998, 2026-06.")),
        "to": FieldWords(_("Until"), _("A year, a month or a day: 1998, 2026-06.")),
    },
    "ReviewDates": {
        "checked_on": FieldWords(_("Last looked through on"), DAY),
        "check_due": FieldWords(_("To be looked through again by"), DAY),
    },
    "SectionDocument": {
        "slug": FieldWords(
            _("Address"),
            _("Small letters, figures and hyphens. Leave it empty to use the key."),
            is_rare=True,
        ),
        "terms": FieldWords(_("Names"), _("The preferred name comes first.")),
        "hidden": FieldWords(
            _("Words that lead here"),
            _(
                "One a line. They are shown nowhere: dialect, slang, old or other "
                "spellings. A name that can hurt does not belong here."
            ),
            is_rare=True,
        ),
        "short": FieldWords(
            _("Short meaning"), _("At most 40 words, in at most three sentences.")
        ),
        "explanation": FieldWords(labels.LAYERS[TextLayer.EXPLANATION], _PLAIN),
        "for_you": FieldWords(labels.LAYERS[TextLayer.FOR_YOU], _PLAIN),
        "ask": FieldWords(labels.LAYERS[TextLayer.ASK], _PLAIN),
        "detail": FieldWords(labels.LAYERS[TextLayer.DETAIL], _PLAIN),
        "update": FieldWords(
            labels.LAYERS[TextLayer.UPDATE],
            _("What is otherwise now than when the documents were written."),
        ),
        "notice": FieldWords(
            _("A warning about the word"),
            _(
                "For a word that can hurt or is out of date. Say why, and write down "
                "no name that we would not use."
            ),
        ),
        "renderings": FieldWords(
            _("The text in another form"),
            _("A film in sign language, an Easy Read version, a recording."),
            is_rare=True,
        ),
        "edition": FieldWords(_("Edition"), _("It is counted.")),
        "matches": FieldWords(_("Editions that it matches"), _("It is counted.")),
    },
    "RenderingDocument": {
        "kind": FieldWords(_("Form")),
        "lang": FieldWords(
            _("Language"), _("Its code: en or cy, or that of a sign language.")
        ),
        "address": FieldWords(
            _("Web address"), _("It begins with https://. Or else it is a file.")
        ),
        "file": FieldWords(_("File"), _("Its name in the folder for such files.")),
        "made_by": FieldWords(_("Who made it"), _("A name that may be shown.")),
        "made_on": FieldWords(_("Made on"), DAY),
        "signed_off": FieldWords(_("Who has signed it off"), _("Nobody types this.")),
    },
    "RenderingSignOff": {
        "role": FieldWords(_("Role")),
        "signed_on": FieldWords(_("Day of the sign-off")),
    },
    "CitationDocument": {
        "source": FieldWords(_("Source"), _("Its key. Type a part of it to choose.")),
        "quotation": FieldWords(
            _("Quotation"),
            _("Word by word, at most 40 words. Leave it empty for none."),
        ),
        "lang": FieldWords(_("Language of the source"), _("Its code: en or cy.")),
        "locator": FieldWords(
            _("Where in the source"), _("A page, a section, a paragraph.")
        ),
    },
    "RelationDocument": {
        "relation": FieldWords(_("How it is related")),
        "id": FieldWords(_("Entry"), _("Its key. Type a part of its name to choose.")),
    },
}
