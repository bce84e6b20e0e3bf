"""Visits everything in an installation of four languages; prints what it saw.

Runs in a process of its own: the languages of an installation are read once.
"""

from __future__ import annotations

import io
import json
import sys
from typing import Any
from urllib.parse import quote

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.urls import get_resolver  # noqa: E402
from pypdf import PdfReader  # noqa: E402

from explainer.wsgi import application  # noqa: E402
from glossary.document import short_code  # noqa: E402
from tests.site import Site  # noqa: E402
from tests.third_language.content import publish  # noqa: E402

VALUES = {
    "topic": "police-data",
    "source_id": "report-2023",
    "code": "not-found",
    "entry_id": "house",
}
OWN = {
    "kw": {"letter": "ch", "slug": "chi"},
    "he": {"letter": "ב", "slug": "בית"},
}
FORM = "application/x-www-form-urlencoded"


def addresses(lang: str) -> list[str]:
    """Return the address of every route that names a language."""
    found = []
    for route in get_resolver().url_patterns[-1].url_patterns:
        text = str(route.pattern)
        if text.startswith(f"{lang}/"):
            for name, value in {**VALUES, **OWN[lang]}.items():
                for kind in ("slug:", "part:", ""):
                    text = text.replace(f"<{kind}{name}>", value)
            query = "?t=house,city-guard" if text.endswith(".pdf") else ""
            found.append(quote(f"/{text}") + query)
    return found


def seen_in(site: Site, lang: str) -> dict[str, Any]:
    """Return what somebody sees who reads this language."""
    found = {address: site.get(address) for address in addresses(lang)}
    entry = site.get(f"/api/v1/entries/house/?in={lang}").json["languages"][lang]
    return {
        "pages": {address: answer.status for address, answer in found.items()},
        "html": {
            address: answer.text
            for address, answer in found.items()
            if "html" in answer.headers["content-type"]
        },
        "language": site.get(f"/{lang}/").headers["content-language"],
        "entry": entry,
        "letters": [
            row
            for row in site.get(f"/api/v1/letters/?lang={lang}").json["letters"]
            if row["count"]
        ],
        "pack": site.get(f"/api/v1/term-pack/?lang={lang}").json,
        "not_checked": [
            row["code"]
            for row in site.post(
                "/api/v1/check/", {"text": entry["short"], "lang": lang}
            ).json["not_checked"]
        ],
        "found": site.post(
            "/api/v1/check/", {"text": "The XQZ.", "lang": "en", "in": [lang]}
        ).json["findings"][0]["reason"],
        "checked_page": site.post(
            f"/{lang}/check/", b"text=The+XQZ.&text_lang=en", content_type=FORM
        ).text,
    }


def lookups(site: Site) -> dict[str, Any]:
    """Return what is found by what is typed, in the two new languages."""
    typed = {
        "kw": ["chi"],
        "he": ["בית", HOUSE, "הבית", "משטרת", 'מצ"ח', "מצח", "בת"],
    }
    return {
        word: [
            row["entry"]["id"]
            for row in site.get("/api/v1/lookup/", {"term": word, "lang": lang}).json[
                "results"
            ]
        ]
        for lang, words in typed.items()
        for word in words
    }


HOUSE = "בַּיִת"
SENTENCE = 'המשטרה באה אל הבַּית; משטרת ירושלים ומצ"ח, לא מצחיק.'


def marked(site: Site) -> list[tuple[str, str]]:
    """Return what is marked in a Hebrew sentence, and what it stands for."""
    answer = site.post("/api/v1/annotate/", {"text": SENTENCE, "lang": "he"}).json
    return [
        (SENTENCE[one["start"] : one["end"]], one["candidates"][0])
        for one in answer["matches"]
    ]


def pdf_text(site: Site, query: str) -> dict[str, Any]:
    """Return what a leaflet says, and its language."""
    file = PdfReader(io.BytesIO(site.get(f"/he/leaflet.pdf?{query}").body))
    return {
        "lang": file.root_object["/Lang"],
        "text": "\n".join(page.extract_text() for page in file.pages),
    }


def main() -> None:
    call_command("migrate", verbosity=0)
    publish()
    site = Site(application)
    moved = [
        "/he/מונחים/house/",
        "/he/מונחים/city-guard/",
        "/he/מונחים/משטרה/",
        "/he/terms/בית/",
    ]
    json.dump(
        {
            "kw": seen_in(site, "kw"),
            "he": seen_in(site, "he"),
            "english": site.get("/en/terms/house/").text,
            "both": site.get(f"/en/leaflet/?t={short_code('house')}&both=1").text,
            "moved": {
                path: (answer.status, answer.headers.get("location"))
                for path in moved
                for answer in [site.get(path)]
            },
            "lookups": lookups(site),
            "search": {
                text: [
                    hit["id"]
                    for hit in site.get(
                        "/api/v1/search/", {"q": text, "lang": "he"}
                    ).json["hits"]
                ]
                for text in ("מקום", "מָקוֹם", "כשמתקשרים", "קום")
            },
            "suggest": {
                start: [
                    row["label"]
                    for row in site.get(
                        "/api/v1/suggest/", {"q": start, "lang": lang}
                    ).json["suggestions"]
                ]
                for lang, start in (("kw", "c"), ("he", "ב"), ("he", "בַּ"))
            },
            "marked": marked(site),
            "explained": site.post(
                "/en/explain/",
                f"text={quote(SENTENCE)}".encode(),
                content_type=FORM,
            ).text,
            "pdf": pdf_text(site, "t=house,city-guard"),
            "unknown": site.get("/api/v1/letters/?lang=br").json["errors"][0]["detail"],
        },
        sys.stdout,
    )


if __name__ == "__main__":
    main()
