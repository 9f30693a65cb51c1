"""The page behind a participant's personal link: its wishes until the last day, then its own timetable.

No account is needed: whoever has the link sees this one participant's page and nothing of others but what the
catalogue says of them. It works on a small phone without scripts, is never cached and asks not to be indexed.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, Response, flash, make_response, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from matchmaker.errors import Conflict
from matchmaker.exchange.calendars import calendar
from matchmaker.extensions import limiter
from matchmaker.models import Conference, Match
from matchmaker.permissions import Permission, actor, may
from matchmaker.queries import attendance, conference_matches, conferences, wishes
from matchmaker.queries.search import fold
from matchmaker.queries.shown import in_favour
from matchmaker.queries.shown import words as covered
from matchmaker.services import contact_consent, personal_links, wishing
from matchmaker.services.wishing import Said
from matchmaker.web.language import language
from matchmaker.web.own_timetable import own_timetable
from matchmaker.wording import errors, reasons

blueprint = Blueprint("personal_pages", __name__, url_prefix="/p")

ADDRESS = "/<conference_id>/<participant_id>/<key>"
BEST, FOUND, RANKS = 5, 40, 5
# Criteria whose reasons tell no price, address or terms of the other side.
TOLD = frozenset({"product", "season", "requirements", "preferences"})


@blueprint.get(ADDRESS)
@limiter.limit("120 per minute")
def page(conference_id: str, participant_id: str, key: str) -> Response:
    """The participant's page."""
    conference, participant = personal_links.opened(conference_id, participant_id, key)
    published = [version for version in conference.schedules if version.published_at]
    table = (
        own_timetable(conference.document, published[-1].document, participant_id, language())
        if published
        else None
    )
    open_now = wishing.open_for_wishes(conference)
    may_check_in = may(Permission.RECORD_MEETINGS) and conferences.is_seen(conference.id, actor())
    return _private(
        render_template(
            "personal/page.html",
            conference=conference,
            participant=participant,
            key=key,
            timetable=table,
            version=published[-1] if published else None,
            open=open_now,
            known=_known(conference, participant_id),
            choices=_choices(conference, participant) if open_now else [],
            q=request.args.get("q", ""),
            ranks=range(1, RANKS + 1),
            may_check_in=may_check_in,
            attendance=_attendance(conference.id, participant_id) if may_check_in else "",
        )
    )


@blueprint.post(ADDRESS)
@limiter.limit("30 per minute")
def send(conference_id: str, participant_id: str, key: str) -> AnyResponse:
    """Take the wishes down; those not shown on the form stay as they are."""
    conference, _participant = personal_links.opened(conference_id, participant_id, key)
    known = {row["id"] for row in wishing.partners(conference.document, participant_id)}
    said = {
        other: _said(value)
        for name, value in request.form.items()
        if name.startswith("w-") and (other := name[2:]) in known
    }
    try:
        wishing.tell(conference_id, participant_id, key, said)
    except Conflict as error:
        flash(errors.sentence(error.code, error.facts, language()))
    else:
        flash(_("Đã ghi nguyện vọng. Có thể mở lại đường dẫn này để sửa cho đến khi hết hạn."), "success")
    return _back(conference_id, participant_id, key)


@blueprint.post(f"{ADDRESS}/contact")
@limiter.limit("30 per minute")
def contact(conference_id: str, participant_id: str, key: str) -> AnyResponse:
    """Take down whether the participant's contact may be printed for the others."""
    public = bool(request.form.get("contact_public"))
    contact_consent.tell(conference_id, participant_id, key, public)
    if public:
        flash(_("Đã ghi: được in người liên hệ và điện thoại trong danh mục sản phẩm."), "success")
    else:
        flash(_("Đã ghi: chỉ ban tổ chức thấy người liên hệ và điện thoại."), "success")
    return _back(conference_id, participant_id, key)


