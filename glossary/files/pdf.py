"""The text of a PDF (ISO 32000), as far as it holds any."""

from __future__ import annotations

import io
import logging

from pypdf import PdfReader
from pypdf.errors import DependencyError, LimitReachedError, PyPdfError

from glossary.files.faults import Fault, FileError
from glossary.files.file_text import FileText

MOST_PAGES = 300
_MOST_CHARACTERS = 2_000_000

logging.getLogger("pypdf").setLevel(logging.CRITICAL)


def read_pdf(data: bytes) -> FileText:
    """Return the text, with a form feed between its pages."""
    try:
        return FileText(_read(data))
    except LimitReachedError:
        raise FileError(Fault.TOO_MUCH) from None
    except DependencyError:
        raise FileError(Fault.ENCRYPTED) from None
    except FileError:
        raise
    except (PyPdfError, ArithmeticError, AttributeError, LookupError, OSError):
        raise FileError(Fault.BROKEN) from None
    except (RecursionError, TypeError, ValueError, AssertionError):
        raise FileError(Fault.BROKEN) from None


def _read(data: bytes) -> str:
    reader = PdfReader(io.BytesIO(data))
    # A document that may be read but not changed opens without a password.
    if reader.is_encrypted and not reader.decrypt(""):
        raise FileError(Fault.ENCRYPTED)
    if len(reader.pages) > MOST_PAGES:
        raise FileError(Fault.TOO_MUCH)
    pages: list[str] = []
    for page in reader.pages:
        pages.append(page.extract_text().strip())
        if sum(map(len, pages)) > _MOST_CHARACTERS:
            raise FileError(Fault.TOO_MUCH)
    return "\f".join(filter(None, pages))
