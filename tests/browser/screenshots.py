"""Takes pictures of the running site.

``python -m tests.browser.screenshots`` takes the few that the README shows;
``--all FOLDER`` takes every kind of page, in both languages, narrow to wide, light,
dark and on paper, for looking at.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

from tests.browser import server
from tests.browser.places import ENTRY, LANGUAGES, PLACES
from tests.browser.reader import Reader, chromium_browser
from tests.plugins.browsers import MISSING, find_chromium

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

IMAGES = server.ROOT / "docs" / "images"
WIDTHS = (360, 768, 1280)
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
PAPER = 700
"""About as many CSS pixels as a sheet of A4 is wide between its margins."""


class Picture(NamedTuple):
    """A picture in the README."""

    name: str
    path: str
    width: int
    height: int


README = (
    Picture("entry-cy-phone.png", ENTRY["cy"], 360, 720),
    Picture("entry-en-desktop.png", ENTRY["en"], 1024, 640),
)


def main(arguments: list[str]) -> int:
    """Take the pictures and say where they are; without Chromium, say what to do."""
    parser = argparse.ArgumentParser(prog="python -m tests.browser.screenshots")
    parser.add_argument("--all", type=Path, metavar="FOLDER", help="take every page")
    folder = parser.parse_args(arguments).all
    chromium = find_chromium()
    if chromium is None:
        sys.stderr.write(f"The pictures: {MISSING}\n")
        return 1
    with (
        tempfile.TemporaryDirectory(prefix="plain-words-") as kept,
        server.starter_site(Path(kept)) as address,
        chromium_browser(chromium) as browser,
    ):
        if folder is None:
            paths = take_readme(browser, address)
        else:
            server.publish_rare_states(Path(kept))
            paths = take_all(browser, address, folder)
        for path in paths:
            sys.stdout.write(f"{path}\n")
    return 0


def take_readme(browser: Browser, address: str) -> Iterator[Path]:
    """Take what the first screen of a page shows."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    for name, path, width, height in README:
        size = {"width": width, "height": height}
        reader = Reader(browser, address, viewport=size)
        reader.open(path).screenshot(path=IMAGES / name)
        reader.close()
        yield IMAGES / name


def take_all(browser: Browser, address: str, folder: Path) -> Iterator[Path]:
    """Take whole pages: one folder for each language."""
    reader = Reader(browser, address, reduced_motion="reduce")
    for lang in LANGUAGES:
        (folder / lang).mkdir(parents=True, exist_ok=True)
        for name, place in PLACES.items():
            page = reader.open(getattr(place, lang), place.status)
            for kind in _appearances(page):
                path = folder / lang / f"{name}-{kind}.png"
                page.screenshot(path=path, full_page=True)
                yield path
    reader.close()


def _appearances(page: Page) -> Iterator[str]:
    """Show the page in each of its appearances, and name it."""
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in SCHEMES:
            page.emulate_media(media="screen", color_scheme=scheme)
            yield f"{width}-{scheme}"
    page.set_viewport_size({"width": PAPER, "height": 900})
    page.emulate_media(media="print", color_scheme="light")
    yield "print"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
