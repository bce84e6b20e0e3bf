"""Two entries in four languages: one has an address in Hebrew letters, one has none.

``python -m tests.third_language.content`` adds them to the database of the environment.
"""

from __future__ import annotations

from typing import Any

import django

django.setup()

from glossary.document_texts import add_document_text  # noqa: E402
from tests.factories import OPERATOR, published, section, source  # noqa: E402

HEBREW = "בַּיִת"  # with its points, as a dictionary has it
EXPLANATION = (
    "הַבַּיִת הוא [a place where people live](lang:en). ראו [משטרה](entry:city-guard)."
)


def publish() -> None:
    """Publish what the visitor looks for, and a document's own text."""
    source()
    add_document_text(
        source_id="report-2023", text="A house. המשטרה באה לבית.", actor=OPERATOR
    )
    published("city-guard", languages=_guard())
    published("house", languages=_house())


def _guard() -> dict[str, Any]:
    names = {"en": "city guard", "cy": "gwarchodlu", "kw": "kreslu"}
    hebrew = section("משטרה", "he", short="מי שבאים כשמתקשרים 100.")
    del hebrew["slug"]
    hebrew["terms"][0]["grammar"] = {"gender": "feminine", "before_noun": "משטרת"}
    hebrew["terms"].append(
        {
            "text": "מצ״ח",
            "type": "acronym",
            "status": "admitted",
            "provenance": {"status": "kept-in-english"},
        }
    )
    return {**{lang: section(name, lang) for lang, name in names.items()}, "he": hebrew}


def _house() -> dict[str, Any]:
    names = {"en": "house", "cy": "tŷ", "kw": "chi"}
    texts = {"slug": "בית", "short": "מקום לגור בו.", "explanation": EXPLANATION}
    return {
        **{lang: section(name, lang) for lang, name in names.items()},
        "he": section(HEBREW, "he", **texts, for_you="ביתך הוא מבצרך."),
    }


if __name__ == "__main__":
    publish()
