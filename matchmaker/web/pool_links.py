"""The page behind a pool member's own link: its part of the order, and its answer. No account is needed.

Whoever has the link sees this one member's part: no other member, no buyer's name, no price. It works on a
small phone without scripts, is never cached and asks not to be indexed.
"""

from __future__ import annotations

from flask import Blueprint, Response, flash, make_response, redirect, render_template, url_for
from flask_babel import gettext as _
from marshmallow import ValidationError
from werkzeug.wrappers import Response as AnyResponse

from matchmaker.errors import Conflict, InvalidRecord, Stale
from matchmaker.extensions import limiter
from matchmaker.models import PoolMember
from matchmaker.schemas.pools import MemberAnswerSchema
from matchmaker.services import pool_answers
from matchmaker.web.amounts import place_name
from matchmaker.web.forms import first_message
from matchmaker.web.language import language
from matchmaker.web.pool_lines import producer_of, said
from matchmaker.web.pools import typed_answer
from matchmaker.wording import errors

blueprint = Blueprint("pool_links", __name__, url_prefix="/g")

ADDRESS = "/<int:member_id>/<key>"


@blueprint.get(ADDRESS)
@limiter.limit("120 per minute")
def page(member_id: int, key: str) -> Response:
    """The member's page."""
    return _page(pool_answers.opened(member_id, key))


@blueprint.post(ADDRESS)
@limiter.limit("30 per minute")
def send(member_id: int, key: str) -> AnyResponse:
    """Take the answer down."""
    member = pool_answers.opened(member_id, key)
    try:
        answer = MemberAnswerSchema(local_numbers=True).load(typed_answer())
        pool_answers.by_link(
            member_id, key, answer["answer"], answer.get("amounts", {}), answer.get("note", "")
        )
    except (ValidationError, InvalidRecord) as error:
        refused = _page(member, first_message(error.messages))
        refused.status_code = 422
        return refused
    except (Conflict, Stale) as error:
        flash(errors.sentence(error.code, error.facts, language()))
    else:
        flash(_("Đã ghi câu trả lời. Xin cảm ơn đơn vị."), "success")
    return redirect(url_for("pool_links.page", member_id=member_id, key=key))


def _page(member: PoolMember, problem: str = "") -> Response:
    record, unit = member.pool.latest, member.pool.latest["unit"]
    share = {int(month): amount for month, amount in member.share.items()}
    answer = make_response(
        render_template(
            "pools/mine.html",
            offer=member.offer,
            producer=producer_of(member.offer),
            place=place_name(member.pool.demand.parsed.get("place"), written=False),
            total=said(sum(share.values()), unit) if share else "",
            amounts=[(month, said(amount, unit)) for month, amount in share.items()],
            months=list(share) or [int(month) for month in record["wanted"]],
            unit=unit,
            lead=record.get("lead") == member.offer_id,
            held_until=member.pool.held_until if share else None,
            answered=member.answer if member.answer in pool_answers.ANSWERS else "",
            open=member.pool.status == "open",
            problem=problem,
        )
    )
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["X-Robots-Tag"] = "noindex, nofollow"
    return answer
