"""Talking to the bot in the terminal."""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.__main__ import main
from bot.simulator.chat import draw, understand
from bot.simulator.conversations import Step
from bot.simulator.recordings import load
from bot.simulator.wire import Call
from tests.support.paths import ROOT

Chat = Callable[..., tuple[int, str, str]]


@pytest.fixture
def chat(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Chat:
    """Return a function that runs `python -m bot chat` in this process on piped text, with arguments."""
    monkeypatch.chdir(ROOT)

    def run(piped: str, *arguments: str) -> tuple[int, str, str]:
        monkeypatch.setattr(
            sys,
            "stdin",
            io.TextIOWrapper(io.BytesIO(piped.encode(errors="surrogateescape")), "utf-8"),
        )
        code = main(["chat", *arguments])
        return code, *capsys.readouterr()

    return run


def test_a_question_from_a_pipe_gets_its_answer_as_plain_text(tmp_path: Path) -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "bot", "chat", "--record", str(tmp_path / "c.yaml")],
        cwd=ROOT,
        env={"PYTHONUTF8": "1", "XDG_DATA_HOME": os.environ["XDG_DATA_HOME"]},
        input="what did the WHO say about winter?\n:▶\n",
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "“This winter will be life-threatening for millions of people in Ukraine" in ran.stdout
    assert "The Sun, November 2022 (date inferred from the text)" in ran.stdout
    assert re.search(r"\[1\] 1/\d   \[2\] ▶", ran.stdout)
    assert "(edited)" in ran.stdout
    assert "\x1b" not in ran.stdout
    steps = load(tmp_path / "c.yaml").steps
    assert [step for step, _ in steps] == [
        Step("message", "what did the WHO say about winter?"),
        Step("tap", "▶"),
    ]
    assert [[call.method for call in calls] for _, calls in steps] == [
        ["sendMessage"],
        ["answerCallbackQuery", "editMessageText"],
    ]


def test_an_impossible_step_is_reported_and_the_chat_goes_on(chat: Chat) -> None:
    code, out, err = chat(":1\n:▶\n:delete\n:edit x\n\n/help\n:quit\n/privacy\n")
    assert (code, err) == (0, "")
    assert out.count("That is not possible") == 4
    assert "Send me a question" in out
    assert "My log does not contain" not in out


def test_bytes_that_are_not_text_do_not_end_the_chat(chat: Chat) -> None:
    code, out, err = chat("caf\udce9?\n/privacy\n")
    assert (code, err) == (0, "")
    assert "My log does not contain" in out


def test_a_missing_folder_is_named(chat: Chat, tmp_path: Path) -> None:
    code, out, err = chat("", "--articles", str(tmp_path / "nowhere"))
    assert (code, out) == (2, "")
    assert str(tmp_path / "nowhere") in err
    assert err.count("\n") == 1


def test_an_article_that_cannot_be_read_is_named_and_the_rest_is_answered_from(
    chat: Chat, tmp_path: Path
) -> None:
    (tmp_path / "good.txt").write_text("The ferry sails at noon on Mondays. It is free.\n" * 3)
    (tmp_path / "bad.txt").write_bytes(b"\x7fELF\x00\x01\x02\x03" * 40)
    code, out, err = chat("When does the ferry sail?\n", "--articles", str(tmp_path))
    assert code == 0
    assert "bad.txt" in err
    assert err.count("\n") == 1
    assert "The ferry sails at noon on Mondays." in out


def test_a_recording_that_cannot_be_written_is_reported_before_the_chat(
    chat: Chat, tmp_path: Path
) -> None:
    path = tmp_path / "nowhere" / "c.yaml"
    code, out, err = chat("/help\n", "--record", str(path))
    assert (code, out) == (2, "")
    assert err == f"{path} cannot be written: No such file or directory.\n"


@pytest.mark.parametrize(
    ("line", "step"),
    [
        ("who?", Step("message", "who?")),
        ("/start", Step("message", "/start")),
        (":2", Step("tap", "▶")),
        (":▶", Step("tap", "▶")),
        (":More context", Step("tap", "More context")),
        (":edit who else?", Step("edit", "who else?")),
        (":delete", Step("delete")),
        (":photo", Step("send", "photo")),
        (":", Step("message", ":")),
    ],
)
def test_a_line_is_a_message_or_a_command(line: str, step: Step) -> None:
    assert understand(line, ["◀", "▶"]) == step


def test_a_terminal_wraps_quotations_beside_a_bar() -> None:
    call = Call(
        "sendMessage",
        {
            "text": "Ann:\n<blockquote>😀 one <b>two</b> three</blockquote>\nTitle",
            "reply_markup": {"inline_keyboard": [[{"text": "1/2"}, {"text": "▶"}]]},
        },
    )
    lines = draw(call, width=12)
    assert [line.plain for line in lines] == [
        "",
        "Ann:",
        "▌ 😀 one two",
        "▌ three",
        "Title",
        "[1] 1/2   [2] ▶",
        "",
    ]
    [marked] = [span for span in lines[2].spans if "bold" in str(span.style)]
    assert lines[2].plain[marked.start : marked.end] == "two"


def test_an_article_cannot_steer_the_terminal() -> None:
    call = Call("sendMessage", {"text": "<blockquote>a\x1b[2Jb\x9b2Jc</blockquote>"})
    assert draw(call)[1].plain == "> a [2Jb 2Jc"


def test_a_notice_is_drawn_and_a_silent_answer_is_not() -> None:
    assert [line.plain for line in draw(Call("answerCallbackQuery", {"text": "Hm."}))] == ["(Hm.)"]
    assert draw(Call("answerCallbackQuery", {})) == []
