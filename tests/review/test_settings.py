"""Settings under which nothing could become public are refused at the start."""

from __future__ import annotations

import pytest
from django.core.checks import run_checks

#: a check of Django's asks the database what it can do, the first time
pytestmark = pytest.mark.django_db

ALL = {"editor": [], "welsh-language": ["cy"]}


def found(settings, required, sign_offs=ALL):
    settings.GLOSSARY_SIGN_OFFS = sign_offs
    settings.GLOSSARY_REQUIRED_SIGN_OFFS = required
    return [(one.id, one.msg) for one in run_checks() if one.id.startswith("glossary.")]


def test_what_is_asked_for_here_can_be_given():
    assert {one.id for one in run_checks()}.isdisjoint(
        ("glossary.E001", "glossary.E002", "glossary.E003")
    )


@pytest.mark.parametrize(
    ("required", "sign_offs", "code", "named"),
    [
        pytest.param(
            {"*": ["welsh-language"]}, ALL, "E003", "“en”", id="not-in-english"
        ),
        pytest.param(
            {"*": ["editor"], "cy": ["subject-expert"]},
            ALL,
            "E003",
            "“cy”",
            id="given-by-nobody",
        ),
        pytest.param({"*": ["editer"]}, ALL, "E001", "“editer”", id="typing-error"),
        pytest.param(
            {"*": ["editor"]}, {**ALL, "boss": []}, "E001", "“boss”", id="no-such-role"
        ),
        pytest.param({"cy": ["editor"]}, ALL, "E002", "“*”", id="nothing-for-others"),
    ],
)
def test_what_nobody_could_give_is_an_error(settings, required, sign_offs, code, named):
    ((id_, text),) = found(settings, required, sign_offs)

    assert id_ == f"glossary.{code}"
    assert named in text


def test_all_roles_that_nobody_knows_are_told_in_order_with_those_that_there_are(
    settings,
):
    odd: dict[str, list[str]] = {"zeal": [], "editer": [], "boss": [], "mayor": []}

    rows = found(settings, {"*": ["editor"]}, {**ALL, **odd})

    known = "editor, welsh-language, subject-expert, lived-experience"
    assert [text for _, text in rows] == [
        f"There is no sign-off “{role}”, only {known}." for role in sorted(odd)
    ]


@pytest.mark.parametrize("required", [{"*": []}, {"*": ["editor"], "fr": ["editor"]}])
def test_what_asks_for_less_or_elsewhere_is_none(settings, required):
    assert found(settings, required) == []
