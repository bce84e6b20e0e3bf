"""What a rule refuses has its own status; what is broken here is our own fault."""

from __future__ import annotations

import pytest
from django.core.exceptions import PermissionDenied
from rest_framework import exceptions

from glossary import errors
from glossary.api.dataset import RootView
from glossary.errors import GlossaryError, Problem
from glossary.search import IndexFileError
from tests.api.problems import assert_problem

pytestmark = pytest.mark.django_db


@pytest.fixture
def failing(site, monkeypatch):
    """Let the API fail with an error; return the answer."""

    def fail_with(error):
        def fail(*_, **__):
            raise error

        monkeypatch.setattr(RootView, "get", fail)
        return site.get("/api/v1/")

    return fail_with


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (errors.PermissionDeniedError("No."), 403, "permission-denied"),
        (errors.StateError("No."), 409, "wrong-state"),
        (errors.DocumentError("No."), 422, "invalid-document"),
        (errors.NotFoundError("No."), 404, "not-found"),
        (errors.InvalidQueryError("No."), 400, "invalid-query"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_an_error_of_a_rule_has_its_status_and_its_sentence(
    failing, error, status, code, caplog
):
    answer = failing(error)

    assert assert_problem(answer, status, code)["detail"] == "No."
    assert "Unexpected" not in caplog.text


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        (PermissionDenied(), 403, "permission-denied"),
        (exceptions.PermissionDenied(), 403, "permission-denied"),
        (exceptions.NotAuthenticated(), 401, "unauthorized"),
    ],
    ids=["django", "framework", "nobody"],
)
def test_so_has_one_of_the_frameworks(failing, error, status, code):
    assert_problem(failing(error), status, code)


def test_every_error_of_a_rule_is_known_here(failing):
    kinds = [
        kind
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, GlossaryError)
    ]

    statuses = {
        failing(kind() if kind is errors.BusyError else kind("No.")).status
        for kind in kinds
        if kind.__base__ is GlossaryError
    }

    assert len(kinds) == 7
    assert 500 not in statuses


def test_each_thing_that_is_wrong_is_named_with_its_place(failing):
    found = failing(
        errors.DocumentError(
            "No.",
            Problem("/languages/en", "missing", "It is not there."),
            Problem("", "empty", "There is nothing."),
            Problem("lang", "unknown", "It is not known."),
        )
    )

    assert found.json["errors"] == [
        {"pointer": "/languages/en", "code": "missing", "detail": "It is not there."},
        {"pointer": "", "code": "empty", "detail": "There is nothing."},
        {"parameter": "lang", "code": "unknown", "detail": "It is not known."},
    ]


@pytest.mark.parametrize("error", [IndexFileError("/secret/path"), GlossaryError("x")])
def test_a_fault_of_ours_is_said_as_one(failing, caplog, error):
    answer = failing(error)

    problem = assert_problem(answer, 500, "server-error")
    assert error.detail not in problem["detail"]
    assert "Unexpected error in the API" in caplog.text
