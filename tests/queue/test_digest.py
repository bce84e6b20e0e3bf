"""A letter says how much waits, once a day, and nothing else that anybody could read."""

from __future__ import annotations

import datetime as dt
import re
from smtplib import SMTPException

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.core.management import CommandError, call_command
from django.utils import timezone, translation

from glossary.errors import PermissionDeniedError, StateError
from glossary.models import Act, Digest, Event, every_act
from glossary.queue import ask_for_digest, digest_of, send_digests, stop_digest
from tests.factories import OPERATOR, person, published, section
from tests.review.writing import somebody, submitted
from tests.threads import together

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _a_server_for_mail(settings):
    settings.SENDS_LETTERS = True
    settings.DEFAULT_FROM_EMAIL = "desk@mail.example"


@pytest.fixture
def elin(db):
    return person(Act.SIGN_OFF_EDITOR, name="elin", email="elin@mail.example")


def wants(user, lang="en"):
    return ask_for_digest(lang=lang, actor=user)


def send():
    return tuple(send_digests(actor=OPERATOR))


def tomorrow(monkeypatch):
    then = timezone.now() + dt.timedelta(days=1)
    monkeypatch.setattr("django.utils.timezone.now", lambda: then)


def test_its_links_lead_to_the_host_of_the_desk(elin, settings):
    settings.DESK_ADDRESS = "https://desk.example"
    wants(elin)
    submitted(somebody("ben"))

    assert send() == (1, 0)

    links = re.findall(r"https:[^\s]+", str(mail.outbox[0].body))
    assert links
    assert all(one.startswith("https://desk.example/desk/en/") for one in links)


def test_it_has_numbers_and_links_and_no_word_of_a_text(elin):
    wants(elin)
    submitted(somebody("ben"))

    assert send() == (1, 0)

    (letter,) = mail.outbox
    assert letter.body == (
        "For you to review: 1\n"
        "https://words.example/desk/en/to-review/\n"
        "\n"
        "You asked for this letter at the desk, and can stop it there:\n"
        "https://words.example/desk/en/"
    )
    assert letter.to == ["elin@mail.example"]
    assert letter.from_email == "desk@mail.example"
    assert letter.subject == "Work waits at the desk"
    for word in ("grooming", "ben", "elin", "Another text"):
        assert word not in letter.body


@pytest.mark.parametrize("lang", ["en", "cy"])
def test_it_ends_with_where_it_can_be_stopped(elin, lang):
    wants(elin, lang)
    submitted(somebody("ben"))

    send()

    *_lines, last = str(mail.outbox[0].body).splitlines()
    assert last == f"https://words.example/desk/{lang}/"


def test_it_is_in_the_language_in_which_it_was_asked_for(elin):
    wants(elin, "cy")
    submitted(somebody("ben"))

    with translation.override("en"):
        send()

    assert mail.outbox[0].subject == "Mae gwaith yn aros wrth y ddesg"
    assert "/desk/cy/i-adolygu/" in mail.outbox[0].body


def test_a_second_run_on_one_day_sends_nothing(elin, monkeypatch):
    wants(elin)
    submitted(somebody("ben"))

    assert [send(), send()] == [(1, 0), (0, 0)]
    tomorrow(monkeypatch)
    assert send() == (1, 0)
    assert len(mail.outbox) == 2


def test_where_nothing_waits_nothing_is_sent(elin):
    wants(elin)

    assert send() == (0, 0)
    assert Digest.objects.get().sent_on is None
    assert not Event.objects.filter(action="digests-sent").exists()


def test_each_one_gets_what_waits_for_them_in_their_own_language(elin):
    dai = person("write_cy", Act.PUBLISH, name="dai", email="dai@mail.example")
    eve = person(Act.SIGN_OFF_EDITOR, name="eve", email="eve@mail.example")
    wants(elin, "en")
    wants(dai, "cy")
    wants(eve, "cy")
    published("police-force", languages={"en": section("police force")})
    submitted(somebody("ben"))

    assert send() == (3, 0)

    letters = {letter.to[0]: str(letter.body) for letter in mail.outbox}
    assert {to: text.splitlines()[1] for to, text in letters.items()} == {
        "elin@mail.example": "https://words.example/desk/en/to-review/",
        "dai@mail.example": "https://words.example/desk/cy/ar-ei-hol-hi/",
        "eve@mail.example": "https://words.example/desk/cy/i-adolygu/",
    }
    assert set(Digest.objects.values_list("sent_on", flat=True)) == {
        timezone.localdate()
    }


def test_who_had_today_s_letter_gets_none_while_others_get_theirs(elin):
    dai = person(Act.SIGN_OFF_EDITOR, name="dai", email="dai@mail.example")
    wants(elin)
    submitted(somebody("ben"))
    assert send() == (1, 0)
    wants(dai)

    assert send() == (1, 0)

    assert [letter.to for letter in mail.outbox] == [
        ["elin@mail.example"],
        ["dai@mail.example"],
    ]


