"""A passkey lets in its owner, at this site, for this question, and nobody else."""

from __future__ import annotations

import json

import pytest

from glossary.errors import InvalidQueryError
from glossary.models import Action, Event, Factor
from glossary.second_factors import (
    add_passkey,
    options_to_add,
    options_to_show,
    whose_passkey,
)
from tests.factories import person
from tests.second_factors.device import FLAG, Device

pytestmark = pytest.mark.django_db


def plain(options):
    """Return options as a browser gets them."""
    return json.loads(json.dumps(options))


def added(account, device, **how):
    options, state = options_to_add(account)
    answer = device.make(plain(options), **how)
    return add_passkey(account=account, state=state, answer=answer, name=" My  phone ")


def shown(device, account=None, **how):
    options, state = options_to_show(account)
    return whose_passkey(state=state, answer=device.show(plain(options), **how))


@pytest.fixture
def anna(db):
    return person(name="anna")


def test_who_added_one_is_known_by_it(anna):
    device = Device()

    factor = added(anna, device)

    assert (factor.name, factor.kind) == ("My phone", "passkey")
    assert shown(device) == anna
    assert shown(device, anna) == anna
    assert Factor.objects.get().used_at
    event = Event.objects.get()
    assert (event.action, event.actor) == (Action.FACTOR_ADDED, anna)
    assert event.details == {"account": "anna", "factor": "passkey"}


def test_what_is_asked_names_this_site_and_no_other(anna, settings):
    settings.SITE_ADDRESS = "https://words.example:8443"

    options, _ = options_to_add(anna)
    request, _ = options_to_show(anna)

    assert options["rp"]["id"] == request["rpId"] == "words.example"
    assert options["authenticatorSelection"]["userVerification"] == "required"
    assert options["authenticatorSelection"]["residentKey"] == "required"
    assert request["userVerification"] == "required"


def test_one_that_is_there_is_not_made_again(anna):
    device = Device()
    added(anna, device)

    options, _ = options_to_add(anna)
    request, _ = options_to_show(anna)

    (known,) = plain(options)["excludeCredentials"]
    assert known["id"] == plain(request)["allowCredentials"][0]["id"]
    with pytest.raises(InvalidQueryError) as refusal:
        added(anna, device)
    (problem,) = refusal.value.problems
    assert (problem.place, problem.code) == ("passkey", "wrong")


def test_a_device_shows_by_which_name_one_comes_in(anna):
    options, _ = options_to_add(anna)

    user = plain(options)["user"]
    assert (user["name"], user["displayName"]) == ("anna", "anna")


@pytest.mark.parametrize("handle", [None, b""])
def test_a_device_need_not_say_whose_one_is(anna, handle):
    device = Device()
    added(anna, device)
    device.handle = handle

    assert shown(device, anna) == anna


def test_anybody_is_asked_without_saying_whose_passkeys_there_are(anna):
    added(anna, Device())

    options, _ = options_to_show(None)

    assert "allowCredentials" not in options


WRONG = {
    "another-origin": {"origin": "https://evil.example"},
    "another-port": {"origin": "https://words.example:444"},
    "a-part-of-it": {"origin": "https://sub.words.example"},
    "not-safe": {"origin": "http://words.example"},
    "another-site": {"site": "evil.example"},
}


@pytest.mark.parametrize("how", WRONG.values(), ids=WRONG)
def test_none_is_added_that_was_made_for_another_place(anna, how):
    with pytest.raises(InvalidQueryError, match="could not be added"):
        added(anna, Device(), **how)

    assert not Factor.objects.exists()


@pytest.mark.parametrize(
    "how",
    [
        *WRONG.values(),
        {"flags": FLAG.UP},
        {"flags": FLAG.UV},
        {"kind": "create"},
        {"handle": b"999"},
    ],
    ids=[*WRONG, "nobody-verified", "nobody-there", "another-kind", "another-owner"],
)
def test_nobody_is_known_by_one_that_is_shown_wrongly(anna, how):
    device = Device()
    added(anna, device)

    assert shown(device, **how) is None


def test_an_answer_to_another_question_is_none(anna):
    device = Device()
    added(anna, device)
    options, _ = options_to_show(anna)
    _, state = options_to_show(anna)

    assert whose_passkey(state=state, answer=device.show(plain(options))) is None


def test_another_key_with_the_same_name_is_nobodys(anna):
    added(anna, Device())

    assert shown(Device()) is None


def test_one_that_nobody_added_is_nobodys(anna):
    assert shown(Device()) is None


def test_a_closed_account_is_not_known_by_it(anna):
    device = Device()
    added(anna, device)
    anna.is_active = False
    anna.save()

    assert shown(device) is None


def test_a_copy_is_noticed_by_its_counter(anna):
    device = Device(counter=5)
    added(anna, device)
    assert shown(device) == anna
    device.counter = 4

    assert shown(device) is None
    device.counter = 0
    assert shown(device) is None


@pytest.mark.parametrize("times", [0, 1])
def test_what_was_shown_once_counts_no_more(anna, times):
    """Neither when it was added nor when somebody came in with it."""
    device = Device(counter=5)
    added(anna, device)
    came_in = [shown(device) for _ in range(times)]
    device.counter = 4 + times  # it shows one more: what it showed last

    assert came_in == [anna] * times
    assert shown(device) is None


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "x",
        "[]",
        "{}",
        "null",
        '{"id": "a"}',
        '{"id": 1, "rawId": 2}',
        "1" * 9999,
        '{"id":"AA","rawId":"AA","response":{"clientDataJSON":"AA"}}',
        '{"id":"AA","rawId":"AA","type":"public-key","response":{"clientDataJSON":"e30",'
        '"attestationObject":"AA","authenticatorData":"AA","signature":"AA"}}',
    ],
)
def test_whatever_is_no_answer_is_nobodys(anna, answer):
    _, state = options_to_show(None)

    assert whose_passkey(state=state, answer=answer) is None
    with pytest.raises(InvalidQueryError):
        add_passkey(account=anna, state=state, answer=answer, name="")


def test_one_without_a_key_is_not_added(anna):
    """As the answer to a question for one that is there."""
    from hashlib import sha256

    from fido2.utils import websafe_encode
    from fido2.webauthn import AttestationObject, AuthenticatorData, CollectedClientData

    options, state = options_to_add(anna)
    auth = AuthenticatorData.create(
        sha256(b"words.example").digest(), FLAG.UP | FLAG.UV, 0
    )
    client = CollectedClientData.create(
        type="webauthn.create",
        challenge=plain(options)["challenge"],
        origin="https://words.example",
    )
    answer = {
        "id": "AA",
        "rawId": "AA",
        "response": {
            "clientDataJSON": client.b64,
            "attestationObject": websafe_encode(
                AttestationObject.create("none", auth, {})
            ),
        },
    }

    with pytest.raises(InvalidQueryError):
        add_passkey(account=anna, state=state, answer=json.dumps(answer), name="")
