"""Which sign-offs are asked for in which language, and which of them nobody has given."""

import pytest

from glossary.review import missing_sign_offs

WELSH_ONLY = {"editor": [], "subject-expert": ["cy"]}


@pytest.mark.parametrize(
    ("done", "missing"),
    [
        ({}, {"en": ["editor"], "cy": ["editor", "subject-expert"]}),
        ({"en": ["editor"]}, {"en": [], "cy": ["editor", "subject-expert"]}),
        ({"cy": ["editor"]}, {"en": ["editor"], "cy": ["subject-expert"]}),
        ({"cy": ["subject-expert"]}, {"en": ["editor"], "cy": ["editor"]}),
        (
            {"en": ["editor"], "cy": ["subject-expert", "editor"]},
            {"en": [], "cy": []},
        ),
        ({"en": ["subject-expert"]}, {"en": ["editor"], "cy": WELSH_ONLY.keys()}),
    ],
)
def test_a_sign_off_is_missing_where_it_is_asked_for_and_not_given(
    settings, done, missing
):
    settings.GLOSSARY_SIGN_OFFS = WELSH_ONLY

    found = missing_sign_offs(done)

    assert found == {lang: list(roles) for lang, roles in missing.items()}


def test_where_none_is_asked_for_none_is_missing(settings):
    settings.GLOSSARY_SIGN_OFFS = {}

    assert missing_sign_offs({}) == {"en": [], "cy": []}
