"""Every setting once: name, meaning, type, default. Kompas refuses to start without what it needs.

A setting is read from the environment (`KOMPAS_` in front of its name) or else from `kompas.env` in the instance
folder, which `kompas set-up` writes with fresh secrets.
"""

import base64
import binascii
import os
import re
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, NoDecode, SettingsConfigDict

SHORTEST_SECRET = 32
MASTER_KEY_BYTES = 32
OFFICIAL_OCCUPATIONS = "occupations.csv"
"""What `kompas occupations import` leaves in the instance folder."""
# Left in the instance folder by `kompas demonstrate`: its fictional people must never meet real ones.
DEMONSTRATION_MARK = "demonstration.json"
_KEY_ID = re.compile(r"[a-z0-9-]{1,32}")


class NotConfigured(Exception):
    """Kompas can't start with these settings. `sentences` says what is wrong, one thing each."""

    def __init__(self, sentences: tuple[str, ...]) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = sentences


def instance_folder() -> Path:
    """The folder of this one installation: KOMPAS_INSTANCE, or `instance` where the program was started."""
    return Path(os.environ.get("KOMPAS_INSTANCE", "instance")).absolute()


class Settings(BaseSettings):
    model_config = SettingsConfigDict(env_prefix="KOMPAS_", extra="forbid", frozen=True, hide_input_in_errors=True)

    instance: Path = Field(default_factory=instance_folder)
    """The folder of this one installation."""

    mode: Literal["demonstration", "production"] = "demonstration"
    """demonstration: fictional people, no TLS needed, said on every page. production: real people."""

    public_url: str = "http://127.0.0.1:5000"
    """The address people type, as it stands in letters. Organisations with a host of their own use that one."""

    database_url: str = Field(default="", repr=False)
    """Where facts are kept. Empty: `kompas.db` in the instance folder. Else `postgresql://…`."""

    keys_database_url: str = Field(default="", repr=False)
    """Where the clients' wrapped keys are kept, apart from the facts. Empty: `keys.db` in the instance folder."""

    secret_key: SecretStr = SecretStr("")
    """Signs forms and seals sessions. Changing it signs everyone out."""

    secret_key_fallbacks: Annotated[tuple[SecretStr, ...], NoDecode] = ()
    """Former secret keys that are still accepted, comma separated."""

    master_keys: SecretStr = SecretStr("")
    """Wrap the clients' keys: `id:base64 of 32 bytes`, comma separated, newest first. Losing them loses all texts."""

    code_pepper: SecretStr = SecretStr("")
    """Makes typed codes worthless to who steals only the database."""

    occupations: Literal["hundred", "full"] = "hundred"
    """hundred: work that many people can begin in soon, named for clients. full: all that was imported beside it."""

    trusted_proxies: int = Field(default=0, ge=0, le=5)
    """How many proxies stand in front; only their forwarded headers are believed."""

    demonstration_provider: str = ""
    """Address of the local provider for sign-in that `kompas serve` starts. Only in a demonstration."""

    workers: int = Field(default=2, ge=1, le=64)
    """Server processes. SQLite has one writer at a time: keep it at 2 there."""

    threads: int = Field(default=4, ge=1, le=64)
    """Requests that one process answers at once."""

    @field_validator("secret_key_fallbacks", mode="before")
    @classmethod
    def _split(cls, written: object) -> object:
        return (
            tuple(part.strip() for part in written.split(",") if part.strip()) if isinstance(written, str) else written
        )

    @model_validator(mode="after")
    def _may_start(self) -> Self:
        wrong = [*_secrets(self), *(_production(self) if self.mode == "production" else _demonstration(self))]
        if wrong:
            raise NotConfigured(tuple(wrong))
        return self

    @property
    def in_production(self) -> bool:
        return self.mode == "production"

    @property
    def facts_url(self) -> str:
        return _with_driver(self.database_url) or f"sqlite:///{self.instance / 'kompas.db'}"

    @property
    def keys_url(self) -> str:
        return _with_driver(self.keys_database_url) or f"sqlite:///{self.instance / 'keys.db'}"

    @property
    def pepper(self) -> bytes:
        return self.code_pepper.get_secret_value().encode()

    def unwrapped_master_keys(self) -> dict[str, bytes]:
        """Key id → 32 bytes, newest first. Raises ValueError with a sentence when written wrongly."""
        return read_master_keys(self.master_keys.get_secret_value())


