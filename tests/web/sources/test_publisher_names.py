"""What a publisher is called, in the language of a page or marked as in its own."""

import pytest

from glossary.templatetags.plain_words import publisher

BOTH = {"en": "The inspectors", "cy": "Yr arolygwyr"}


@pytest.mark.parametrize(
    ("name", "names", "page", "expected"),
    [
        pytest.param("The inspectors", BOTH, "en", "The inspectors", id="in-english"),
        pytest.param("The inspectors", BOTH, "cy", "Yr arolygwyr", id="in-welsh"),
        pytest.param("A & B", {}, "en", "A &amp; B", id="without-names"),
        pytest.param(
            "A & B",
            {},
            "cy",
            '<span lang="en">A &amp; B</span>',
            id="english-elsewhere",
        ),
        pytest.param(
            "Llenyddiaeth",
            {"cy": "Llenyddiaeth"},
            "en",
            '<span lang="cy">Llenyddiaeth</span>',
            id="welsh-alone",
        ),
        pytest.param(
            "משטרה",
            {"he": "משטרה"},
            "en",
            '<span lang="he" dir="rtl">משטרה</span>',
            id="right-to-left",
        ),
    ],
)
def test_a_name_says_what_language_it_is_in(name, names, page, expected):
    assert publisher(name, names, page) == expected
