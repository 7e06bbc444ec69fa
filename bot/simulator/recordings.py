"""
Recorded conversations as YAML:

    about: One sentence on what this shows.
    steps:
    - message: what did the WHO say about winter?
      calls:
      - sendMessage: {chat_id: 1001, text: ...}
    - tap: ▶
      calls: [...]

A step is one of `message`, `reply` (to the bot's newest message), `tap`, `edit`, `send` (an attachment),
`delete`, `inline` (a query), `guest` (a mention in a chat of others) or `write` (the file of an article,
which changes to what stands behind `data`), and may have `chat` (`group`),
`language` (of the person's app), `data` (of a button made by an earlier run; where more inline results
begin), `at` (the id of the message it is done to, if not the newest), `topic` (of the group) and `faults`
(how Telegram refuses calls; the code 0 where nothing comes back).
`calls` is every call the bot makes because of it, in order. Before the steps may stand `collection`, the
version of the articles, `evidence`, what the ranking rested on, and `articles`, the folder of them beside
the file, where they are not those that come with the project.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.simulator.conversations import ACTIONS, Step
from bot.simulator.wire import Call, Fault


@dataclass(frozen=True, slots=True)
class Recording:
    about: str
    steps: tuple[tuple[Step, tuple[Call, ...]], ...]
    collection: str | None = None
    evidence: dict[str, Any] | None = None
    articles: str | None = None


def load(path: Path) -> Recording:
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    return Recording(
        content["about"],
        tuple((_step(step), tuple(map(_call, step["calls"]))) for step in content["steps"]),
        content.get("collection"),
        content.get("evidence"),
        content.get("articles"),
    )


def save(recording: Recording, path: Path) -> None:
    path.write_text(dump(recording), encoding="utf-8")


def dump(recording: Recording) -> str:
    steps = [_step_fields(step, calls) for step, calls in recording.steps]
    known = {name: getattr(recording, name) for name in ("articles", "collection", "evidence")}
    more = {name: value for name, value in known.items() if value is not None}
    return _yaml({"about": recording.about, **more, "steps": steps})


def _step(fields: dict[str, Any]) -> Step:
    [does] = [action for action in ACTIONS if action in fields]
    faults = tuple(Fault(**fault) for fault in fields.get("faults", ()))
    return Step(
        does,
        fields[does],
        fields.get("chat", "private"),
        fields.get("data"),
        faults,
        fields.get("language", "en"),
        fields.get("at"),
        fields.get("topic"),
    )


def _call(fields: dict[str, Any]) -> Call:
    [(method, params)] = fields.items()
    return Call(method, params)


def _step_fields(step: Step, calls: Sequence[Call]) -> dict[str, Any]:
    fields: dict[str, Any] = {step.does: step.what}
    if step.chat != "private":
        fields["chat"] = step.chat
    if step.language != "en":
        fields["language"] = step.language
    for name in ("data", "at", "topic"):
        if (value := getattr(step, name)) is not None:
            fields[name] = value
    if step.faults:
        fields["faults"] = [
            {
                "method": fault.method,
                "code": fault.code,
                "description": fault.description,
                **{
                    name: value
                    for name in ("retry_after", "moved_to")
                    if (value := getattr(fault, name)) is not None
                },
            }
            for fault in step.faults
        ]
    fields["calls"] = [{call.method: call.params} for call in calls]
    return fields


class _Dumper(yaml.SafeDumper):
    def ignore_aliases(self, _data: Any) -> bool:
        return True


def _represent_text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _represent_fields(dumper: yaml.SafeDumper, fields: dict[str, Any]) -> yaml.MappingNode:
    mapping = dumper.represent_mapping("tag:yaml.org,2002:map", fields)
    # Small ones, such as a button, stand on one line.
    values = fields.values()
    plain = not any(isinstance(value, dict | list) or "\n" in str(value) for value in values)
    mapping.flow_style = plain and len(str(fields)) <= 90
    return mapping


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(dict, _represent_fields)


def _yaml(content: object) -> str:
    return yaml.dump(content, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100)
