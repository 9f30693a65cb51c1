"""Fill an order: the pool of a demand, trials and orders, answers by telephone, holding and accepting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from marshmallow import ValidationError
from werkzeug.wrappers import Response

from matchmaker.errors import Conflict, InvalidRecord, Stale
from matchmaker.extensions import queue
from matchmaker.models import Demand, Pool
from matchmaker.models.base import now
from matchmaker.permissions import Permission, actor, may, requires
from matchmaker.queries import conferences as conference_queries
from matchmaker.queries import demands as demand_queries
from matchmaker.queries import judged, pools
from matchmaker.schemas.pools import ACTIONS, HoldSchema, MemberAnswerSchema, PoolOrderSchema
from matchmaker.services import holdings, pool_answers, pool_settling, pooling
from matchmaker.services.calendar import today
from matchmaker.web.forms import first_message
from matchmaker.web.heads import DemandHead
from matchmaker.web.language import language
from matchmaker.web.pool_lines import PoolView, change_lines, producer_of, version_lines, view
from matchmaker.web.ways import nets
from matchmaker.wording import errors

blueprint = Blueprint("pools", __name__, url_prefix="/board/demands")

LOST_AFTER = timedelta(minutes=2)  # an exact solution asked for longer ago is not coming
UNDER_WAY = ("queued", "running")
MOST_OTHERS = 60  # offers beside the members that the officer may take in
Answer = str | Response | tuple[str, int]


@blueprint.get("/<demand_id>/pool")
@requires(Permission.SEE_BOARD)
def one(demand_id: str) -> str:
    """The pool of a demand, or the offer to make one."""
    return _page(demand_queries.one(demand_id, actor()))


@blueprint.post("/<demand_id>/pool")
@requires(Permission.FILL_ORDERS)
def propose(demand_id: str) -> Response:
    """Show the quick answer at once; the exact one follows. Where there is a pool, solve it anew."""
    known = pools.of_demand(demand_queries.one(demand_id, actor()))
    try:
        if known is None:
            queue.defer("fill_pool", str(pooling.propose(demand_id, actor()).id))
        else:
            pooling.resolve(demand_id, "again", actor())
    except (Conflict, Stale) as error:
        _tell(error)
    return _back(demand_id)


@blueprint.get("/<demand_id>/pool/what-if")
@requires(Permission.FILL_ORDERS)
def what_if(demand_id: str) -> Answer:
    """What one more order would change; nothing is kept."""
    demand = demand_queries.one(demand_id, actor())
    pool = pools.standing(demand)
    try:
        order = PoolOrderSchema(local_numbers=True).load(_typed_order(request.args))
        orders = pooling.with_order(pool, order["offer"], order["action"], order.get("amounts", {}))
        trial = pooling.what_if(demand_id, orders, actor())
    except (ValidationError, InvalidRecord) as error:
        return _page(demand, problem=first_message(error.messages)), 422
    except Conflict as error:
        _tell(error)
        return _back(demand_id)
    return render_template(
        "pools/what_if.html",
        demand=DemandHead.of(demand),
        pool=pool,
        before=view(pool),
        after=view(pool, trial.document),
        changes=change_lines(trial.changes, trial.document["unit"]),
        typed=_typed_order(request.args),
        order=order,
        producer=_name_of(order["offer"]),
    )


@blueprint.post("/<demand_id>/pool/orders")
@requires(Permission.FILL_ORDERS)
def order(demand_id: str) -> Answer:
    """Keep an order and solve again."""
    demand = demand_queries.one(demand_id, actor())
    pool = pools.standing(demand)
    try:
        said = PoolOrderSchema(local_numbers=True).load(_typed_order(request.form))
        orders = pooling.with_order(pool, said["offer"], said["action"], said.get("amounts", {}))
        pooling.order(demand_id, orders, actor(), _version() or pool.version)
    except (ValidationError, InvalidRecord) as error:
        return _page(demand, problem=first_message(error.messages)), 422
    except (Conflict, Stale) as error:
        _tell(error)
    else:
        flash(_("Đã tính lại theo yêu cầu của cán bộ."), "success")
    return _back(demand_id, "changes")


@blueprint.post("/<demand_id>/pool/members/<offer_id>/answer")
@requires(Permission.FILL_ORDERS)
def answer(demand_id: str, offer_id: str) -> Answer:
    """Enter what a member said on the telephone."""
    demand = demand_queries.one(demand_id, actor())
    try:
        said = MemberAnswerSchema(local_numbers=True).load(typed_answer())
        pool_answers.by_phone(
            demand_id,
            offer_id,
            said["answer"],
            said.get("amounts", {}),
            said.get("note", ""),
            actor(),
            _version(),
        )
    except (ValidationError, InvalidRecord) as error:
        return _page(demand, problem=first_message(error.messages), at=offer_id), 422
    except (Conflict, Stale) as error:
        _tell(error)
        return _back(demand_id)
    return _back(demand_id, "changes" if said["answer"] != "yes" else f"member-{offer_id}")


@blueprint.post("/<demand_id>/pool/hold")
@requires(Permission.FILL_ORDERS)
def hold(demand_id: str) -> Answer:
    """Hold the shares until a day."""
    demand = demand_queries.one(demand_id, actor())
    try:
        until = HoldSchema().load({"until": request.form.get("until", "")})["until"]
        pooling.hold(demand_id, until, actor())
    except (ValidationError, InvalidRecord) as error:
        return _page(demand, problem=first_message(error.messages)), 422
    except (Conflict, Stale) as error:
        _tell(error)
    else:
        flash(_("Đã giữ phần của các thành viên. Nay gọi hỏi từng bên."), "success")
    return _back(demand_id)


@blueprint.post("/<demand_id>/pool/accept")
@requires(Permission.FILL_ORDERS)
def accept(demand_id: str) -> Response:
    """Accept the pool: its quantities are promised, and it goes on under its lead's match."""
    return _settle(
        demand_id,
        lambda: pool_settling.accept(demand_id, request.form.get("note", "")[:2000], actor(), _version()),
        _("Đã chốt nhóm. Từ nay nhóm đi tiếp như một bên bán, do bên đứng đầu thay mặt."),
    )


