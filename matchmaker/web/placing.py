"""The second step of a place in a form: where a name stands for several places, the person picks one.

Who finds none of them fitting chooses ``ELSEWHERE``: the record is kept as written, with its place in doubt
for an officer to ask about.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from flask_babel import gettext as _

from matchmaker.queries.search import fold
from matchmaker.services.reference import gazetteer
from matchmaker.web.forms import RecordForm

if TYPE_CHECKING:
    from matchmaker.intake.places import PlaceMatch

MOST = 8  # candidates shown
ELSEWHERE = "elsewhere"


@dataclass(frozen=True)
class PlaceOption:
    """One place that the typed text may mean."""

    value: str
    text: str


def ask(form: RecordForm) -> list[PlaceOption]:
    """The places to choose from, refusing the form; none when the text is clear, empty or already settled."""
    found = options(form.value("place").strip())
    if not found or _chosen(form):
        return []
    asked_before = form.value("place_asked") == form.value("place")
    form.messages["place_choice"] = (
        _("Xin chọn một nơi, hoặc chọn “nơi khác” để cán bộ hỏi lại.")
        if asked_before
        else _("Có nhiều nơi cùng tên. Xin chọn một nơi rồi gửi lại.")
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
    places = [place for place in found.candidates if place.commune]
    near = [place for place in places if _within(place, text)]
    if not near and _wider_is_known(text):
        return []
    named: dict[str, str] = {}
    for place in sorted(places, key=lambda place: place not in near):
        named.setdefault(f"{place.commune}|{place.province}", _named(place))
    if len(named) < 2:
        return []
    offered = [PlaceOption(value, words) for value, words in named.items()][:MOST]
    return [*offered, PlaceOption(ELSEWHERE, _("Nơi khác – để cán bộ hỏi lại"))]


def picked(form: RecordForm) -> dict[str, Any]:
    """The place for the record: the one picked, else nothing, so that the typed text stands."""
    chosen = _chosen(form)
    if not chosen or chosen == ELSEWHERE:
        return {}
    commune, _mark, province = chosen.partition("|")
    return {"place": {"commune": commune, "province": province}}


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
    today = f"{place.commune}, {place.province}"
    was = ", ".join(filter(None, (place.locality, place.old_district, place.old_province)))
    if place.level != "old_commune" or not place.locality:
        return today
    return _("%(today)s – trước là %(was)s", today=today, was=was)
