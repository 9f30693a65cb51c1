from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from click.testing import CliRunner
from flask import Flask
from sqlalchemy import func, select

from matchmaker.cli import main
from matchmaker.models import Conference, Demand, Match, Offer, Organisation, User
from matchmaker.services import matches, seeding
from matchmaker.services.audit import broken_at
from seeds import demo


@pytest.mark.slow
def test_the_demonstration_is_loaded_whole_and_ranked(app: Flask, session: Any) -> None:
    loaded = seeding.load_demo()
    matches.rank_demands(matches.stale())

    counts = {
        model.__name__: session.scalar(select(func.count()).select_from(model))
        for model in (Organisation, Offer, Demand, Conference)
    }
    assert loaded is not None
    assert counts["Offer"] == loaded.offers >= 150
    assert counts["Demand"] == loaded.demands >= 60
    assert counts["Conference"] == 1
    assert matches.stale() == []
    assert broken_at() is None
    for match in session.scalars(select(Match)):
        effects = sum(round(reason["effect"] * 1_000_000) for reason in match.evidence["reasons"])
        assert match.base + effects == match.score
    assert [role for role, _ in seeding.logins()] == list(seeding.LOGINS)
    assert seeding.load_demo() is None
    assert stored_matches(session) == ranked_files(app.config["TODAY"])


def stored_matches(session: Any) -> list[dict[str, Any]]:
    """The evidence of all matches, by demand and in the order of their ranking."""
    in_order = select(Match).order_by(Match.demand_id, Match.position)
    return [match.evidence for match in session.scalars(in_order)]


def ranked_files(today: date) -> list[dict[str, Any]]:
    """What the command prints for the demonstration's own files."""
    files = ["--offers", str(demo("offers.jsonl")), "--demands", str(demo("demands.jsonl"))]
    printed = CliRunner().invoke(main, ["rank", *files, "--today", today.isoformat()])
    assert printed.exit_code == 0, printed.stderr
    return [json.loads(line) for line in printed.stdout.splitlines()]


def test_a_database_in_use_gets_no_demonstration(session: Any, make_user: Any) -> None:
    make_user("administrator", "boss@tinh.gov.vn")

    assert seeding.load_demo() is None
    assert session.scalar(select(func.count()).select_from(User)) == 1
    assert seeding.logins() == []
