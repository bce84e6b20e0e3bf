"""An app with a key may ask more; a wrong key is refused; reading needs none."""

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from glossary.errors import PermissionDeniedError
from glossary.keys import find_key, issue_key, revoke_key
from glossary.models import ApiKey, Event, User
from tests.api.problems import assert_problem
from tests.factories import OPERATOR

pytestmark = pytest.mark.django_db


def ask(site, secret):
    return site.post("/api/v1/search/", {"q": "x"}, authorization=f"Bearer {secret}")


def test_a_key_has_its_own_limit(site, settings):
    settings.RATE_LIMIT, settings.KEY_RATE_LIMIT = "1/minute", "5/minute"
    secret = issue_key(name="an app", actor=OPERATOR)

    answers = [ask(site, secret) for _ in range(3)]

    assert [answer.status for answer in answers] == [200, 200, 200]
    assert answers[-1].headers["ratelimit"].startswith('"key";r=2;')


def test_the_secret_is_not_stored():
    secret = issue_key(name="an app", actor=OPERATOR)

    stored = ApiKey.objects.values().get()

    assert secret not in str(stored)
    assert secret not in str(list(Event.objects.values()))


@pytest.mark.parametrize("authorization", ["Bearer wrong", "Bearer ", "Basic abc", "x"])
def test_a_wrong_key_is_refused(site, authorization):
    answer = site.get("/api/v1/", authorization=authorization)

    assert_problem(answer, 401, "unauthorized")
    assert answer.headers["www-authenticate"] == "Bearer"


def test_a_revoked_key_is_refused(site):
    secret = issue_key(name="an app", actor=OPERATOR)

    revoke_key(name="an app", actor=OPERATOR)

    assert_problem(ask(site, secret), 401, "unauthorized")


def test_somebody_without_the_right_cannot_issue_one():
    with pytest.raises(PermissionDeniedError):
        issue_key(name="an app", actor=User.objects.create_user("reader"))


def test_somebody_without_the_right_cannot_revoke_one():
    issue_key(name="an app", actor=OPERATOR)

    with pytest.raises(PermissionDeniedError):
        revoke_key(name="an app", actor=User.objects.create_user("reader"))

    assert ApiKey.objects.valid().count() == 1


def test_who_issued_and_revoked_a_key_is_recorded():
    issue_key(name="an app", actor=OPERATOR)
    revoke_key(name="an app", actor=OPERATOR)

    events = Event.objects.order_by("id")
    assert [(event.action, event.actor_name) for event in events] == [
        ("key-issued", "operator"),
        ("key-revoked", "operator"),
    ]


def test_the_command_issues_lists_and_revokes(capsys):
    call_command("api_key", "issue", "an app")
    secret = capsys.readouterr().out.strip()
    call_command("api_key", "revoke", "an app")
    call_command("api_key", "list")

    assert secret.startswith("plainwords_")
    assert "an app: issued" in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments", [("issue",), ("revoke", "nobody")], ids=["no-name", "unknown"]
)
def test_the_command_says_what_is_wrong(arguments):
    with pytest.raises(CommandError):
        call_command("api_key", *arguments)


def test_a_name_is_given_once():
    call_command("api_key", "issue", "an app")

    with pytest.raises(CommandError, match="already"):
        call_command("api_key", "issue", "an app")


def test_a_key_that_cannot_be_looked_up_is_no_wrong_key(site, monkeypatch):
    def fail(_):
        raise OperationalError

    monkeypatch.setattr("glossary.web.fair_use.find_key", fail)
    monkeypatch.setattr("glossary.api.authentication.find_key", fail)

    answer = site.get("/api/v1/", authorization="Bearer x")

    assert_problem(answer, 503, "unavailable")
    assert "retry-after" in answer.headers


def test_a_key_is_looked_up_once(site, monkeypatch):
    secret = issue_key(name="an app", actor=OPERATOR)
    asked = []

    def find(said):
        asked.append(said)
        return find_key(said)

    monkeypatch.setattr("glossary.web.fair_use.find_key", find)
    monkeypatch.setattr("glossary.api.authentication.find_key", find)

    assert ask(site, secret).status == 200
    assert len(asked) == 1


def test_a_key_is_sent_as_a_bearer_token_and_not_otherwise(site):
    secret = issue_key(name="an app", actor=OPERATOR)

    assert_problem(
        site.get("/api/v1/", authorization=f"Basic {secret}"), 401, "unauthorized"
    )
