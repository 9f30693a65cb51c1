"""Background jobs, a few lines each. Entry points name them through ``extensions.queue``."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from flask import Flask, Response
from huey import MemoryHuey, PostgresHuey, SqliteHuey, crontab
from huey.api import Huey

from matchmaker.services import (
    holdings,
    importing,
    matches,
    packing,
    planning,
    pooling,
    profiles,
    registration_stages,
    settling,
    unlock_reports,
)

RETRIES = 2
RETRY_DELAY = 5  # seconds
SINGLY = 50  # new offers are judged one by one up to so many; more make all rankings anew
AT_ONCE = 256  # demands ranked together: bounds the memory that their matches take until they are stored


def install(app: Flask) -> dict[str, Callable[..., Any]]:
    """Make the application's queue and its jobs; ``app.extensions["huey"]`` is what a worker consumes."""
    huey = _queue(app)
    app.extensions["huey"] = huey

    def in_app(work: Callable[..., Any]) -> Callable[..., Any]:
        def run(*arguments: str) -> None:
            with app.app_context():
                work(*arguments)
                for offer in holdings.touched():
                    matches.rank_for_offer(offer)

        return run

    # What a crash left undone, and what a new day changed (papers lapse, seasons pass), is ranked anew.
    huey.periodic_task(crontab(minute="*/10"), name="rank_stale_again")(in_app(rank_stale))
    again = {"retries": RETRIES, "retry_delay": RETRY_DELAY}
    once = (plan_conference, print_pack, check_import, take_import, make_unlock_report)
    jobs = {work.__name__: huey.task(name=work.__name__)(in_app(work)) for work in once} | {
        work.__name__: huey.task(name=work.__name__, **again)(in_app(work))
        for work in (rank_demand, rank_for_offer, rank_stale, fill_pool)
    }

    @app.after_request
    def rank_what_was_kept(response: Response) -> Response:
        """A quantity held, promised or let go counts in the rankings of its offer."""
        for offer in holdings.touched():
            jobs["rank_for_offer"](offer)
        return response

    return jobs


def rank_demand(demand: str) -> None:
    """Rank one demand against all offers and store its matches."""
    try:
        matches.rank_demand(demand)
    except Exception:
        matches.mark_failed(demand)
        raise


def plan_conference(run: str) -> None:
    """Carry out one run of the planner; what it comes to, a failure too, stands in the run."""
    planning.carry_out(int(run))


def fill_pool(pool: str) -> None:
    """Solve a pool exactly after its quick answer."""
    pooling.carry_out(int(pool))


def print_pack(job: str) -> None:
    """Make one pack; what it comes to, a failure too, stands in the job."""
    packing.carry_out(int(job))


def make_unlock_report(report: str) -> None:
    """Work out what missing steps would unlock; a failure is noted in the report."""
    unlock_reports.carry_out(int(report))


def rank_for_offer(offer: str) -> None:
    """Rank anew the demands that a new or changed offer can enter, or has left."""
    matches.rank_for_offer(offer)


def check_import(import_id: str) -> None:
    """Read and check a list that was sent; what it comes to, a failure too, stands in the import."""
    importing.check(int(import_id))


def take_import(import_id: str) -> None:
    """Take a checked list in, and rank anew what its records touch."""
    kind, ids = importing.take(int(import_id))
    if kind == "offer" and len(ids) <= SINGLY:
        for offer in ids:
            matches.rank_for_offer(offer)
    elif ids:
        _rank(ids if kind == "demand" else matches.open_demands())


def _rank(demands: Sequence[str]) -> None:
    for start in range(0, len(demands), AT_ONCE):
        matches.rank_demands(demands[start : start + AT_ONCE])


def rank_stale() -> None:
    """Rank the demands whose ranking is missing, of an earlier day, of another profile or touched by a change
    of the lexicon; then make the reports anew that are of an earlier day."""
    profiles.ready()
    settling.settle()
    try:
        registration_stages.expire()
    finally:  # whatever keeps one from expiring, the rankings are made
        _rank(matches.stale())
    unlock_reports.refresh()


def _queue(app: Flask) -> Huey:
    """In tests at once and in memory; beside SQLite in a file; beside PostgreSQL in its tables."""
    if app.config.get("JOBS_AT_ONCE"):
        return MemoryHuey("matchmaker", immediate=True)
    url = str(app.config["SQLALCHEMY_DATABASE_URI"])
    if url.startswith("postgresql"):
        return PostgresHuey("matchmaker", dsn=url.replace("postgresql+psycopg://", "postgresql://"))
    return SqliteHuey("matchmaker", filename=str(app.config["DATA"] / "jobs.sqlite3"))
