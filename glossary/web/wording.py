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
    "detail": _("More detail and the law"),
    "update": _("What has changed since"),
}
"""In the order in which a page shows them."""

TERM_TYPES = {
    "short-form": _("short name"),
    "abbreviation": _("abbreviation"),
    "acronym": _("abbreviation"),
    "code": _("code"),
}

TERM_STATUSES = {
    "deprecated": _("best avoided"),
    "superseded": _("no longer used"),
}

GENDERS = {
    "masculine": _("masculine noun"),
    "feminine": _("feminine noun"),
    "both": _("masculine or feminine noun"),
}

PROVENANCE = {
    "attested": _("A public body uses this name."),
    "attested-variant": _("A public body uses a name very like this one."),
    "by-pattern": _("This name follows the pattern of official names like it."),
    "widely-known": _("This name is in common use."),
    "proposed": _("We propose this name. It is not official."),
    "kept-in-english": _("The name stays as it is in English."),
}

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