def read_master_keys(written: str) -> dict[str, bytes]:
    """`id:base64,id:base64` → {id: 32 bytes}, in the order written. Raises ValueError with a sentence."""
    keys: dict[str, bytes] = {}
    for part in filter(None, (part.strip() for part in written.split(","))):
        key_id, _, encoded = part.partition(":")
        if not _KEY_ID.fullmatch(key_id) or key_id in keys:
            raise ValueError(
                "KOMPAS_MASTER_KEYS needs a different id of lower-case letters and digits before each key."
            )
        try:
            keys[key_id] = base64.b64decode(encoded, validate=True)
        except binascii.Error:
            raise ValueError(f"The master key {key_id} is not base64.") from None
        if len(keys[key_id]) != MASTER_KEY_BYTES:
            raise ValueError(f"The master key {key_id} must be {MASTER_KEY_BYTES} bytes long.")
    return keys


def load_settings(**given: object) -> Settings:
    """Settings from environment and instance folder; `given` wins. Raises NotConfigured with all that is wrong."""
    folder = Path(str(given.pop("instance", instance_folder()))).absolute()
    try:
        return Settings(_env_file=folder / "kompas.env", instance=folder, **given)  # type: ignore[call-arg, arg-type]
    except ValidationError as problem:
        raise NotConfigured(tuple(_sentence(error["loc"], error["msg"]) for error in problem.errors())) from None


def _sentence(place: tuple[int | str, ...], message: str) -> str:
    name = str(place[0]).upper().removeprefix("KOMPAS_") if place else "MODE"
    return f"KOMPAS_{name}: {message}."


def _with_driver(url: str) -> str:
    return re.sub(r"^postgres(ql)?://", "postgresql+psycopg://", url)


def _secrets(settings: Settings) -> list[str]:
    wrong = [
        f"KOMPAS_{name} is missing or too weak: `kompas set-up` writes a fresh one."
        for name, secret in (("SECRET_KEY", settings.secret_key), ("CODE_PEPPER", settings.code_pepper))
        if is_weak(secret.get_secret_value())
    ]
    if any(is_weak(secret.get_secret_value()) for secret in settings.secret_key_fallbacks):
        wrong.append("KOMPAS_SECRET_KEY_FALLBACKS holds a secret that is too weak.")
    try:
        keys = settings.unwrapped_master_keys()
    except ValueError as problem:
        return [*wrong, str(problem)]
    if not keys:
        wrong.append("KOMPAS_MASTER_KEYS is missing: `kompas set-up` writes a fresh one.")
    if any(len(set(key)) < MASTER_KEY_BYTES // 4 for key in keys.values()):
        wrong.append("KOMPAS_MASTER_KEYS holds a key that was not made by chance.")
    return wrong


def is_weak(secret: str) -> bool:
    """True for what is too short or too regular to have been drawn by chance."""
    return len(secret) < SHORTEST_SECRET or len(set(secret)) < SHORTEST_SECRET // 4


def _production(settings: Settings) -> list[str]:
    wrong = []
    address = urlsplit(settings.public_url)
    if address.scheme != "https" or not address.hostname or _is_local(address.hostname):
        wrong.append("KOMPAS_PUBLIC_URL must be an https address that people can reach, in production.")
    secrets = [
        secret.get_secret_value() for secret in (settings.secret_key, settings.code_pepper, settings.master_keys)
    ]
    if len(set(secrets)) < len(secrets):
        wrong.append("KOMPAS_SECRET_KEY, KOMPAS_CODE_PEPPER and KOMPAS_MASTER_KEYS must differ from each other.")
    if settings.demonstration_provider:
        wrong.append("KOMPAS_DEMONSTRATION_PROVIDER lets anyone sign in as anyone: it has no place in production.")
    if (settings.instance / DEMONSTRATION_MARK).exists():
        wrong.append(f"{settings.instance} holds the demonstration; production needs an instance folder of its own.")
    return wrong


def _demonstration(settings: Settings) -> list[str]:
    wrong = []
    if urlsplit(settings.public_url).scheme == "https":
        wrong.append("KOMPAS_PUBLIC_URL is an https address, but KOMPAS_MODE is demonstration: set it to production.")
    if settings.trusted_proxies:
        wrong.append("KOMPAS_TRUSTED_PROXIES belongs to production, but KOMPAS_MODE is demonstration.")
    return wrong


def _is_local(host: str) -> bool:
    return host in {"localhost", "127.0.0.1", "::1"} or host.endswith(".localhost")
