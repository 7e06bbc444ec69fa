"""The settings of the bot; no other module of `bot` reads the environment."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from retrieval.index.candidates.opensearch.errors import ClusterError
from retrieval.index.candidates.opensearch.settings import parse_hosts

HOW_TO_START = """\
No token is set: get one from @BotFather in Telegram (send it /newbot) and put it in TELEGRAM_BOT_TOKEN, \
in the environment or in .env. To try the bot without a token: python -m bot chat"""


class UnusableError(ValueError):
    """The bot cannot run; `str()` is a sentence that says why."""


class SettingsError(UnusableError):
    """Settings cannot be used; `str()` has a sentence for each, with its name and never its value."""


class Settings(BaseSettings):
    """
    Settings from the environment, or else from `.env`; an empty one has its default.

    `.env.example` says what each of them is for.
    """

    model_config = SettingsConfigDict(
        env_file=".env",
        env_file_encoding="utf-8-sig",  # Notepad puts a mark before the first key
        env_ignore_empty=True,
        frozen=True,
        hide_input_in_errors=True,  # an input may be the token
    )

    telegram_bot_token: SecretStr = SecretStr("")
    articles: Path = Path("seeds")
    semantic_model: str = ""
    reader: str = "on"
    engine: Literal["auto", "rank-bm25", "tantivy", "opensearch"] = "auto"
    memory_passages: Annotated[int, Field(ge=0)] = 5_000
    opensearch_url: SecretStr = SecretStr("")  # it may hold a password
    opensearch_user: str = ""
    opensearch_password: SecretStr = SecretStr("")
    opensearch_ca: str = ""
    opensearch_shards: Annotated[int, Field(ge=1)] = 1
    opensearch_replicas: Annotated[int, Field(ge=0)] = 1
    opensearch_timeout: Annotated[float, Field(gt=0, allow_inf_nan=False)] = 10.0
    follow_seconds: Annotated[float, Field(ge=0)] = 5.0
    data: str = ""
    keep_versions: Annotated[int, Field(ge=0)] = 90
    telegram_api_url: str = "https://api.telegram.org"
    admins: str = ""
    webhook_url: str = ""
    webhook_secret: SecretStr = SecretStr("")
    webhook_listen: str = "127.0.0.1"
    webhook_port: Annotated[int, Field(ge=0, le=65535)] = 8443
    questions_per_minute: Annotated[int, Field(ge=0)] = 60
    log_format: Literal["text", "json"] = "text"
    log_questions: bool = False
    metrics_port: Annotated[int, Field(ge=0, le=65535)] = 0
    metrics_listen: str = "127.0.0.1"

    @property
    def token(self) -> str:
        """
        Return the bot's token.

        Raises:
            UnusableError: None is set.
        """
        token = self.telegram_bot_token.get_secret_value()
        if not token:
            raise UnusableError(HOW_TO_START)
        return token

    @property
    def admin_ids(self) -> tuple[int, ...]:
        """Return the user ids that `admins` lists, each once."""
        return tuple(dict.fromkeys(map(int, _listed(self.admins))))

    @field_validator("telegram_bot_token")
    @classmethod
    def _looks_like_a_token(cls, token: SecretStr) -> SecretStr:
        # It may be empty: the bot needs no token to chat in the terminal.
        if not re.fullmatch(r"([0-9]+:[A-Za-z0-9_-]+)?", token.get_secret_value()):
            raise ValueError("is not a token: tokens from @BotFather look like 123456:AbC-dEf")
        return token

    @field_validator("opensearch_url")
    @classmethod
    def _is_a_cluster(cls, url: SecretStr) -> SecretStr:
        if url.get_secret_value():
            try:
                parse_hosts(url.get_secret_value())
            except ClusterError as error:
                raise ValueError(str(error).removeprefix("OPENSEARCH_URL ")) from None
        return url

    @field_validator("admins")
    @classmethod
    def _are_users(cls, admins: str) -> str:
        for id_ in _listed(admins):
            if not re.fullmatch(r"0*[1-9][0-9]{0,15}", id_, re.ASCII):
                raise ValueError(
                    f"has {id_[:40]!r}, which is not a user id: those are numbers, such as 123456789"
                )
        return admins

    @field_validator("telegram_api_url")
    @classmethod
    def _is_a_url(cls, url: str) -> str:
        if not re.fullmatch(r"https?://[^\s/?#]+[^\s?#]*", url):
            raise ValueError("is not the URL of a server, such as http://127.0.0.1:8081")
        return url.rstrip("/")

    @field_validator("webhook_url")
    @classmethod
    def _is_secure(cls, url: str) -> str:
        if not re.fullmatch(r"(https://[^\s/?#@]+[^\s?#]*)?", url):
            raise ValueError("is not an https URL, such as https://bot.example/updates")
        return url

    @field_validator("webhook_secret")
    @classmethod
    def _is_a_secret(cls, secret: SecretStr) -> SecretStr:
        if not re.fullmatch(r"[A-Za-z0-9_-]{0,256}", secret.get_secret_value()):
            raise ValueError("has characters other than A-Z, a-z, 0-9, _ and -, or more than 256")
        return secret


def _listed(ids: str) -> list[str]:
    return ids.replace(",", " ").split()


def load() -> Settings:
    """
    Return the settings.

    Raises:
        SettingsError: A setting is unknown or cannot be used, or `.env` cannot be read.
    """
    try:
        return Settings()
    except ValidationError as error:
        sentences = [_sentence(str(e["loc"][0]), e["type"], e["msg"]) for e in error.errors()]
        raise SettingsError("\n".join(sentences)) from None
    except (OSError, UnicodeDecodeError) as error:
        cause = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise SettingsError(f".env cannot be read: {cause}.") from None


def _sentence(key: str, kind: str, message: str) -> str:
    if kind == "extra_forbidden":
        return (
            f"{key.upper()} in .env is not a setting of this bot; .env.example lists all settings."
        )
    cause = message.removeprefix("Value error, ").removeprefix("Input ").partition(", unable to")[0]
    return f"{key.upper()} {cause}."
