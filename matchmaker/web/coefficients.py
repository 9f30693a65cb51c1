"""The figures behind hours, freight and the account to the producer: looked at, then kept with a reason."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from itertools import groupby
from typing import Any

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from matchmaker.errors import InvalidRecord, Stale
from matchmaker.extensions import queue
from matchmaker.permissions import Permission, actor, may, requires
from matchmaker.queries import reference_changes as changed
from matchmaker.queries.reference_changes import Row
from matchmaker.schemas.coefficients import CoefficientSchema, QueueSchema
from matchmaker.services import coefficients, knowledge
from matchmaker.services.calendar import today
from matchmaker.services.coefficients import SUBJECT
from matchmaker.services.trials import Trial
from matchmaker.web import proposing
from matchmaker.web.change_lines import change_lines, details
from matchmaker.web.forms import RecordForm
from matchmaker.web.language import language
from matchmaker.web.trial_lines import trial_page
from matchmaker.web.words import label, number, setting
from matchmaker.wording import errors
from matchmaker.wording.coefficients import GROUP
from seeds.overlay import Change

blueprint = Blueprint("coefficients", __name__, url_prefix="/reference/coefficients")

FIELDS = tuple(CoefficientSchema().fields)
QUEUE_FIELDS = tuple(QueueSchema().fields)


@blueprint.get("/")
@requires(Permission.SEE_REFERENCE)
def listed() -> str:
    """All settings by group, each with its source and the day it was looked at."""
    rows = [(key, changed.by_key(SUBJECT)[key]) for key in coefficients.editable()]
    rows.sort(key=lambda each: list(GROUP).index(each[1]["group"]))
    return render_template(
        "reference/coefficients.html",
        groups=[(group, list(some)) for group, some in groupby(rows, lambda each: each[1]["group"])],
        calibrated=knowledge.network().coefficients.calibrated,
        lost=changed.without_a_row(SUBJECT),
        may_change=may(Permission.CHANGE_COEFFICIENTS),
        shown=shown,
        where=where,
        name=setting,
    )


@blueprint.get("/gate-queue")
@requires(Permission.CHANGE_COEFFICIENTS)
def queue_form() -> str:
    """The form that dates the queue at border gates."""
    return _queue_page(RecordForm(QueueSchema, QUEUE_FIELDS, initial={"checked_on": f"{today():%d/%m/%Y}"}))


@blueprint.post("/gate-queue")
@requires(Permission.CHANGE_COEFFICIENTS)
def date_queue() -> str | Response | tuple[str, int]:
    """See what another queue in some weeks would do to the rankings; kept once that was looked at."""
    form = RecordForm(QueueSchema, QUEUE_FIELDS, request.form)
    made = _made(form, coefficients.queue_in)
    if made is None:
        return _queue_page(form), 422
    if request.form.get("step") == "save" and (kept := _kept(form, made)):
        return kept
    shown = _queue_page(form, made, coefficients.look([made], actor()))
    return (shown, 422) if form.problems else shown


@blueprint.get("/<path:key>")
@requires(Permission.SEE_REFERENCE)
def one(key: str) -> str:
    """One setting with its history, and the form that changes it for those who may."""
    row = coefficients.one(key)
    low, high = coefficients.ends_of(row["value"]) or (None, None)
    begun = {"low": number(low, 6), "high": number(high, 6), "checked_on": today().strftime("%d/%m/%Y")}
    return _page(RecordForm(CoefficientSchema, FIELDS, initial=begun), key)


@blueprint.post("/<path:key>")
@requires(Permission.CHANGE_COEFFICIENTS)
def change(key: str) -> str | Response | tuple[str, int]:
    """See what other figures would do to the rankings; kept once that was looked at."""
    coefficients.one(key)
    form = RecordForm(CoefficientSchema, FIELDS, request.form)
    made = _made(form, partial(coefficients.alteration, key))
    if made is None:
        return _page(form, key), 422
    if request.form.get("step") == "save" and (kept := _kept(form, made)):
        return kept
    shown = _page(form, key, made, coefficients.look([made], actor()))
    return (shown, 422) if form.problems else shown


def shown(row: Row) -> str:
    """The figures of a setting with their unit."""
    ends = coefficients.ends_of(row["value"])
    if ends is None:
        return _("chưa hiệu chỉnh")
    low, high = ends
    figures = number(low, 4) if low == high else f"{number(low, 4)} – {number(high, 4)}"
    return f"{figures} {label('coefficient_unit', row['unit'])}"


def where(key: str) -> str:
    """The address of a setting's page."""
    return url_for("coefficients.one", key=key)


def _kept(form: RecordForm, made: Change) -> Response | None:
    """Where to go once a change that was looked at is kept; None, with the form refused, where it is not."""
    try:
        version = proposing.looked_at(SUBJECT, made)
        if version is None:
            raise Stale
        coefficients.save([made], form.value("reason"), actor(), version)
    except InvalidRecord as error:
        form.refuse(error.messages)
        return None
    except Stale as error:
        form.messages["_schema"] = errors.sentence(error.code, error.facts, language())
        return None
    queue.defer("rank_stale")
    flash(_("Đã lưu. Mọi bảng xếp hạng đang được tính lại."), "success")
    return redirect(url_for("coefficients.one", key=made.key))


def _made(form: RecordForm, make: Callable[[Mapping[str, Any]], Change]) -> Change | None:
    loaded = form.load()
    if loaded is None:
        return None
    try:
        return make(loaded)
    except InvalidRecord as error:
        form.refuse(error.messages)
        return None


def _queue_page(form: RecordForm, made: Change | None = None, trial: Trial | None = None) -> str:
    version = changed.stamp(SUBJECT).number
    return render_template(
        "reference/gate_queue.html",
        form=form,
        name=setting(made.key) if made else "",
        hours=shown({**made.set}) if made else "",
        trial=trial_page(trial) if trial else None,
        version=version,
        seal=proposing.seal(SUBJECT, made, version) if made else "",
    )


def _page(form: RecordForm, key: str, made: Change | None = None, trial: Trial | None = None) -> str:
    row, version = coefficients.one(key), changed.stamp(SUBJECT).number
    return render_template(
        "reference/coefficient.html",
        form=form,
        key=key,
        row=row,
        as_range=coefficients.as_range(key),
        name=setting(key),
        shown=shown(row),
        may_change=may(Permission.CHANGE_COEFFICIENTS) and key not in coefficients.CALIBRATED,
        details=list(details(made, row)) if made else [],
        trial=trial_page(trial) if trial else None,
        version=version,
        seal=proposing.seal(SUBJECT, made, version) if made else "",
        history=change_lines(changed.history(SUBJECT, key)),
    )