@pytest.mark.parametrize("actor", [None, "elin", "everything-else"])
def test_who_does_not_look_after_accounts_sends_none(elin, actor):
    others = sorted(set(every_act()) - {Act.MANAGE_ACCOUNTS})
    who = {None: None, "elin": elin, "everything-else": person(*others)}[actor]
    wants(elin)
    submitted(somebody("ben"))

    with pytest.raises(PermissionDeniedError):
        send_digests(actor=who)

    assert not mail.outbox


def test_who_looks_after_accounts_sends_them_and_is_written_down(elin):
    wants(elin)
    submitted(somebody("ben"))
    dai = person(Act.MANAGE_ACCOUNTS, name="dai")

    assert send_digests(actor=dai) == (1, 0)

    assert Event.objects.get(action="digests-sent").actor == dai


def test_of_two_accounts_each_has_a_letter_of_its_own(elin):
    dai = person("write_cy", name="dai", email="dai@mail.example")
    wants(elin, "en")

    assert wants(dai, "cy") == digest_of(dai)
    assert wants(dai, "en").lang == "en"
    assert wants(dai, "cy").pk == digest_of(dai).pk

    assert {row.user: row.lang for row in Digest.objects.all()} == {
        elin: "en",
        dai: "cy",
    }
    assert [digest_of(one).user for one in (elin, dai)] == [elin, dai]
    stop_digest(actor=dai)
    assert (digest_of(dai), digest_of(elin).lang) == (None, "en")


def test_it_is_written_down_who_asked_for_it_and_stopped_it(elin):
    dai = person("write_cy", name="dai", email="dai@mail.example")
    wants(elin, "en")
    wants(dai, "cy")
    stop_digest(actor=dai)

    found = Event.objects.order_by("pk")

    assert [(row.action, row.actor, row.details) for row in found] == [
        ("digest-asked-for", elin, {"lang": "en"}),
        ("digest-asked-for", dai, {"lang": "cy"}),
        ("digest-stopped", dai, {}),
    ]


def test_what_others_work_on_does_not_wait_for_anybody(elin):
    from tests.review.writing import begun

    wants(elin)
    begun(somebody("ben"))

    assert send() == (0, 0)


@pytest.mark.parametrize("change", [{"is_active": False}, {"email": ""}])
def test_who_cannot_come_in_or_has_no_address_gets_none(elin, change):
    wants(elin)
    submitted(somebody("ben"))
    dates = {"checked_on": "2024-01-01", "check_due": "2024-06-01"}
    published("police-force", review=dates)  # which waits for whoever comes in
    type(elin).objects.filter(pk=elin.pk).update(**change)

    assert send() == (0, 0)


def test_who_did_not_ask_gets_none(elin):
    submitted(somebody("ben"))

    assert send() == (0, 0)


@pytest.mark.parametrize(("name", "value"), [("SENDS_LETTERS", False), ("DESK", False)])
def test_nothing_is_sent_where_it_is_not_set_up(elin, settings, name, value):
    wants(elin)
    submitted(somebody("ben"))
    setattr(settings, name, value)

    with pytest.raises(StateError):
        send()

    assert not mail.outbox
    assert Digest.objects.get().sent_on is None


@pytest.mark.parametrize("fault", [OSError("no route"), SMTPException("no room")])
def test_a_letter_that_the_server_does_not_take_is_told(elin, monkeypatch, fault):
    wants(elin)
    submitted(somebody("ben"))

    def refuse(*_):
        raise fault

    monkeypatch.setattr(EmailBackend, "send_messages", refuse)

    with pytest.raises(CommandError, match="could not be sent: 1"):
        call_command("send_digest")
    assert Event.objects.get(action="digests-sent").details == {"sent": 0, "failed": 1}


def test_the_command_says_how_many_went(elin, capsys):
    wants(elin)
    submitted(somebody("ben"))

    call_command("send_digest")

    assert capsys.readouterr().out == "Letters sent: 1\n"
    assert Event.objects.get(action="digests-sent").details == {"sent": 1, "failed": 0}


@pytest.mark.parametrize(
    ("email", "lang", "said"),
    [
        ("", "en", "Your account has no e-mail address"),
        ("a@mail.example", "fr", "This site has no language “fr”"),
    ],
)
def test_without_an_address_or_in_no_language_of_ours_it_cannot_be_asked_for(
    email, lang, said
):
    with pytest.raises(StateError, match=said):
        wants(person("write_en", email=email), lang)

    assert not Digest.objects.exists()


def test_who_gets_none_cannot_stop_it(elin):
    with pytest.raises(StateError, match="no letter"):
        stop_digest(actor=elin)


@pytest.mark.django_db(transaction=True)
def test_two_at_once_send_one(monkeypatch):
    elin = person(Act.SIGN_OFF_EDITOR, name="elin", email="elin@mail.example")
    wants(elin)
    submitted(somebody("ben"))

    assert together(send, send) == []

    assert len(mail.outbox) == 1
