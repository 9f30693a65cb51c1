from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import click
import pytest

from matchmaker.cli import rank_processes, rank_records
from matchmaker.cli.rank_records import Side, understood
from matchmaker.exchange.record_files import checked_records
from matchmaker.schemas.demands import DemandSchema
from matchmaker.schemas.offers import OfferSchema
from matchmaker.services import reference, understanding
from tests.benchmarks.generate import Market

DAY = date(2026, 11, 21)


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """Offers with all that can be wrong with them, and demands; two rows are a part."""
    monkeypatch.setattr(rank_records, "ROWS_AT_ONCE", 2)
    monkeypatch.setattr(rank_records, "ROWS_AT_FIRST", 2)
    monkeypatch.setattr(rank_records, "FEW", 2)
    market = Market(7)
    offers: list[Any] = list(market.offers(9))
    offers[2] = {**offers[2], "place": "Xứ Sở Không Tên"}
    offers[3] = {**offers[3], "quantity": "nhiều"}
    offers[5] = {**offers[5], "id": offers[0]["id"]}
    offers[6] = {**offers[6], "place": "Tân Thành"}
    offers[7] = {"product": "Mận"}
    given, wanted = tmp_path / "offers.jsonl", tmp_path / "demands.jsonl"
    lines = [json.dumps(record, ensure_ascii=False) for record in offers]
    given.write_text("\n".join([*lines[:4], "no record", *lines[4:]]), "utf-8")
    wanted.write_text("\n".join(json.dumps(record) for record in market.demands(5)), "utf-8")
    return given, wanted


def sides(files: tuple[Path, Path]) -> tuple[Side, Side]:
    return (
        Side(str(files[0]), OfferSchema(keep_unknown=True), understanding.offer_from),
        Side(str(files[1]), DemandSchema(keep_unknown=True), understanding.demand_from),
    )


def read(asked: tuple[Side, Side]) -> tuple[list[Any], list[Any], list[Any]]:
    errors: list[Any] = []
    offers, demands = understood(asked, reference.load_reference(), DAY, errors)
    return offers, demands, errors


def test_records_and_errors_are_those_of_one_process_in_their_order(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rank_processes, "cores", lambda: 1)
    monkeypatch.setattr(rank_records, "cores", lambda: 1)
    alone = read(sides(files))
    monkeypatch.setattr(rank_records, "cores", lambda: 3)

    assert read(sides(files)) == alone
    assert [offer.id for offer in alone[0]] == [f"o00000{i}" for i in (1, 2, 3, 5, 7, 9)]
    assert [demand.id for demand in alone[1]] == [f"d00000{i}" for i in range(1, 6)]
    assert [(error["line"], error["code"]) for error in alone[2]] == [
        (3, "unknown_place"),
        (4, "not_a_number"),
        (5, "not_json"),
        (7, "duplicate_id"),
        (8, "place_same_name"),
        (9, "required"),
    ]


def test_other_processes_understand_what_is_more_than_a_few_parts(
    files: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    def where(record: Any, known: Any, today: date) -> Any:
        return understanding.offer_from({**record, "producer": str(os.getpid())}, known, today)

    monkeypatch.setattr(rank_records, "cores", lambda: 2)
    asked = (Side(str(files[0]), OfferSchema(keep_unknown=True), where), sides(files)[1])
    offers, _, _ = read(asked)

    assert {offer.producer for offer in offers[:2]} == {str(os.getpid())}  # the first part
    assert str(os.getpid()) not in {offer.producer for offer in offers[2:]}


def test_a_second_file_that_cannot_be_read_is_named(files: tuple[Path, Path]) -> None:
    files[1].unlink()

    with pytest.raises(click.FileError) as refused:
        read(sides(files))
    assert refused.value.filename == str(files[1])


def test_the_records_are_those_of_the_file_read_line_by_line(files: tuple[Path, Path]) -> None:
    offer = sides(files)[0]
    lines = [line for line in checked_records(offer.path, offer.schema) if line.record]

    assert [each.id for each in read(sides(files))[0]] == [line.record["id"] for line in lines if line.record]
