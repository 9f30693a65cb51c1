"""The pages of profiles: which is in use, each version, a copy to change, a trial on real demands."""

from __future__ import annotations

import json

from flask import Blueprint, Response, flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from matchmaker.errors import Conflict, Stale
from matchmaker.extensions import queue
from matchmaker.models import ProfileVersion
from matchmaker.permissions import Permission, actor, may, requires
from matchmaker.queries import profiles as queries
from matchmaker.queries.scope import everywhere
from matchmaker.services import profiles, trials
from matchmaker.services.trials import Choice
from matchmaker.web.language import language
from matchmaker.web.profile_forms import ProfileForm
from matchmaker.web.profile_lines import ProfileLine, value_lines
from matchmaker.web.sending import once
from matchmaker.web.trial_lines import trial_page
from matchmaker.wording import errors
from matchmaker.wording import profiles as words
from scoring.profile import CRITERIA, THRESHOLDS, Profile, ProfileRefusedError

blueprint = Blueprint("profiles", __name__, url_prefix="/profiles")

NOTE_LONGEST = 500


@blueprint.get("/")
@requires(Permission.SEE_PROFILES)
def index() -> str:
    """The profile in use, all versions, and what was in use when."""
    profiles.ready()
    active = queries.active_digest()
    adoptions = queries.adoptions()
    return render_template(
        "profiles/index.html",
        versions=[ProfileLine.named(row, active) for row in queries.versions()],
        current=ProfileLine.named(adoptions[0].profile, active),
        adoptions=[(each, ProfileLine.named(each.profile, active)) for each in adoptions],
        **_may(),
    )


@blueprint.get("/<int:profile_id>")
@requires(Permission.SEE_PROFILES)
def one(profile_id: int) -> str:
    """One version: its values, beside those in use where they differ."""
    return _page(queries.one(profile_id))


@blueprint.get("/<int:profile_id>.json")
@requires(Permission.SEE_PROFILES)
def download(profile_id: int) -> Response:
    """One version as the file that ``matchmaker rank --profile`` takes."""
    row = queries.one(profile_id)
    data = {"name": row.name, "author": row.author, **row.content}
    name = f"profile-{row.digest}.json"
    return Response(
        json.dumps(data, ensure_ascii=False, indent=2) + "\n",
        mimetype="application/json",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@blueprint.get("/<int:profile_id>/copy")
@requires(Permission.CHANGE_PROFILES)
def copy(profile_id: int) -> str:
    """A version's values in a form."""
    row = queries.one(profile_id)
    return _form(row, ProfileForm.of("" if row.delivered else row.name, row.content))


@blueprint.post("/<int:profile_id>/copy")
@requires(Permission.CHANGE_PROFILES)
def save(profile_id: int) -> str | AnyResponse | tuple[str, int]:
    """Keep the form as a new version and go on to try it; or only say what is wrong and what it sums to."""
    row, form = queries.one(profile_id), ProfileForm(request.form)
    form.check_texts()
    try:
        if request.form.get("step") == "check" or form.messages:
            Profile.from_data(form.data())
            return (_form(row, form, checked=not form.messages), 422 if form.messages else 200)
        note = form.value("note").strip()
        saved = queries.one(int(once(lambda: str(profiles.save(form.data(), note, actor(), row.id).id))))
    except ProfileRefusedError as refused:
        form.refuse(refused.errors)
        return _form(row, form), 422
    except Conflict as known:
        form.messages[""] = _told(known)
        return _form(row, form), 409
    title = ProfileLine.named(saved, None).title
    flash(_("Đã lưu “%(title)s”. Chưa có gì đổi: hãy thử trước khi dùng.", title=title), "success")
    return redirect(url_for("profiles.trial", profile_id=saved.id))


@blueprint.get("/<int:profile_id>/trial")
@requires(Permission.CHANGE_PROFILES)
def trial(profile_id: int) -> str:
    """Choose demands, and see what their rankings would become; nothing is stored."""
    profiles.ready()
    row, demands, choice = queries.one(profile_id), trials.choosable(actor()), _choice()
    found = trials.try_out(row, demands, choice) if choice else None
    return render_template(
        "profiles/trial.html",
        profile=ProfileLine.named(row, queries.active_digest()),
        current=_current(),
        demands=demands,
        provinces=sorted({demand.province for demand in demands if demand.province}),
        choice=choice or Choice(),
        trial=trial_page(found) if found else None,
        most=trials.MOST,
        seen=_seen(),
        **_may(),
    )


@blueprint.post("/<int:profile_id>/adopt")
@requires(Permission.ADOPT_PROFILE)
def adopt(profile_id: int) -> AnyResponse:
    """Take a version into use for the whole service, an earlier one too; the rankings follow."""
    seen = request.form.get("seen", "")
    note = request.form.get("note", "").strip()[:NOTE_LONGEST]
    try:
        adoption = profiles.adopt(profile_id, note, actor(), int(seen) if _is_number(seen) else None)
    except (Conflict, Stale) as error:
        flash(_told(error))
    except ProfileRefusedError:
        flash(_("Bản này thiếu giá trị mà phần mềm nay cần; hãy sao chép, điền đủ rồi dùng bản mới."))
    else:
        queue.defer("rank_stale")
        title = ProfileLine.named(adoption.profile, None).title
        flash(_("Từ nay dùng “%(title)s”. Các nhu cầu đang mở được xếp hạng lại.", title=title), "success")
    return redirect(url_for("profiles.index"))


def _told(error: Conflict | Stale) -> str:
    """A refusal in words, with the profile by the title that pages give it."""
    facts = dict(error.facts)
    if row := queries.of_digest(facts.get("digest", "")):
        facts["title"] = ProfileLine.named(row, None).title
    return errors.sentence(error.code, facts, language())


def _page(row: ProfileVersion) -> str:
    profiles.ready()
    adoption = queries.adopted()
    active = adoption.profile if adoption else row
    return render_template(
        "profiles/one.html",
        profile=ProfileLine.named(row, active.digest),
        current=_current(),
        parent=ProfileLine.named(row.parent, active.digest) if row.parent else None,
        lines=value_lines(row, active),
        digest=row.digest,
        seen=_seen(),
        **_may(),
    )


def _form(row: ProfileVersion, form: ProfileForm, checked: bool = False) -> str:
    return render_template(
        "profiles/copy.html",
        form=form,
        profile=ProfileLine.named(row, queries.active_digest()),
        criteria=CRITERIA,
        thresholds=tuple(THRESHOLDS),
        checked=checked,
        unit_of=lambda field: words.unit_name(field, language()),
        hint_of=lambda name: words.hint_of(name, language()),
    )


def _may() -> dict[str, bool]:
    """What the actor may do with a version."""
    whole = may(Permission.ADOPT_PROFILE) and everywhere(actor())
    return {"may_change": may(Permission.CHANGE_PROFILES), "may_adopt": whole}


def _current() -> ProfileLine | None:
    adoption = queries.adopted()
    return ProfileLine.named(adoption.profile, adoption.profile.digest) if adoption else None


def _seen() -> int | None:
    """The adoption in force as the page shows it."""
    adoption = queries.adopted()
    return adoption.id if adoption else None


def _choice() -> Choice | None:
    """Which demands the address asks for; None while it asks for none."""
    asked = request.args
    kind = asked.get("demands", "")
    if kind not in ("all", "province", "some"):
        return None
    return Choice(kind, asked.get("province", ""), tuple(asked.getlist("id")))


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 10
