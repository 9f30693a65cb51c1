"""Typing in result slips: fast, by the keyboard alone, one after the other."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from matchmaker.errors import InvalidRecord, NotFound, Stale
from matchmaker.models import Conference, MeetingResult
from matchmaker.permissions import Permission, actor, requires
from matchmaker.queries import conference_matches, conferences, match_stages
from matchmaker.queries import conference_results as queries
from matchmaker.queries.paging import page_of
from matchmaker.schemas.choices import LATER_STAGES, OUTCOMES, STEPS
from matchmaker.schemas.results import ResultSchema
from matchmaker.schemas.units import unit_names
from matchmaker.services import guests, meeting_results, pipeline
from matchmaker.web import scanned
from matchmaker.web.forms import RecordForm
from matchmaker.web.language import language
from matchmaker.web.stage_form import StageForm, stage_lines
from matchmaker.web.timetable import slot_time
from matchmaker.web.words import day, label
from matchmaker.wording import errors, prints

blueprint = Blueprint("conference_results", __name__, url_prefix="/conferences")

FIELDS = tuple(ResultSchema().fields)
Answer = str | AnyResponse | tuple[str, int]
Document = Mapping[str, Any]


@dataclass(frozen=True)
class Slip:
    """One meeting of the timetable as the list of slips shows it."""

    producer: str
    buyer: str
    names: tuple[str, str]
    time: str
    session: str
    table: str
    result: MeetingResult | None


@blueprint.get("/<conference_id>/results")
@requires(Permission.RECORD_MEETINGS)
def index(conference_id: str) -> Answer:
    """The field for the next slip, and the slips not typed in yet."""
    conference = conferences.one(conference_id, actor())
    slips = _slips(conference)
    code = request.args.get("code", "").strip()
    found: list[Slip] = []
    if code:
        meetings = [{"a": s.producer, "b": s.buyer, "slot": m["slot"], "table": s.table} for s, m in slips]
        pairs = scanned.slip(code, conference_id, conference.document, meetings)
        if len(pairs) == 1:
            return redirect(_address(conference_id, *pairs[0]))
        wanted = {frozenset(pair) for pair in pairs}
        found = [s for s, _m in slips if frozenset((s.producer, s.buyer)) in wanted]
        if not found:
            flash(errors.sentence("slip_not_found", {"value": code[:80]}, language()))
    waiting = [s for s, _m in slips if s.result is None]
    return render_template(
        "conferences/results.html",
        conference=conference,
        total=len(slips),
        typed=len(slips) - len(waiting),
        code=code,
        found=found[:30],
        page=page_of(waiting, request.args.get("page", 1, int)),
        others=_others(conference, slips),
    )


@blueprint.get("/<conference_id>/results/<producer>/<buyer>")
@requires(Permission.RECORD_MEETINGS)
def one(conference_id: str, producer: str, buyer: str) -> str:
    """One slip: empty, or as it was typed in."""
    conference = conferences.one(conference_id, actor())
    sides = meeting_results.in_order(conference.document, (producer, buyer))
    result = queries.one(conference_id, *sides)
    return _page(conference, sides, ResultForm(initial=_shown(result)), result)


@blueprint.post("/<conference_id>/results/<producer>/<buyer>")
@requires(Permission.RECORD_MEETINGS)
def enter(conference_id: str, producer: str, buyer: str) -> Answer:
    """Keep the slip; back to the field for the next one, or on to the next in the order of the tables."""
    conference = conferences.one(conference_id, actor())
    sides = meeting_results.in_order(conference.document, (producer, buyer))
    form = ResultForm(request.form)
    record = form.load()
    if record is None:
        return _page(conference, sides, form, queries.one(conference_id, *sides), _version()), 422
    try:
        meeting_results.enter(conference_id, sides, record, actor(), _version())
    except InvalidRecord as refused:
        form.refuse(refused.messages)
        return _page(conference, sides, form, queries.one(conference_id, *sides), _version()), 422
    except Stale as error:
        flash(errors.sentence(error.code, error.facts, language()))
        result = queries.one(conference_id, *sides)
        return _page(conference, sides, ResultForm(initial=_shown(result)), result), 409
    names = " – ".join(_name(conference.document, each) for each in sides)
    flash(_("Đã ghi phiếu %(names)s.", names=names), "success")
    if request.form.get("step") == "next":
        following = _next(conferences.one(conference_id, actor()), sides)
        if following:
            return redirect(_address(conference_id, following.producer, following.buyer))
    return redirect(url_for("conference_results.index", conference_id=conference_id))


@blueprint.get("/<conference_id>/results/<producer>/<buyer>/stages")
@requires(Permission.RECORD_MEETINGS)
def stages(conference_id: str, producer: str, buyer: str) -> str:
    """How far two have come since they met, where no match of the ranking joins them."""
    return _stages_page(conference_id, (producer, buyer), StageForm())


@blueprint.post("/<conference_id>/results/<producer>/<buyer>/stages")
@requires(Permission.RECORD_MEETINGS)
def note_stage(conference_id: str, producer: str, buyer: str) -> Answer:
    """Note a further step of theirs."""
    form = StageForm(request.form)
    record = form.load()
    if record is not None:
        try:
            pipeline.note_meeting_stage(conference_id, (producer, buyer), record, actor())
        except InvalidRecord as refused:
            form.refuse(refused.messages)
        else:
            names = {"conference_id": conference_id, "producer": producer, "buyer": buyer}
            return redirect(url_for("conference_results.stages", **names))
    return _stages_page(conference_id, (producer, buyer), form), 422


class ResultForm(RecordForm):
    """The slip's fields; amounts and days are typed as people write them."""

    def __init__(self, typed: Any = None, initial: Mapping[str, Any] | None = None) -> None:
        super().__init__(ResultSchema, FIELDS, typed, initial)


