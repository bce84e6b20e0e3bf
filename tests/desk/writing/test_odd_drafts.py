"""A draft that holds what no form can show breaks no page, for whoever opens it."""

from __future__ import annotations

import orjson
import pytest

from glossary.review import save_draft
from tests.desk.writing.forms import path_of

pytestmark = pytest.mark.django_db

PAGES = ("write", "revision", "preview", "give-up")
ODD = {
    "no object": {"languages": [1, None]},
    "no text": {"languages": {"en": 5, "cy": {"short": [], "terms": "x"}}},
    "odd rows": {"languages": {"en": {"terms": [5, None, {"text": 7}]}}},
    "no list": {"topics": {"": {}}, "citations": "x", "related": 5, "review": []},
    "deep": {"kind": [[[[[[1]]]]]], "a/b~c": {"~0": 1}, "as_at": "\0"},
}


@pytest.mark.parametrize("odd", ODD.values(), ids=ODD)
def test_every_page_of_an_odd_draft_opens(desk, draft, writer, odd):
    text = orjson.loads(draft.document) | odd
    save_draft(revision=draft, document=text, seen=draft.digest, actor=writer)

    paths = [path_of(draft, f"/desk/en/{page}/") for page in PAGES]
    paths += ["/desk/en/", "/desk/en/documents/", "/desk/en/document/entry/grooming/"]

    assert {path: desk.get(path).status for path in paths} == dict.fromkeys(paths, 200)
