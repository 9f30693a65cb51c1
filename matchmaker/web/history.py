"""The history of the reference data, and taking a change back."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from matchmaker.errors import Conflict, InvalidRecord, Stale
from matchmaker.extensions import queue
from matchmaker.models import ReferenceChange
from matchmaker.permissions import Permission, actor, authorise, may, requires
from matchmaker.queries import reference_changes as changed
from matchmaker.queries.organisations import names_of
from matchmaker.queries.paging import page_of
from matchmaker.schemas.base import RecordSchema
from matchmaker.services import coefficients, lexicon, undoing
from matchmaker.web import proposing
from matchmaker.web.change_lines import change_lines, entry_name
from matchmaker.web.forms import RecordForm
from matchmaker.web.language import language
from matchmaker.web.trial_lines import trial_page
from matchmaker.web.words import label, setting
from matchmaker.wording import errors
from seeds.overlay import Change

blueprint = Blueprint("history", __name__, url_prefix="/reference")

# Who may take a change back: whoever may make one.
NEEDED = {
    "products": Permission.CHANGE_LEXICON,
    "markets": Permission.CHANGE_MARKETS,
    "channels": Permission.CHANGE_CHANNELS,
    "buyers": Permission.CHANGE_BUYER_TERMS,
    "coefficients": Permission.CHANGE_COEFFICIENTS,
}


@blueprint.get("/history")
@requires(Permission.SEE_REFERENCE)
def listed() -> str:
    """Every change, the latest first."""
    subject = request.args.get("subject", "")
    subject = subject if subject in NEEDED else ""
    page = page_of(changed.readable_history(subject, actor()), request.args.get("page", 1, int))
    return render_template(
        "reference/history.html", page=page, lines=change_lines(page.rows), subject=subject, entry=entry
    )


@blueprint.get("/changes/<int:change_id>/undo")
@requires(Permission.CHANGE_BUYER_TERMS)  # whoever changes anything may do that; NEEDED says the rest
def ask_undo(change_id: int) -> str | Response:
    """What taking a change back would alter."""
    row = _undoable(change_id)
    try:
        return _page(row)
    except Conflict as error:
        flash(errors.sentence(error.code, error.facts, language()))
        return redirect(_back(row))


@blueprint.post("/changes/<int:change_id>/undo")
@requires(Permission.CHANGE_BUYER_TERMS)
def undo(change_id: int) -> str | Response | tuple[str, int]:
    """Take a change back; it stays in the history."""
    row = _undoable(change_id)
    try:
        version = proposing.looked_at(row.subject, _change(row))
        if version is None:
            raise Stale
        undoing.undo(row.id, request.form.get("reason", ""), actor(), version)
    except InvalidRecord as error:
        return _page(row, error), 422
    except (Conflict, Stale) as error:
        flash(errors.sentence(error.code, error.facts, language()))
    else:
        queue.defer("rank_stale")
        flash(_("Đã hoàn tác. Các bảng xếp hạng liên quan đang được tính lại."), "success")
    return redirect(_back(row, f"change-{change_id}"))


def entry(row: ReferenceChange) -> str:
    """The name of what a change is about, in the reader's language."""
    key, _mark, market = row.key.partition("/")
    if row.subject == "channels":
        return label("channel", key)
    if row.subject == "coefficients":
        return setting(row.key)
    if row.subject == "buyers":
        return names_of([key]).get(key, key)
    name = entry_name(key)
    return f"{name} – {label('market', market)}" if market else name


def may_undo(row: ReferenceChange) -> bool:
    """Whether the reader may take a change of that sort back."""
    return may(NEEDED[row.subject])


def _undoable(change_id: int) -> ReferenceChange:
    row = undoing.one(change_id, actor())
    authorise(NEEDED[row.subject])
    return row


def _back(row: ReferenceChange, anchor: str | None = None) -> str:
    """Where the change was found: in the history of all, or of a buyer's own template."""
    if may(Permission.SEE_REFERENCE):
        return url_for("history.listed", _anchor=anchor)
    return url_for("terms.buyer", organisation_id=row.key, _anchor=anchor)


def _page(row: ReferenceChange, refused: InvalidRecord | None = None) -> str:
    form = RecordForm(RecordSchema, ("reason",), request.form)
    if refused:
        form.refuse(refused.messages)
    look = trial = None
    if row.subject == lexicon.SUBJECT:
        look = proposing.look(row.subject, lexicon.propose_undo(row.id)[1], actor())
    if row.subject == coefficients.SUBJECT:
        trial = trial_page(coefficients.look_undone(row.id, actor()))
    version = changed.stamp(row.subject).number
    return render_template(
        "reference/undo.html",
        line=change_lines([row])[0],
        name=entry(row),
        form=form,
        back_to=_back(row),
        look=look,
        trial=trial,
        version=version,
        seal=proposing.seal(row.subject, _change(row), version),
    )


def _change(row: ReferenceChange) -> Change:
    return Change(row.key, changed.UNDO)
