"""Real conversations: recorded, redacted, converted, and replayed call by call."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
from telegram.request import HTTPXRequest

from bot.__main__ import main
from bot.app import BotOptions, build
from bot.messages import strings
from bot.recording.recorder import Recorder, RecordingError, load, save_case
from bot.recording.scripts import Converted, convert
from bot.simulator.conversations import Conversation, Step
from bot.simulator.recordings import Recording
from bot.simulator.recordings import load as load_yaml
from bot.simulator.wire import GROUP, JSON, LOST, PRIVATE, Call, Fault, Telegram, decode
from retrieval.library import Library
from tests.support.bot_process import TOKEN, serving
from tests.support.conversations import difference, run
from tests.support.paths import ROOT

PERSON, CLUB, MOVED_CLUB = 7_123_456_789, -1_001_987_654_321, -1_001_987_654_322
"""Ids as in reality."""

NAMES = {
    "Ada": "Hrafnhildur",
    "Readers": "Saturday Marmalade Circle",
    "Strangers": "Teaspoon Society",
    "cuttings_bot": "clippers_bot",
}
IDS = {PRIVATE: PERSON, GROUP: CLUB, -1003: -1_001_555_444_333, -1004: MOVED_CLUB}
QUERY = "98765432100"
"""The beginning of the ids of queries."""

SECRETS = [*NAMES.values(), "Circle", *(str(abs(id_)) for id_ in IDS.values()), QUERY, TOKEN]

WHO = "what did the WHO say about winter?"


class RealTelegram(httpx.AsyncBaseTransport):
    """The fake Telegram, with names and ids as in reality."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        params = translated(decode((await request.aread()).decode()), home=True)
        coded = {k: v if isinstance(v, str) else json.dumps(v) for k, v in params.items()}
        body = urlencode(coded).encode()
        answer = await self._telegram.handle_async_request(
            httpx.Request("POST", request.url, content=body)
        )
        return httpx.Response(answer.status_code, json=translated(answer.json()))


def translated(value: Any, *, home: bool = False, key: str = "") -> Any:
    """Replace the names and ids of the fake Telegram with real ones, or the real ones with those of the fake."""
    names = {there: here for here, there in NAMES.items()} if home else NAMES
    ids = {there: here for here, there in IDS.items()} if home else IDS
    match value:
        case dict():
            return {name: translated(item, home=home, key=name) for name, item in value.items()}
        case list():
            return [translated(item, home=home, key=key) for item in value]
        case int() if not isinstance(value, bool):
            return ids.get(value, value)
        case str() if value.isdecimal() and (key == "id" or key.endswith("query_id")):
            return value.removeprefix(QUERY) if home else QUERY + value
        case str():
            for name, other in names.items():
                value = value.replace(name, other)
    return value


class RecordedConversation(Conversation):
    """A conversation with real names and ids, and a recorder."""

    def __init__(self, library: Library, path: Path) -> None:
        self.telegram = Telegram()
        self.recorder = Recorder(path, lambda: library, TOKEN)
        wire = HTTPXRequest(httpx_kwargs={"transport": RealTelegram(self.telegram)})
        self._app = build(
            library,
            TOKEN,
            BotOptions(
                request=self.recorder.wrap_request(wire),
                notices=(strings.RECORDED,),
                keep_case=self.recorder.keep_case,
            ),
        )
        self.recorder.watch(self._app)

    def _act(self, step: Step) -> JSON | None:
        update = super()._act(step)
        return update and translated(update)


def record(library: Library, path: Path, steps: Iterable[Step]) -> list[tuple[Call, ...]]:
    """Record a conversation at *path*, and return the calls of the bot for each step."""

    async def run() -> list[tuple[Call, ...]]:
        conversation = RecordedConversation(library, path)
        await conversation.open()
        try:
            return [tuple(await conversation.perform(step)) for step in steps]
        finally:
            await conversation.close()
            conversation.recorder.close()

    return asyncio.run(run())


def load_and_convert(path: Path) -> Converted:
    events, problems = load(path)
    assert problems == []
    return convert(events)


REFUSED = Fault("sendMessage", 500, "Internal Server Error")
LOST_ONCE = Fault("sendMessage", LOST, "NetworkError")
MOVES = Fault(
    "sendMessage", 400, "Bad Request: group chat was upgraded to a supergroup chat", None, -1004
)

