"""
Recorded conversations as YAML:

    about: One sentence on what the conversation shows.
    steps:
    - message: what did the WHO say about winter?
      calls:
      - sendMessage: {chat_id: 1001, text: ...}
    - tap: ▶
      calls: [...]

A step is one of `message`, `reply` (to the bot's newest message), `tap`, `edit`, `send` (an attachment),
`delete`, `inline` (a query), `guest` (a mention in a chat without the bot) or `write` (the file of an
article, with its new content in `data`). It may have `chat` (`group`), `language` (of the person's app),
`data` (of a button from an earlier run, or the offset of more inline results), `at` (the id of its message,
if not the newest), `topic` (of the group) and `faults` (how Telegram refuses calls; code 0 if no answer
arrives). `calls` are the calls that the bot makes for it, in order. Before the steps there may be
`collection` (the version of the articles), `evidence` (the data behind the ranking) and `articles` (their
folder beside the file, if they are not those of the project).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.simulator.conversations import ACTIONS, Step
from bot.simulator.wire import Call, Fault


@dataclass(frozen=True, slots=True)
class Recording:
    """A conversation: each step with the calls that the bot made for it; see above for the fields."""

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
    others = ("chat", "data", "language", "at", "topic")
    given = {name: fields[name] for name in others if name in fields}
    return Step(does, fields[does], faults=faults, **given)


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
            {name: value for name, value in asdict(fault).items() if value is not None}
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
    # Write small ones, such as a button, on one line.
    values = fields.values()
    plain = not any(isinstance(value, dict | list) or "\n" in str(value) for value in values)
    mapping.flow_style = plain and len(str(fields)) <= 90
    return mapping


_Dumper.add_representer(str, _represent_text)
_Dumper.add_representer(dict, _represent_fields)


def _yaml(content: object) -> str:
    return yaml.dump(content, Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=100)
