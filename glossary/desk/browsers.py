"""What kind of browser somebody has, roughly: enough to know one's own again."""

from __future__ import annotations

_BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMS = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("CrOS", "ChromeOS"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)


def browser_of(agent: str) -> list[str]:
    """Return the names of a browser and of what it runs on, as far as they are known.

    Many name others too: the first that is found here is the one that is meant.
    """
    found = [
        next((name for mark, name in names if mark in agent), "")
        for names in (_BROWSERS, _SYSTEMS)
    ]
    return list(filter(None, found))
