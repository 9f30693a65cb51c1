"""The demonstration's 53 offers in producers' own words: nothing read contradicts them, nothing is added."""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

import pytest

from matchmaker.intake.reading import Reader
from matchmaker.services.reference import load_reference
from matchmaker.services.understanding import offer_from
from seeds import demo

TODAY = date(2026, 11, 26)
LINES = demo("offers.jsonl").read_text(encoding="utf-8").splitlines()
MESSY = [record for record in map(json.loads, LINES) if record.get("supply_text")]
PLACED = re.compile(r"(\d+) ?(?:tấn|tan|tạ|ta|tr|triệu) ?(\d)(?!\d)")
SPOKEN = {"một tạ rưỡi": "15", "nửa tạ": "5"}
FIGURE = re.compile(r"\d+(?:[.,]\d+)*")


@pytest.fixture(scope="module")
def reader() -> Reader:
    return load_reference().reader(TODAY)


def mantissas(words: str) -> set[str]:
    """The digits of the numbers in some words, without the zeros around them: what no unit changes."""
    found = {re.sub(r"\D", "", figure).strip("0") for figure in FIGURE.findall(words)}
    placed = {first + second for first, second in PLACED.findall(words)}  # "1 tấn 2", "1tr5"
    return found | placed | {digits for spoken, digits in SPOKEN.items() if spoken in words}


def test_there_are_fifty_three() -> None:
    assert len(MESSY) == 53


@pytest.mark.parametrize("record", MESSY, ids=lambda record: record["id"])
def test_every_figure_read_stands_in_the_words_it_was_read_from(
    reader: Reader, record: dict[str, Any]
) -> None:
    reading = reader.read(record["supply_text"])
    for name, values in (
        ("quantity", (reading.quantity_min, reading.quantity_max)),
        ("price", (reading.price_min, reading.price_max)),
    ):
        told = [value for value in values if value is not None]
        assert bool(told) == (name in reading.evidence)
        if told:
            words = reading.text[slice(*reading.evidence[name].span)]
            for value in told:
                assert f"{value:.9g}".replace(".", "").strip("0") in mantissas(words), words


@pytest.mark.parametrize("record", MESSY, ids=lambda record: record["id"])
def test_what_the_words_do_not_say_stays_empty_and_what_the_row_states_is_kept(
    record: dict[str, Any],
) -> None:
    bare = {name: record[name] for name in ("id", "product", "supply_text", "season_text")}
    said = offer_from(bare, load_reference(), TODAY)
    assert (said.shelf_life_days, said.certificates, said.invoice, said.storage) == (None, (), "", "")
    whole = offer_from(
        bare | {"price_basis": record["price_basis"], "invoice": record["invoice"]}, load_reference(), TODAY
    )
    assert (whole.price_basis, whole.invoice) == (record["price_basis"], record["invoice"])
    assert whole.quantity == said.quantity
