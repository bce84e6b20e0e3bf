"""The codec that reads what a page or a message calls its encoding.

Browsers read some labels as more than they say (WHATWG Encoding, 4.2): "iso-8859-1"
is what Windows wrote. Python knows the rest.
"""

from __future__ import annotations

import codecs
import re
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

UTF_7 = "utf-7"
"""What is never undone: markup can hide in it from whoever looks for markup."""
_AS_THEY_ARE = (
    "utf-8 cp437 cp850 cp858 cp866 "
    "iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 "
    "iso8859-8 iso8859-10 iso8859-13 iso8859-14 iso8859-15 iso8859-16 koi8-r koi8-u "
    "mac-roman mac-cyrillic cp874 cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 "
    "cp1257 cp1258 gb18030 euc_jp iso2022_jp cp932 cp949"
).split()
_CODECS: Mapping[str, str] = MappingProxyType(
    {
        **{name: name for name in _AS_THEY_ARE},
        UTF_7: UTF_7,
        "iso8859-1": "cp1252",
        "iso8859-9": "cp1254",
        "iso8859-11": "cp874",
        "tis-620": "cp874",
        "gb2312": "gb18030",
        "gbk": "gb18030",
        "big5": "big5hkscs",
        "shift_jis": "cp932",
        "euc_kr": "cp949",
        "utf-16": "utf-8",  # whoever can read the label in ASCII reads no UTF-16
        "utf-16-le": "utf-8",
        "utf-16-be": "utf-8",
    }
)
"""Python's name for what is read, and what it is read with.

ASCII is not there: what calls itself so and is not may be anything."""
_LABELS = MappingProxyType(
    {
        "iso-8859-8-i": "iso8859-8",
        "ks_c_5601": "cp949",
        "latin-9": "iso8859-15",
        "mac": "mac-roman",
        "x-mac-roman": "mac-roman",
        "unicode-1-1-utf-8": "utf-8",
        "windows-31j": "cp932",
        "x-unicode-2-0-utf-7": UTF_7,
        "windows-949": "cp949",
        "x-euc-jp": "euc_jp",
        "x-gbk": "gb18030",
        "x-sjis": "cp932",
        "dos-874": "cp874",
    }
)
_OF_WINDOWS = re.compile(r"(?:x-cp|windows-?|win-?)(12\d\d)")
_BEGINNING = 4096  # browsers look at 1024 bytes; programs put styles before
_COMMENT = re.compile(rb"<!--.*?-->", re.DOTALL)
_LABEL = re.compile(
    rb"""(?i)<meta\b[^>]*?\bcharset\s*=\s*["']?\s*([^\s"'/>;]+)"""
    rb"""|<\?xml\b[^>]*?\bencoding\s*=\s*["']([^"']+)"""
)


def codec_called(label: str | None) -> str | None:
    """Return the codec for a label, or nothing where it is none that we know."""
    plain = (label or "").strip("\t\n\f\r \"'").lower()
    plain = _OF_WINDOWS.sub(r"cp\1", _LABELS.get(plain, plain))
    try:
        return _CODECS.get(codecs.lookup(plain).name)
    except (LookupError, ValueError):  # one with a zero in it
        return None


def codec_of_page(data: bytes) -> str | None:
    """Return the codec that a page in HTML declares near its beginning."""
    found = _LABEL.search(_COMMENT.sub(b"", data[:_BEGINNING]))
    if not found:
        return None
    return codec_called((found[1] or found[2]).decode("latin-1"))
