"""Tables, their constraints, and the questions we ask of them.

Code outside this package imports from here only. Inside it imports go one way:
batches, people, sources, document texts, helplines, entries, revisions,
publications, feedback, events, loads.
"""

from glossary.models.batches import BATCH, batches, rows_among
from glossary.models.document_texts import DocumentText
from glossary.models.entries import (
    Citation,
    Entry,
    LanguageSection,
    Relation,
    Term,
    Topic,
    TopicLabel,
)
from glossary.models.events import Action, Event
from glossary.models.feedback import (
    FeedbackCount,
    SuggestedWord,
    SuggestionDay,
)
from glossary.models.helplines import Audience, Helpline, HelplineText
from glossary.models.keys import ApiKey
from glossary.models.loads import DocumentKind, LoadedDocument
from glossary.models.people import Act, Actor, CommandLine, User, name_of
from glossary.models.publications import (
    Address,
    CitedSource,
    Dataset,
    Link,
    Publication,
    PublicationKind,
)
from glossary.models.revisions import Arrival, Revision, RevisionStatus
from glossary.models.sources import Source

__all__ = [
    "BATCH",
    "Act",
    "Action",
    "Actor",
    "Address",
    "ApiKey",
    "Arrival",
    "Audience",
    "Citation",
    "CitedSource",
    "CommandLine",
    "Dataset",
    "DocumentKind",
    "DocumentText",
    "Entry",
    "Event",
    "FeedbackCount",
    "Helpline",
    "HelplineText",
    "LanguageSection",
    "Link",
    "LoadedDocument",
    "Publication",
    "PublicationKind",
    "Relation",
    "Revision",
    "RevisionStatus",
    "Source",
    "SuggestedWord",
    "SuggestionDay",
    "Term",
    "Topic",
    "TopicLabel",
    "User",
    "batches",
    "name_of",
    "rows_among",
]
