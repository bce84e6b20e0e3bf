"""The entry document: an entry in a fixed shape, and how it meets the tables.

``compose_documents`` reads documents from the working tables and
``apply_documents`` writes them there; they are inverse functions.
"""

from glossary.document.compare import compare_documents
from glossary.document.compose import compose_document, compose_documents
from glossary.document.editions import count_editions
from glossary.document.reference import (
    HelplineDocument,
    HelplineText,
    PublisherDocument,
    ReviewRecord,
    SeenPage,
    SourceDocument,
    TopicDocument,
    TopicText,
)
from glossary.document.schema import (
    LAYERS,
    CitationDocument,
    EntryDocument,
    Provenance,
    RelationDocument,
    SectionDocument,
    TermDocument,
    clean_text,
    from_json,
    parse_document,
    parse_shape,
    to_json,
    to_mapping,
)
from glossary.document.write import apply_documents, short_code

__all__ = [
    "LAYERS",
    "CitationDocument",
    "EntryDocument",
    "HelplineDocument",
    "HelplineText",
    "Provenance",
    "PublisherDocument",
    "RelationDocument",
    "ReviewRecord",
    "SectionDocument",
    "SeenPage",
    "SourceDocument",
    "TermDocument",
    "TopicDocument",
    "TopicText",
    "apply_documents",
    "clean_text",
    "compare_documents",
    "compose_document",
    "compose_documents",
    "count_editions",
    "from_json",
    "parse_document",
    "parse_shape",
    "short_code",
    "to_json",
    "to_mapping",
]
