"""Tables, their constraints, and the questions we ask of them.

Code outside this package imports from here only. Inside it imports go one way:
batches, names, notes, people, factors, entries, revisions, publications, sign-offs,
remarks, looks, schedules, erasures, feedback, events, loads, claims, digests.
"""

from glossary.models.batches import BATCH, batches, rows_among
from glossary.models.claims import Claim
from glossary.models.digests import Digest
from glossary.models.entries import Entry
from glossary.models.erasures import Erasure, former_of, was_called
from glossary.models.events import Action, Event
from glossary.models.factors import (
    MOST_NAME,
    Factor,
    FactorKind,
    RecoveryCode,
)
from glossary.models.feedback import (
    FeedbackCount,
    SuggestedWord,
    SuggestionDay,
)
from glossary.models.keys import ApiKey
from glossary.models.loads import LoadedDocument
from glossary.models.looks import Look
from glossary.models.names import by_kind, parts_named, rows_named
from glossary.models.notes import NO_NOTE, Note
from glossary.models.people import (
    Act,
    Actor,
    CommandLine,
    User,
    every_act,
    name_of,
    write_act,
)
from glossary.models.publications import (
    Address,
    Dataset,
    Link,
    Publication,
    locked_dataset,
)
from glossary.models.remarks import Remark
from glossary.models.revisions import (
    ERASED,
    OPEN,
    Arrival,
    Author,
    Revision,
    RevisionState,
)
from glossary.models.schedules import Schedule, ScheduledRevision, ScheduleState
from glossary.models.sign_offs import SignOff

__all__ = [
    "BATCH",
    "ERASED",
    "MOST_NAME",
    "NO_NOTE",
    "OPEN",
    "Act",
    "Action",
    "Actor",
    "Address",
    "ApiKey",
    "Arrival",
    "Author",
    "Claim",
    "CommandLine",
    "Dataset",
    "Digest",
    "Entry",
    "Erasure",
    "Event",
    "Factor",
    "FactorKind",
    "FeedbackCount",
    "Link",
    "LoadedDocument",
    "Look",
    "Note",
    "Publication",
    "RecoveryCode",
    "Remark",
    "Revision",
    "RevisionState",
    "Schedule",
    "ScheduleState",
    "ScheduledRevision",
    "SignOff",
    "SuggestedWord",
    "SuggestionDay",
    "User",
    "batches",
    "by_kind",
    "every_act",
    "former_of",
    "locked_dataset",
    "name_of",
    "parts_named",
    "rows_among",
    "rows_named",
    "was_called",
    "write_act",
]
