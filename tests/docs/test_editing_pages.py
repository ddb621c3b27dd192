"""docs/editors.md and docs/fixes.md say what happens: the transcripts are run again."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

from tests.server.raw import Client

DOCS = Path(__file__).resolve().parents[2] / "docs"
EDITORS = (DOCS / "editors.md").read_text(encoding="utf-8")
FIXES = (DOCS / "fixes.md").read_text(encoding="utf-8")
FENCE = re.compile(r"^```(\w+)\n(.*?)^```", re.M | re.S)
NUMBER = re.compile(r"\d+ rules")


def fences(text: str, language: str) -> list[str]:
    return [body for kind, body in FENCE.findall(text) if kind == language]


def holds(whole: Any, part: Any) -> bool:
    """Whether ``part`` is ``whole``, shortened: keys may be left out, items of lists may not."""
    if isinstance(part, dict):
        return isinstance(whole, dict) and all(key in whole and holds(whole[key], part[key]) for key in part)
    if isinstance(part, list):
        return isinstance(whole, list) and len(whole) == len(part) and all(map(holds, whole, part))
    return bool(whole == part)


def test_the_transcript_of_an_editor_is_what_server_and_editor_say() -> None:
    client = Client()
    (transcript,) = fences(EDITORS, "text")
    lines = [(line[0], json.loads(line[2:])) for line in transcript.splitlines()]
    assert [who for who, _ in lines] == ["→", "←"] * 3
    for who, message in lines:
        if who == "→":
            client.send(message)
            continue
        while (came := client.next()).get("method") == "window/logMessage":
            pass
        assert holds(came, message), came
    client.leave()


def test_the_transcript_of_fixes_is_what_is_printed(tmp_path: Path) -> None:
    (transcript,) = fences(FIXES, "console")
    parts = re.split(r"^\$ (.*)\n", transcript, flags=re.M)[1:]
    for command, told in zip(parts[::2], parts[1::2], strict=True):
        program, *args = command.split()
        if program == "cat":
            (tmp_path / args[0]).write_text(told, encoding="utf-8")
            continue
        run = [sys.executable, "-m", "newslint", *args]
        done = subprocess.run(run, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8")
        assert NUMBER.sub("", done.stdout + done.stderr) == NUMBER.sub("", told)


def test_the_settings_are_well_formed() -> None:
    for text in fences(EDITORS, "json"):
        json.loads(text)
    ids = {hook["id"] for text in fences(FIXES, "yaml") for hook in yaml.safe_load(text)["repos"][0]["hooks"]}
    hooks = yaml.safe_load((DOCS.parent / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert ids <= {hook["id"] for hook in hooks}
    manifest = json.loads((DOCS.parent / "editors" / "vscode" / "package.json").read_text(encoding="utf-8"))
    settings = manifest["contributes"]["configuration"]["properties"]
    named = {
        key for text in fences(EDITORS, "json") for key in json.loads(text) if key.startswith("newslint.")
    }
    assert named == set(settings)
