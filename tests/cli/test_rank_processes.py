from __future__ import annotations

import os
import signal
from collections.abc import Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool
from datetime import date
from typing import Any

import pytest

from matchmaker.cli import rank_blocks, rank_processes
from matchmaker.cli.rank import _lines
from matchmaker.cli.rank_blocks import Work, ranked
from matchmaker.services import reference, understanding
from scoring import ranking
from scoring.columns import OfferColumns
from scoring.profile import Profile
from scoring.records import Match
from tests.benchmarks.generate import Market

DAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def market() -> tuple[Any, Any, Any]:
    """Demands, offers as arrays and the context of a small market of the real trade."""
    drawn, known, context = Market(4), reference.load_reference(), reference.scoring_context(DAY)
    products = drawn.random.sample(drawn.products, 4)
    offers = [drawn.offer(f"o{i}", products[i % 4]) for i in range(40)]
    demands = [drawn.demand(f"d{i}", products[i % 4]) for i in range(11)]
    understood = [understanding.offer_from(_said(record), known, DAY) for record in offers]
    wanted = [understanding.demand_from(_said(record), known, DAY) for record in demands]
    return wanted, OfferColumns.build(understood, context), context


def _said(record: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in record.items() if value is not None}


def work(market: tuple[Any, Any, Any], top: int | None = 5, told: Any = _lines) -> Work:
    demands, index, context = market
    return Work(demands, index, context, Profile.default(), top, False, told)


def lines(found: Any) -> list[tuple[int, bytes]]:
    return [(count, b"".join(part)) for count, part in found]


def test_the_bytes_are_those_of_one_process(market: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ranking, "DEMANDS_A_BLOCK", 2)
    monkeypatch.setattr(rank_blocks, "cores", lambda: 1)
    alone = lines(ranked(work(market)))
    monkeypatch.setattr(rank_blocks, "cores", lambda: 3)

    assert lines(ranked(work(market))) == alone
    assert [count for count, _ in alone] == [2, 2, 2, 2, 2, 1]
    assert sum(part.count(b"\n") for _, part in alone) > 20


def _where(matches: Iterable[Match]) -> Iterator[int]:
    return (os.getpid() for _ in matches)


def test_other_processes_do_the_work_only_where_lists_are_short(
    market: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ranking, "DEMANDS_A_BLOCK", 2)
    monkeypatch.setattr(rank_blocks, "cores", lambda: 2)

    def places(top: int | None) -> set[int]:
        return {place for _, part in ranked(work(market, top, _where)) for place in part}

    assert os.getpid() not in places(5)
    assert places(None) == {os.getpid()}


def _die(matches: Iterable[Match]) -> Iterator[None]:
    return (os.kill(os.getpid(), signal.SIGKILL) for _ in matches)


def test_a_process_that_is_killed_ends_the_ranking_with_an_error(
    market: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ranking, "DEMANDS_A_BLOCK", 2)
    monkeypatch.setattr(rank_blocks, "cores", lambda: 2)

    with pytest.raises(BrokenProcessPool):
        lines(ranked(work(market, told=_die)))


@pytest.mark.parametrize(("pieces", "ahead"), [(3, 9), (12, 2)])
def test_what_can_be_done_meanwhile_is_done_once_before_anything_comes_out(pieces: int, ahead: int) -> None:
    told: list[str] = []
    found = rank_processes.in_order(str, range(pieces), 2, ahead, lambda: told.append("done"))
    assert next(found) == "0"
    assert told == ["done"]
    assert list(found) == [str(i) for i in range(1, pieces)]
    assert told == ["done"]
