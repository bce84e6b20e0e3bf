"""The same term, written with other signs, spaces and accents."""

import pytest

from tests.matching.marking import marked, term, vocabulary


@pytest.mark.parametrize(
    ("text", "form"),
    [
        pytest.param(
            "children’s services", "children's services", id="curly-apostrophe"
        ),
        pytest.param("children's services", "children’s services", id="straight"),
        pytest.param(
            "childrenʼs services", "children's services", id="modifier-letter"
        ),
        pytest.param("problem\u00a0profile", "problem profile", id="no-break-space"),
        pytest.param(
            "problem\u202fprofile", "problem profile", id="narrow-no-break-space"
        ),
        pytest.param("cam\u2011drin", "cam-drin", id="no-break-hyphen"),
        pytest.param("cam\u2010drin", "cam-drin", id="unicode-hyphen"),
        pytest.param("problem\nprofile", "problem profile", id="line-end"),
        pytest.param("problem\r\nprofile", "problem profile", id="windows-line-end"),
        pytest.param("problem \n\t profile", "problem profile", id="spaces-around-it"),
        pytest.param("problem  profile", "problem profile", id="two-spaces"),
        pytest.param("problem profile", "problem \n profile", id="spaces-in-the-form"),
        pytest.param("cam-\ndrin", "cam-drin", id="line-end-at-a-hyphen"),
        pytest.param("cam-\r\n  drin", "cam-drin", id="indented-after-a-hyphen"),
        pytest.param("safe\u00adguarding", "safeguarding", id="soft-hyphen"),
        pytest.param(
            "safe\u00ad\nguarding", "safeguarding", id="soft-hyphen-at-line-end"
        ),
        pytest.param("safe\u200bguarding", "safeguarding", id="zero-width-space"),
        pytest.param("problem \u200eprofile", "problem profile", id="direction-mark"),
        pytest.param("problem \u200b profile", "problem profile", id="hidden-between"),
        pytest.param("mechni\u0308aeth", "mechnïaeth", id="decomposed"),
        pytest.param("mechnïaeth", "mechni\u0308aeth", id="decomposed-form"),
        pytest.param("mechniaeth", "mechnïaeth", id="without-the-accent"),
        pytest.param("mechnïaeth", "mechniaeth", id="with-an-accent-more"),
        pytest.param("e\ufb00aith", "effaith", id="ligature"),
        pytest.param("Straße", "strasse", id="sharp-s"),
        pytest.param("STRASSE", "Straße", id="sharp-s-in-capitals"),
        pytest.param("Straẞe", "strasse", id="capital-sharp-s"),
        pytest.param("İstanbul", "istanbul", id="capital-i-with-dot"),
        pytest.param("\u212aelvin", "kelvin", id="kelvin-sign"),
        pytest.param("so-called “proof”", 'so-called "proof"', id="double-quotes"),
        pytest.param("ﬁle one", "file one", id="ligature-at-the-start"),
    ],
)
def test_a_variant_is_found_as_a_whole(text, form):
    before, after = "Am ŵyl “", ", etc."

    assert marked(f"{before}{text}{after}", form) == [text.rstrip("”")]


@pytest.mark.parametrize(
    ("text", "form"),
    [
        pytest.param("camdrin", "cam drin", id="two-short-words-closed"),
        pytest.param("cam - drin", "cam-drin", id="dash"),
        pytest.param("cam – drin", "cam-drin", id="en-dash"),
        pytest.param("cam -\ndrin", "cam-drin", id="dash-at-a-line-end"),
        pytest.param("childrens services", "child services", id="other-letters"),
    ],
)
def test_what_is_no_form_is_not_found(text, form):
    assert marked(text, form) == []


def test_a_spelling_is_a_form_of_its_own():
    forms = [term(text, "abuse") for text in ("cam-drin", "camdrin", "cam drin")]

    assert marked("cam-drin, camdrin a cam drin", *forms) == [
        "cam-drin",
        "camdrin",
        "cam drin",
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("cam-drin", "exact"),
        ("Cam-drin", "folded"),
        ("cam\u2011drin", "folded"),
        ("camdrin", "folded"),
        ("camdriniaeth", "variant"),
        ("CAM-DRINIAETH", "variant"),
    ],
    ids=["exact", "capital", "no-break-hyphen", "closed", "variant", "joined-variant"],
)
def test_the_form_is_named(text, name):
    words = vocabulary(term("cam-drin"), term("camdriniaeth", name="variant"))

    (match,) = words.find(text)

    assert match.form == name


def test_of_forms_of_a_term_written_alike_the_first_counts():
    forms = (term("mân", "x", name="plural"), term("man", "x"), term("man", "y"))

    (match,) = vocabulary(*forms).find("man")

    assert match.candidates == ("y", "x")
    assert match.form == "exact"
