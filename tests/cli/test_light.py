"""What no command may load unless a draft needs it: spaCy takes half a second, textstat a fifth."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("spacy", "textstat", "thinc", "numpy")
# The command runs as it would, and the modules it has loaded are told on standard error.
WRAPPED = f"""
import sys
from newslint.cli import run
code = run(sys.argv[1:])
print(*sorted({set(HEAVY)!r} & set(sys.modules)), file=sys.stderr)
sys.exit(code)
"""
PLAIN = """Council closes the pool

The council voted on Tuesday to close the pool in Marden.

“We had no choice,” said Ann Rowe, the mayor. “The roof would not have stood another winter.”

Work will begin in March and cost $2 million, Rowe said.
"""
NEEDING = PLAIN + "\nIt is widely believed that the pool will be sold.\n"


def loaded(*arguments: str) -> tuple[int, str, str]:
    """Exit code, standard output, and the heavy modules that were loaded."""
    done = subprocess.run(
        [sys.executable, "-c", WRAPPED, *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    return done.returncode, done.stdout, done.stderr.strip()


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--version"], "newslint "),
        (["rules", "list"], "quotes/unattributed"),
        (["explain", "claims/impersonal-belief"], "It flags"),
    ],
)
def test_commands_that_read_no_draft_load_neither(arguments: list[str], told: str) -> None:
    code, out, heavy = loaded(*arguments)
    assert (code, heavy) == (0, "")
    assert told in out


@pytest.mark.parametrize("selected", [[], ["--select", "quotes,names,dates"]])
def test_a_check_of_a_plain_draft_loads_neither(tmp_path: Path, selected: list[str]) -> None:
    draft = tmp_path / "pool.txt"
    draft.write_text(PLAIN, encoding="utf-8")
    code, out, heavy = loaded("check", str(draft), *selected)
    assert (code, heavy) == (0, "")
    assert "1 draft" in out


def test_a_draft_that_needs_the_pipeline_loads_it(tmp_path: Path) -> None:
    """Else the tests above would prove nothing."""
    draft = tmp_path / "pool.txt"
    draft.write_text(NEEDING, encoding="utf-8")
    _, out, heavy = loaded("check", str(draft))
    assert "claims/impersonal-belief" in out
    assert "spacy" in heavy.split()
