"""The tables of docs/html.md say what is done."""

import re
from pathlib import Path

import pytest

from glossary.annotation.elements import (
    ATTRIBUTES,
    DROPPED,
    EVERYWHERE,
    INSTEAD,
    RAW_TEXT,
    VOID,
    WRITTEN,
)
from tests.annotation.marking import Read, mark

PAGE = (Path(__file__).parents[2] / "docs/html.md").read_text("utf-8")
_TABLES = [
    [
        [cell.strip() for cell in line.strip("|").split("|")]
        for line in table.splitlines()[2:]
    ]
    for table in re.findall(r"(?:^\|.*\n)+", PAGE, re.MULTILINE)
]
ELEMENTS, ATTRIBUTE_ROWS = _TABLES


def names(cell):
    return re.findall(r"`([\w-]+)`", re.sub(r"\(.*?\)", "", cell))


ROWS = [
    pytest.param(name, becomes, finds, links, id=name)
    for cell, becomes, finds, links in ELEMENTS
    for name in (["font", "x-y"] if cell.startswith("any") else names(cell))
]
GIVEN = {"a": " href=/x", "dialog": " open"}
AROUND = {
    **dict.fromkeys(["caption", "thead", "tbody", "tfoot"], "<table>"),
    **dict.fromkeys(["td", "th"], "<table><tr>"),
    "tr": "<table><tbody>",
}


def stays(name, becomes, html):
    return name in Read(html).tags


def is_another(name, becomes, html):
    return Read(html).tags[0] == names(becomes)[0]


def has_words_in_its_place(name, becomes, html):
    return '<span class="no-glossary"> b </span>' in html


def leaves_its_words(name, becomes, html):
    other = names(becomes)[0]
    said = mark(f"<{name} lang=cy>b</{name}>").html
    return (Read(html).tags, said) == (["a"], f'<{other} lang="cy">b</{other}>')


def goes(name, becomes, html):
    return html == ""


OUTCOMES = {
    "stay": stays,
    "come": is_another,
    "comes": is_another,
    "their": has_words_in_its_place,
    "go,": leaves_its_words,
    "go": goes,
}


@pytest.mark.parametrize(("name", "becomes", "finds", "links"), ROWS)
def test_an_element_becomes_what_the_table_says(name, becomes, finds, links):
    given = f"{GIVEN.get(name, '')} alt=b type=image aria-label=b"
    done = mark(f"{AROUND.get(name, '')}<{name}{given}>grooming</{name}>")

    assert OUTCOMES[becomes.split()[0]](name, becomes, done.html)
    assert len(done.matches) == (finds == "yes" or name in VOID)
    assert len(Read(done.html).links) == (links == "yes" or name in VOID)


def test_the_table_of_elements_names_each_once():
    rows = [row.values[0] for row in ROWS]

    assert len(rows) == len({*rows})
    assert {*rows} >= WRITTEN | INSTEAD.keys() | DROPPED | RAW_TEXT


KEPT = [
    pytest.param(attribute, element, id=f"{element}-{attribute}")
    for cell, on, _ in ATTRIBUTE_ROWS
    if names(on) and "without" not in on
    for attribute in [*names(cell), *(["hreflang"] if "`href`" in cell else [])]
    for element in names(on)
]


@pytest.mark.parametrize(("attribute", "element"), KEPT)
def test_an_attribute_stays_where_the_table_says(attribute, element):
    found = mark(f"{AROUND.get(element, '')}<{element} href=/x {attribute}=1>b").html

    assert re.search(rf'<{element}[^>]* {attribute}="(/x|1|user-content-1)"', found)


def test_the_table_of_attributes_is_whole():
    everywhere = {
        name for cell, on, _ in ATTRIBUTE_ROWS if on == "all" for name in names(cell)
    }
    elsewhere = {tuple(row.values) for row in KEPT}

    assert everywhere == EVERYWHERE
    assert elsewhere == {
        (name, element) for element, known in ATTRIBUTES.items() for name in known
    }


@pytest.mark.parametrize("element", sorted(WRITTEN - {"br", "hr", "wbr"}))
def test_any_other_attribute_goes(element):
    others = "style for rel role target aria-label data-x onclick name headersx".split()
    given = " ".join(f"{name}=1" for name in others)
    found = mark(f"{AROUND.get(element, '')}<{element} href=/x {given}>b").html

    assert not re.search(rf"<{element}[^>]*=\"1\"", found)
