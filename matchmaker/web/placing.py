"""The second step of a place in a form: where a name stands for several places, the person picks one.

Who finds none of them fitting chooses ``ELSEWHERE``: the record is kept as written, with its place in doubt
for an officer to ask about. Who cannot name the place at all puts a pin on the map, or types where it is.
What was chosen is remembered for the member (or the officer's provinces) and answers the same text next time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask import flash
from flask_babel import format_date
from flask_babel import gettext as _

from matchmaker.permissions import actor
from matchmaker.queries.place_answers import remembered, sender_of
from matchmaker.queries.search import fold
from matchmaker.services import place_answers
from matchmaker.services.reference import gazetteer
from matchmaker.web.forms import RecordForm

if TYPE_CHECKING:
    from matchmaker.intake.places import PlaceMatch
    from matchmaker.models import PlaceAnswer

MOST = 8  # candidates shown
FEW = 3
UNREADABLE = (-1.0, -1.0)  # a pin that nobody can read
_DEGREES = re.compile(r"[0-9]{1,3}(\.[0-9]{1,8})?", re.ASCII)
ELSEWHERE = "elsewhere"
_AS_NAMED = "="  # opens the value of a place that is picked by its name
_NAMED_ALONE = frozenset({"town", "old_district", "island"})  # levels that need no commune to be a place


@dataclass(frozen=True)
class PlaceOption:
    """One place that the typed text may mean."""

    value: str
    text: str


def ask(form: RecordForm, member: str = "") -> list[PlaceOption]:
    """The places to choose from, refusing the form; none when the text is clear, empty or already settled.

    ``member`` is the organisation whose record it is, where the form does not name it.
    """
    if pin := _pin(form):
        if pin == UNREADABLE:
            form.messages["pin_lat"] = _("Ghi vĩ độ và kinh độ bằng số, ví dụ 22,5246 và 104,307.")
        return []
    found = options(form.value("place").strip())
    if not found or _chosen(form) or _recalled(form, member):
        return []
    asked_before = form.value("place_asked") == form.value("place")
    form.messages["place_choice"] = (
        _("Xin chọn một nơi, hoặc chọn “nơi khác” để cán bộ hỏi lại.")
        if asked_before
        else _why(form.value("place").strip())
    )
    return found


def options(text: str) -> list[PlaceOption]:
    """The places that a text may mean, those in the province or district it names first.

    ``ELSEWHERE`` stands last. Empty where the text is clear or leaves nothing to choose from: when nothing of
    that name lies in the known province that was written, places far away are no answer.
    """
    found = gazetteer().resolve(text) if text else None
    if found is None or found.best is not None:
        return []
    places = [place for place in found.candidates if place.commune or place.level in _NAMED_ALONE]
    near = [place for place in places if _within(place, text)]
    elsewhere = found.doubt == "conflict" and len(places) <= FEW  # named apart, but few can be meant
    if not near and not elsewhere and _wider_is_known(text):
        return []
    named: dict[str, str] = {}
    for place in sorted(places, key=lambda place: place not in near):
        if value := _value(place):
            named.setdefault(value, _named(place))
    if len(named) < (2 if found.doubt == "same_name" else 1):
        return []
    offered = [PlaceOption(value, words) for value, words in named.items()][:MOST]
    return [*offered, PlaceOption(ELSEWHERE, _("Nơi khác – để cán bộ hỏi lại"))]


def picked(form: RecordForm, member: str = "") -> dict[str, Any]:
    """The place for the record: the pin, the one picked now or for the same text before; else nothing, so
    that the typed text stands."""
    pin = _pin(form)
    if pin and pin != UNREADABLE:
        return {"place": {"text": form.value("place").strip(), "lat": pin[0], "lon": pin[1]}}
    chosen = _chosen(form)
    if not chosen:
        before = _recalled(form, member)
        return {"place": _plain(before.place)} if before else {}
    return {"place": _plain(place_of(chosen))} if chosen != ELSEWHERE else {}


def settle(form: RecordForm, member: str = "") -> None:
    """After the record is entered: remember what was picked, or say what was picked before and by whom."""
    text, chosen = form.value("place").strip(), _chosen(form)
    if _pin(form):
        return
    if chosen and chosen != ELSEWHERE:
        named = next(option.text for option in options(text) if option.value == chosen)
        place_answers.remember(_sender(form, member), text, place_of(chosen), named, actor())
    elif not chosen and (before := _recalled(form, member)):
        flash(why_recalled(before))


def why_recalled(before: PlaceAnswer) -> str:
    """Why a text was not asked about."""
    return _(
        "“%(text)s” được hiểu là %(place)s: đã chọn ngày %(day)s bởi %(who)s. "
        "Muốn đổi thì bỏ lựa chọn này ở trang Tài khoản.",
        text=before.written,
        place=before.named,
        day=format_date(before.chosen_at, "dd/MM/yyyy"),
        who=before.chooser.name or _("(tài khoản đã đóng)"),
    )


def place_of(value: str) -> dict[str, Any]:
    """The place that an option stands for, as a record has it."""
    if value.startswith(_AS_NAMED):
        return {"text": value.removeprefix(_AS_NAMED)}
    commune, _mark, province = value.partition("|")
    return {"commune": commune, "province": province}


def _plain(place: dict[str, Any]) -> dict[str, Any] | str:
    """A place that is a name alone, as text."""
    return str(place["text"]) if set(place) == {"text"} else place


def _sender(form: RecordForm, member: str) -> str:
    return sender_of(actor(), form.value("organisation") or member)


def _recalled(form: RecordForm, member: str) -> PlaceAnswer | None:
    """What was picked for this text before; nothing while it is being asked about."""
    text = form.value("place").strip()
    if not text or form.value("place_choice") or form.value("place_asked") == form.value("place"):
        return None
    before = remembered(_sender(form, member), text)
    return before if before and options(text) else None


def _pin(form: RecordForm) -> tuple[float, float] | None:
    """Where the pin stands (latitude, longitude); None without one, ``UNREADABLE`` for what is no number."""
    typed = [form.value(name).strip().replace(",", ".") for name in ("pin_lat", "pin_lon")]
    if not any(typed):
        return None
    if not all(_DEGREES.fullmatch(text) for text in typed):
        return UNREADABLE
    return float(typed[0]), float(typed[1])


def _value(place: PlaceMatch) -> str:
    """What picking a place sends: commune and province; a town or an old district by its full name, where
    that is clear."""
    if place.commune:
        return f"{place.commune}|{place.province}"
    clear = gazetteer().resolve(place.name)
    return f"{_AS_NAMED}{place.name}" if clear.best is not None and clear.doubt is None else ""


def _why(text: str) -> str:
    """Why a text is asked about."""
    doubt = gazetteer().resolve(text).doubt
    if doubt == "misspelt":
        return _("Không có nơi nào viết đúng như vậy. Có phải một nơi dưới đây không?")
    if doubt == "conflict":
        return _("Các tên bạn ghi không thuộc về nhau. Xin chọn nơi đúng rồi gửi lại.")
    if doubt == "unit_unknown":
        return _("Bản đồ cũ và mới đều không có đơn vị tên ấy. Có phải một nơi dưới đây không?")
    return _("Có nhiều nơi cùng tên. Xin chọn một nơi rồi gửi lại.")


def _chosen(form: RecordForm) -> str:
    """The picked place, as long as it is one of those that the text beside it may mean."""
    if form.value("place_asked") != form.value("place"):
        return ""
    choice = form.value("place_choice")
    offered: Iterable[PlaceOption] = options(form.value("place").strip()) if choice else ()
    return choice if any(option.value == choice for option in offered) else ""


def _within(place: PlaceMatch, text: str) -> bool:
    """Whether the place lies in what the text names after its first comma."""
    wider = [fold(part) for part in text.split(",")[1:] if part.strip()]
    around = [fold(name) for name in (place.province, place.old_province, place.old_district) if name]
    return any(name in part for part in wider for name in around)


def _wider_is_known(text: str) -> bool:
    """Whether the last of several names is a place on the map."""
    _first, mark, wider = text.rpartition(",")
    return bool(mark) and gazetteer().resolve(wider.strip()).best is not None


def _named(place: PlaceMatch) -> str:
    """The new name, and the old one beside it where it was another."""
    if not place.commune:
        return place.name
    today = f"{place.commune}, {place.province}"
    was = ", ".join(filter(None, (place.locality, place.old_district, place.old_province)))
    if place.level != "old_commune" or not place.locality:
        return today
    return _("%(today)s – trước là %(was)s", today=today, was=was)