@blueprint.post("/<demand_id>/pool/close")
@requires(Permission.FILL_ORDERS)
def close(demand_id: str) -> Response:
    """Give the pool up and free what it held."""
    return _settle(
        demand_id,
        lambda: pool_settling.give_up(demand_id, request.form.get("note", "")[:2000], actor()),
        _("Đã thôi gom hàng; lượng đã giữ nay được nhả."),
    )


@blueprint.post("/<demand_id>/pool/conference")
@requires(Permission.ARRANGE_CONFERENCES)
def enter_conference(demand_id: str) -> Response:
    """Let the pool take part in a conference as one supplier."""
    return _settle(
        demand_id,
        lambda: pool_settling.enter_conference(demand_id, request.form.get("conference", ""), actor()),
        _("Đã ghi nhóm vào hội nghị như một bên bán."),
    )


@blueprint.get("/<demand_id>/pool/history")
@requires(Permission.SEE_BOARD)
def history(demand_id: str) -> str:
    """Every solution and what it changed, and the pools given up before."""
    demand = demand_queries.one(demand_id, actor())
    pool = pools.standing(demand)
    return render_template(
        "pools/history.html",
        demand=DemandHead.of(demand),
        pool=pool,
        lines=version_lines(pool),
        earlier=pools.closed(demand),
    )


@blueprint.get("/<demand_id>/pool/calls")
@requires(Permission.FILL_ORDERS)
def calls(demand_id: str) -> str:
    """Whom to call, what to ask each, and each one's own link; made to be printed."""
    demand = demand_queries.one(demand_id, actor())
    pool = pools.standing(demand)
    return render_template(
        "pools/calls.html",
        demand=DemandHead.of(demand),
        pool=pool,
        view=view(pool),
        contacts=pool_answers.contacts(pool, actor()),
        links={row.offer_id: _link(row) for row in pool.members},
    )


def typed_answer() -> dict[str, Any]:
    """What a form for an answer says."""
    typed = {name: request.form.get(name, "") for name in ("answer", "note")}
    amounts = _amounts(request.form) if typed["answer"] == "less" else {}
    return typed | ({"amounts": amounts} if amounts else {})


