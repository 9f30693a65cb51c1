"""The members an officer may enter records for, as the choices of a form."""

from __future__ import annotations

from flask import flash
from flask_babel import gettext as _

from matchmaker.models import Demand, Offer
from matchmaker.permissions import Permission, actor, may
from matchmaker.queries import organisations
from matchmaker.web.forms import RecordForm
from matchmaker.wording.errors import message


def member_choices(side: str) -> list[tuple[str, str]]:
    """Ids and names of the producers or buyers (``side``); empty for someone who enters only for himself."""
    if not may(Permission.ACT_FOR_MEMBER):
        return []
    return [
        (member.id, _named(member.name, member.province)) for member in organisations.members(actor(), side)
    ]


def chosen_member(form: RecordForm, side: str) -> str | None:
    """The member that the form names; who enters for members must name one, else the form is refused."""
    named = form.value("organisation") or None
    if named is None and member_choices(side):
        form.refuse({"organisation": [message("required")]})
    return named


def tell_rest(record: Offer | Demand) -> None:
    """Tell whoever posted a record that it rests with its organisation, where it does."""
    if record.status == "paused":
        flash(
            _(
                "Đơn vị đang tạm ngừng hoặc đăng ký đã hết hạn, nên bản vừa đăng được lưu lại nhưng chưa vào "
                "danh sách và xếp hạng. Khi cán bộ mở lại hoặc gia hạn đăng ký, bản này tự vào theo."
            )
        )


def _named(name: str, province: str) -> str:
    return f"{name} – {province}" if province else name
