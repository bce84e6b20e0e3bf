"""The command that makes accounts asks for the password, and takes it nowhere else."""

from __future__ import annotations

import io

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command

from glossary.models import Event, User, every_act

pytestmark = pytest.mark.django_db

PASSWORD = "three words of mine"


class Piped(io.StringIO):
    """What comes through a pipe."""


class Typed(io.StringIO):
    """Somebody at a terminal."""

    def isatty(self):
        return True


@pytest.fixture
def run(monkeypatch):
    """Run the command; ``piped`` comes through a pipe, ``typed`` from somebody."""

    def run(*arguments, piped=f"{PASSWORD}\n", typed=()):
        answers = iter(typed)
        monkeypatch.setattr("sys.stdin", Typed() if typed else Piped(piped))
        monkeypatch.setattr("getpass.getpass", lambda _: next(answers))
        said = io.StringIO()
        call_command("account", *arguments, stdout=said)
        return said.getvalue()

    return run


def test_an_account_is_made_with_what_it_may_do(run):
    said = run("add", "Anna", "publish", "withdraw")

    assert said.startswith(
        "anna: publish, withdraw\nSign in at https://words.example/desk/"
    )
    assert authenticate(username="anna", password=PASSWORD)
    assert PASSWORD not in said


def test_the_password_is_typed_twice(run):
    run("add", "anna", typed=(PASSWORD, PASSWORD))

    assert authenticate(username="anna", password=PASSWORD)


def test_a_slip_in_it_is_found(run):
    with pytest.raises(CommandError, match="two different"):
        run("add", "anna", typed=(PASSWORD, f"{PASSWORD}x"))

    assert User.objects.count() == 0


def test_who_typed_it_is_written_down(run, monkeypatch):
    monkeypatch.setattr("getpass.getuser", lambda: "the-operator")

    run("add", "anna")

    assert Event.objects.get().actor_name == "the-operator"


def test_what_an_account_may_do_is_changed(run):
    run("add", "anna", "publish")

    assert run("allow", "anna", "withdraw") == "anna: publish, withdraw\n"
    assert run("forbid", "anna", "publish") == "anna: withdraw\n"
    assert run("forbid", "anna", "withdraw") == "anna: may look, and do nothing\n"


def test_an_account_is_closed_and_opened(run):
    run("add", "anna", "publish")

    assert run("close", "anna") == "anna: closed\n"
    assert run("reopen", "anna") == "anna: publish\n"


def test_a_password_is_changed(run):
    run("add", "anna")

    run("password", "anna", piped="three other words")

    assert authenticate(username="anna", password="three other words")


def test_all_accounts_are_listed(run):
    run("add", "ben", *every_act())
    run("add", "anna")
    run("close", "anna")

    assert run("list") == f"anna: closed\nben: {', '.join(every_act())}\n"


def test_accounts_of_one_person_are_marked_and_parted(run):
    for name in ("anna", "ben", "carys"):
        run("add", name)

    said = run("same", "anna", "carys")
    assert said.splitlines() == [
        "anna (one person with carys): may look, and do nothing",
        "carys (one person with anna): may look, and do nothing",
    ]
    assert run("list").count("one person with") == 2
    assert run("own", "carys") == "carys: may look, and do nothing\n"
    assert "one person with" not in run("list")
    assert [event.details for event in Event.objects.order_by("id")[3:]] == [
        {"accounts": ["anna", "carys"]},
        {"accounts": ["carys"]},
    ]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("add",), "Give the account a name"),
        (("add", "anna", "fly"), "There is no act “fly”, but there are: write_en"),
        (("add", "two words"), "cannot be the name"),
        (("allow", "anna"), "Say what to allow: write_en"),
        (("forbid", "anna"), "Say what to forbid: write_en"),
        (("close", "anna", "publish"), "takes a name and nothing more"),
        (("close", "anna"), "There is no account called “anna”"),
        (("same", "anna", "ben"), "There is no account called “anna”"),
        (("own", "anna"), "There is no account called “anna”"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_sentence(run, arguments, said):
    with pytest.raises(CommandError, match=said):
        run(*arguments)

    assert Event.objects.count() == 0


def test_each_fault_of_a_password_is_said(run):
    with pytest.raises(CommandError) as refusal:
        run("add", "anna", piped="12345\n")

    lines = str(refusal.value).splitlines()
    assert lines[0] == "That password could be guessed."
    assert len(lines) == 4
    assert "15 characters or more" in lines[1]


def test_a_password_is_no_argument(run):
    with pytest.raises(CommandError):
        run("add", "anna", "--password", PASSWORD)


def test_who_may_do_everything_may_do_each_act(run):
    said = run("add", "anna", "everything")

    assert {act for act in every_act() if act not in said} == set()
    assert "publish" in said


def test_where_the_desk_has_a_host_its_links_lead_there(run, settings):
    settings.DESK_ADDRESS = "https://desk.example:8443"

    said = run("add", "anna", "publish") + run("invite", "anna")

    assert "Sign in at https://desk.example:8443/desk/\n" in said
    assert "\nhttps://desk.example:8443/desk/en/welcome/" in said
    assert "words.example" not in said


def test_a_link_is_made_for_the_owner_of_an_account(run):
    from glossary.accounts import invited

    run("add", "anna", "publish")

    said = run("invite", "anna")

    (link,) = [line for line in said.splitlines() if line.startswith("https:")]
    assert link.startswith("https://words.example/desk/en/welcome/")
    assert invited(link.rstrip("/").rpartition("/")[2]).username == "anna"


def test_somebody_is_signed_out_and_helped_with_a_lost_second_factor(run):
    run("add", "anna", "publish")

    assert run("sign-out", "anna") == "anna: publish\n"
    with pytest.raises(CommandError, match="no second factor"):
        run("forget-factors", "anna")
    assert Event.objects.last().action == "sessions-ended"
