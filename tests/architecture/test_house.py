"""Rules of the house that import-linter cannot see."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOMS = ("matchmaker", "scoring", "seeds")
LONGEST_FILE = 400  # lines; a longer one wants splitting


def sources() -> Iterator[Path]:
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            if "versions" not in path.parts:
                yield path


def calls(path: Path) -> Iterator[tuple[str, int]]:
    """The name and line of each method called in a file."""
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node.func.attr, node.lineno


def test_one_module_alone_commits() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{line}"
        for path in sources()
        for name, line in calls(path)
        if name == "commit" and path != ROOT / "matchmaker/services/transaction.py"
    ]
    assert found == []


def test_selects_are_written_out_instead_of_model_query() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in sources()
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Attribute)
        and node.attr == "query"
        and isinstance(node.value, ast.Name)
        and node.value.id[:1].isupper()
    ]
    assert found == []


def test_no_file_is_named_for_a_grab_bag() -> None:
    bags = {
        "util",
        "utils",
        "helper",
        "helpers",
        "common",
        "manager",
        "managers",
        "handler",
        "handlers",
        "misc",
    }
    assert [path for path in sources() if path.stem in bags] == []


def test_no_source_file_is_longer_than_a_reader_can_hold() -> None:
    long = {
        str(p.relative_to(ROOT)): n
        for p in sources()
        if (n := len(p.read_text().splitlines())) > LONGEST_FILE
    }
    assert long == {}


def tracked() -> list[str]:
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.fail("the list of tracked files needs a git checkout")
    return listed.stdout.splitlines()


def test_no_third_party_file_is_committed() -> None:
    foreign = (".ttf", ".otf", ".woff", ".woff2", ".min.js", ".min.css", ".whl", ".mo")
    assert [name for name in tracked() if name.endswith(foreign)] == []


def test_lock_files_name_no_registry_host() -> None:
    locks = [
        "package-lock.json",
        *(f"requirements/{name}.lock" for name in ("build", "base", "node", "test")),
    ]
    assert [name for name in locks if "://registry" in (ROOT / name).read_text()] == []
