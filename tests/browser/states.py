"""Publishes entries in the states that no entry of the starter glossary is in.

``python -m tests.browser.states`` adds them to the database of the environment.
"""

from __future__ import annotations

import datetime as dt

import django

django.setup()

from django.db.models import F  # noqa: E402

from glossary.closed_lists import WithdrawalReason  # noqa: E402
from glossary.document import (  # noqa: E402
    DocumentKind,
    HelplineDocument,
    Name,
    parse_shape,
)
from glossary.document_texts import add_document_text  # noqa: E402
from glossary.models import Publication  # noqa: E402
from glossary.publishing import withdraw_document  # noqa: E402
from tests import factories  # noqa: E402
from tests.factories import OPERATOR, on_show, published, section, topic  # noqa: E402
from tests.helplines import helpline  # noqa: E402

LONG = "gwrthddatganoliadoldebau cydymddiriedolaethol rhyngsefydliadol"
SENTENCE = (
    "Mae'r gwrthddatganoliadoldebau hyn yn rhan o'r cyfrifoldebau cydymddiriedolaethol."
)
WORDS = "The words of the document, as long as a quotation may be, and then a few more of them. "
DOCUMENT = f"""The force has a problem profile, and safeguarding partners read it.

{WORDS * 3}It names child sexual exploitation, grooming and the HMICFRS.
"""


def main() -> None:
    of_yesterday()
    nearly_empty()
    in_one_language()
    behind()
    everything()
    withdrawn()
    document_text()


def of_yesterday() -> None:
    """What is public has been so since yesterday, and two lines for nobody with it."""
    line("rare-line", "0800 000 000")
    line("gone-line", "0800 000 001")
    topic("gone-topic", 1000, en="Gone topic", cy="Pwnc sydd wedi mynd")
    day_before = F("published_at") - dt.timedelta(days=1)
    Publication.objects.update(published_at=day_before)
    line("rare-line", "0800 000 002", text="60 003", chat=True)
    gone = (DocumentKind.HELPLINE, "gone-line"), (DocumentKind.TOPIC, "gone-topic")
    reason = WithdrawalReason.MISTAKE
    for kind, key in gone:
        withdraw_document(name=Name(kind, key), actor=OPERATOR, reason=reason)


def line(key: str, phone: str, **values: object) -> None:
    """A line that no leaflet shows."""
    english = {"name": f"The {key}", "brief": "nobody", "who_for": "For nobody."}
    welsh = {"name": f"Y {key}", "brief": "neb", "who_for": "I neb."}
    texts = {"languages": {"en": english, "cy": welsh}, "audience": "behaviour"}
    data = helpline(id=key, phone=phone, position=1000, **texts, **values)
    on_show(parse_shape(HelplineDocument, data))


def nearly_empty() -> None:
    """An entry with no more than it must have."""
    published(
        "nearly-empty",
        languages={
            "en": section("nearly empty"),
            "cy": section("bron yn wag", "cy"),
        },
        citations=[{"source": "report-2023", "quotation": None, "lang": "en"}],
        topics=["police-work"],
    )


def in_one_language() -> None:
    """Two entries that the other language lacks."""
    english = section("only in English", explanation="It has *no* Welsh yet.")
    welsh = section("dim ond yn Gymraeg", "cy", explanation="Dim *Saesneg* eto.")
    published("only-english", languages={"en": english})
    published("only-welsh", languages={"cy": welsh})


def behind() -> None:
    """An entry whose English has changed since the Welsh was written."""
    english = section("newer in English", edition=2)
    welsh = section("hŷn yn Gymraeg", "cy", edition=1, matches={"en": 1})
    published("newer-in-english", languages={"en": english, "cy": welsh})


def everything() -> None:
    """An entry with everything that there can be, in words that are long."""
    english = section("extraordinarily comprehensive terminology", **_layers(WORDS))
    welsh = section(LONG, "cy", short=SENTENCE, **_layers(f"{SENTENCE} "))
    english["terms"] += [
        {"text": "ECT", "type": "acronym", "status": "admitted"},
        {"text": "old terminology", "type": "full-form", "status": "superseded"},
    ]
    welsh["terms"][0] |= {"plural": f"{LONG}au", "grammar": {"gender": "masculine"}}
    quotation = {"source": "report-2023", "lang": "en", "locator": "Chapter 1"}
    published(
        "everything",
        languages={"en": english, "cy": welsh},
        topics=["victims-and-support", "police-work"],
        applies_in=["england", "wales", "scotland", "northern-ireland"],
        in_use={"from": "1998", "to": "2019-05-01"},
        citations=[quotation | {"quotation": " ".join(WORDS.split())}],
        related=[
            {"relation": "broader", "id": "nearly-empty"},
            {"relation": "related", "id": "newer-in-english"},
            {"relation": "replaced-by", "id": "only-welsh"},
        ],
    )


def _layers(words: str) -> dict[str, str]:
    listed = f"{words}\n\n- {words}\n- [{words.strip()}](entry:nearly-empty)\n"
    return {
        "explanation": words * 3,
        "for_you": listed,
        "ask": listed,
        "detail": words * 3,
        "update": words,
        "notice": words,
    }


def withdrawn() -> None:
    """An entry that was taken away, and what to read instead."""
    published("taken-away", related=[{"relation": "replaced-by", "id": "nearly-empty"}])
    factories.withdrawn("taken-away")


def document_text() -> None:
    """The text of the document from which the words of these entries come."""
    add_document_text(source_id="report-2023", text=DOCUMENT, actor=OPERATOR)


if __name__ == "__main__":
    main()
