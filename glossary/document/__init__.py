"""Documents: everything that is revised, reviewed and published whole.

An entry is one, and so are a source, a topic, a helpline, the text of a source and the
record of a review. Each kind has a fixed shape, and each document a name that never
changes.
"""

from typing import Final

from glossary.document.compare import compare_documents
from glossary.document.editions import count_editions, uncounted
from glossary.document.fields import clean_text
from glossary.document.kinds import DocumentKind, Name, is_key
from glossary.document.merged import with_merged
from glossary.document.pointers import (
    LISTED,
    MENTION,
    RESTS,
    TEXT,
    Pointer,
    grounds,
    listings,
    pointers,
    possible_names,
)
from glossary.document.reference import (
    HelplineDocument,
    HelplineText,
    PublisherDocument,
    ReviewRecord,
    SeenPage,
    SourceDocument,
    SourceText,
    TopicDocument,
    TopicText,
)
from glossary.document.renderings import (
    FILE_NAME,
    MEDIA_TYPES,
    RenderingDocument,
    RenderingSignOff,
)
from glossary.document.schema import (
    LAYERS,
    CitationDocument,
    Document,
    DocumentT,
    EntryDocument,
    Provenance,
    RelationDocument,
    SectionDocument,
    TermDocument,
    from_json,
    parse_document,
    parse_shape,
    read_json,
    to_json,
)
from glossary.document.short_codes import short_code

SHAPES: Final[dict[DocumentKind, type[Document]]] = {
    shape.document_kind: shape
    for shape in (
        ReviewRecord,
        SourceDocument,
        TopicDocument,
        HelplineDocument,
        SourceText,
        EntryDocument,
    )
}
"""The shape of each kind of documents: what a document points to comes before it."""

__all__ = [
    "FILE_NAME",
    "LAYERS",
    "LISTED",
    "MEDIA_TYPES",
    "MENTION",
    "RESTS",
    "SHAPES",
    "TEXT",
    "CitationDocument",
    "Document",
    "DocumentKind",
    "DocumentT",
    "EntryDocument",
    "HelplineDocument",
    "HelplineText",
    "Name",
    "Pointer",
    "Provenance",
    "PublisherDocument",
    "RelationDocument",
    "RenderingDocument",
    "RenderingSignOff",
    "ReviewRecord",
    "SectionDocument",
    "SeenPage",
    "SourceDocument",
    "SourceText",
    "TermDocument",
    "TopicDocument",
    "TopicText",
    "clean_text",
    "compare_documents",
    "count_editions",
    "from_json",
    "grounds",
    "is_key",
    "listings",
    "parse_document",
    "parse_shape",
    "pointers",
    "possible_names",
    "read_json",
    "short_code",
    "to_json",
    "uncounted",
    "with_merged",
]
