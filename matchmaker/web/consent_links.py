"""The page behind a member's own link on which it agrees to what is kept: no account, no script.

Never cached, not indexed. It tells the holder its own name and the text, nothing else.
"""

from __future__ import annotations

from flask import Blueprint, Response, make_response, redirect, render_template, request, url_for
from werkzeug.wrappers import Response as AnyResponse

from matchmaker.extensions import limiter
from matchmaker.models import Organisation
from matchmaker.queries import privacy
from matchmaker.services import consents
from matchmaker.web.language import language
from matchmaker.wording import consents as words

blueprint = Blueprint("consent_links", __name__, url_prefix="/c")

PAGE = "/<organisation_id>/<key>"


@blueprint.get(PAGE)
@limiter.limit("60 per minute")
def page(organisation_id: str, key: str) -> Response:
    """The text to agree to, or that it was agreed to and when."""
    return _page(consents.opened(organisation_id, key), missing=False)


@blueprint.post(PAGE)
@limiter.limit("30 per minute")
def send(organisation_id: str, key: str) -> AnyResponse:
    """Agree. Without the tick nothing is kept: silence is no consent."""
    if request.form.get("consent") != "1":
        answer = _page(consents.opened(organisation_id, key), missing=True)
        answer.status_code = 422
        return answer
    consents.give(organisation_id, key)
    return redirect(url_for("consent_links.page", organisation_id=organisation_id, key=key))


def _page(member: Organisation, *, missing: bool) -> Response:
    answer = make_response(
        render_template(
            "consents/link.html",
            member=member,
            consent=privacy.standing_consent(member.id),
            summary=words.summary(words.CURRENT, language()),
            parts=words.text(words.CURRENT, language()),
            version=words.CURRENT,
            errors=missing,
        )
    )
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["X-Robots-Tag"] = "noindex, nofollow"
    return answer
