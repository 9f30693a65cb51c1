"""The officer's board: demands and their best offers, one demand's ranked list, an explanation, decisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from flask import Blueprint, redirect, render_template, request, url_for
from flask_babel import gettext as _
from marshmallow import ValidationError
from werkzeug.wrappers import Response

from matchmaker.errors import Conflict, InvalidRecord, Stale
from matchmaker.models import Match
from matchmaker.permissions import Permission, actor, may, requires
from matchmaker.queries import demands as demand_queries
from matchmaker.queries import introductions, judged, match_stages, overview
from matchmaker.queries.overview import BoardFilter, BoardRow
from matchmaker.queries.paging import page_of
from matchmaker.schemas.choices import LATER_STAGES
from matchmaker.schemas.decisions import DecisionSchema
from matchmaker.services import decisions, exposure, holdings, mutual, pipeline
from matchmaker.services.calendar import today
from matchmaker.web.amounts import amount
from matchmaker.web.cards import MatchCard, card
from matchmaker.web.explanations import explanation
from matchmaker.web.filling import filling_of, keeping_of, with_kept
from matchmaker.web.forms import first_message
from matchmaker.web.heads import DemandHead
from matchmaker.web.language import language
from matchmaker.web.profile_lines import ProfileLine
from matchmaker.web.stage_form import StageForm, stage_lines
from matchmaker.web.words import label
from matchmaker.wording import errors

blueprint = Blueprint("board", __name__, url_prefix="/board")

NEAR_SHOWN = 10  # near-misses on a page before one asks for all
FILTERS = ("q", "status", "channel", "month", "sort")


@dataclass(frozen=True)
class Tile:
    """A figure at the head of the board that leads to its demands."""

    number: int
    text: str
    url: str
    kind: str


@blueprint.get("/")
@requires(Permission.SEE_BOARD)
def demands() -> str:
    """The list of demands, filtered and sorted as asked."""
    wanted = _filter()
    everything = overview.rows(actor(), today())
    page = page_of(overview.chosen(everything, wanted), _whole(request.args.get("page")) or 1)
    return render_template(
        "board/demands.html",
        page=page,
        best=overview.best_offers([row.id for row in page.rows]),
        filters=wanted,
        page_filters={name: request.args[name] for name in FILTERS if request.args.get(name)},
        sorts=_sorts(),
        tiles=_tiles(everything),
        amount=amount,
    )


@blueprint.get("/demands/<demand_id>")
@requires(Permission.SEE_BOARD)
def demand(demand_id: str) -> str:
    """One demand with every judged offer: the ranked ones, then the near-misses and what they lack."""
    found = demand_queries.one(demand_id, actor())
    matches = judged.of_demand(found)
    fitting, raised = exposure.ordered([one for one in matches if one.eligible])
    near = [one for one in matches if not one.eligible]
    cards = with_kept(found, fitting, [_card(one) for one in fitting])
    shown = near if request.args.get("near") == "all" else near[:NEAR_SHOWN]
    return render_template(
        "board/demand.html",
        demand=DemandHead.of(found),
        ranking=found.ranking.status if found.ranking else "queued",
        profile=ProfileLine.of(found.ranking.profile) if found.ranking else None,
        eligible=[
            replace(card, raised=one.offer_id in raised) for one, card in zip(fitting, cards, strict=True)
        ],
        filling=filling_of(found, matches),
        near=[_card(one) for one in shown],
        more_near=len(near) - len(shown),
        may_decide=may(Permission.DECIDE),
        letters=introductions.of_demand(found.id) if may(Permission.INTRODUCE) else (),
    )


@blueprint.get("/demands/<demand_id>/next")
@requires(Permission.SEE_BOARD)
def following(demand_id: str) -> Response:
    """On to the demand that waits for a decision after this one, by deadline; to the board when none does."""
    demand_queries.one(demand_id, actor())
    order = overview.chosen(overview.rows(actor(), today()), BoardFilter())
    at = next((place for place, row in enumerate(order) if row.id == demand_id), 0)
    waiting = [row.id for row in (*order[at + 1 :], *order[:at]) if row.status == "to_decide"]
    if not waiting:
        return redirect(url_for("board.demands"))
    return redirect(url_for("board.demand", demand_id=waiting[0]))


@blueprint.get("/demands/<demand_id>/both-sides")
@requires(Permission.SEE_BOARD)
def both_sides(demand_id: str) -> str:
    """The offers of one demand in the order that serves both sides best, and why."""
    found = demand_queries.one(demand_id, actor())
    matches = [one for one in judged.of_demand(found) if one.status != "rejected"]
    return render_template(
        "board/both_sides.html", demand=DemandHead.of(found), rows=mutual.for_demand(found, matches)
    )


@blueprint.get("/matches/<int:match_id>")
@requires(Permission.SEE_BOARD)
def match(match_id: int) -> str:
    """The full explanation of one match."""
    return _explained(judged.one(match_id, actor()))


@blueprint.post("/matches/<int:match_id>/decision")
@requires(Permission.DECIDE)
def decide(match_id: int) -> str | Response | tuple[str, int]:
    """Keep a decision; back to the list, or the card alone where only that was asked for."""
    answer = {name: request.form.get(name, "") for name in ("decision", "reason", "note")}
    if answer["decision"] != "reject":
        answer["reason"] = ""  # the field stands beside all three buttons
    try:
        wanted = DecisionSchema().load(answer)
        said = {"reason": "", "note": "", **wanted, "version": _version()}
        decisions.decide(match_id, actor=actor(), **said)
    except (InvalidRecord, ValidationError) as error:
        return _refused(_card(judged.one(match_id, actor()), problem=first_message(error.messages)), 422)
    except (Conflict, Stale) as error:
        told = errors.sentence(error.code, error.facts, language())
        return _refused(_card(judged.one(match_id, actor()), stale=told), 409)
    decided = judged.one(match_id, actor())
    if "HX-Request" in request.headers:
        return render_template("board/card.html", card=_card(decided))
    return redirect(url_for("board.demand", demand_id=decided.demand_id, _anchor=f"match-{match_id}"))


@blueprint.post("/matches/<int:match_id>/stages")
@requires(Permission.RECORD_MEETINGS)
def note_stage(match_id: int) -> str | Response | tuple[str, int]:
    """Note how far a match has come since."""
    found, form = judged.one(match_id, actor()), StageForm(request.form)
    record = form.load()
    if record is not None:
        try:
            pipeline.note_stage(match_id, record, actor())
        except InvalidRecord as refused:
            form.refuse(refused.messages)
        else:
            return redirect(url_for("board.match", match_id=match_id, _anchor="stages"))
    return _explained(found, form=form), 422


def _refused(shown: MatchCard, status: int) -> tuple[str, int]:
    """The present state with what is wrong: the card alone where only that was asked for."""
    if "HX-Request" in request.headers:
        return render_template("board/card.html", card=shown), status
    return _explained(judged.one(shown.id, actor()), shown), status


def _version() -> int | None:
    """The version of the match that the page showed; None where it names none."""
    return _whole(request.form.get("version")) or None


def _explained(match: Match, shown: MatchCard | None = None, form: StageForm | None = None) -> str:
    return render_template(
        "board/match.html",
        demand=DemandHead.of(match.demand),
        card=shown or _card(match),
        explanation=explanation(match),
        stages=stage_lines(match_stages.of_match(match.id)),
        form=form or StageForm(),
        stage_choices=[(code, label("stage", code)) for code in LATER_STAGES],
        may_note=may(Permission.RECORD_MEETINGS),
        profile=ProfileLine.of(match.profile),
        keeping=keeping_of(match),
        until=today() + timedelta(days=holdings.DAYS),
        may_decide=may(Permission.DECIDE),
    )


def _card(match: Match, problem: str = "", stale: str = "") -> MatchCard:
    return card(match, match.demand.parsed, today(), actor=actor(), problem=problem, stale=stale)


def _filter() -> BoardFilter:
    asked = request.args
    month = _whole(asked.get("month"))
    return BoardFilter(
        q=asked.get("q", "")[:200],
        status=asked.get("status", ""),
        channel=asked.get("channel", ""),
        month=month if month in range(1, 13) else None,
        sort=asked.get("sort", "deadline"),
    )


def _whole(text: str | None) -> int:
    """A small whole number from the address; 0 for anything else."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else 0


def _sorts() -> list[tuple[str, str]]:
    return [
        ("deadline", _("Hạn trả lời gần nhất")),
        ("score", _("Điểm cao nhất")),
        ("need", _("Ít nguồn phù hợp nhất")),
        ("product", _("Tên sản phẩm")),
    ]


def _tiles(everything: Sequence[BoardRow]) -> list[Tile]:
    counts = overview.counts(everything)
    words = [
        ("to_decide", _("nhu cầu chờ quyết định"), "waiting"),
        ("decided", _("nhu cầu đã duyệt nguồn"), "done"),
        ("no_match", _("nhu cầu chưa có nguồn phù hợp"), "none"),
    ]
    tiles = [Tile(len(everything), _("nhu cầu trên bảng"), url_for("board.demands"), "all")]
    for status, text, kind in words:
        tiles.append(Tile(counts.get(status, 0), text, url_for("board.demands", status=status), kind))
    return tiles
