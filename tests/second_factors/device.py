"""A passkey in software: it answers as a browser does, or as one that cheats."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from fido2.cose import ES256
from fido2.utils import websafe_decode, websafe_encode
from fido2.webauthn import (
    AttestationObject,
    AttestedCredentialData,
    AuthenticatorData,
    CollectedClientData,
)

SITE, ORIGIN = "words.example", "https://words.example"
FLAG = AuthenticatorData.FLAG


class Device:
    """One key pair; ``counter`` is 0 where a passkey is kept in step between devices."""

    def __init__(self, *, counter: int = 0, credential: bytes = b"one passkey") -> None:
        self.key = ec.generate_private_key(ec.SECP256R1())
        self.counter = counter
        self.credential = credential
        self.handle: bytes | None = None

    def make(self, options: Any, *, origin: str = ORIGIN, site: str = SITE) -> str:
        """Answer ``navigator.credentials.create``."""
        self.handle = websafe_decode(options["user"]["id"])
        public = ES256.from_cryptography_key(self.key.public_key())
        data = AttestedCredentialData.create(bytes(16), self.credential, public)
        flags = FLAG.UP | FLAG.UV | FLAG.AT
        auth = AuthenticatorData.create(
            sha256(site.encode()).digest(), flags, self.counter, data
        )
        client = self._client("create", options, origin)
        return self._said(
            clientDataJSON=client.b64,
            attestationObject=websafe_encode(
                AttestationObject.create("none", auth, {})
            ),
        )

    def show(
        self,
        options: Any,
        *,
        origin: str = ORIGIN,
        site: str = SITE,
        flags: Any = FLAG.UP | FLAG.UV,
        kind: str = "get",
        handle: bytes | None = None,
    ) -> str:
        """Answer ``navigator.credentials.get``."""
        whose = self.handle if handle is None else handle
        if self.counter:
            self.counter += 1
        auth = AuthenticatorData.create(
            sha256(site.encode()).digest(), flags, self.counter
        )
        client = self._client(kind, options, origin)
        signed = self.key.sign(auth + client.hash, ec.ECDSA(hashes.SHA256()))
        return self._said(
            clientDataJSON=client.b64,
            authenticatorData=websafe_encode(auth),
            signature=websafe_encode(signed),
            userHandle=None if whose is None else websafe_encode(whose),
        )

    def _client(self, kind: str, options: Any, origin: str) -> CollectedClientData:
        return CollectedClientData.create(
            type=f"webauthn.{kind}", challenge=options["challenge"], origin=origin
        )

    def _said(self, **response: str | None) -> str:
        name = websafe_encode(self.credential)
        return json.dumps(
            {"id": name, "rawId": name, "type": "public-key", "response": response}
        )
