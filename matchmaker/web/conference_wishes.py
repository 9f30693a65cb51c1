"""Whom the parties of a conference wish to meet: who has answered, links to hand out, wishes typed in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from matchmaker.models import Conference
from matchmaker.permissions import Permission, actor, may, requires
from matchmaker.queries import conferences as queries
from matchmaker.queries import wishes
from matchmaker.queries.search import fold
from matchmaker.queries.wishes import Answer
from matchmaker.services import guests, personal_links, wishing
from matchmaker.services.wishing import Said
from matchmaker.web.conference_preparation import Answer as PageAnswer
from matchmaker.web.language import language
from matchmaker.web.words import day
from matchmaker.wording.timetables import SOURCE

blueprint = Blueprint("conference_wishes", __name__, url_prefix="/conferences")

LISTS = ("must", "want", "no")
_SEPARATORS = re.compile(r"[;,\n]+")


@dataclass(frozen=True)
class Party:
    """A participant with its answer and, for organizers, its link and a message to send along."""

    id: str
    name: str
    side: str
    answer: Answer | None
    source: str
    link: str
    message: str


@blueprint.get("/<conference_id>/wishes")
@requires(Permission.SEE_CONFERENCES)
def index(conference_id: str) -> str:
    """Who has answered, when and how; those that have not come first."""
    conference = queries.one(conference_id, actor())
    only = request.args.get("only", "")
    answers = wishes.answers(conference_id)
    remind = only == "waiting"
    rows = conference.document["participants"]
    parties = [_party(conference, row, answers.get(row["id"]), remind) for row in rows]
    shown = [p for p in parties if only != "waiting" or p.answer is None]
    return render_template(
        "conferences/wishes.html",
        conference=conference,
        parties=sorted(shown, key=lambda p: p.answer is not None),
        waiting=sum(p.answer is None for p in parties),
        total=len(parties),
        only=only,
        may_arrange=may(Permission.ARRANGE_CONFERENCES),
    )


@blueprint.get("/<conference_id>/wishes/<participant_id>")
@requires(Permission.ARRANGE_CONFERENCES)
def one(conference_id: str, participant_id: str) -> str:
    """One party's wishes, as codes to type from a paper form."""
    conference = queries.one(conference_id, actor())
    known = wishes.of_party(conference_id, participant_id)
    typed = {kind: "; ".join(w.other for w in known if w.kind == kind) for kind in LISTS}
    return _entry_page(conference, participant_id, typed, ())


@blueprint.post("/<conference_id>/wishes/<participant_id>")
@requires(Permission.ARRANGE_CONFERENCES)
def enter(conference_id: str, participant_id: str) -> PageAnswer:
    """Take the wishes down and go on to the next party that has not answered."""
    conference = queries.one(conference_id, actor())
    typed = {kind: request.form.get(kind, "")[:10_000] for kind in LISTS}
    said, unknown = read_wishes(typed, wishing.partners(conference.document, participant_id))
    if unknown:
        return _entry_page(conference, participant_id, typed, unknown), 422
    wishing.replace(conference_id, participant_id, said, actor(), "paper")
    name = guests.find(conference.document, participant_id).get("name") or participant_id
    flash(_("Đã ghi nguyện vọng của “%(name)s”.", name=name), "success")
    following = _next_waiting(conference, participant_id) if request.form.get("step") == "next" else ""
    if following:
        return redirect(
            url_for("conference_wishes.one", conference_id=conference_id, participant_id=following)
        )
    return redirect(url_for("conference_wishes.index", conference_id=conference_id))


@blueprint.post("/<conference_id>/wishes/<participant_id>/link")
@requires(Permission.ARRANGE_CONFERENCES)
def withdraw_link(conference_id: str, participant_id: str) -> AnyResponse:
    """Make a participant's links so far lead nowhere; a new one stands in the list."""
    personal_links.withdraw(conference_id, participant_id, actor())
    flash(_("Đường dẫn cũ không dùng được nữa; hãy gửi đường dẫn mới."), "success")
    return redirect(url_for("conference_wishes.index", conference_id=conference_id))


