"""What the codes in an entry are called when people read them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

KINDS = {
    "concept": _("An idea or a kind of harm"),
    "policing-practice": _("Something the police do"),
    "legal": _("A word from the law"),
    "organisation": _("An organisation"),
    "role": _("A job or a post"),
    "programme": _("A programme or an operation"),
    "data": _("A collection of information"),
    "report": _("A report or an inquiry"),
    "service": _("A service"),
    "funding": _("Money for a purpose"),
}

LAYERS = {
    "explanation": _("What it means"),
    "for_you": _("What it may mean for you"),
    "ask": _("What you can ask"),
    "update": _("What has changed since"),
    "detail": _("More detail and the law"),
}
"""In the order in which a page shows them."""

TERM_TYPES = {
    "short-form": _("short name"),
    "abbreviation": _("abbreviation"),
    "acronym": _("abbreviation"),
    "code": _("code"),
}

NAMES_LAST = {
    "deprecated": _("A name that is better avoided:"),
    "superseded": _("An older name, no longer used:"),
}
"""Before names with a status that puts them after all others."""

GENERAL_WORD = _("A more general word:")
GENERAL_PROPOSED = _("A more general word that we propose:")

GENDERS = {
    "masculine": _("masculine noun"),
    "feminine": _("feminine noun"),
    "neuter": _("neuter noun"),
    "both": _("masculine or feminine noun"),
}

PROVENANCE = {
    "attested": _("The words of a public body"),
    "attested-variant": _("Nearly the words of a public body"),
    "by-pattern": _("On the pattern of official names"),
    "widely-known": _("In common use"),
    "proposed": _("Proposed by us, not official"),
    "kept-in-english": _("Kept in English"),
}
"""Said of one name or of several."""

NATIONS = {
    "england": _("England"),
    "wales": _("Wales"),
    "scotland": _("Scotland"),
    "northern-ireland": _("Northern Ireland"),
}

RELATIONS = {
    "replaced-by": _("Replaced by"),
    "replaces": _("Replaces"),
    "broader": _("Wider words"),
    "narrower": _("Narrower words"),
    "related": _("Related words"),
}
"""In the order in which a page shows them."""

LICENCES = {
    "OGL-UK-3.0": _("Open Government Licence 3.0"),
    "OPL": _("Open Parliament Licence 3.0"),
    "CC-BY-4.0": _("Creative Commons Attribution 4.0"),
    "all-rights-reserved": _("All rights reserved; short quotations only"),
}

GENRES = {
    "inspection-report": _("Inspection report"),
    "news-release": _("News release"),
    "news-report": _("News report"),
    "written-question": _("Written question in Parliament, and its answer"),
}

CHECKED = {
    "editor": _("An editor has checked this text."),
    "welsh-language": _("A Welsh-language editor has checked this text."),
    "subject-expert": _("A subject expert has checked this text."),
    "lived-experience": _("A person with lived experience has checked this text."),
}

CHECKED_BY_NOBODY = _("No editor or expert has checked this text yet.")
CHECKED_BY_SOME = _("Some of the people who should check this text have done so.")
CHECKED_BY_ALL = _("Everybody who should check this text has done so.")

NOT_CHECKED = {
    "editor": _("No editor has checked this text yet."),
    "welsh-language": _("No Welsh-language editor has checked this text yet."),
    "subject-expert": _("No subject expert has checked this text yet."),
    "lived-experience": _("No person with lived experience has checked this text yet."),
}

CHANGES = {
    "published": _("Published for the first time"),
    "updated": _("Changed"),
    "refreshed": _("Updated, because something that it shows has changed"),
    "withdrawn": _("Withdrawn"),
    "restored": _("Brought back"),
}
