"""Each entry's first use is linked, where a link can stand."""

import pytest

from tests.annotation.marking import Read, mark, quotes


def linked(markup):
    return Read(mark(markup).html).links


def test_a_first_use_is_linked_and_a_second_is_not():
    done = mark("<p>The problem profile. A problem profile.</p>")

    assert done.html == (
        '<p>The <a class="glossary-term" data-entries="problem-profile" '
        'href="/en/problem-profile/" hreflang="en" rel="noreferrer">problem profile'
        "</a>. A problem profile.</p>"
    )
    assert quotes(done) == ["problem profile", "problem profile"]


def test_places_are_those_of_the_text_that_was_read():
    done = mark("<h1>A &amp; B</h1>\n<ul>\n <li>grooming</li>\n</ul>")

    (match,) = done.matches
    assert done.text == "A & B\n\ngrooming"
    assert done.text[match.start : match.end] == "grooming"


def test_one_that_may_mean_several_entries_names_them_all():
    html = mark("<p>CSE</p>").html

    assert 'data-entries="exploitation certificate"' in html
    assert 'href="/en/exploitation/"' in html


def test_an_entry_without_a_page_is_found_and_not_linked():
    from glossary.annotation import annotate
    from tests.annotation.marking import VOCABULARY

    done = annotate(
        "grooming", find=lambda text, _: VOCABULARY.find(text), page=lambda *_: None
    )

    assert (done.html, len(done.matches)) == ("grooming", 1)


READ = [
    pytest.param("<a href='/x'>grooming</a>", id="link"),
    pytest.param("<h1>grooming</h1>", id="heading"),
    pytest.param("<h6><b>grooming</b></h6>", id="inside-a-heading"),
    pytest.param("<button>grooming</button>", id="button"),
    pytest.param("<details><summary>grooming</summary></details>", id="summary"),
    pytest.param("<label>grooming</label>", id="label"),
    pytest.param("<a href='/x'><div><p>grooming</p></div></a>", id="link-of-blocks"),
]


@pytest.mark.parametrize("markup", READ)
def test_some_parts_are_read_and_the_link_comes_after_them(markup):
    alone, followed = mark(markup), mark(f"{markup}<p>grooming</p>")

    assert quotes(alone) == ["grooming"]
    assert "glossary-term" not in alone.html
    assert followed.html.startswith(alone.html)
    assert Read(followed.html).links == ["grooming"]


LEFT_ALONE = [
    pytest.param("<code>grooming</code>", id="code"),
    pytest.param("<pre>grooming\n</pre>", id="pre"),
    pytest.param("<kbd>grooming</kbd>", id="keys"),
    pytest.param("<samp>grooming</samp>", id="output"),
    pytest.param('<p class="no-glossary">a <b>grooming</b></p>', id="class"),
    pytest.param('<span class="no-glossary">grooming</span>', id="class-in-a-line"),
]


@pytest.mark.parametrize("markup", LEFT_ALONE)
def test_some_parts_are_left_alone(markup):
    done = mark(f"<div>{markup}</div>")

    assert done.html == f"<div>{markup}</div>"
    assert (done.text.strip(), done.matches) == ("\ufffc", [])


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<script>grooming</script>", id="script"),
        pytest.param("<style>grooming</style>", id="style"),
        pytest.param("<textarea>grooming</textarea>", id="text-area"),
        pytest.param("<select><option>grooming</option></select>", id="select"),
        pytest.param("<!-- grooming -->", id="comment"),
        pytest.param("<!DOCTYPE grooming>", id="document-type"),
        pytest.param("<![CDATA[grooming]]>", id="character-data"),
        pytest.param("<?grooming ?>", id="instruction"),
        pytest.param("<title>grooming</title>", id="title"),
        pytest.param("<span hidden>grooming</span>", id="hidden"),
        pytest.param("<svg><text>grooming</text></svg>", id="svg"),
        pytest.param("<math><mi>grooming</mi></math>", id="math"),
        pytest.param("<noscript>grooming</noscript>", id="noscript"),
    ],
)
def test_some_parts_are_left_out(markup):
    done = mark(f"<p>a{markup}b</p>")

    assert (Read(done.html).text, done.text) == ("ab", "ab")
    assert done.matches == []


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        pytest.param("<b>problem</b> profile", "<b>problem</b> profile", id="starts"),
        pytest.param("problem <i>profile</i>", "problem <i>profile</i>", id="ends"),
        pytest.param(
            "<b>problem</b> <i>profile</i>", "<b>problem</b> <i>profile</i>", id="both"
        ),
        pytest.param(
            "<i><b>problem</b></i> profile", "<i><b>problem</b></i> profile", id="two"
        ),
        pytest.param("pro<b>blem pro</b>file", "pro<b>blem pro</b>file", id="inside"),
        pytest.param("problem<br>profile", "problem<br>profile", id="over-a-line"),
        pytest.param("<b>a problem</b> profile", None, id="cuts-the-first"),
        pytest.param("problem <b>profile is</b>", None, id="cuts-the-last"),
        pytest.param("<a href='/x'>problem</a> profile", None, id="half-a-link"),
    ],
)
def test_a_term_over_several_elements_has_one_link_around_whole_ones(markup, expected):
    done = mark(f"<p>{markup}</p>")

    assert len(done.matches) == 1
    if expected is None:
        assert "glossary-term" not in done.html
    else:
        _, _, after = done.html.partition('rel="noreferrer">')
        assert after == f"{expected}</a></p>"


def test_a_use_that_cannot_be_linked_leaves_the_link_to_the_next():
    assert linked("<b>a problem</b> profile, a problem profile") == ["problem profile"]


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<p>problem</p><p>profile</p>", id="paragraphs"),
        pytest.param("<ul><li>problem<li>profile</ul>", id="items"),
        pytest.param("<tr><td>problem</td><td>profile</td></tr>", id="cells"),
        pytest.param("problem<br><br>profile", id="an-empty-line"),
        pytest.param("<button>problem</button> profile", id="a-button"),
        pytest.param("<label>problem</label> <label>profile</label>", id="labels"),
        pytest.param("<summary>problem</summary> profile", id="a-summary"),
        pytest.param("<option>problem<option>profile", id="options"),
        pytest.param("problem<hr>profile", id="a-rule"),
        pytest.param("<form>problem</form>profile", id="a-block-that-goes"),
        pytest.param("problem <code>x</code> profile", id="code-between"),
    ],
)
def test_a_term_does_not_go_from_one_block_into_another(markup):
    assert mark(f"<table>{markup}</table>").matches == []
    assert mark(markup).matches == []


def test_what_was_linked_before_stays_as_it_is():
    once = mark("<p>grooming and a <b>problem</b> profile</p>").html

    assert mark(once).html == once


def test_entries_can_be_left_out():
    done = mark("<p>grooming, problem profile</p>", exclude=["grooming"])

    assert Read(done.html).links == ["problem profile"]
