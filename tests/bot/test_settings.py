"""Where the settings come from, and what is said of those that cannot be used."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.settings import Settings, SettingsError, load
from tests.support.paths import ROOT

TOKEN = "123456:a-secret_Token"  # noqa: S105 - nobody's
EXAMPLE = ROOT / ".env.example"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to run in, without settings in the environment."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)
    return tmp_path


def test_without_settings_the_defaults_hold() -> None:
    settings = load()
    assert settings.telegram_bot_token.get_secret_value() == ""
    assert settings.articles == Path("seeds")
    assert settings.telegram_api_url == "https://api.telegram.org"


def test_the_environment_goes_before_the_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / ".env").write_text(f"TELEGRAM_BOT_TOKEN={TOKEN}\nARTICLES=here\n")
    monkeypatch.setenv("ARTICLES", "there")
    settings = load()
    assert settings.telegram_bot_token.get_secret_value() == TOKEN
    assert settings.articles == Path("there")


def test_a_byte_order_mark_is_no_part_of_a_setting(folder: Path) -> None:
    (folder / ".env").write_bytes(b"\xef\xbb\xbfARTICLES=here\n")
    assert load().articles == Path("here")


def test_the_token_is_not_in_what_settings_print(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    assert TOKEN not in repr(load())


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("TELEGRAM_BOT_TOKN=5:hush", "TELEGRAM_BOT_TOKN in .env is not a setting of this bot"),
        ("TELEGRAM_BOT_TOKEN=hush", "TELEGRAM_BOT_TOKEN is not a token"),
        ("TELEGRAM_BOT_TOKEN=12:hush!", "TELEGRAM_BOT_TOKEN is not a token"),
        ("TELEGRAM_API_URL=hush", "TELEGRAM_API_URL is not the URL of a server"),
        ("OPENSEARCH_URL=ftp://a:hush@b", "OPENSEARCH_URL is not the address of a cluster"),
        ("OPENSEARCH_SHARDS=0", "OPENSEARCH_SHARDS "),
    ],
)
def test_a_setting_that_cannot_be_used_is_named_without_its_value(
    folder: Path, line: str, sentence: str
) -> None:
    (folder / ".env").write_text(line)
    with pytest.raises(SettingsError) as caught:
        load()
    assert str(caught.value).startswith(sentence)
    assert "hush" not in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("admins", "ids"),
    [("", ()), ("5", (5,)), ("5,6", (5, 6)), (" 7 , 6\t5,, 7 ", (7, 6, 5)), (",", ())],
)
def test_admins_are_listed_with_commas_or_spaces(
    monkeypatch: pytest.MonkeyPatch, admins: str, ids: tuple[int, ...]
) -> None:
    monkeypatch.setenv("ADMINS", admins)
    assert load().admin_ids == ids


@pytest.mark.parametrize("wrong", ["ada", "@ada", "-1001", "0", "5;6", "1.5", "٣", "9" * 40])
def test_an_admin_who_is_no_user_id_is_named_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    monkeypatch.setenv("ADMINS", f"5 {wrong}, 6")
    with pytest.raises(SettingsError) as caught:
        load()
    assert str(caught.value) == (
        f"ADMINS has {wrong!r}, which is not a user id: those are numbers, such as 123456789."
    )


def test_every_wrong_setting_is_named_at_once(folder: Path) -> None:
    (folder / ".env").write_text("ONE=1\nTELEGRAM_API_URL=2\n")
    with pytest.raises(SettingsError, match=r"(?s)TELEGRAM_API_URL.*ONE|ONE.*TELEGRAM_API_URL"):
        load()


def test_a_file_of_settings_that_is_no_text_is_named(folder: Path) -> None:
    (folder / ".env").write_bytes(b"ARTICLES=\xff\xfe\n")
    with pytest.raises(SettingsError, match=r"^\.env cannot be read"):
        load()


def test_a_server_of_ones_own_may_end_in_a_slash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELEGRAM_API_URL", "http://127.0.0.1:8081/")
    assert load().telegram_api_url == "http://127.0.0.1:8081"


def test_the_example_lists_every_setting_with_its_default() -> None:
    listed = dict(re.findall(r"^([A-Z_]+)=(.*)$", EXAMPLE.read_text(), re.MULTILINE))
    defaults = {
        name.upper(): value.get_secret_value() if isinstance(value, SecretStr) else str(value)
        for name, value in Settings()
    }
    assert listed == defaults


def test_the_example_says_what_each_setting_is_for() -> None:
    lines = EXAMPLE.read_text().splitlines()
    said = [above for above, line in pairwise(lines) if re.match("[A-Z_]+=", line)]
    assert len(said) == len(Settings.model_fields)
    assert all(comment.startswith("# ") for comment in said)
