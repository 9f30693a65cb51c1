"""How producers and buyers ask to be let in: one short form that a cheap phone manages without scripts."""

from __future__ import annotations

from collections.abc import Sequence

from flask import (
    Blueprint,
    Response,
    abort,
    current_app,
    flash,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask_babel import gettext as _
from marshmallow import ValidationError
from werkzeug.wrappers import Response as AnyResponse

from matchmaker.errors import Conflict
from matchmaker.extensions import limiter
from matchmaker.models import Registration
from matchmaker.permissions import Permission, actor, may
from matchmaker.queries.registrations import at_rest
from matchmaker.schemas.registrations import TRADERS, RegistrationSchema, SuppliedSchema, provinces
from matchmaker.services import registration_stages, registrations
from matchmaker.web import placing
from matchmaker.web.forms import RecordForm, first_message
from matchmaker.web.language import language
from matchmaker.web.placing import ELSEWHERE, PlaceOption
from matchmaker.wording import consents, errors

blueprint = Blueprint("joining", __name__, url_prefix="/join")

FIELDS = (
    *("name", "legal_form", "channel", "person", "role", "phone", "email"),
    *("province", "commune", "goods", "tax_code", "consent"),
)
TRAP = "website"  # no person sees this field; what fills it in is a machine


def _limit() -> str:
    return str(current_app.config["JOIN_LIMIT"])


@blueprint.get("/")
def choose() -> str:
    """Seller or buyer, and what will be asked."""
    return render_template("joining/choose.html")


@blueprint.get("/<any(producer, buyer):side>")
def form(side: str) -> str:
    """An empty form."""
    return _form(side, RecordForm(RegistrationSchema, FIELDS))


@blueprint.post("/<any(producer, buyer):side>")
@limiter.limit(_limit)
def send(side: str) -> AnyResponse | tuple[str, int]:
    """Keep the registration, and go to the page on which it can be followed."""
    if request.form.get(TRAP):
        return redirect(url_for("joining.choose"))
    typed = RecordForm(RegistrationSchema, FIELDS, request.form)
    record, places = typed.load({"side": side}), _places(typed)
    if record is None or places:
        return _form(side, typed, places), 422
    row = registrations.send(record | _picked(typed), actor() if may(Permission.LET_IN) else None)
    return redirect(follow_address(row))


@blueprint.get("/followed/<int:registration_id>/<key>")
@limiter.limit("60 per minute")
def followed(registration_id: int, key: str) -> Response:
    """How far a registration is, for whoever has its link: nothing of what was written stands there."""
    row = registrations.followed(registration_id, key)
    answer = make_response(
        render_template(
            "joining/followed.html",
            row=row,
            key=key,
            resting=bool(at_rest([row.organisation_id or ""])),
        )
    )
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["X-Robots-Tag"] = "noindex, nofollow"
    return answer


@blueprint.post("/followed/<int:registration_id>/<key>")
@limiter.limit(_limit)
def supplied(registration_id: int, key: str) -> AnyResponse:
    """Keep what was asked for; the officer has it to check."""
    try:
        said = SuppliedSchema().load({"note": request.form.get("note", "")})
        registration_stages.supply(registration_id, key, said["note"])
        flash(_("Đã gửi phần bổ sung. Cán bộ sẽ xem và gọi lại."), "success")
    except ValidationError as error:
        flash(first_message(error.messages))
    except Conflict as error:
        flash(errors.sentence(error.code, error.facts, language()))
    return redirect(url_for("joining.followed", registration_id=registration_id, key=key))


@blueprint.get("/consent/<version>")
def consent(version: str) -> str:
    """One version of the text that people agree to, old ones too."""
    if version not in consents.VERSIONS:
        abort(404)
    return render_template(
        "joining/consent.html",
        version=version,
        parts=consents.text(version, language()),
        current=consents.CURRENT,
    )


def follow_address(row: Registration) -> str:
    """The address of the page on which a registration is followed."""
    return url_for("joining.followed", registration_id=row.id, key=registrations.key(row))


def _places(typed: RecordForm) -> list[PlaceOption]:
    """The communes to choose from, refusing the form, where several in the province can be meant; none when
    the text is clear, empty or already settled."""
    offered = [
        option
        for option in placing.options(_written(typed))
        if option.value == ELSEWHERE or "|" in option.value
    ]
    settled = typed.value("place_asked") == _written(typed)
    if len(offered) < 2 or (settled and typed.value("place_choice") in {option.value for option in offered}):
        return []
    typed.messages["place_choice"] = _(
        "Xã, phường ghi ở trên có thể là nhiều nơi. Xin chọn một nơi rồi gửi lại."
    )
    return offered


def _picked(typed: RecordForm) -> dict[str, str]:
    """The commune of today that was picked, with its province; what was typed where none was."""
    commune, mark, province = typed.value("place_choice").partition("|")
    if typed.value("place_asked") != _written(typed) or not mark or province not in provinces():
        return {}
    return {"commune": commune, "province": province}


def _written(typed: RecordForm) -> str:
    commune = typed.value("commune").strip()
    return f"{commune}, {typed.value('province')}" if commune else ""


def _form(side: str, typed: RecordForm, places: Sequence[PlaceOption] = ()) -> str:
    return render_template(
        "joining/form.html",
        side=side,
        sides=TRADERS,
        form=typed,
        provinces=[(name, name) for name in provinces()],
        trap=TRAP,
        parts=consents.text(consents.CURRENT, language()),
        summary=consents.summary(consents.CURRENT, language()),
        version=consents.CURRENT,
        helping=may(Permission.LET_IN),
        places=places,
        asked=_written(typed),
    )
