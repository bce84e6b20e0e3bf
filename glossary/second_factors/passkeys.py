"""Passkeys (WebAuthn): what a browser is asked, and whether its answer is right.

Which site it is says the address of the desk, and nobody who asks. The library is
loaded when the first passkey is.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from django.utils import timezone

from glossary.doors import desk_address
from glossary.models import Factor, FactorKind, User

if TYPE_CHECKING:
    from fido2.server import Fido2Server
    from fido2.webauthn import AttestedCredentialData, AuthenticationResponse

State = dict[str, Any]
"""What is kept, where the browser cannot reach it, until its answer is there."""


def options_to_add(account: User) -> tuple[dict[str, Any], State]:
    """Return what a browser is asked to make a passkey, and what to keep."""
    from fido2.webauthn import (  # noqa: PLC0415 - 19 MB and 0.5 s: when asked for
        PublicKeyCredentialUserEntity,
        ResidentKeyRequirement,
        UserVerificationRequirement,
    )

    name = account.get_username()
    options, state = _server().register_begin(
        PublicKeyCredentialUserEntity(
            id=_handle(account), name=name, display_name=name
        ),
        [_data(row) for row in _passkeys(account)],
        resident_key_requirement=ResidentKeyRequirement.REQUIRED,
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return dict(options.public_key), _kept(state)


def options_to_show(account: User | None) -> tuple[dict[str, Any], State]:
    """Return what a browser is asked to show a passkey, of somebody or of anybody."""
    from fido2.webauthn import UserVerificationRequirement  # noqa: PLC0415

    known = [_data(row) for row in _passkeys(account)] if account else None
    options, state = _server().authenticate_begin(
        known, user_verification=UserVerificationRequirement.REQUIRED
    )
    return dict(options.public_key), _kept(state)


def made_passkey(state: State, answer: str) -> tuple[str, str, int] | None:
    """Return the credential that a browser made, its public key, and its counter."""
    from fido2.utils import websafe_encode  # noqa: PLC0415
    from fido2.webauthn import AttestedCredentialData  # noqa: PLC0415

    try:
        found = _server().register_complete(state, json.loads(answer))
        data = AttestedCredentialData(found.credential_data or b"")
    except Exception:  # noqa: BLE001 (anybody sends it, and what fails is no passkey)
        return None
    return websafe_encode(data.credential_id), websafe_encode(data), found.counter


def whose_passkey(*, state: State, answer: str) -> User | None:
    """Return who has shown a passkey; nobody, unless everything about it is right."""
    said = _shown(answer)
    if said is None:
        return None
    row = (
        Factor.objects.select_related("account")
        .filter(credential=said.id, account__is_active=True)
        .first()
    )
    if row is None or not _is_theirs(row, state, said):
        return None
    counter = said.response.authenticator_data.counter
    return row.account if _is_newer(row, counter) else None


def _shown(answer: str) -> AuthenticationResponse | None:
    """Return what a browser says, if it can be understood."""
    from fido2.webauthn import AuthenticationResponse  # noqa: PLC0415

    try:
        read: dict[str, Any] = json.loads(answer)
        return AuthenticationResponse.from_dict(read)
    except Exception:  # noqa: BLE001 (as above)
        return None


def _is_theirs(row: Factor, state: State, said: AuthenticationResponse) -> bool:
    """Tell whether it was signed with this passkey, for us, now, and by its owner."""
    try:
        _server().authenticate_complete(state, [_data(row)], said)
    except ValueError:
        return False
    return said.response.user_handle in {None, b"", _handle(row.account)}


def _is_newer(row: Factor, counter: int) -> bool:
    """Note the counter of a passkey. One that does not rise is a copy's.

    Those that are the same on several devices do not count: they always say 0.
    """
    rows = Factor.objects.filter(pk=row.pk)
    rows = rows.filter(counter__lt=counter) if counter else rows.filter(counter=0)
    return rows.update(counter=counter, used_at=timezone.now()) == 1


def _server() -> Fido2Server:
    """Return what knows which site this is."""
    from fido2.server import Fido2Server  # noqa: PLC0415
    from fido2.webauthn import PublicKeyCredentialRpEntity  # noqa: PLC0415

    name = urlsplit(desk_address()).hostname
    site = PublicKeyCredentialRpEntity(id=name, name=str(name))
    return Fido2Server(site, verify_origin=lambda said: said == desk_address())


def _passkeys(account: User) -> list[Factor]:
    return list(Factor.objects.filter(account=account, kind=FactorKind.PASSKEY))


def _handle(account: User) -> bytes:
    """Return what a passkey knows somebody by: a number, and not a name."""
    return str(account.pk).encode()


def _data(row: Factor) -> AttestedCredentialData:
    from fido2.utils import websafe_decode  # noqa: PLC0415
    from fido2.webauthn import AttestedCredentialData  # noqa: PLC0415

    return AttestedCredentialData(websafe_decode(row.secret))


def _kept(state: State) -> State:
    return {name: str(value) for name, value in state.items()}
