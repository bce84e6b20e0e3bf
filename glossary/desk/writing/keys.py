"""Whether a key could tell who somebody is: no program knows, so a person is asked."""

from __future__ import annotations

from glossary.text import slug


def names_in(text: str, key: str) -> list[str]:
    """Return the words of a name that look like somebody's, if the key has them.

    Such words have a capital and are not the first one: “Daniel Pelka”, “Child Q”. A
    title in capitals is asked about too, and a name of one word is not.
    """
    parts = set(key.split("-"))
    words = text.split()[1:]
    return [
        one for one in words if one[:1].isupper() and parts & {*slug(one).split("-")}
    ]
