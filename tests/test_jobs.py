from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from huey.storage import PostgresStorage

from matchmaker import jobs
from matchmaker.extensions import db, queue
from matchmaker.models import Ranking
from matchmaker.services import matches

Make = Callable[..., Any]


def test_a_deferred_job_ranks_its_demand(
    app: Flask, make_user: Make, make_offer: Make, make_demand: Make
) -> None:
    admin = make_user("administrator")
    make_offer(admin)
    make_demand(admin, ranked=False)

    with app.app_context():
        queue.defer("rank_demand", "D1")

    with app.app_context():
        assert db.session.get(Ranking, "D1").eligible == 1


def test_what_was_left_undone_is_ranked_in_the_end(
    session: Any, make_user: Make, make_offer: Make, make_demand: Make
) -> None:
    admin = make_user("administrator")
    make_offer(admin)
    make_demand(admin, ranked=False)

    jobs.rank_stale()

    assert matches.stale() == []
    assert session.get(Ranking, "D1").status == "done"


def test_a_failed_ranking_says_so_and_stays_to_be_done(
    session: Any, make_user: Make, make_demand: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_demand(make_user("administrator"), ranked=False)

    def fail(_demands: object) -> None:
        raise ArithmeticError

    monkeypatch.setattr(matches, "rank_demands", fail)
    with pytest.raises(ArithmeticError):
        jobs.rank_demand("D1")

    assert session.get(Ranking, "D1").status == "failed"
    assert matches.stale() == ["D1"]


@pytest.mark.parametrize(
    ("url", "kind"), [("sqlite:////x/y", "SqliteHuey"), ("postgresql+psycopg://u@h/d", "PostgresHuey")]
)
def test_the_queue_lies_beside_the_database(
    tmp_path: Path, url: str, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PostgresStorage, "initialize_schema", lambda self: None)
    app = Flask("queue")
    app.config.update(SQLALCHEMY_DATABASE_URI=url, DATA=tmp_path)

    known = jobs.install(app)

    assert type(app.extensions["huey"]).__name__ == kind
    ranking = {"rank_demand", "rank_for_offer", "rank_stale"}
    lists = {"check_import", "take_import"}
    assert (
        set(known) == {"plan_conference", "print_pack", "fill_pool", "make_unlock_report"} | lists | ranking
    )
