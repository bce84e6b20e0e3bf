"""What a reader gives to be explained or checked: a text, or a file with one."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http.multipartparser import MultiPartParserError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from glossary.errors import BusyError, GlossaryError
from glossary.files import MOST_BYTES, Fault, FileError, read_file
from glossary.gaps import Missing, missing_in
from glossary.limits import FILE
from glossary.turns import LONG_TEXTS, RETRY_AFTER
from glossary.web.fair_use import length_of, wait_for
from glossary.web.texts.paragraphs import PAGE_END
from glossary.web.texts.unread import FIELD, from_field

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.core.files.uploadedfile import UploadedFile
    from django.http import HttpRequest

MOST_CHARACTERS = 200_000
"""About 80 pages: what is longer is better taken in parts."""

_ROOM = 1024 * 1024  # bytes for the other fields and the borders between them
_UNREADABLE = "\ufffd"  # what Django puts where bytes are no UTF-8

FAULTS = {
    Fault.UNKNOWN_KIND: gettext_lazy(
        "We cannot read a file of that kind. Please open it on your device, copy the "
        "text, and paste it into the box. We can read Word and PDF files, those that "
        "end in .odt or .rtf, e-mails and web pages that were saved, and plain text."
    ),
    Fault.PICTURE: gettext_lazy(
        "That is a picture, and we cannot read the words in a picture. Many phones "
        "can: open it, press on the words for a moment, copy them, and paste them "
        "into the box. You can also type one word into the search, or ask whoever "
        "wrote to you for a copy with text."
    ),
    Fault.EMPTY: gettext_lazy(
        "That file is empty. Please choose another one, or paste the text into the box."
    ),
    Fault.TOO_LARGE: gettext_lazy(
        "That file is larger than 2 megabytes. Please copy the part that matters to "
        "you, and paste it into the box."
    ),
    Fault.TOO_MUCH: gettext_lazy(
        "There is more in that file than we can read at once. Please copy the part "
        "that matters to you, and paste it into the box."
    ),
    Fault.BROKEN: gettext_lazy(
        "We could not read that file. It may be damaged. Please open it on your "
        "device, copy the text, and paste it into the box."
    ),
    Fault.ENCRYPTED: gettext_lazy(
        "That file has a password, or it was saved in an old format, such as .doc or "
        ".msg. Please open it on your device, copy the text, and paste it into the box."
    ),
    Fault.NO_TEXT: gettext_lazy(
        "We found no text in that file. It may hold pictures of pages, as a scan or a "
        "photo does. If you can select the words on your screen, copy them and paste "
        "them into the box. You can also ask whoever wrote it for a copy with text."
    ),
    Fault.HIDDEN: gettext_lazy(
        "Whoever wrote that file hid all the words in it. Please ask them for a copy "
        "that you can read."
    ),
    Fault.ENCLOSED: gettext_lazy(
        "There is no text in that file itself, only other files. Please open it on "
        "your device, save the files that are in it, and choose one of them here."
    ),
    Fault.FORM: gettext_lazy(
        "That file is a form that only the program of its maker can show. Please open "
        "it there, copy the text, and paste it into the box."
    ),
}


class Given(NamedTuple):
    """A text, and what is missing in it of the file that it came from."""

    text: str
    missing: tuple[Missing, ...] = ()


class NotGivenError(GlossaryError):
    """There is nothing that can be read; ``text`` is what the box holds."""

    code = "invalid-text"

    def __init__(
        self, detail: str, *, text: str = "", status: int = 400, wait: int = 0
    ) -> None:
        """Keep the sentence for the reader, the text, the status, seconds to wait."""
        super().__init__(detail)
        self.text = text
        self.status = status
        self.wait = wait


def read_given(request: HttpRequest) -> Given:
    """Return what the reader gave: the text of a file, or else of the box.

    Raises ``NotGivenError``. A body that is too large is not read at all.
    """
    if length_of(request) > MOST_BYTES + _ROOM:
        raise _too_long(text="")
    try:
        sent = request.body
        text, file = request.POST.get("text", ""), request.FILES.get("file")
    except RequestDataTooBig:
        raise _too_long(text="") from None
    except (SuspiciousOperation, MultiPartParserError):
        raise NotGivenError(_("We could not read what was sent.")) from None
    if text.count(_UNREADABLE) > _unreadable_in(sent):
        raise NotGivenError(_("We could not read what was sent."))
    text = _clean(text)
    wait = wait_for(request, FILE) if file else 0
    if wait:
        raise too_many(text, wait)
    given = _read(file, text) if file else Given(text, missing_again(request, text))
    if not given.text.strip():
        raise NotGivenError(_("Please paste a text, or choose a file."), text=text)
    if len(given.text) > MOST_CHARACTERS:
        raise _too_long(text=text)
    return given


def too_many(text: str, wait: int) -> NotGivenError:
    """Return the refusal of one text too many; ``text`` stays in the box."""
    detail = _("Many texts came in a short time. Please wait a minute, and try again.")
    return NotGivenError(detail, text=text, status=429, wait=wait)


def typed_text(request: HttpRequest) -> str:
    """Return the text in the box, empty where it cannot be read."""
    if length_of(request) > MOST_BYTES + _ROOM:
        return ""
    try:
        return _clean(request.POST.get("text", ""))
    except (SuspiciousOperation, MultiPartParserError):
        return ""


def missing_again(request: HttpRequest, text: str) -> tuple[Missing, ...]:
    """Return what was said to be missing in ``text`` when it was last shown."""
    return from_field(request.POST.get(FIELD, ""), text)


@contextmanager
def turn_for(text: str) -> Iterator[None]:
    """Take a turn for a text that was read; a short one needs none.

    Raises ``NotGivenError`` where as many are being read as can be.
    """
    try:
        with LONG_TEXTS.turn(len(text)):
            yield
    except BusyError:
        raise _busy(text) from None


def _unreadable_in(sent: bytes) -> int:
    """Count the signs for what cannot be read that somebody copied and sent as such."""
    sign = _UNREADABLE.encode()
    return sent.count(sign) + sent.upper().count(quote(sign).encode())


def _read(file: UploadedFile[bytes], text: str) -> Given:
    try:
        read = read_file(file.name or "", file.read())
        return Given(_clean(read.text), missing_in(read.gaps))
    except FileError as error:
        detail = str(FAULTS[error.fault])
        raise NotGivenError(detail, text=text) from None
    except BusyError:
        raise _busy(text) from None


def _clean(text: str) -> str:
    """Return ``text`` with one kind of line end, and nothing that cannot be shown.

    The end of a page stays, on a line of its own: see ``without_page_ends``.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return lines.replace("\0", "").replace(PAGE_END, f"\n{PAGE_END}\n")


def _too_long(*, text: str) -> NotGivenError:
    detail = _(
        "That is too long for us to read at once. Please paste only the part that "
        "matters to you, up to 80 pages."
    )
    return NotGivenError(detail, text=text, status=413)


def _busy(text: str) -> NotGivenError:
    detail = _(
        "We are reading other people's texts just now, and have not read yours. "
        "Please try again in a few seconds. If you chose a file, please choose it "
        "again."
    )
    return NotGivenError(detail, text=text, status=503, wait=RETRY_AFTER)
