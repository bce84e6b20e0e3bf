"""Draws the icons that browsers ask for by name from the one that pages name.

``python -m tests.browser.icons`` writes ``favicon.ico`` and ``apple-touch-icon.png``.
"""

from __future__ import annotations

import struct
import sys

from tests.browser.reader import chromium_browser
from tests.browser.server import ROOT
from tests.plugins.browsers import MISSING, find_chromium

FOLDER = ROOT / "glossary" / "static" / "glossary"
SMALL, LARGE = 32, 180
"""Sides in pixels: what a tab shows, and what a phone puts among its apps."""


def main() -> int:
    """Write the icons; without Chromium, say what to do."""
    chromium = find_chromium()
    if chromium is None:
        sys.stderr.write(f"The icons: {MISSING}\n")
        return 1
    with chromium_browser(chromium) as browser:
        page = browser.new_page()
        drawing = (FOLDER / "icon.svg").read_text(encoding="utf-8")
        for size, background in ((SMALL, "transparent"), (LARGE, "#fff")):
            page.set_viewport_size({"width": size, "height": size})
            page.set_content(
                f"<style>html{{background:{background}}}body{{margin:0}}"
                f"svg{{display:block;width:100vw;height:100vh}}</style>{drawing}"
            )
            picture = page.screenshot(omit_background=True)
            if size == SMALL:
                (FOLDER / "favicon.ico").write_bytes(icon_file(picture, size))
            else:
                (FOLDER / "apple-touch-icon.png").write_bytes(picture)
    return 0


def icon_file(picture: bytes, size: int) -> bytes:
    """Return a PNG picture as the only one in an ICO file."""
    header = struct.pack("<HHH", 0, 1, 1)
    offset = len(header) + 16
    entry = struct.pack("<BBBBHHII", size, size, 0, 0, 1, 32, len(picture), offset)
    return header + entry + picture


if __name__ == "__main__":
    sys.exit(main())
