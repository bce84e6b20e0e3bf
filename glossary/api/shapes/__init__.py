"""The shapes of bodies and answers, for the OpenAPI document.

Nothing is built with them. The modules are named as those of the views are. Here are
the closed lists to which the settings give a name (``ENUM_NAME_OVERRIDES``).
"""

from typing import get_args

from glossary import models
from glossary.document import SourceKind
from glossary.document.schema import Kind, ProvenanceStatus, TermStatus

ENTRY_KINDS = get_args(Kind)
PUBLICATION_KINDS = models.Change.values
SOURCE_KINDS = get_args(SourceKind)
TERM_STATUSES = get_args(TermStatus)
PROVENANCE_STATUSES = get_args(ProvenanceStatus)
