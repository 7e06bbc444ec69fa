"""What the bot does in Telegram, call by call: `tests/conversations`."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bot.simulator.conversations import Step
from bot.simulator.recordings import Recording, dump, load, save
from bot.simulator.wire import Call
from retrieval.library import Library
from tests.support.conversations import difference, refuse_update_in_ci, run, run_with
from tests.support.oracles import faults
from tests.support.paths import CONVERSATIONS

PATHS = sorted(CONVERSATIONS.glob("*.yaml"))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_the_bot_makes_the_recorded_calls_and_no_other(
    path: Path, seeds: Library, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    recording = load(path)
    if recording.articles:
        folder = shutil.copytree(path.parent / recording.articles, tmp_path / "articles")
        made, articles = run_with(recording, folder)
    else:
        made, articles = run(recording, seeds), [*seeds.articles.values()]
    if request.config.getoption("--update-conversations"):
        save(made, path)
        recording = made
    if found := difference(recording, made):
        pytest.fail(found, pytrace=False)
    calls = [call for _, calls in made.steps for call in calls]
    wrong = [faults(call, articles, calls[:number]) for number, call in enumerate(calls)]
    assert [fault for of_call in wrong for fault in of_call] == []


def test_a_call_too_many_and_a_call_too_few_are_seen(seeds: Library) -> None:
    recording = run(Recording("", ((Step("message", "/help"), ()),)), seeds)
    [(step, calls)] = recording.steps
    assert len(calls) == 1
    for wrong in [(), (*calls, *calls), (Call("sendMessage", {**calls[0].params, "text": "x"}),)]:
        assert difference(Recording("", ((step, wrong),)), recording)


def test_a_recording_is_written_as_it_is_read() -> None:
    for path in PATHS:
        assert dump(load(path)) == path.read_text(encoding="utf-8")


def test_conversations_are_not_updated_in_ci(
    monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.setattr(request.config.option, "update_conversations", True)
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.UsageError, match="not for CI"):
        refuse_update_in_ci(request.config)