CONVERSATIONS: list[tuple[str, Sequence[Step]]] = [
    ("a question and its pages", [Step("message", WHO), Step("tap", "▶"), Step("tap", "Context")]),
    ("a question that goes on from it", [Step("message", WHO), Step("message", "and the EU?"), Step("tap", "Source"), Step("tap", "Back to the answer"), Step("tap", "Only what I wrote"), Step("message", "/more")]),
    ("another language, and what is set", [Step("message", "/settings", language="de"), Step("tap", "1 Auszug", language="de"), Step("message", WHO, language="de")]),
    ("the list of articles, and a link", [Step("message", "/sources"), Step("tap", "2"), Step("tap", "All articles"), Step("message", "/start a-yUMOaHJ9ion4")]),
    ("a refusal, an apology", [Step("message", WHO, faults=(REFUSED,)), Step("message", "/help")]),
    ("an answer that was lost on the way", [Step("message", WHO, faults=(LOST_ONCE,)), Step("message", WHO)]),
    ("a wait that Telegram asks for", [Step("message", WHO, faults=(Fault("sendMessage", 429, "Too Many Requests: retry after 1", 1),))]),
    ("an edit", [Step("message", "Zelensky"), Step("message", WHO), Step("edit", "Serbia", at=1)]),
    ("an older button", [Step("message", WHO), Step("message", "Zelensky"), Step("tap", "▶", at=2)]),
    ("a button of an earlier run", [Step("message", WHO), Step("tap", "▶"), Step("tap", "◀", data="page:0:00000000")]),
    ("a question that is deleted", [Step("message", WHO), Step("delete"), Step("tap", "▶")]),
    ("what is no text", [Step("send", "document"), Step("send", "photo")]),
    ("a button of the keyboard", [Step("message", "/start"), Step("message", "/sources")]),
    ("a group", [Step("message", f"@cuttings_bot {WHO}", "group"), Step("reply", "Zelensky", "group"), Step("tap", "▶", "group")]),
    ("an earlier answer replied to", [Step("message", f"/ask {WHO}", "group"), Step("message", "/ask Serbia", "group"), Step("reply", "Zelensky", "group", at=2)]),
    ("a group that moves", [Step("message", f"/ask {WHO}", "group", faults=(MOVES,))]),
    ("a topic", [Step("message", f"/ask {WHO}", "group", topic=1), Step("tap", "▶", "group")]),
    ("inline", [Step("inline", "Russia"), Step("inline", "Russia", data="10"), Step("inline", "")]),
    ("a guest", [Step("guest", f"@cuttings_bot {WHO}")]),
]  # fmt: skip


@pytest.mark.parametrize("steps", [s for _, s in CONVERSATIONS], ids=[n for n, _ in CONVERSATIONS])
def test_a_recorded_conversation_replays_without_a_difference(
    steps: Sequence[Step], seeds: Library, tmp_path: Path
) -> None:
    path = tmp_path / "life.jsonl"
    made = record(seeds, path, steps)
    converted = load_and_convert(path)
    assert converted.problems == ()
    [recording] = converted.recordings.values()
    assert [step for step, _ in recording.steps] == list(steps)
    assert [calls for _, calls in recording.steps] == made
    assert recording.collection == seeds.version
    assert difference(recording, run(recording, seeds)) == ""
    written = path.read_text(encoding="utf-8").casefold()
    assert [secret for secret in SECRETS if secret.casefold() in written] == []


def test_names_and_numbers_in_a_question_are_replaced_and_it_still_replays(
    seeds: Library, tmp_path: Path
) -> None:
    path = tmp_path / "life.jsonl"
    record(
        seeds,
        path,
        [
            Step("message", "Ada asks @cuttings_bot: who warned Serbia?"),
            Step("inline", "Ada and Zelensky"),
            Step("message", "What of Flurbia, Ada?"),
            Step("message", "Call +354 555 12 34, @hrafn_h or h@mail.example"),
        ],
    )
    written = path.read_text(encoding="utf-8").casefold()
    for secret in [*SECRETS, "hrafn", "354", "555 ", "mail"]:
        assert secret.casefold() not in written
    converted = load_and_convert(path)
    [recording] = converted.recordings.values()
    assert [step.what for step, _ in recording.steps] == [
        "Person1 asks @cuttings_bot: who warned Serbia?",
        "Person1 and Zelensky",
        "What of Flurbia, Person1?",
    ]
    assert difference(recording, run(recording, seeds)) == ""
    # A replay would name other unknown words.
    [problem] = converted.problems
    assert problem.endswith(": the bot repeats what was taken out of the question; left out.")