def read_wishes(
    typed: Mapping[str, str], others: Sequence[Mapping[str, Any]]
) -> tuple[dict[str, Said], list[tuple[str, str]]]:
    """The wishes that typed codes or names mean, and what was not understood, with why (a code).

    A later list wins over an earlier one only by being refused: somebody named twice is told.
    """
    said: dict[str, Said] = {}
    wrong: list[tuple[str, str]] = []
    for kind in LISTS:
        rank = 0
        for text in _split(typed[kind], {fold(row["id"]) for row in others}):
            found = _meant(text, others)
            if len(found) != 1:
                wrong.append((text, "several_meant" if found else "nobody_meant"))
            elif found[0] in said:
                wrong.append((text, "named_twice"))
            else:
                rank += 1
                said[found[0]] = Said(kind, min(rank, wishing.MOST_RANK) if kind == "want" else 0)
    return said, wrong


def _split(text: str, codes: set[str]) -> list[str]:
    """Parts between commas, semicolons and lines; between blanks too where all parts are codes."""
    parts = [part.strip() for part in _SEPARATORS.split(text) if part.strip()]
    result: list[str] = []
    for part in parts:
        pieces = part.split()
        result += pieces if all(fold(piece) in codes for piece in pieces) else [part]
    return result


def _meant(text: str, others: Sequence[Mapping[str, Any]]) -> list[str]:
    """The ids that a text can mean: its code or booth, else its name, else the names that hold its words."""
    wanted = fold(text)
    for told in ("id", "booth", "name"):
        found = [row["id"] for row in others if fold(str(row.get(told) or "")) == wanted]
        if found:
            return found
    words = wanted.split()
    return [row["id"] for row in others if all(word in fold(str(row.get("name") or "")) for word in words)]


def _entry_page(
    conference: Conference, participant_id: str, typed: Mapping[str, str], wrong: Sequence[tuple[str, str]]
) -> str:
    participant = guests.find(conference.document, participant_id)
    words = {
        "nobody_meant": _("không có bên nào như vậy"),
        "several_meant": _("có nhiều bên tên như vậy, hãy ghi mã"),
        "named_twice": _("ghi hai lần"),
    }
    return render_template(
        "conferences/wish_entry.html",
        conference=conference,
        participant=participant,
        others=wishing.partners(conference.document, participant_id),
        typed=typed,
        wrong=[(text, words[why]) for text, why in wrong],
        answer=wishes.answers(conference.id).get(participant_id),
    )


def _next_waiting(conference: Conference, participant_id: str) -> str:
    """The first participant after this one, round the list, that has not answered; "" for none."""
    ids = [row["id"] for row in conference.document["participants"]]
    at, answered = ids.index(participant_id), wishes.answers(conference.id)
    return next((each for each in ids[at + 1 :] + ids[:at] if each not in answered), "")


def _party(conference: Conference, row: Mapping[str, Any], answer: Answer | None, remind: bool) -> Party:
    link = message = ""
    if may(Permission.ARRANGE_CONFERENCES):
        link = url_for(
            "personal_pages.page",
            conference_id=conference.id,
            participant_id=row["id"],
            key=personal_links.key(conference.id, row),
            _external=True,
        )
        message = _message(conference, row, link, remind)
    return Party(
        id=row["id"],
        name=row.get("name") or row["id"],
        side=row.get("side") or "",
        answer=answer,
        source=SOURCE.get(answer.source, ("", ""))[language() == "en"] if answer else "",
        link=link,
        message=message,
    )


def _message(conference: Conference, row: Mapping[str, Any], link: str, remind: bool) -> str:
    """What an organizer pastes into a chat: who is asked (or reminded) of what, until when, and where."""
    last, who = conference.document.get("wishes_until"), row.get("name") or row["id"]
    named = {"name": who, "conference": conference.name}
    text = (
        _("Kính gửi %(name)s. Ban tổ chức “%(conference)s” chưa nhận được nguyện vọng của đơn vị.", **named)
        if remind
        else _("Kính gửi %(name)s. Ban tổ chức “%(conference)s” mời đơn vị chọn những bên muốn gặp.", **named)
    )
    until = _(" Xin trả lời trước hết ngày %(day)s.", day=day(last)) if last else ""
    return (
        text
        + until
        + _(
            " Mở đường dẫn riêng của đơn vị (không cần tài khoản, xin không chuyển cho người khác): %(link)s",
            link=link,
        )
    )
