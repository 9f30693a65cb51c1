"""Putting a timetable right on the day: the proposal and accepting it, walk-ins, locks, going back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from flask import Blueprint, current_app, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from matchmaker.errors import Conflict, InvalidRecord, NotFound, Stale
from matchmaker.models import Conference
from matchmaker.permissions import Permission, actor, requires
from matchmaker.queries import attendance, conferences, invitees
from matchmaker.queries.shown import in_favour
from matchmaker.schemas.preparation import ParticipantSchema
from matchmaker.services import arranging, calling, guests, hall_clock, locking, mending, printing, walk_ins
from matchmaker.services.calendar import clock
from matchmaker.services.conferences import publish
from matchmaker.services.mending import Happening, Mended
from matchmaker.web.conference_day import slot_choices
from matchmaker.web.forms import RecordForm, first_message
from matchmaker.web.language import language
from matchmaker.web.repair_lines import proposal_lines
from matchmaker.wording import errors, print_names, reasons

blueprint = Blueprint("conference_repair", __name__, url_prefix="/conferences")

Answer = str | AnyResponse | tuple[str, int]
WALK_IN = ("side", "name", "organisation", "province", "contact", "phone", "products", "wants")


@blueprint.get("/<conference_id>/day/repair")
@requires(Permission.REPAIR_CONFERENCES)
def index(conference_id: str) -> str:
    """What has happened: who is away is known from the attendance, slots and tables are ticked."""
    return _form_page(conferences.one(conference_id, actor()))


@blueprint.post("/<conference_id>/day/repair")
@requires(Permission.REPAIR_CONFERENCES)
def propose(conference_id: str) -> Answer:
    """A proposal; nothing is kept."""
    conference = conferences.one(conference_id, actor())
    try:
        mended = mending.propose(conference_id, _happening(conference), actor(), _seconds())
    except InvalidRecord as refused:
        return _form_page(conference, first_message(next(iter(refused.messages.values())))), 422
    except Conflict as error:
        return _form_page(conference, errors.sentence(error.code, error.facts, language())), 409
    return _proposal_page(conferences.one(conference_id, actor()), mended)


@blueprint.post("/<conference_id>/day/repair/accept")
@requires(Permission.REPAIR_CONFERENCES)
def accept(conference_id: str) -> AnyResponse:
    """Keep the proposal as a new version, and hand it out where that was asked."""
    conferences.one(conference_id, actor())
    here = url_for("conference_repair.index", conference_id=conference_id)
    try:
        mended = mending.unpacked(request.form.get("proposal", ""))
        if mended.conference_id != conference_id:
            raise NotFound
        version = mending.accept(mended, actor(), request.form.get("note", "").strip()[:300])
        if request.form.get("publish"):
            publish(conference_id, version.number, actor())
    except (Conflict, Stale) as error:
        flash(errors.sentence(error.code, error.facts, language()))
        return redirect(here)
    flash(_("Đã sửa lịch: bản số %(number)s.", number=version.number), "success")
    return redirect(url_for("conference_repair.told", conference_id=conference_id, number=version.number))


@blueprint.get("/<conference_id>/timetables/<int:number>/told")
@requires(Permission.REPAIR_CONFERENCES)
def told(conference_id: str, number: int) -> str:
    """After a change: who has to be told what, and only the sheets to print again."""
    conference = conferences.one(conference_id, actor())
    version = arranging.schedule_of(conference_id, number, actor())
    lines = proposal_lines(
        conference.document, version.document, version.changes, language(), _away(conference)
    )
    called = [guests.find(conference.document, each.id) for each in lines.told]
    calling.participants(called, actor(), conference_id)
    return render_template(
        "conferences/told.html",
        conference=conference,
        version=version,
        proposal=lines,
        reprint=_reprint(conference, number),
    )


@blueprint.get("/<conference_id>/day/walk-in")
@requires(Permission.REPAIR_CONFERENCES)
def walk_in(conference_id: str) -> str:
    """Somebody who came uninvited: found in the database, or typed in; then those whom it could meet."""
    conference = conferences.one(conference_id, actor())
    initial: dict[str, Any] = {"side": request.args.get("side", "producer")}
    chosen = request.args.get("organisation", "")
    if chosen:
        (invitee,) = invitees.chosen([chosen], actor())
        initial = invitee.record()
    return _walk_in_page(conference, WalkInForm(initial=initial))


@blueprint.post("/<conference_id>/day/walk-in")
@requires(Permission.REPAIR_CONFERENCES)
def add_walk_in(conference_id: str) -> Answer:
    """Take the newcomer in, check it in, and go on to the repair."""
    conference, form = conferences.one(conference_id, actor()), WalkInForm(request.form)
    record = form.load()
    if record is None:
        return _walk_in_page(conference, form), 422
    following = hall_clock.hour(conference.document["slots"], clock()).next
    record["host"] = record["side"] == "buyer"
    try:
        walk_ins.add(
            conference_id,
            record,
            request.form.getlist("partner"),
            actor(),
            following["id"] if following else None,
        )
    except InvalidRecord as refused:
        form.refuse(refused.messages)
        return _walk_in_page(conference, form), 422
    flash(
        _("Đã thêm “%(name)s” và ghi đã đến. Tính phương án để xếp cuộc gặp.", name=record["name"]), "success"
    )
    return redirect(url_for("conference_repair.index", conference_id=conference_id))


@blueprint.post("/<conference_id>/timetables/<int:number>/lock")
@requires(Permission.ARRANGE_CONFERENCES)
def lock(conference_id: str, number: int) -> AnyResponse:
    """Lock a meeting, or free it."""
    a, b = request.form.get("a", ""), request.form.get("b", "")
    locked = request.form.get("locked") == "yes"
    locking.lock(conference_id, frozenset((a, b)), locked, actor())
    flash(_("Đã khóa cuộc gặp.") if locked else _("Đã mở khóa cuộc gặp."), "success")
    return redirect(url_for("conferences.meeting", conference_id=conference_id, number=number, a=a, b=b))


@blueprint.post("/<conference_id>/timetables/<int:number>/restore")
@requires(Permission.REPAIR_CONFERENCES)
def restore(conference_id: str, number: int) -> AnyResponse:
    """Take an earlier version up again."""
    try:
        note = _("như bản số %(number)s", number=number)
        version = locking.restore(conference_id, number, actor(), note)
    except Conflict as error:
        flash(errors.sentence(error.code, error.facts, language()))
        return redirect(url_for("conferences.one", conference_id=conference_id, version=number))
    flash(
        _("Đã lấy lại bản số %(number)s thành bản số %(new)s.", number=number, new=version.number), "success"
    )
    return redirect(url_for("conference_repair.told", conference_id=conference_id, number=version.number))


class WalkInForm(RecordForm):
    """A newcomer: the few fields of a participant that somebody at the door can tell."""

    def __init__(self, typed: Any = None, initial: Mapping[str, Any] | None = None) -> None:
        shown = dict(initial or {})
        shown |= {name: "\n".join(shown.get(name) or ()) for name in ("products", "wants")}
        super().__init__(ParticipantSchema, WALK_IN, typed, shown)

    def record(self) -> dict[str, Any]:
        """Lists of words come as lines of one field."""
        typed = {name: self.value(name).strip() for name in self.fields}
        return {name: value for name, value in typed.items() if value}


def _happening(conference: Conference) -> Happening:
    known = {str(s["id"]): s["id"] for s in conference.document["slots"]}
    now = known.get(request.form.get("now", ""))
    extra = request.form.get("extra_tables", "").strip() or "0"
    return Happening(
        now=now,
        lost_slots=[known[text] for text in request.form.getlist("lost_slots") if text in known],
        lost_tables=request.form.getlist("lost_tables"),
        extra_tables=int(extra) if extra.isascii() and extra.isdigit() and len(extra) < 4 else -1,
    )


def _seconds() -> float:
    return float(current_app.config.get("REPAIR_SECONDS", mending.SECONDS))


def _form_page(conference: Conference, problem: str = "") -> str:
    document = conference.document
    following = hall_clock.hour(document["slots"], clock()).next
    words = attendance.of_conference(conference.id)
    names = {p["id"]: p.get("name") or p["id"] for p in document["participants"]}
    times = dict(slot_choices(document))
    away = [
        (names[each], word.status, times.get(word.slot, ""))
        for each, word in words.items()
        if each in names and word.status in ("absent", "late", "left")
    ]
    last = document["slots"][-1]["id"] if document["slots"] else ""
    return render_template(
        "conferences/repair.html",
        conference=conference,
        problem=problem,
        away=sorted(away, key=lambda row: (row[1], row[0])),
        walk_ins=[p.get("name") or p["id"] for p in document["participants"] if p.get("walk_in")],
        slots=slot_choices(document),
        tables=[t["id"] for t in document["tables"]],
        now=request.form.get("now") or str(following["id"] if following else last),
        lost_slots=request.form.getlist("lost_slots"),
        lost_tables=request.form.getlist("lost_tables"),
        extra_tables=request.form.get("extra_tables", ""),
        ready=bool(conference.schedules),
    )


def _proposal_page(conference: Conference, mended: Mended) -> str:
    claims = mended.schedule["claims"]
    return render_template(
        "conferences/proposal.html",
        conference=conference,
        mended=mended,
        packed=mending.packed(mended),
        proposal=proposal_lines(
            conference.document, mended.schedule, mended.changes, language(), _away(conference)
        ),
        claims=claims,
        kept=len(mended.schedule["meetings"])
        - sum(row["kind"] in ("moved", "reseated", "added") for row in mended.changes),
        note=_reason(conference),
    )


def _away(conference: Conference) -> set[str]:
    words = attendance.of_conference(conference.id)
    return {each for each, word in words.items() if word.status in ("absent", "left")}


def _reason(conference: Conference) -> str:
    """A note made of what was told, for the organizer to change."""
    words = attendance.of_conference(conference.id).values()
    parts = []
    absent = sum(word.status == "absent" for word in words)
    if absent:
        parts.append(_("%(count)s đơn vị vắng", count=absent))
    late = sum(word.status == "late" for word in words)
    if late:
        parts.append(_("%(count)s đến muộn", count=late))
    if request.form.getlist("lost_slots"):
        parts.append(_("mất khung %(slots)s", slots=", ".join(request.form.getlist("lost_slots"))))
    if request.form.getlist("lost_tables"):
        parts.append(_("mất bàn %(tables)s", tables=", ".join(request.form.getlist("lost_tables"))))
    if request.form.get("extra_tables", "").strip() not in ("", "0"):
        parts.append(_("thêm %(count)s bàn", count=request.form["extra_tables"].strip()))
    return "; ".join(parts)


def _walk_in_page(conference: Conference, form: WalkInForm) -> str:
    document, side = conference.document, form.value("side") or "producer"
    known = {p.get("organisation") or p["id"] for p in document["participants"]}
    sought = request.args.get("q", "")
    record = {"side": side, "organisation": form.value("organisation")}
    best = walk_ins.suggested(document, record)
    others = {p["id"]: p for p in walk_ins.other_side(document, side)}
    return render_template(
        "conferences/walk_in.html",
        conference=conference,
        form=form,
        side=side,
        q=sought,
        found=invitees.search(actor(), side, (), sought, known)[:8] if sought else [],
        partners=_partners(best, others),
        ticked=form.values("partner") or list(best),
    )


def _partners(best: Mapping[str, Any], others: Mapping[str, Any]) -> Sequence[tuple[str, str, str]]:
    """Whom the newcomer could meet: those of the ranking first, with the best reason, then the others."""
    rows = []
    for each in dict.fromkeys([*best, *others]):
        why = ""
        if each in best:
            strongest = next(iter(in_favour(best[each])), None)
            traded = f"{best[each].offer.product} → {best[each].demand.product}"
            why = (
                f"{traded}. {reasons.sentence(strongest['code'], strongest['facts'], language())}"
                if strongest
                else traded
            )
        rows.append((each, str(others[each].get("name") or each), why))
    return rows


def _reprint(conference: Conference, number: int) -> list[tuple[str, int, str]]:
    """The sheets that differ from what is in people's hands: kind, how many, where they are printed."""
    handed = [v.number for v in conference.schedules if v.published_at and v.number < number]
    before = max(handed, default=number - 1)
    if not before:
        return []
    only = printing.changes(conference.id, before, number, actor())
    counts = {"tables": len(only.tables), "participants": len(only.participants), "slips": len(only.pairs)}
    return [
        (
            print_names.name(which, language()),
            count,
            url_for(
                "conference_prints.again",
                conference_id=conference.id,
                before=before,
                after=number,
                which=which,
            ),
        )
        for which, count in counts.items()
        if count
    ]
