"""One typed, numbered form of everything public, made once, when it is published.

Pages, the API, the search rows, exports and the OpenAPI document read it, and nothing
else of a document. ``FORMAT`` moves when what is made of a document does; ``manage.py
republish`` then makes again what is public.
"""

from glossary.public_form.making import (
    Neighbour,
    Surroundings,
    label_of,
    language_state,
    public_entry,
    public_source,
)
from glossary.public_form.reading import brief_of, read_entry, read_shown, with_base
from glossary.public_form.shapes import (
    BASE,
    FORMAT,
    LICENCE,
    Brief,
    BriefSection,
    Label,
    MissingSection,
    PublicCitation,
    PublicEntry,
    PublicForm,
    PublicProvenance,
    PublicRelation,
    PublicRendering,
    PublicReview,
    PublicSection,
    PublicSignOff,
    PublicSource,
    PublicTerm,
    PublicText,
    PublicUse,
    Said,
    Shown,
    Tombstone,
)

__all__ = [
    "BASE",
    "FORMAT",
    "LICENCE",
    "Brief",
    "BriefSection",
    "Label",
    "MissingSection",
    "Neighbour",
    "PublicCitation",
    "PublicEntry",
    "PublicForm",
    "PublicProvenance",
    "PublicRelation",
    "PublicRendering",
    "PublicReview",
    "PublicSection",
    "PublicSignOff",
    "PublicSource",
    "PublicTerm",
    "PublicText",
    "PublicUse",
    "Said",
    "Shown",
    "Surroundings",
    "Tombstone",
    "brief_of",
    "label_of",
    "language_state",
    "public_entry",
    "public_source",
    "read_entry",
    "read_shown",
    "with_base",
]