def _typed_order(form: Any) -> dict[str, Any]:
    typed: dict[str, Any] = {name: form.get(name, "") for name in ("offer", "action")}
    amounts = _amounts(form) if typed["action"] in ("fix", "most") else {}
    return typed | ({"amounts": amounts} if amounts else {})


def _amounts(form: Any) -> dict[str, str]:
    return {str(m): form[f"m-{m}"] for m in range(1, 13) if form.get(f"m-{m}", "").strip()}


def _page(demand: Demand, problem: str = "", at: str = "") -> str:
    pool = pools.of_demand(demand)
    shown = view(pool) if pool else None
    waiting = pool is not None and pool.solving in UNDER_WAY and pool.status == "open"
    return render_template(
        "pools/one.html",
        demand=DemandHead.of(demand),
        pool=pool,
        view=shown,
        nets=nets(demand, [line.offer_id for line in shown.members]) if shown else {},
        solving=waiting and pool is not None and now() - pool.asked_at < LOST_AFTER,
        asked_again="HX-Request" in request.headers,
        changes=_changes(pool, shown),
        may_fill=may(Permission.FILL_ORDERS),
        may_arrange=may(Permission.ARRANGE_CONFERENCES),
        ready=bool(shown and shown.members) and all(line.agreed for line in shown.members)
        if shown
        else False,
        orders=_order_lines(pool) if pool else [],
        others=_others(demand, pool) if pool and may(Permission.FILL_ORDERS) else [],
        until=today() + timedelta(days=holdings.DAYS),
        conferences=_conferences() if pool and pool.status == "accepted" else [],
        problem=problem,
        problem_at=at,
        actions=ACTIONS,
    )


def _changes(pool: Pool | None, shown: PoolView | None) -> dict[str, Any] | None:
    """What the latest solution changed, where it was no first answer."""
    if pool is None or shown is None or len(pool.versions) < 2 or not pool.versions[-1].changes:
        return None
    last = pool.versions[-1]
    return {"cause": last.cause, "lines": change_lines(last.changes, shown.unit), "at": last.made_at}


def _order_lines(pool: Pool) -> list[dict[str, str]]:
    """The officer's orders in force, each with the offer and what was ordered."""
    kinds = {"fixed": "fix", "at_most": "most"}
    found = [
        {"offer": offer, "action": kinds[name], "producer": _name_of(offer)}
        for name in kinds
        for offer in pool.orders.get(name) or ()
    ]
    return found + [
        {"offer": offer, "action": "out", "producer": _name_of(offer)}
        for offer in pool.orders.get("forbidden") or ()
    ]


def _others(demand: Demand, pool: Pool) -> list[tuple[str, str]]:
    """Offers beside the members that the ranking found fitting: the officer may want one of them in."""
    members = {row.offer_id for row in pool.members if row.share}
    rows = [row for row in judged.of_demand(demand) if row.eligible and row.offer_id not in members]
    return [(row.offer_id, producer_of(row.offer)) for row in rows[:MOST_OTHERS]]


def _conferences() -> list[tuple[str, str]]:
    return [(row.id, row.name) for row in conference_queries.listed(actor())]


def _name_of(offer_id: str) -> str:
    return producer_of(pools.offers_of({"members": [{"offer": offer_id}]}).get(offer_id), offer_id)


def _link(member: Any) -> str:
    return url_for("pool_links.page", member_id=member.id, key=pool_answers.key(member), _external=True)


def _settle(demand_id: str, work: Callable[[], object], done: str) -> Response:
    demand_queries.one(demand_id, actor())
    try:
        work()
    except (Conflict, Stale) as error:
        _tell(error)
    else:
        flash(done, "success")
    return _back(demand_id)


def _tell(error: Conflict | Stale) -> None:
    flash(errors.sentence(error.code, error.facts, language()))


def _back(demand_id: str, anchor: str = "") -> Response:
    return redirect(url_for("pools.one", demand_id=demand_id, _anchor=anchor or None))


def _version() -> int | None:
    """The version of the pool that the page showed."""
    text = request.form.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 9 else None
