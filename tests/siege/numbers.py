"""A helpline has another number: every process says so on every page, within a second.

``python -m tests.siege.numbers NUMBER`` publishes the number, and prints when it was.
"""

from __future__ import annotations

import sys
import time
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.request import urlopen

if TYPE_CHECKING:
    from tests.siege.places import Site

LINE, RIGHT, OTHER = "childline", "0800 1111", "0800 222 333"
PAGES = (
    "/en/help/",
    "/cy/cymorth/",
    "/en/terms/grooming/",
    "/cy/termau/adr149/",
    "/en/leaflet/?t=6qlbvr",
)
_AIM, _MOST = 1.0, 5.0  # seconds: on a machine of its own, and on one that is busy
_QUIET = 2.0  # seconds in which nobody says the old number any more


def another_number(site: Site, _seconds: float) -> str:
    """A number changes, and changes back; the slower of both is told."""
    for path in PAGES:
        page = _read(site, path)
        assert not page or RIGHT in page, path
    longest = max(_until_seen(site, OTHER, RIGHT), _until_seen(site, RIGHT, OTHER))
    assert longest < _MOST, longest
    verdict = "" if longest < _AIM else ", NOT IN TIME"
    return f"on {len(PAGES)} pages after {longest:.2f} s{verdict}"


def _until_seen(site: Site, new: str, old: str) -> float:
    """Publish a number; return after how many seconds somebody was told the old one.

    Whoever asked before it was published may have been told the old one.
    """
    writer = site.begin("-m", "tests.siege.numbers", new)
    last = time.time()
    while writer.poll() is None or time.time() - last < _QUIET:
        for path in PAGES:
            asked, page = time.time(), _read(site, path)
            if page and (old in page or new not in page):
                last = asked
    published = float(writer.communicate()[0])
    return max(0.0, last - published)


def _read(site: Site, path: str) -> str:
    """Return a page by a connection of its own: any process may answer.

    It is empty where the site has too much to do, and says so.
    """
    try:
        with urlopen(f"http://127.0.0.1:{site.port}{path}", timeout=30) as answer:
            return str(answer.read().decode())
    except HTTPError as error:
        if error.code != HTTPStatus.SERVICE_UNAVAILABLE:
            raise
        return ""


def main(number: str) -> None:
    """Publish the number as somebody who edits it would."""
    import django

    django.setup()
    from django.db import transaction

    from glossary.document import HelplineDocument
    from glossary.models import CommandLine, locked_dataset
    from glossary.publishing import publish_revisions
    from glossary.reading import shelf
    from glossary.review import add_reviewed_elsewhere, newest_approved

    actor = CommandLine("siege")
    line: HelplineDocument = shelf().helplines[LINE]
    changed = line.model_copy(update={"phone": number})
    with transaction.atomic():
        locked_dataset()
        review = newest_approved([line.name])[line.name].review
        revisions = add_reviewed_elsewhere([changed], review=review, actor=actor)
        publish_revisions(revisions=revisions, actor=actor)
    sys.stdout.write(str(time.time()))


if __name__ == "__main__":
    main(*sys.argv[1:])
