"""The page an officer starts at: what waits today, each a way to the place where it is done."""

from __future__ import annotations

from flask import Blueprint, render_template, url_for

from matchmaker.permissions import Permission, actor, requires
from matchmaker.queries import day
from matchmaker.queries.day import Kind, Waiting
from matchmaker.services.calendar import today

blueprint = Blueprint("day", __name__, url_prefix="/today")


@blueprint.get("/")
@requires(Permission.DECIDE)
def page() -> str:
    """All kinds of work with their counts and first rows."""
    found = day.waiting(actor(), today())
    return render_template(
        "day/page.html",
        kinds=[kind for kind in found if kind.count],
        nothing=[kind for kind in found if not kind.count],
        all_of=_all_of,
        one_of=_one_of,
        today=today(),
    )


def _all_of(kind: Kind) -> str:
    """Where all of a kind are listed."""
    return {
        "registrations": lambda: url_for("registrations.index"),
        "info_waited": lambda: url_for("registrations.index", status="info_needed"),
        "expiring": lambda: url_for("registrations.index", status="approved"),
        "consents": lambda: url_for("consents.index"),
        "answers": lambda: url_for("introductions.tasks"),
        "follow_ups": lambda: url_for("introductions.tasks"),
        "decisions": lambda: url_for("board.demands", status="to_decide"),
        "no_match": lambda: url_for("board.demands", status="no_match"),
        "doubts": lambda: url_for("questions.index"),
        "holds": lambda: url_for("season.index"),
        "papers": lambda: url_for("producer.offers"),
        "pools": lambda: url_for("season.index"),
    }[kind.code]()


def _one_of(kind: Kind, row: Waiting) -> str:
    """Where one of them is done."""
    if kind.code == "consents":
        return url_for("consents.one", organisation_id=row.id)
    if kind.code in ("registrations", "info_waited", "expiring"):
        return url_for("registrations.one", registration_id=int(row.id))
    if kind.code == "holds":
        if row.code:
            return url_for("pools.one", demand_id=row.code)
        return url_for("board.match", match_id=int(row.id), _anchor="keeping")
    if kind.code == "pools":
        return url_for("pools.one", demand_id=row.id)
    if kind.code == "papers" or (kind.code == "doubts" and row.code == "offer"):
        return url_for("own.offer", record_id=row.id)
    if kind.code == "doubts":
        return url_for("own.demand", record_id=row.id)
    if kind.code == "answers":
        return url_for("introductions.one", introduction_id=int(row.id))
    if kind.code == "follow_ups":
        return url_for("board.match", match_id=int(row.id))
    return url_for("board.demand", demand_id=row.id)
