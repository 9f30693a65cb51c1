"""The documentation against the code: nothing of it is left out, and no link leads nowhere."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest

from matchmaker.cli import main
from matchmaker.models import Base
from matchmaker.permissions import ROLES
from matchmaker.schemas.base import RecordSchema
from matchmaker.schemas.demands import DemandSchema
from matchmaker.schemas.offers import OfferSchema
from matchmaker.schemas.places import PlaceSchema

HOUSE = Path(__file__).parents[2]
PAGES = sorted([*HOUSE.glob("*.md"), *HOUSE.glob("docs/**/*.md")])
DICTIONARY = (HOUSE / "docs/data-dictionary.md").read_text(encoding="utf-8")
OPERATIONS = (HOUSE / "docs/operations.md").read_text(encoding="utf-8")
LINK = re.compile(r"\]\(([^)\s]+)\)")


def section(title: str) -> str:
    """The part of the data dictionary under the heading that names ``title``, up to the next heading."""
    for part in re.split(r"^#{2,3} ", DICTIONARY, flags=re.MULTILINE):
        heading, _, body = part.partition("\n")
        if title in re.split(r", | and ", heading):
            return body
    return ""


def links(source: Path) -> list[str]:
    """The links of a page to files of the project."""
    text = re.sub(r"```.*?```", "", source.read_text(encoding="utf-8"), flags=re.DOTALL)
    found = [target.partition("#")[0] for target in LINK.findall(text)]
    return [target for target in found if target and "://" not in target]


def anchors(source: Path) -> set[str]:
    """The names under which the headings of a page can be linked to."""
    heads = re.findall(r"^#+ (.+)$", source.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def missing(names: list[str], text: str) -> list[str]:
    return [name for name in names if f"`{name}`" not in text]


@pytest.mark.parametrize("table", sorted(Base.metadata.tables))
def test_every_column_of_a_table_is_explained(table: str) -> None:
    assert missing([column.name for column in Base.metadata.tables[table].columns], section(table)) == []


@pytest.mark.parametrize(
    ("title", "schema"), [("Offer", OfferSchema), ("Demand", DemandSchema), ("Place", PlaceSchema)]
)
def test_every_field_of_a_record_is_explained(title: str, schema: type[RecordSchema]) -> None:
    assert missing(sorted(schema().fields), section(title)) == []


def test_every_reference_table_is_listed() -> None:
    files = sorted(path.name for path in (HOUSE / "seeds/reference").glob("*.csv"))

    assert missing(files, section("Reference tables")) == []


def test_every_command_is_described() -> None:
    assert missing(main.list_commands(click.Context(main)), OPERATIONS) == []


def test_every_setting_is_described() -> None:
    config = (HOUSE / "matchmaker/config.py").read_text(encoding="utf-8")
    inside, _, outside = config.partition('settings["SQLALCHEMY_DATABASE_URI"]')
    read = re.compile(r'env\.(?!prefixed)\w+\(\s*"([A-Z_]+)"')
    names = [f"MATCHMAKER_{name}" for name in read.findall(inside)] + read.findall(outside)

    assert len(names) > 5
    assert missing(names, OPERATIONS) == []


def test_every_setting_described_exists() -> None:
    config = (HOUSE / "matchmaker/config.py").read_text(encoding="utf-8")
    described = set(re.findall(r"^\| `(?:MATCHMAKER_)?([A-Z_]+)` \|", OPERATIONS, flags=re.MULTILINE))

    assert {name for name in described if f'"{name}"' not in config} == set()


def test_every_role_is_described() -> None:
    assert missing(sorted(ROLES), OPERATIONS) == []


@pytest.mark.parametrize("source", PAGES, ids=lambda source: str(source.relative_to(HOUSE)))
def test_links_lead_to_files_that_exist(source: Path) -> None:
    assert [target for target in links(source) if not (source.parent / target).exists()] == []


@pytest.mark.parametrize("source", PAGES, ids=lambda source: str(source.relative_to(HOUSE)))
def test_links_to_a_heading_find_it(source: Path) -> None:
    text = source.read_text(encoding="utf-8")
    lost = []
    for target in LINK.findall(text):
        path, mark, anchor = target.partition("#")
        other = source.parent / path if path else source
        if mark and "://" not in target and other.suffix == ".md" and anchor not in anchors(other):
            lost.append(target)

    assert lost == []


def test_every_decision_is_listed() -> None:
    folder = HOUSE / "docs/decisions"
    listed = (folder / "README.md").read_text(encoding="utf-8")
    files = sorted(path.name for path in folder.glob("0*.md"))

    assert [name for name in files if f"({name})" not in listed] == []
    assert [int(name[:4]) for name in files] == list(range(1, len(files) + 1))
