"""What editors and files change: one small change of each kind of document."""

from __future__ import annotations

import pytest

from glossary.document import apply_documents, compose_documents, parse_document
from glossary.models import (
    Event,
    Helpline,
    HelplineText,
    LanguageSection,
    LoadedDocument,
    Publication,
    Revision,
    Source,
    TopicLabel,
)
from glossary.publishing import publish_revisions
from tests.factories import OPERATOR, entry_data
from tests.helplines import helpline

ENTRY, SOURCE = "entry/problem-profile", "source/report-2023"
TOPIC, HELPLINE = "topic/people", "helpline/a-line"
REVIEW = "review/a-review"


def edit_entry(text="Edited here."):
    LanguageSection.objects.filter(entry="problem-profile", lang="en").update(
        short=text
    )


def edit_source(title="Edited here"):
    Source.objects.update(title=title)


def edit_topic(label="Edited here"):
    TopicLabel.objects.filter(topic="people", lang="en").update(label=label)


def edit_helpline(hours="Edited here"):
    HelplineText.objects.filter(lang="en").update(hours=hours)


def publish_edit(text):
    """Publish a new text, as an editor would."""
    data = entry_data()
    data["languages"]["en"]["short"] = text
    publish_here(parse_document(data))


def change_entry(folder, text="Changed in the file."):
    folder.change_section("problem-profile", "en", short=text)


def change_source(folder, title="Changed in the file"):
    folder.write_source(title=title)


def change_topic(folder):
    folder.write_topics("police-data", "people", only_english="people")


def change_helpline(folder, phone="0800 111"):
    folder.write_helplines(helpline(phone=phone))


def change_review(folder, **signed_off):
    folder.write_review(**(signed_off or {"en": ["editor"]}))


def said(name):
    """Return what is here of a document, as one text."""
    kind, _, key = name.partition("/")
    if kind == "entry":
        return compose_documents([key])[key].languages["en"].short
    if kind == "source":
        return Source.objects.get(pk=key).title
    if kind == "topic":
        labels = TopicLabel.objects.filter(topic=key).order_by("lang")
        return " | ".join(labels.values_list("label", flat=True))
    line = Helpline.objects.get(pk=key)
    return f"{line.phone} {line.texts.get(lang='en').hours}".strip()


KINDS = [
    pytest.param(ENTRY, edit_entry, change_entry, id="entry"),
    pytest.param(SOURCE, edit_source, change_source, id="source"),
    pytest.param(TOPIC, edit_topic, change_topic, id="topic"),
    pytest.param(HELPLINE, edit_helpline, change_helpline, id="helpline"),
]


def publish_here(edited, tables_too=True):
    """Publish a revision as an editor would; return it."""
    if tables_too:
        apply_documents([edited])
    composed = compose_documents([edited.id])[edited.id]
    last = Revision.objects.filter(entry=edited.id).latest("number")
    last.pk, last.number = None, last.number + 1
    last.document = (composed if tables_too else edited).model_dump_json(by_alias=True)
    last.review_record = {"record": "here", "signed_off": {"en": ["editor"]}}
    last.save(force_insert=True)
    publish_revisions(revisions=[last], actor=OPERATOR)
    return last


def count_of_everything():
    tables = (Event, LoadedDocument, Publication, Revision)
    return [table.objects.count() for table in tables]
