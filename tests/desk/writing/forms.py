"""Forms as browsers fill them in and send them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import orjson

from glossary.document import DocumentKind, Name
from glossary.models import Revision
from glossary.review import begin_draft
from tests.factories import entry_data
from tests.web.html import Element, read

if TYPE_CHECKING:
    from glossary.models import User
    from tests.desk.browser import Browser
    from tests.site import Answer

EN, CY = "/desk/en/write/", "/desk/cy/ysgrifennu/"
SHORT = "/languages/en/short"


def path_of(revision: Revision, start: str = EN) -> str:
    """Return where a revision is written."""
    return f"{start}{revision.kind}/{revision.key}/{revision.number}/"


def new(
    writer: User, kind: str = "entry", start: Any = None, key: str = "a-new-word"
) -> Revision:
    """Return a draft of something that is not public."""
    name = Name(DocumentKind(kind), key)
    given = entry_data(key) if start is None else start
    return begin_draft(name=name, actor=writer, start=given)


def text_of(revision: Revision) -> Any:
    """Return the document that is saved."""
    return orjson.loads(Revision.objects.get(pk=revision.pk).document)


def form(answer: Answer, **which: str) -> dict[str, list[str]]:
    """Return the fields of the form that a browser would send."""
    return filled(read(answer.text).one("form", **(which or {"class_": "writing"})))


def filled(page: Element) -> dict[str, list[str]]:
    """Return the names and values of a form's fields."""
    fields: dict[str, list[str]] = {}
    for one in page.every():
        name, kind = one.get("name"), one.get("type")
        if not name or one.tag == "button" or "disabled" in one.attributes:
            continue
        is_box = kind in {"checkbox", "radio"}
        if is_box and "checked" not in one.attributes:
            continue
        fields.setdefault(name, []).append(_value(one))
    return fields


def _value(one: Element) -> str:
    if one.tag == "select":
        rows = one.every("option")
        chosen = [row for row in rows if "selected" in row.attributes]
        return (chosen or rows)[0].get("value")
    if one.tag == "textarea":
        text = "".join(map(str, one.children)).removeprefix("\n")
        return text.replace("\n", "\r\n")
    return one.get("value")


def send(
    desk: Browser,
    path: str,
    do: Any = "save",
    answer: Any = None,
    **typed: Any,
) -> Answer:
    """Fill the form in, as it is at ``path`` or in an answer, and press a button."""
    fields: dict[str, Any] = form(answer or desk.get(path))
    return desk.post(path, {**fields, **typed, "do": do})
