"""What a side of an introduced match sees and does on its own page, by link or by account: the other side's
goods or need, whom to call there, its answer, its terms, and the steps and deliveries since."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from flask import flash, request
from flask_babel import gettext as _
from marshmallow import ValidationError

from matchmaker.errors import Conflict, InvalidRecord
from matchmaker.models import IntroducedMatch, User
from matchmaker.queries import deliveries, match_stages
from matchmaker.schemas.choices import TERMS
from matchmaker.schemas.introductions import AnswerSchema, DeliverySchema, TermsSchema
from matchmaker.schemas.pipeline import MATCH, TOLD_BY
from matchmaker.schemas.results import StageSchema
from matchmaker.services import answering, delivering, letter_printing, pipeline, terms_sheet
from matchmaker.services.calendar import today
from matchmaker.web.forms import first_message
from matchmaker.web.introduction_lines import Candidate, TermLine, candidate, term_lines, wanted_lines
from matchmaker.web.introductions import typed_answer
from matchmaker.web.language import language
from matchmaker.web.stage_form import StageLine, stage_lines
from matchmaker.web.words import day, label, number, unit
from matchmaker.wording import errors

STAGE_FIELDS = ("stage", "happened_on", "reason", "quantity", "unit", "value", "note")
DELIVERY_FIELDS = ("delivered_on", "quantity", "unit", "value", "note")
NEVER = frozenset({"delivered", "ongoing"})  # told by a delivery


@dataclass
class Side:
    """One introduced match as one side (buyer or producer) sees it; ``problems`` by what was refused."""

    row: IntroducedMatch
    side: str
    candidate: Candidate
    wanted: list[str]
    buyer: str
    stages: list[StageLine]
    terms: list[TermLine]
    steps: list[tuple[str, str]]
    delivering: bool
    over: bool
    deliveries: list[tuple[str, str]]
    problems: dict[str, str] = field(default_factory=dict)
    people: list[dict[str, str]] | None = None

    @property
    def other(self) -> str:
        """The name of the other side."""
        return self.candidate.party if self.side == "buyer" else self.buyer


def view(row: IntroducedMatch, side: str) -> Side:
    """The page's content for a side."""
    letter = letter_printing.letter(row.introduction)
    stage = match_stages.latest(row.match_id)
    stands = stage.stage if stage else "introduced"
    allowed = [code for code in TOLD_BY[side] if code in MATCH[stands] and code != "failed"]
    return Side(
        row=row,
        side=side,
        candidate=candidate(row, letter),
        wanted=wanted_lines(letter),
        buyer=letter.document["buyer"]["name"],
        stages=stage_lines(match_stages.of_match(row.match_id)),
        terms=term_lines(row.match),
        steps=[(code, label("stage", code)) for code in allowed] if row.answer_of(side) else [],
        delivering=stands in delivering.DELIVERING,
        over=stands in answering.OPEN_UNTIL,
        deliveries=delivery_lines(row.match_id),
    )


def delivery_lines(match_id: int) -> list[tuple[str, str]]:
    """Each delivery's day and amount."""
    return [
        (day(each.delivered_on), f"{number(each.quantity, 2)} {unit(each.unit, each.quantity)}")
        for each in deliveries.of_match(match_id)
    ]


def act(row: IntroducedMatch, side: str, how: str, actor: User | None) -> Side | None:
    """Carry out what the form asks for; None when it is done, else the page with what is wrong, or with the
    contacts that were asked for."""
    wanted = request.form.get("do", "")
    if wanted == "contacts":
        shown = view(row, side)
        shown.people = answering.open_contacts(row, side, how, actor)
        return shown
    try:
        if wanted == "answer":
            answering.answer(row, side, AnswerSchema().load(typed_answer()), how, actor)
            flash(_("Đã ghi câu trả lời. Xin cảm ơn đơn vị."), "success")
        elif wanted == "terms":
            _say_terms(row, side, how, actor)
        elif wanted == "stage":
            pipeline.tell_stage(row.match, side, _stage(), how, actor)
            flash(_("Đã ghi bước mới. Xin cảm ơn đơn vị."), "success")
        elif wanted == "delivery":
            delivering.deliver(row.match, delivery(), how, actor, side)
            flash(_("Đã ghi lần giao hàng. Xin cảm ơn đơn vị."), "success")
    except (ValidationError, InvalidRecord) as error:
        shown = view(row, side)
        shown.problems[wanted] = first_message(error.messages)
        return shown
    except Conflict as error:
        shown = view(row, side)
        shown.problems[wanted] = errors.sentence(error.code, error.facts, language())
        return shown
    return None


def delivery() -> dict[str, Any]:
    """A delivery as typed. Raises ``ValidationError``."""
    record: dict[str, Any] = DeliverySchema(local_numbers=True).load(_typed((*DELIVERY_FIELDS, "behalf")))
    return record


def _stage() -> dict[str, Any]:
    record: dict[str, Any] = StageSchema(local_numbers=True).load(_typed(STAGE_FIELDS))
    return record


def typed_terms() -> dict[str, str]:
    """The terms as typed, those of the form that stand for themselves in the records left out."""
    typed = {term: request.form[f"t-{term}"].strip() for term in TERMS if f"t-{term}" in request.form}
    return {term: text for term, text in typed.items() if text != request.form.get(f"was-{term}", "").strip()}


def _say_terms(row: IntroducedMatch, side: str, how: str, actor: User | None) -> None:
    record = TermsSchema().load({"side": side, "words": typed_terms() or {}}) if typed_terms() else None
    if record is None:
        return
    whose = answering.organisation_of(row.match, side)
    terms_sheet.say(row.match, side, record["words"], how, actor, whose)
    flash(_("Đã ghi các điều khoản đơn vị nêu."), "success")


def _typed(names: tuple[str, ...]) -> dict[str, str]:
    return {name: request.form[name].strip() for name in names if request.form.get(name, "").strip()}


def fresh() -> str:
    """Today, as the form begins with it."""
    return day(today())
