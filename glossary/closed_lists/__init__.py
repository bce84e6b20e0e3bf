"""Every closed list: what a code in a document, a table or an answer can be.

The codes are stable and untranslated. What they are called is in ``labels``; an
installation adds none, and a new one is a change of the code. Documents, constraints
of tables, pages and the API's description all read them here.
"""

from glossary.closed_lists.base import ClosedList
from glossary.closed_lists.beside import (
    OPEN_LICENCES,
    VOUCHING,
    Audience,
    Genre,
    Licence,
    PageOwner,
    SignOffRole,
    SourceKind,
)
from glossary.closed_lists.entries import (
    INVERSE,
    EntryKind,
    LanguageState,
    Nation,
    RelationType,
    RenderingKind,
    TextLayer,
)
from glossary.closed_lists.erasing import ErasureReason
from glossary.closed_lists.matches import MatchForm, MatchTier
from glossary.closed_lists.names import (
    ABBREVIATED,
    ATTESTED,
    NOT_IN_USE,
    Article,
    Gender,
    ProvenanceStatus,
    TermStatus,
    TermType,
)
from glossary.closed_lists.publications import GONE, Change, WithdrawalReason
from glossary.closed_lists.readers import FeedbackAnswer, MetIn
from glossary.closed_lists.review import NEEDS_WORDS, RemarkReason

__all__ = [
    "ABBREVIATED",
    "ATTESTED",
    "GONE",
    "INVERSE",
    "NEEDS_WORDS",
    "NOT_IN_USE",
    "OPEN_LICENCES",
    "VOUCHING",
    "Article",
    "Audience",
    "Change",
    "ClosedList",
    "EntryKind",
    "ErasureReason",
    "FeedbackAnswer",
    "Gender",
    "Genre",
    "LanguageState",
    "Licence",
    "MatchForm",
    "MatchTier",
    "MetIn",
    "Nation",
    "PageOwner",
    "ProvenanceStatus",
    "RelationType",
    "RemarkReason",
    "RenderingKind",
    "SignOffRole",
    "SourceKind",
    "TermStatus",
    "TermType",
    "TextLayer",
    "WithdrawalReason",
]
