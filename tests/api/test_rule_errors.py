"""What a rule refuses has its status in the API; only a fault is a fault."""

from __future__ import annotations

import json
import logging

import pytest
from django.core.exceptions import PermissionDenied
from django.db import InterfaceError, OperationalError
from rest_framework import exceptions

from glossary import errors
from glossary.api.base import PublicView
from glossary.errors import (
    BusyError,
    DocumentError,
    GlossaryError,
    InvalidQueryError,
    NotFoundError,
    PermissionDeniedError,
    Problem,
    StateError,
)
from glossary.problems import PROBLEMS
from glossary.search.storage import IndexFileError
from tests.factories import published, restored, withdrawn

pytestmark = pytest.mark.django_db


def answer_of(rf, task, lang="en"):
    """Return the answer of an address that does ``task``, and its body."""

    class View(PublicView):
        def get(self, request):
            task()

    answer = View.as_view()(rf.get("/api/v1/x/", headers={"accept-language": lang}))
    return answer, json.loads(answer.content)


def raising(error):
    def task():
        raise error

    return task


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        pytest.param(
            PermissionDeniedError("No."), 403, "permission-denied", id="right"
        ),
        pytest.param(StateError("No."), 409, "wrong-state", id="state"),
        pytest.param(DocumentError("No."), 422, "invalid-document", id="document"),
        pytest.param(InvalidQueryError("No."), 400, "invalid-query", id="query"),
        pytest.param(NotFoundError("No."), 404, "not-found", id="not-found"),
    ],
)
def test_a_rule_is_answered_with_its_own_status(rf, caplog, error, status, code):
    answer, body = answer_of(rf, raising(error))

    assert (answer.status_code, body["status"], body["code"]) == (status, status, code)
    assert body["detail"] == "No."
    assert answer["Content-Type"] == "application/problem+json"
    assert [row for row in caplog.records if row.levelno >= logging.ERROR] == []


def test_every_error_of_a_rule_has_a_status():
    codes = {
        kind.code
        for kind in vars(errors).values()
        if isinstance(kind, type) and issubclass(kind, GlossaryError)
    }

    assert len(codes) >= 7
    assert codes - PROBLEMS.keys() == {GlossaryError.code}


@pytest.mark.parametrize(
    ("error", "status", "code"),
    [
        pytest.param(PermissionDenied(), 403, "permission-denied", id="django"),
        pytest.param(
            exceptions.PermissionDenied(), 403, "permission-denied", id="framework"
        ),
        pytest.param(exceptions.NotAuthenticated(), 401, "unauthorized", id="nobody"),
        pytest.param(OperationalError("x"), 503, "unavailable", id="database"),
        pytest.param(InterfaceError("x"), 503, "unavailable", id="connection"),
        pytest.param(BusyError(), 503, "busy", id="busy"),
    ],
)
def test_what_the_framework_refuses_has_the_same_codes(rf, error, status, code):
    _, body = answer_of(rf, raising(error))

    assert (body["status"], body["code"]) == (status, code)


@pytest.mark.parametrize(
    ("error", "header", "value"),
    [
        pytest.param(exceptions.NotAuthenticated(), "WWW-Authenticate", "Bearer"),
        pytest.param(exceptions.AuthenticationFailed(), "WWW-Authenticate", "Bearer"),
        pytest.param(InterfaceError("x"), "Retry-After", "5"),
        pytest.param(OperationalError("x"), "Retry-After", "5"),
        pytest.param(BusyError(), "Retry-After", "5"),
    ],
)
def test_a_refusal_says_what_would_help(rf, error, header, value):
    answer, _ = answer_of(rf, raising(error))

    assert answer[header] == value


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(GlossaryError("What somebody wrote."), id="of-no-kind"),
        pytest.param(IndexFileError("What somebody wrote."), id="of-the-index"),
        pytest.param(ValueError("What somebody wrote."), id="of-the-code"),
    ],
)
def test_a_fault_is_ours_and_says_nothing_of_what_it_happened_with(rf, caplog, fault):
    answer, body = answer_of(rf, raising(fault))

    assert (answer.status_code, body["code"]) == (500, "server-error")
    assert "somebody" not in answer.content.decode()
    assert "Unexpected error in the API" in caplog.text
    assert "somebody" not in caplog.text


def test_each_thing_that_is_wrong_is_named_with_its_place(rf):
    error = DocumentError(
        "No.",
        Problem("/languages/en/slug", "address-taken", "It is taken."),
        Problem("", "empty", "There is nothing."),
        Problem("lang", "unknown", "There is none."),
    )

    _, body = answer_of(rf, raising(error))

    assert body["errors"] == [
        {
            "pointer": "/languages/en/slug",
            "code": "address-taken",
            "detail": "It is taken.",
        },
        {"pointer": "", "code": "empty", "detail": "There is nothing."},
        {"parameter": "lang", "code": "unknown", "detail": "There is none."},
    ]


@pytest.mark.parametrize(
    ("task", "sentence"),
    [
        pytest.param(
            restored,
            "Dydy “entry/problem-profile” ddim wedi'i dynnu'n ôl.",
            id="restore",
        ),
        pytest.param(
            lambda: (withdrawn(), withdrawn()),
            "Mae “entry/problem-profile” wedi'i dynnu'n ôl yn barod.",
            id="withdraw",
        ),
    ],
)
def test_a_rule_speaks_the_language_that_was_asked_for(rf, task, sentence):
    published()

    answer, body = answer_of(rf, task, lang="cy")

    assert (answer.status_code, body["detail"]) == (409, sentence)
    assert body["title"] == "Does dim modd gwneud hyn nawr"
