"""The words for the fields of names."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from glossary.desk.parts.field_words.one import FieldWords

WORDS: dict[str, dict[str, FieldWords]] = {
    "TermDocument": {
        "text": FieldWords(_("Name")),
        "type": FieldWords(_("What sort of name")),
        "status": FieldWords(_("Whether to use it")),
        "plural": FieldWords(_("Plural"), _("Write it out."), is_rare=True),
        "forms": FieldWords(
            _("Other forms of it in texts"),
            _("One a line: verbs, a singular or plural inside it, with its article."),
            is_rare=True,
        ),
        "grammar": FieldWords(_("Grammar"), is_rare=True),
        "context_only": FieldWords(
            _("It is too general to be marked in texts"), is_rare=True
        ),
        "unless": FieldWords(
            _("Not meant where this stands around it"),
            _("One pattern a line, as the guide for writers explains."),
            is_rare=True,
        ),
        "only": FieldWords(
            _("Meant only where this stands around it"),
            _("One pattern a line, as the guide for writers explains."),
            is_rare=True,
        ),
        "sort_as": FieldWords(
            _("Sort it as"), _("Where the alphabet would put it wrongly."), is_rare=True
        ),
        "provenance": FieldWords(_("Where the name comes from"), is_rare=True),
    },
    "Provenance": {
        "status": FieldWords(
            _("How sure it is"), _("A name that nobody else uses is proposed.")
        ),
        "source": FieldWords(
            _("Source"), _("Needed where a public body uses the name.")
        ),
        "note": FieldWords(_("Note")),
    },
    "WelshGrammar": {
        "gender": FieldWords(_("Gender")),
        "article": FieldWords(
            _("Article"), _("The name itself is written without it.")
        ),
        "mutates": FieldWords(
            _("Its first letter changes"),
            tick=_("It keeps its first letter, whatever comes before it"),
        ),
        "match_mutated": FieldWords(
            _("It is found when its first letter changes"),
            tick=_("Its mutated form is another word"),
        ),
    },
}
