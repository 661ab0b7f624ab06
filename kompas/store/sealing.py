"""Sealing: AES-256-GCM around every name, choice and text, so that a database file by itself tells nothing.

A sealed value is `version (1 byte) | number of the owner's key (2 bytes) | nonce (12) | ciphertext and tag`. What it
is bound to (organisation, table, column, row) is authenticated with it, so a value that was edited, or moved to
another row, column or organisation, no longer opens. Values are padded, since the bare length would give a choice
away. Keys are never used for two purposes: HKDF makes one per purpose (NIST SP 800-56C, RFC 5869).
"""

import hashlib
import hmac
import os
from collections.abc import Mapping

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32
_VERSION = 1
_HEAD = 3
_NONCE = 12
_BLOCK = 128


class Unreadable(Exception):
    """A sealed value does not open. Never answered with a guess or an empty value: the request ends here."""


class SealBroken(Unreadable):
    """The value was edited, stands in another place than where it was sealed, or was sealed with another key."""


class KeyGone(Unreadable):
    """The key that this value needs is not there (any more): it was erased, or the key store is another one."""


class MasterKeyGone(KeyGone):
    """The same for everybody: a master key is not among the settings."""


def place(*parts: str | int) -> bytes:
    """Where a value belongs (organisation, table, column, row …) as bytes that no other list of parts gives."""
    return "".join(f"{len(text)}:{text}" for text in map(str, parts)).encode()


def key_for(purpose: str, secret: bytes, salt: bytes | None = None) -> bytes:
    """A key of 32 bytes for this purpose alone."""
    return HKDF(SHA256(), KEY_BYTES, salt, f"kompas/{purpose}".encode()).derive(secret)


def seal_with(key: AESGCM, head: bytes, where: bytes, value: bytes) -> bytes:
    """`head | nonce | ciphertext`; the head is bound like the place."""
    nonce = os.urandom(_NONCE)
    return head + nonce + key.encrypt(nonce, _padded(value), head + where)


def open_with(key: AESGCM, head_length: int, where: bytes, sealed: bytes) -> bytes:
    """The way back. Raises SealBroken."""
    head, nonce, rest = sealed[:head_length], sealed[head_length:][:_NONCE], sealed[head_length + _NONCE :]
    try:
        return _unpadded(key.decrypt(nonce, rest, head + where))
    except (InvalidTag, ValueError) as problem:
        raise SealBroken("A sealed value was changed or moved, or belongs to another key.") from problem


def _padded(value: bytes) -> bytes:
    """Up to a multiple of 128 bytes, the way of ISO/IEC 7816-4: one 0x80, then zeros."""
    return value + b"\x80" + bytes(-(len(value) + 1) % _BLOCK)


def _unpadded(value: bytes) -> bytes:
    return value[: value.rindex(b"\x80")]


class OwnerKeys:
    """The data keys of one owner, opened: seals with the newest, opens with the one that the value names."""

    def __init__(self, secrets: Mapping[int, bytes]) -> None:
        self._secrets = dict(secrets)
        self._newest = max(self._secrets)
        self._sealers: dict[int, AESGCM] = {}

    def seal(self, where: bytes, value: bytes) -> bytes:
        head = bytes([_VERSION]) + self._newest.to_bytes(2, "big")
        return seal_with(self._sealer(self._newest), head, where, value)

    def open(self, where: bytes, sealed: bytes) -> bytes:
        """Raises SealBroken for what was changed or moved, KeyGone when the key it names is not there."""
        if len(sealed) < _HEAD or sealed[0] != _VERSION:
            raise SealBroken("This is not a value that was sealed here.")
        return open_with(self._sealer(int.from_bytes(sealed[1:_HEAD], "big")), _HEAD, where, sealed)

    def fingerprint(self, purpose: str, value: bytes) -> bytes:
        """32 bytes that only the holder of the owner's first key can make (HMAC-SHA-256), always the same ones."""
        return hmac.digest(key_for(purpose, self._secrets[min(self._secrets)]), value, hashlib.sha256)

    def _sealer(self, number: int) -> AESGCM:
        if number not in self._sealers:
            if number not in self._secrets:
                raise KeyGone(f"Key number {number} of this owner is not there.")
            self._sealers[number] = AESGCM(key_for("value", self._secrets[number]))
        return self._sealers[number]


def session_seal(server_secret: bytes | str, session_id: str, data: bytes) -> bytes:
    """Seals a session's data with a key that only the visitor's own id and the server's secret together give."""
    return seal_with(_session_key(server_secret, session_id), bytes([_VERSION]), b"session", data)


def session_open(server_secret: bytes | str, session_id: str, sealed: bytes) -> bytes:
    """The way back. Raises SealBroken."""
    return open_with(_session_key(server_secret, session_id), 1, b"session", sealed)


def _session_key(server_secret: bytes | str, session_id: str) -> AESGCM:
    salt = server_secret.encode() if isinstance(server_secret, str) else server_secret
    return AESGCM(key_for("session", session_id.encode(), salt))
