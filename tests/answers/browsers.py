"""The headers of real browsers, apps and robots that decide about an answer.

Taken from what each sends for a page that somebody opens, or asks of an API.
"""

from __future__ import annotations

_CHROME = (
    "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,"
    "image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7"
)
_OLD_CHROME = (
    "text/html,application/xhtml+xml,application/xml;q=0.9,image/webp,image/apng,"
    "*/*;q=0.8"
)
_FIREFOX = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
_OLD_FIREFOX = (
    "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,"
    "image/png,image/svg+xml,*/*;q=0.8"
)
_SAFARI = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
_ALL = "gzip, deflate, br, zstd"
_MOST = "gzip, deflate, br"
_OLD = "gzip, deflate"


def _headers(accept: str, language: str, encoding: str, agent: str) -> dict[str, str]:
    pairs = {
        "Accept": accept,
        "Accept-Language": language,
        "Accept-Encoding": encoding,
        "User-Agent": agent,
    }
    return {name: value for name, value in pairs.items() if value}


_GB = "en-GB,en;q=0.9"
_US = "en-US,en;q=0.9"
_FF_GB = "en-GB,en;q=0.5"
BROWSERS: tuple[tuple[str, dict[str, str]], ...] = (
    ("chrome-windows", _headers(_CHROME, _GB, _ALL, "Chrome/142")),
    ("chrome-mac", _headers(_CHROME, "en-GB,en-US;q=0.9,en;q=0.8", _ALL, "Chrome/142")),
    ("chrome-linux", _headers(_CHROME, _US, _ALL, "Chrome/141")),
    ("chrome-android", _headers(_CHROME, _GB, _ALL, "Chrome/142 Mobile")),
    ("chrome-ios", _headers(_SAFARI, _GB, _MOST, "CriOS/142")),
    ("chrome-polish", _headers(_CHROME, "en,pl;q=0.9,en-GB;q=0.8", _ALL, "Chrome/142")),
    ("chrome-urdu", _headers(_CHROME, "en-GB,ur;q=0.9,en;q=0.8", _ALL, "Chrome/142")),
    ("chrome-old", _headers(_OLD_CHROME, _GB, _MOST, "Chrome/79")),
    ("edge-windows", _headers(_CHROME, _GB, _ALL, "Edg/142")),
    ("edge-fetch", _headers("*/*", _GB, _ALL, "Edg/142")),
    ("opera", _headers(_CHROME, _GB, _ALL, "OPR/124")),
    ("brave", _headers(_CHROME, "en-GB,en;q=0.7", _ALL, "Chrome/142")),
    ("vivaldi", _headers(_CHROME, _US, _ALL, "Vivaldi/7")),
    ("samsung-internet", _headers(_CHROME, _GB, _MOST, "SamsungBrowser/28")),
    (
        "samsung-old",
        _headers(_OLD_CHROME, "en-GB,en-US;q=0.9,en;q=0.8", _MOST, "SB/16"),
    ),
    ("firefox-windows", _headers(_FIREFOX, _FF_GB, _ALL, "Firefox/145")),
    ("firefox-linux", _headers(_FIREFOX, "en-US,en;q=0.5", _ALL, "Firefox/145")),
    ("firefox-android", _headers(_FIREFOX, "en-GB", _MOST, "Firefox/145 Mobile")),
    ("firefox-esr", _headers(_OLD_FIREFOX, _FF_GB, _MOST, "Firefox/115")),
    ("firefox-old", _headers(_SAFARI, "en-GB,en;q=0.5", _OLD, "Firefox/52")),
    ("tor-browser", _headers(_FIREFOX, "en-US,en;q=0.5", _ALL, "Firefox/140")),
    ("safari-mac", _headers(_SAFARI, _GB, _MOST, "Version/26 Safari")),
    ("safari-iphone", _headers(_SAFARI, _GB, _MOST, "Version/26 Mobile")),
    (
        "safari-ipad",
        _headers(_SAFARI, "en-GB,en-US;q=0.9,en;q=0.8", _MOST, "Version/18"),
    ),
    ("safari-old", _headers(_SAFARI, "en-gb", "br, gzip, deflate", "Version/12")),
    ("duckduckgo", _headers(_CHROME, _GB, _ALL, "DuckDuckGo/5")),
    ("uc-browser", _headers(_OLD_CHROME, "en-US", _OLD, "UCBrowser/13")),
    ("silk", _headers(_CHROME, _GB, _ALL, "Silk/140")),
    ("webview-facebook", _headers(_CHROME, _GB, _ALL, "FBAV/540")),
    ("webview-ios", _headers(_SAFARI, _GB, _MOST, "Mobile/15E148")),
    (
        "lynx",
        _headers("text/html, text/plain, text/css, */*;q=0.01", "en", _OLD, "Lynx"),
    ),
    (
        "w3m",
        _headers("text/html, text/*;q=0.5, */*", "en;q=1.0", "gzip, x-gzip", "w3m"),
    ),
    ("python-requests", _headers("*/*", "", _OLD, "python-requests/2.32")),
    ("python-httpx", _headers("*/*", "", _ALL, "python-httpx/0.28")),
    ("node-fetch", _headers("*/*", "*", _MOST, "node")),
    ("curl-compressed", _headers("*/*", "", "deflate, gzip, br, zstd", "curl/8.17")),
    ("go", _headers("", "", "gzip", "Go-http-client/1.1")),
    ("okhttp", _headers("", "", "gzip", "okhttp/5.1")),
    ("googlebot", _headers(_CHROME, "", _MOST, "Googlebot/2.1")),
    ("bingbot", _headers("*/*", "", "gzip, deflate, br", "bingbot/2.0")),
    ("duckduckbot", _headers("*/*", "en-US", "GZIP, deflate", "DuckDuckBot/1.1")),
    ("applebot", _headers(_SAFARI, "en-GB,en;q=0.9", _MOST, "Applebot/0.1")),
)
"""All of them take gzip, and none wants another language than English first."""
