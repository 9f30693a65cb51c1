"""The pairs of a conference with what each score is made of, and whom else to ask."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from matchmaker.errors import InvalidRecord, NotFound, Stale
from matchmaker.permissions import Permission, actor, may, requires
from matchmaker.queries import conferences as queries
from matchmaker.queries.paging import page_of
from matchmaker.queries.search import fold
from matchmaker.services import arranging, inviting, preparing
from matchmaker.web.conference_preparation import seen_version
from matchmaker.web.forms import first_message
from matchmaker.web.language import language
from matchmaker.wording import errors

blueprint = Blueprint("conference_pairs", __name__, url_prefix="/conferences")

ORDERS = ("require", "forbid", "release", "lock", "unlock")


@dataclass(frozen=True)
class PairLine:
    """A pair with the parts of its score (0..1) and what stands fast about it."""

    a: str
    b: str
    names: tuple[str, str]
    wish: float
    match: float
    score: float
    required: bool
    ordered: bool
    forbidden: bool
    refused: bool
    locked: bool


@blueprint.get("/<conference_id>/pairs")
@requires(Permission.SEE_CONFERENCES)
def index(conference_id: str) -> str:
    """The pairs as they stand now, best first; ``only`` keeps the required, forbidden or locked ones."""
    conference = queries.one(conference_id, actor())
    only, text = request.args.get("only", ""), request.args.get("q", "")
    words = fold(text).split()
    lines = [
        line
        for line in pair_lines(arranging.current_pairs(conference))
        if (not only or getattr(line, only if only in KINDS else "score"))
        and all(word in fold(" ".join((line.a, line.b, *line.names))) for word in words)
    ]
    return render_template(
        "conferences/pairs.html",
        conference=conference,
        page=page_of(lines, request.args.get("page", 1, int)),
        only=only,
        q=text,
        may_arrange=may(Permission.ARRANGE_CONFERENCES),
    )


KINDS = ("required", "forbidden", "locked")


@blueprint.post("/<conference_id>/pairs")
@requires(Permission.ARRANGE_CONFERENCES)
def order(conference_id: str) -> AnyResponse:
    """An organizer's word on a pair."""
    given = request.form
    if given.get("order") not in ORDERS:
        raise NotFound
    parties = frozenset((given.get("a", "").strip(), given.get("b", "").strip()))
    try:
        preparing.order_pair(conference_id, parties, given["order"], actor(), seen_version())
    except Stale as error:
        flash(errors.sentence(error.code, error.facts, language()))
    except InvalidRecord as refused:
        flash(first_message(refused.messages))
    except NotFound:
        flash(_("Không có đơn vị mang mã như vậy."))
    else:
        flash(_("Đã ghi."), "success")
    return redirect(url_for("conference_pairs.index", conference_id=conference_id, q=given.get("q", "")))


@blueprint.get("/<conference_id>/invitations")
@requires(Permission.ARRANGE_CONFERENCES)
def invitations(conference_id: str) -> str:
    """Whom else to ask, those that would bring most matched supply first."""
    conference = queries.one(conference_id, actor())
    side = "producer" if request.args.get("side") == "producer" else "buyer"
    return render_template(
        "conferences/invitations.html",
        conference=conference,
        side=side,
        suggestions=inviting.suggestions(conference_id, side, actor()),
    )


def pair_lines(document: Mapping[str, Any]) -> list[PairLine]:
    """All pairs and forbidden couples, by score."""
    people = {row["id"]: row.get("name") or row["id"] for row in document["participants"]}
    forbidden = {frozenset(couple) for couple in document.get("forbidden_pairs") or ()}
    refused = {frozenset(couple) for couple in document.get("refused_pairs") or ()}
    locked = {frozenset(couple) for couple in document.get("locked") or ()}
    known = [dict(pair) for pair in document["pairs"]]
    seen = {frozenset((pair["a"], pair["b"])) for pair in known}
    known += [
        {"a": a, "b": b, "score": 0}
        for a, b in sorted(sorted(couple) for couple in forbidden - seen if couple <= people.keys())
    ]
    lines = [
        PairLine(
            a=pair["a"],
            b=pair["b"],
            names=(people.get(pair["a"], pair["a"]), people.get(pair["b"], pair["b"])),
            wish=pair.get("wish", 0) / 1e6,
            match=pair.get("match", 0) / 1e6,
            score=pair["score"] / 1e6,
            required=bool(pair.get("required")),
            ordered=bool((pair.get("own") or {}).get("required")),
            forbidden=frozenset((pair["a"], pair["b"])) in forbidden,
            refused=frozenset((pair["a"], pair["b"])) in refused,
            locked=frozenset((pair["a"], pair["b"])) in locked,
        )
        for pair in known
    ]
    return sorted(lines, key=lambda line: (not line.required, -line.score, line.a, line.b))
