"""An answer can be sent back: it gains nothing and loses nothing."""

import pytest
from hypothesis import example, given, settings

from tests.annotation.marking import Read, mark
from tests.annotation.soups import SOUP

OURS = '<a class="glossary-term" data-entries="{}" href="/x">{}</a>'


@settings(max_examples=400, deadline=None)
@given(SOUP)
@example("a profile<sup> problem profile")
def test_any_markup_comes_back_as_it_was_given_back(markup):
    once = mark(markup)
    twice = mark(once.html)

    assert twice.html == once.html
    assert twice.text.split() == once.text.split()
    assert [match[2:] for match in twice.matches] == [
        match[2:] for match in once.matches
    ]


@settings(max_examples=200, deadline=None)
@given(SOUP)
def test_also_where_less_is_looked_for_then(markup):
    once = mark(markup).html

    assert mark(once, exclude=["grooming", "problem-profile"]).html == once


def test_a_link_of_ours_is_the_first_use_wherever_it_stands():
    done = mark(f"<p>grooming</p><p>{OURS.format('grooming', 'grooming')}</p>")

    assert Read(done.html).links == ["grooming"]
    assert done.html.startswith("<p>grooming</p>")
    assert len(done.matches) == 2


@pytest.mark.parametrize(
    ("entries", "found"),
    [
        pytest.param("exploitation certificate", [], id="all"),
        pytest.param("certificate other exploitation", [], id="in-any-order"),
        pytest.param("exploitation", ["CSE"], id="one-of-two"),
        pytest.param("", ["CSE"], id="none"),
        pytest.param("exploitation&#32;certificate", [], id="written-otherwise"),
    ],
)
def test_what_may_mean_several_entries_is_known_by_all_of_them(entries, found):
    done = mark(f"<p>{OURS.format(entries, 'a')}, CSE</p>")

    assert Read(done.html).links == ["a", *found]


@pytest.mark.parametrize(
    "link",
    [
        pytest.param(
            '<a data-entries="grooming" href="/x">a</a>', id="without-our-class"
        ),
        pytest.param('<a class="glossary-term" href="/x">a</a>', id="without-entries"),
        pytest.param(
            '<a class="glossary-term" data-entries="grooming">a</a>', id="without-lead"
        ),
        pytest.param(
            '<a class="glossary-term" data-entries="grooming" href="javascript:x">a</a>',
            id="of-a-program",
        ),
        pytest.param(
            f"<p hidden>{OURS.format('grooming', 'a')}</p>", id="that-nobody-sees"
        ),
        pytest.param(
            '<b class="glossary-term" data-entries="grooming" href="/x">a</b>',
            id="that-is-no-link",
        ),
    ],
)
def test_another_link_is_no_first_use(link):
    assert "grooming" in Read(mark(f"{link} grooming").html).links


def test_what_was_not_linked_before_is_linked_if_it_is_asked_for_now():
    once = mark("<p>grooming, problem profile</p>", exclude=["grooming"]).html

    assert Read(once).links == ["problem profile"]
    assert Read(mark(once).html).links == ["grooming", "problem profile"]


@pytest.mark.parametrize(
    "inside",
    [
        pytest.param("grooming", id="words"),
        pytest.param("<b>problem</b> profile", id="elements"),
        pytest.param("<code>x</code> grooming", id="code"),
    ],
)
@pytest.mark.parametrize("around", ["b", "div", "x-y"])
def test_as_deep_as_elements_may_be_a_link_of_ours_is_known(inside, around):
    once = mark(f"<{around}>" * 198 + inside).html
    deeper = mark(f"<{around}>" * 250 + inside).html

    assert "glossary-term" in once
    assert mark(once).html == once
    assert mark(deeper).html == deeper


@pytest.mark.parametrize(
    "given",
    [
        "href=x class=glossary-term",
        "href=x data-entries=grooming",
        "class=glossary-term data-entries=grooming",
        "href=javascript:x class=glossary-term data-entries=grooming",
    ],
)
def test_another_link_is_as_deep_as_any_element(given):
    assert mark("<b>" * 200 + f"<a {given}>a").html.endswith("<b>a" + "</b>" * 200)


def test_a_table_counts_with_its_parts():
    cell = "<table><tbody><tr><td colspan=2>grooming"
    found = [mark("<b>" * depth + cell).html for depth in range(190, 202)]

    assert [mark(html).html for html in found] == found
    assert [html.count("<table>") for html in found] == [1] * 7 + [0] * 5
    assert all("grooming</a>" in html for html in found)