def test_a_person_who_is_called_like_one_in_the_news_changes_no_answer(
    seeds: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(NAMES, "Ada", "Vladimir")
    path = tmp_path / "life.jsonl"
    record(
        seeds,
        path,
        [
            Step("message", "How many men were called up?"),
            Step("message", "/sources"),
            Step("inline", "Serbia"),
        ],
    )
    assert '"Vladimir"' not in path.read_text(encoding="utf-8")
    [recording] = load_and_convert(path).recordings.values()
    assert difference(recording, run(recording, seeds)) == ""


def test_what_the_bot_leaves_unanswered_is_not_written(seeds: Library, tmp_path: Path) -> None:
    path = tmp_path / "life.jsonl"
    record(
        seeds,
        path,
        [Step("message", "Did you hear about Serbia?", "group"), Step("edit", "x", "group")],
    )
    assert path.read_bytes() == b""


def test_each_chat_becomes_a_conversation(seeds: Library, tmp_path: Path) -> None:
    path = tmp_path / "life.jsonl"
    record(
        seeds,
        path,
        [
            Step("message", WHO),
            Step("message", f"/ask {WHO}", "group"),
            Step("tap", "▶"),
            Step("guest", WHO),
            Step("inline", "Serbia"),
            Step("tap", "▶", "group"),
        ],
    )
    recordings = load_and_convert(path).recordings
    assert [[step.does for step, _ in each.steps] for each in recordings.values()] == [
        ["message", "tap", "inline"],
        ["message", "tap"],
        ["guest"],
    ]
    for recording in recordings.values():
        assert difference(recording, run(recording, seeds)) == ""


def test_a_recording_is_for_its_owner_alone_and_never_goes_over_another(
    seeds: Library, tmp_path: Path
) -> None:
    path = tmp_path / "new" / "life.jsonl"
    Recorder(path, lambda: seeds, TOKEN).close()
    if sys.platform != "win32":
        assert path.stat().st_mode & 0o077 == 0
    with pytest.raises(RecordingError, match=r"life.jsonl cannot be written: File exists\.$"):
        Recorder(path, lambda: seeds, TOKEN)


def test_privacy_says_that_conversations_are_recorded(seeds: Library, tmp_path: Path) -> None:
    path = tmp_path / "life.jsonl"
    [[call]] = record(seeds, path, [Step("message", "/privacy")])
    assert call.params["text"] == f"{strings.RECORDED}\n\n{strings.PRIVACY}"
    assert load_and_convert(path).problems == (
        "Line 1: the answer to /privacy is different while the bot records; left out.",
    )


# `python -m bot record`


def test_a_killed_bot_leaves_whole_lines_and_a_converted_conversation_replays(
    seeds: Library, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, yaml = tmp_path / "life.jsonl", tmp_path / "life.yaml"
    with serving() as server:
        server.telegram.updates.append(server.telegram.write(WHO))
        bot = subprocess.Popen(
            [sys.executable, "-m", "bot", "record", "--to", str(path)],
            cwd=ROOT,
            env={"TELEGRAM_BOT_TOKEN": TOKEN, "TELEGRAM_API_URL": server.url, "PYTHONUTF8": "1"}
            | {"DATA": str(tmp_path)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            server.wait_for("sendMessage", 60)
            # Wait until the recorder has the answer to that call.
            until = time.monotonic() + 30
            while path.read_text().count("sendMessage") < 1 and time.monotonic() < until:
                time.sleep(0.05)
        finally:
            bot.kill()
            _, errors = bot.communicate()
    assert f"Conversations are recorded in {path}." in errors
    written = path.read_text()
    assert TOKEN not in written + errors
    # On a slow machine the bot also shows that it is typing.
    lines = [json.loads(line) for line in written.splitlines() if "sendChatAction" not in line]
    assert [sorted(line)[-1] for line in lines] == ["update", "params"]
    assert main(["record", "--convert", str(path), "--to", str(yaml)]) == 0
    assert capsys.readouterr() == (f"{yaml}\n", "")
    recording = load_yaml(yaml)
    assert difference(recording, run(recording, seeds)) == ""


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "cannot be read: No such file or directory."),
        ("", "contains no conversation."),
        ('{"update": {"upd', "Line 1 is not an event of a recording; left out."),
        ("\x00\n[1]\n", "Line 2 is not an event of a recording; left out."),
    ],
)
def test_a_file_that_is_no_recording_is_reported_in_a_sentence(
    content: str | None, sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "life.jsonl"
    if content is not None:
        path.write_text(content)
    assert main(["record", "--convert", str(path)]) == 2
    output = capsys.readouterr()
    assert sentence in output.err
    assert "Traceback" not in output.err
    assert output.out == ""


# An answer that somebody rated bad


def test_a_conversation_is_saved_as_a_test_with_what_the_answer_rested_on(
    seeds: Library, tmp_path: Path
) -> None:
    [(step, calls)] = run(Recording("", ((Step("message", WHO), ()),)), seeds).steps
    recording = Recording("Somebody was unhappy.", ((step, calls),))
    evidence = {"confidence": 0.9, "terms": ["winter", "who"]}
    path = save_case(tmp_path / "cases", recording, seeds.version, evidence)
    assert save_case(tmp_path / "cases", recording, seeds.version, evidence) == path
    assert [path] == list((tmp_path / "cases").iterdir())
    saved = load_yaml(path)
    assert saved == replace(recording, collection=seeds.version, evidence=evidence)
    assert difference(saved, run(saved, seeds)) == ""


def test_a_recorder_saves_the_chat_so_far_and_redacts_the_evidence(
    seeds: Library, tmp_path: Path
) -> None:
    async def run_it() -> Path | None:
        conversation = RecordedConversation(seeds, tmp_path / "life.jsonl")
        await conversation.open()
        try:
            assert conversation.recorder.save_case(tmp_path, PERSON, {}) is None
            await conversation.perform(Step("message", "Ada: who warned Serbia?"))
            await conversation.perform(Step("message", f"/ask {WHO}", "group"))
            return conversation.recorder.save_case(
                tmp_path, PERSON, {"terms": {"Hrafnhildur": 1.5}}
            )
        finally:
            await conversation.close()
            conversation.recorder.close()

    path = asyncio.run(run_it())
    assert path
    recording = load_yaml(path)
    assert [step.what for step, _ in recording.steps] == ["Person1: who warned Serbia?"]
    assert recording.evidence == {"terms": {"Person1": 1.5}}
    assert recording.collection == seeds.version


def test_a_disk_that_fails_ends_the_recording_and_not_the_bot(
    seeds: Library, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    async def run_it() -> Sequence[Call]:
        conversation = RecordedConversation(seeds, tmp_path / "life.jsonl")
        assert conversation.recorder.descriptor
        nobody_reads, broken = os.pipe()
        os.dup2(broken, conversation.recorder.descriptor)
        os.close(nobody_reads)
        os.close(broken)
        await conversation.open()
        try:
            return await conversation.perform(Step("message", WHO))
        finally:
            await conversation.close()

    [call] = asyncio.run(run_it())
    assert "life-threatening" in call.params["text"]
    [record] = [r for r in caplog.records if r.name == "bot.recording.recorder"]
    assert record.getMessage().startswith("The conversation is no longer recorded: ")


def test_an_answer_that_is_rated_bad_becomes_a_test_with_what_it_rested_on(
    seeds: Library, tmp_path: Path
) -> None:
    steps = [
        Step("message", WHO),
        Step("message", "/sources"),
        Step("tap", "👎"),
        Step("tap", "👍"),
    ]
    record(seeds, tmp_path / "life.jsonl", steps)
    [path] = (tmp_path / "cases").iterdir()
    case = load_yaml(path)
    assert case.collection == seeds.version
    assert case.evidence
    assert case.evidence["question"] == WHO
    assert case.evidence["confidence"] == seeds.ask(WHO).confidence
    first, *_ = case.evidence["excerpts"]
    assert seeds.articles[first["article"]].text[first["start"] : first["end"]] == seeds.ask(WHO).excerpts[0].text  # fmt: skip
    assert [step.what for step, _ in case.steps] == [WHO, "/sources"]
    assert difference(case, run(case, seeds)) == ""
