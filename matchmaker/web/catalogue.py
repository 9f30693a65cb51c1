"""The product lexicon in the hands of officers: searching, one kind, adding, changing, retiring it."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from matchmaker.errors import Conflict, InvalidRecord, Stale
from matchmaker.extensions import queue
from matchmaker.permissions import Permission, actor, may, requires
from matchmaker.queries import kinds
from matchmaker.queries import reference_changes as changed
from matchmaker.queries.kinds import KindFilter
from matchmaker.queries.paging import page_of
from matchmaker.schemas.base import RecordSchema
from matchmaker.schemas.products import KindSchema, as_row
from matchmaker.services import lexicon
from matchmaker.web import proposing
from matchmaker.web.change_lines import change_lines, details, told
from matchmaker.web.forms import RecordForm
from matchmaker.web.kind_forms import filled
from matchmaker.web.language import language
from matchmaker.web.sending import once
from matchmaker.web.sources import sources
from matchmaker.wording import errors
from seeds.overlay import Change
from seeds.problems import parts

blueprint = Blueprint("catalogue", __name__, url_prefix="/reference")

FIELDS = tuple(KindSchema().fields)
FILTERS = ("q", "family", "rank", "form", "only")
SUBJECT = lexicon.SUBJECT


@blueprint.get("/")
@requires(Permission.SEE_REFERENCE)
def home() -> Response:
    """To the list of products."""
    return redirect(url_for("catalogue.listed"))


@blueprint.get("/products")
@requires(Permission.SEE_REFERENCE)
def listed() -> str:
    """The kinds, searched and browsed."""
    asked = {name: request.args.get(name, "")[:200] for name in FILTERS}
    found = kinds.listed(KindFilter(**asked))
    return render_template(
        "reference/kinds.html",
        page=page_of(found, request.args.get("page", 1, int)),
        filters=asked,
        page_filters={name: value for name, value in asked.items() if value},
        families=kinds.families(),
        own=lexicon.is_own,
        lost=changed.without_a_row(SUBJECT),
    )


@blueprint.get("/products/<key>")
@requires(Permission.SEE_REFERENCE)
def kind(key: str) -> str:
    """One kind: its names, family, months, storage, what it is not, where it comes from, its history."""
    row = kinds.one(key)
    return render_template(
        "reference/kind.html",
        kind=row,
        around=kinds.relatives(row),
        markets=[each for each in changed.rows("markets") if each["product"] in (key, *kinds.line(key))],
        own=lexicon.is_own(row),
        outdated=[
            (each.column, told(each.column, each.shipped), told(each.column, each.ours))
            for each in kinds.outdated(key)
        ],
        history=change_lines(changed.history(SUBJECT, key)),
        parts=parts,
        sources=sources(row["source"]),
        may_change=may(Permission.CHANGE_LEXICON),
    )


@blueprint.get("/products/new")
@requires(Permission.CHANGE_LEXICON)
def new_kind() -> str:
    """An empty form, with a name and a parent where a link brings them."""
    begun = {
        "name_vi": request.args.get("name", ""),
        "parent": request.args.get("parent", ""),
        "rank": "kind",
    }
    return _form(RecordForm(KindSchema, FIELDS, initial=begun))


@blueprint.post("/products/new")
@requires(Permission.CHANGE_LEXICON)
def add_kind() -> str | Response | tuple[str, int]:
    """See what a new kind would alter, or keep it after that."""
    return _submitted(RecordForm(KindSchema, FIELDS, request.form))


@blueprint.get("/products/<key>/edit")
@requires(Permission.CHANGE_LEXICON)
def edit_kind(key: str) -> str:
    """A kind as it stands, to be changed; a link may bring one more synonym or one more false friend."""
    begun = filled(kinds.one(key), request.args.get("synonym", ""), request.args.get("apart", ""))
    return _form(RecordForm(KindSchema, FIELDS, initial=begun), key)


@blueprint.post("/products/<key>/edit")
@requires(Permission.CHANGE_LEXICON)
def change_kind(key: str) -> str | Response | tuple[str, int]:
    """See what a change would alter, or keep it after that."""
    kinds.one(key)
    return _submitted(RecordForm(KindSchema, FIELDS, request.form), key)


@blueprint.get("/products/<key>/retire")
@requires(Permission.CHANGE_LEXICON)
def ask_retire(key: str) -> str | Response:
    """What taking an own addition out would alter."""
    change = lexicon.retirement(key)
    try:
        return _retire_page(key, proposing.look(SUBJECT, lexicon.propose(change), actor()))
    except Conflict as error:
        flash(errors.sentence(error.code, error.facts, language()))
        return redirect(url_for("catalogue.kind", key=key))


@blueprint.post("/products/<key>/retire")
@requires(Permission.CHANGE_LEXICON)
def retire(key: str) -> str | Response | tuple[str, int]:
    """Take an own addition out."""
    change = lexicon.retirement(key)
    version = proposing.looked_at(SUBJECT, change)
    try:
        if version is None:
            raise Stale
        lexicon.save(change, request.form.get("reason", ""), actor(), version)
    except InvalidRecord as error:
        form = RecordForm(RecordSchema, ("reason",), request.form)
        form.refuse(error.messages)
        return _retire_page(key, proposing.look(SUBJECT, lexicon.propose(change), actor()), form), 422
    except (Conflict, Stale) as error:
        flash(errors.sentence(error.code, error.facts, language()))
        return redirect(url_for("catalogue.kind", key=key))
    queue.defer("rank_stale")
    flash(_("Đã bỏ khỏi danh mục. Các bảng xếp hạng liên quan đang được tính lại."), "success")
    return redirect(url_for("catalogue.listed"))


def _submitted(form: RecordForm, key: str = "") -> str | Response | tuple[str, int]:
    """The form with what it would alter; once that was looked at, the change is kept."""
    change = _change(form, key)
    if change is None:
        return _form(form, key), 422
    if request.form.get("step") == "save":
        try:
            saved = once(lambda: _kept(change, form.value("reason")))
        except InvalidRecord as error:
            form.refuse(error.messages)
        except (Conflict, Stale) as error:
            form.messages["_schema"] = errors.sentence(error.code, error.facts, language())
        except _NotLookedAtError:
            pass  # what it would alter is shown again, and said to be new
        else:
            queue.defer("rank_stale")
            flash(_("Đã lưu. Các bảng xếp hạng liên quan đang được tính lại."), "success")
            return redirect(url_for("catalogue.kind", key=saved))
    return _proposed(form, change, key)


class _NotLookedAtError(Exception):
    """What is to be kept is not what was looked at."""


def _kept(change: Change, reason: str) -> str:
    """The key of the kind once the change is kept. Raises ``Stale`` where the lexicon moved on."""
    version = proposing.looked_at(SUBJECT, change)
    if version is not None:
        return lexicon.save(change, reason, actor(), version).key
    now = changed.stamp(SUBJECT).number
    raise _NotLookedAtError if request.form.get("version", now, int) == now else Stale


def _proposed(form: RecordForm, change: Change, key: str) -> str | tuple[str, int]:
    refused = bool(form.problems)
    try:
        proposal = lexicon.propose(change)
    except InvalidRecord as error:
        form.refuse(error.messages)
        return _form(form, key), 422
    except Conflict as error:
        form.messages["_schema"] = errors.sentence(error.code, error.facts, language())
        return _form(form, key), 409
    shown = _form(form, key, proposing.look(SUBJECT, proposal, actor()), change)
    return (shown, 422) if refused else shown


def _change(form: RecordForm, key: str) -> Change | None:
    """The change that a form asks for; None, with the messages in the form, where it is refused."""
    loaded = form.load()
    if loaded is None:
        return None
    wanted = as_row(loaded)
    try:
        begun = request.form.get("opened", None, int)
        return lexicon.alteration(key, wanted, begun) if key else lexicon.addition(wanted)
    except InvalidRecord as error:
        form.refuse(error.messages)
        return None


def _form(
    form: RecordForm, key: str = "", look: proposing.Look | None = None, change: Change | None = None
) -> str:
    return render_template(
        "reference/kind_form.html",
        form=form,
        kind=kinds.one(key) if key else None,
        look=look,
        details=list(details(change, kinds.one(key))) if key and change else [],
        suggestions=kinds.suggestions(),
        opened=changed.stamp(SUBJECT).number,
        edited=request.form.get("step") == "save" and not form.problems,
    )


def _retire_page(key: str, look: proposing.Look, form: Any = None) -> str:
    return render_template(
        "reference/retire.html",
        kind=kinds.one(key),
        look=look,
        form=form or RecordForm(RecordSchema, ("reason",), initial={}),
    )
