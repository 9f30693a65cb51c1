"""The board in the hall: who meets at which table now and next, in large letters, for a big screen.

It opens by a signed link without an account, shows names of organisations and tables alone, asks for itself
again by a meta refresh, and turns through its pages by time.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

from flask import Blueprint, Response, make_response, render_template, request
from flask_babel import gettext as _

from matchmaker.extensions import limiter
from matchmaker.models import Conference
from matchmaker.services import hall_clock, hall_links
from matchmaker.services.calendar import clock
from matchmaker.web.hall_tables import SlotTables, TableLine, slot_tables
from matchmaker.web.language import language

blueprint = Blueprint("hall", __name__, url_prefix="/hall")

SECONDS = 12  # a page stands before the next one comes
TABLES = 10  # on a page


@blueprint.get("/<conference_id>/<key>")
@limiter.limit("240 per minute")
def board(conference_id: str, key: str) -> Response:
    """The slot under way and the next one; ``slot`` names the next one where the clock cannot."""
    conference = hall_links.opened(conference_id, key)
    out = [version for version in conference.schedules if version.published_at]
    parts: list[tuple[str, SlotTables]] = []
    if out:
        parts = _parts(conference, out[-1].document)
    pages = [
        (word, part, part.lines[first : first + TABLES])
        for word, part in parts
        for first in range(0, max(1, len(part.lines)), TABLES)
    ]
    page = int(time.time() // SECONDS) % len(pages) if pages else 0
    answer = make_response(
        render_template(
            "hall/board.html",
            conference=conference,
            shown=pages[page] if pages else None,
            page=page + 1,
            pages=len(pages),
            published=bool(out),
            seconds=SECONDS,
            clock=clock(),
            columns=_columns(pages[page][2] if pages else []),
        )
    )
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["X-Robots-Tag"] = "noindex, nofollow"
    return answer


def _parts(conference: Conference, schedule: Mapping[str, Any]) -> list[tuple[str, SlotTables]]:
    document = conference.document
    wanted = request.args.get("slot", "")
    if wanted:
        shown = [(_("Khung kế tiếp"), hall_clock.chosen(document, wanted))]
    else:
        hour = hall_clock.hour(document["slots"], clock())
        told = ((_("Đang diễn ra"), hour.current), (_("Khung kế tiếp"), hour.next))
        shown = [(word, slot) for word, slot in told if slot is not None]
    return [(word, slot_tables(document, schedule, slot, language())) for word, slot in shown]


def _columns(lines: Any) -> list[list[TableLine]]:
    """The lines of a page in two columns."""
    half = -(-len(lines) // 2)
    return [list(lines[:half]), list(lines[half:])]
