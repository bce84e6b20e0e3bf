"""Publishes an entry in three languages and visits everything; prints what it saw.

Runs in a process of its own: the languages of an installation are read once.
"""

from __future__ import annotations

import json
import sys

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.urls import get_resolver  # noqa: E402

from explainer.wsgi import application  # noqa: E402
from glossary.document_texts import add_document_text  # noqa: E402
from tests.factories import OPERATOR, published, section, source  # noqa: E402
from tests.site import Site  # noqa: E402

VALUES = {
    "letter": "ch",
    "topic": "police-data",
    "slug": "chi",
    "source_id": "report-2023",
    "code": "not-found",
    "entry_id": "house",
}
QUERIES = {"kw/leaflet.pdf": "?t=house"}


def addresses() -> list[str]:
    """Return the address of every route that names the third language."""
    found = []
    for route in get_resolver().url_patterns[-1].url_patterns:
        text = str(route.pattern)
        if text.startswith("kw/"):
            for name, value in VALUES.items():
                text = text.replace(f"<slug:{name}>", value).replace(f"<{name}>", value)
            found.append(f"/{text}{QUERIES.get(text, '')}")
    return found


def main() -> None:
    call_command("migrate", verbosity=0)
    names = {"en": "house", "cy": "tŷ", "kw": "chi"}
    source()
    add_document_text(source_id="report-2023", text="A house.", actor=OPERATOR)
    languages = {lang: section(name, lang) for lang, name in names.items()}
    published("house", languages=languages)
    site = Site(application)
    entry = site.get("/api/v1/entries/house/?in=kw").json
    json.dump(
        {
            "pages": {address: site.get(address).status for address in addresses()},
            "entry": entry["languages"]["kw"]["url"],
            "partner": "/kw/termow/chi/" in site.get("/en/terms/house/").text,
            "language": site.get("/kw/").headers["content-language"],
            "lookup": site.get("/api/v1/lookup/?term=chi&lang=kw").json["items"][0][
                "match"
            ]["name"]["lang"],
            "search": site.get("/api/v1/search/?q=chi&lang=kw").json["items"][0]["entry"][
                "id"
            ],
            "suggest": site.get("/api/v1/suggest/?q=c&lang=kw").json["items"][0][
                "name"
            ]["text"],
            "letters": [
                row["letter"]
                for row in site.get("/api/v1/letters/?lang=kw").json["items"]
                if row["entry_count"]
            ],
            "found": site.post(
                "/api/v1/check/", {"text": "The XQZ.", "lang": "en", "in": ["kw"]}
            ).json["items"][0]["reasons"],
            "checked_page": site.post(
                "/kw/check/",
                b"text=The+XQZ.&text_lang=en",
                content_type="application/x-www-form-urlencoded",
            ).text,
            "not_checked": [
                row["code"]
                for row in site.post(
                    "/api/v1/check/", {"text": "Chi.", "lang": "kw"}
                ).json["not_checked"]
            ],
            "unknown": site.get("/api/v1/letters/?lang=br").json["errors"][0]["detail"],
        },
        sys.stdout,
    )


if __name__ == "__main__":
    main()