def _shown(result: MeetingResult | None) -> dict[str, Any]:
    """A stored slip as the form's texts; a new one starts as held."""
    if result is None:
        return {"outcome": "met"}
    return {
        "outcome": result.outcome,
        "steps": result.steps,
        "reason": result.reason,
        "quantity": written(result.quantity),
        "unit": result.unit,
        "value": result.value,
        "next_on": day(result.next_on) if result.next_on else "",
        "note": result.note,
    }


def written(quantity: float | None) -> str:
    """A quantity as it is typed in Viet Nam: 2,5."""
    return "" if quantity is None else f"{quantity:.6f}".rstrip("0").rstrip(".").replace(".", ",")


def _page(
    conference: Conference,
    sides: tuple[str, str],
    form: ResultForm,
    result: MeetingResult | None,
    version: int | None = None,
) -> str:
    rows = [guests.find(conference.document, each) for each in sides]
    match = conference_matches.best_among(rows).get(frozenset(sides))
    place = next((s for s, _m in _slips(conference) if {s.producer, s.buyer} == set(sides)), None)
    return render_template(
        "conferences/result.html",
        conference=conference,
        form=form,
        sides=sides,
        names=[_name(conference.document, each) for each in sides],
        place=place,
        traded=f"{match.offer.product} → {match.demand.product}" if match else "",
        result=result,
        version=version if version is not None else (result.version if result else 0),
        outcomes=OUTCOMES,
        steps=STEPS,
        units=unit_names(),
    )


def _stages_page(conference_id: str, sides: tuple[str, str], form: StageForm) -> str:
    conference = conferences.one(conference_id, actor())
    result = queries.one(conference_id, *sides)
    if result is None:
        raise NotFound
    return render_template(
        "conferences/stages.html",
        conference=conference,
        sides=sides,
        names=[_name(conference.document, each) for each in sides],
        form=form,
        stages=stage_lines(match_stages.of_result(result.id)),
        stage_choices=[(code, label("stage", code)) for code in LATER_STAGES],
    )


def _slips(conference: Conference) -> list[tuple[Slip, Document]]:
    """The meetings of the latest timetable in the order of slots and tables."""
    document = conference.document
    if not conference.schedules:
        return []
    slots = {s["id"]: (place, s) for place, s in enumerate(document["slots"])}
    tables = {t["id"]: place for place, t in enumerate(document["tables"])}
    typed = {frozenset((r.producer, r.buyer)): r for r in queries.results(conference.id)}
    people = {p["id"]: p for p in document["participants"]}
    meetings = [m for m in conference.schedules[-1].document["meetings"] if {m["a"], m["b"]} <= people.keys()]
    rows = []
    for m in sorted(meetings, key=lambda m: (slots[m["slot"]][0], tables.get(m["table"], 0))):
        turned = people[m["a"]].get("side") == "buyer" and people[m["b"]].get("side") != "buyer"
        producer, buyer = (m["b"], m["a"]) if turned else (m["a"], m["b"])
        slot = slots[m["slot"]][1]
        names = tuple(str(people[each].get("name") or each) for each in (producer, buyer))
        rows.append(
            (
                Slip(
                    producer,
                    buyer,
                    (names[0], names[1]),
                    slot_time(slot),
                    prints.session_label(document, slot, language()),
                    str(m["table"]),
                    typed.get(frozenset((producer, buyer))),
                ),
                m,
            )
        )
    return rows


def _others(
    conference: Conference, slips: Sequence[tuple[Slip, Document]]
) -> list[tuple[MeetingResult, str]]:
    """Slips of meetings that are not in the latest timetable."""
    known = {frozenset((s.producer, s.buyer)) for s, _m in slips}
    people = {p["id"]: str(p.get("name") or p["id"]) for p in conference.document["participants"]}
    return [
        (row, f"{people.get(row.producer, row.producer)} – {people.get(row.buyer, row.buyer)}")
        for row in queries.results(conference.id)
        if frozenset((row.producer, row.buyer)) not in known
    ]


def _next(conference: Conference, sides: tuple[str, str]) -> Slip | None:
    """The next slip not typed in, after this one in the order of the tables, else the first."""
    slips = [s for s, _m in _slips(conference)]
    place = next((i for i, s in enumerate(slips) if {s.producer, s.buyer} == set(sides)), -1)
    return next((s for s in [*slips[place + 1 :], *slips[: place + 1]] if s.result is None), None)


def _address(conference_id: str, producer: str, buyer: str) -> str:
    return url_for("conference_results.one", conference_id=conference_id, producer=producer, buyer=buyer)


def _name(document: Document, participant: str) -> str:
    return str(guests.find(document, participant).get("name") or participant)


def _version() -> int:
    text = request.form.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0