def _back(conference_id: str, participant_id: str, key: str) -> AnyResponse:
    return redirect(
        url_for("personal_pages.page", conference_id=conference_id, participant_id=participant_id, key=key)
    )


@blueprint.get(f"{ADDRESS}/lich.ics")
@limiter.limit("60 per minute")
def ics(conference_id: str, participant_id: str, key: str) -> Response:
    """The participant's meetings as a calendar file; none before a timetable is handed out."""
    conference, participant = personal_links.opened(conference_id, participant_id, key)
    published = [version for version in conference.schedules if version.published_at]
    meetings = published[-1].document["meetings"] if published else []
    version = published[-1].number if published else 0
    data = calendar(conference.id, conference.document, participant["id"], meetings, version, language())
    answer = _private(data)
    answer.mimetype = "text/calendar"
    answer.headers["Content-Disposition"] = f'attachment; filename="lich-{participant_id}.ics"'
    return answer


def _attendance(conference_id: str, participant_id: str) -> str:
    word = attendance.of_conference(conference_id).get(participant_id)
    return word.status if word else ""


def _private(body: str | bytes) -> Response:
    answer = make_response(body)
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["X-Robots-Tag"] = "noindex, nofollow"
    return answer


def _said(value: str) -> Said | None:
    """must, no, want, or want-3 for the third choice; anything else takes a wish back."""
    kind, _dash, rank = value.partition("-")
    if kind not in wishing.KINDS:
        return None
    return Said(kind, int(rank) if rank in {str(n) for n in range(1, RANKS + 1)} else 0)


def _known(conference: Conference, participant_id: str) -> dict[str, str]:
    """The wishes so far, as the form names them."""
    return {
        wish.other: f"want-{wish.rank}" if wish.kind == "want" and 0 < wish.rank <= RANKS else wish.kind
        for wish in wishes.of_party(conference.id, participant_id)
    }


def _choices(conference: Conference, participant: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Whom the form shows: the ranking's best, those named already, and what was searched for."""
    others = {row["id"]: row for row in wishing.partners(conference.document, participant["id"])}
    best = {
        _other_of(match, participant, others): match
        for match in conference_matches.of_one(participant, others.values(), BEST)
    }
    named = [wish.other for wish in wishes.of_party(conference.id, participant["id"]) if wish.other in others]
    sought = request.args.get("q", "").strip()
    hits = [each for each, row in others.items() if sought and _fits(row, sought)]
    if not sought and len(others) <= FOUND:
        hits = list(others)
    shown = dict.fromkeys([*named, *best, *hits[:FOUND]])
    return [
        {
            "id": each,
            "name": covered(str(others[each].get("name") or each)),
            "province": others[each].get("province") or "",
            "goods": covered(
                ", ".join((others[each].get("products") or others[each].get("wants") or ())[:6])
            ),
            "why": _why(best[each]) if each in best else [],
            "suggested": each in best,
        }
        for each in shown
    ]


def _other_of(match: Match, participant: Mapping[str, Any], others: Mapping[str, Any]) -> str:
    ids = {conference_matches.organisation_of(row): each for each, row in others.items()}
    own = conference_matches.organisation_of(participant)
    offering, wanting = match.offer.organisation_id or "", match.demand.organisation_id or ""
    return ids[wanting if offering == own else offering]


def _why(match: Match) -> list[str]:
    """What could be traded, and the best reasons that tell nothing private."""
    best = [row for row in in_favour(match) if row["criterion"] in TOLD][:2]
    traded = f"{match.offer.product} → {match.demand.product}"
    return [covered(traded), *(covered(reasons.sentence(r["code"], r["facts"], language())) for r in best)]


def _fits(row: Mapping[str, Any], sought: str) -> bool:
    told = (
        row["id"],
        row.get("name"),
        row.get("province"),
        *(row.get("products") or ()),
        *(row.get("wants") or ()),
    )
    text = fold(" ".join(str(each or "") for each in told))
    return all(word in text for word in fold(sought).split())
