"""What a sales channel, or one buyer, usually asks of a producer: a template that forms begin with.

It is never a rule: each demand says what it really requires, and nothing of a template is ever added to a
record that comes as a file. A buyer's own template overrides the one of its channel field by field.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from matchmaker.errors import InvalidRecord, NotFound
from matchmaker.models import Organisation, ReferenceChange, User
from matchmaker.queries import organisations
from matchmaker.queries import reference_changes as changed
from matchmaker.queries.reference_changes import Row
from matchmaker.schemas.channel_terms import ChannelTermsSchema
from matchmaker.services import knowledge, reference_log
from matchmaker.wording.errors import message
from scoring.product import ProductText
from seeds.overlay import CHANGE, Change
from seeds.problems import parts

SUBJECT, BUYERS = "channels", "buyers"
COLUMNS = tuple(ChannelTermsSchema().fields)
FRESH = frozenset({"fresh", "live"})
PACKAGED = frozenset({"dried", "frozen", "processed"})
FOLLOW = "="  # of a buyer's field: as the channel has it, from now on
PAPERS = ("required", "required_fresh", "required_packaged")


@dataclass(frozen=True)
class Told:
    """One field of a template: its cell, and where it comes from.

    ``origin`` is shipped, channel (an officer set it for the channel) or buyer; ``at`` is when it was set.
    """

    value: str = ""
    origin: str = "shipped"
    at: datetime | None = None


Terms = dict[str, Told]


def of_channel(channel: str) -> Terms:
    """The template of a channel; of an unknown or no channel one that asks for nothing."""
    row: Row = changed.by_key(SUBJECT).get(channel, {})
    terms = {column: Told(row.get(column, "")) for column in COLUMNS}
    for each in changed.holding(SUBJECT, channel) if row else ():
        for column in each.values.get("set", {}):
            terms[column] = Told(row[column], "channel", each.at)
    return terms


def of_buyer(buyer: Organisation) -> Terms:
    """The template of a buyer: its channel's, with the fields that are its own."""
    terms = of_channel(buyer.channel)
    below = dict(terms)
    for each in changed.holding(BUYERS, buyer.id):
        for column, value in each.values.get("set", {}).items():
            terms[column] = below[column] if value == FOLLOW else Told(value, "buyer", each.at)
    return terms


def usual_terms(channel: str, product: str = "", buyer: Organisation | None = None) -> Terms:
    """What a demand form begins with, by the names of a demand's fields; only what the template says.

    The buyer's own template counts where the channel is the buyer's. Papers for fresh or for packaged goods
    are added where the product is known to be one or the other.
    """
    own = buyer is not None and channel in ("", buyer.channel)
    terms = of_buyer(buyer) if buyer is not None and own else of_channel(channel)
    form = _form(product)
    columns = ["required"]
    columns += ["required_fresh"] if form in FRESH else ["required_packaged"] if form in PACKAGED else []
    papers = _together([terms[column] for column in columns])
    named = {"required_certificates": papers, "preferred_certificates": terms["preferred"]}
    named |= {"invoice_required": terms["invoice"]}
    same = {column: told for column, told in terms.items() if column in _SAME}
    return {field: told for field, told in (named | same).items() if told.value}


def buyer_for(organisation_id: str, actor: User) -> Organisation:
    """A buyer that the actor may see. Raises ``NotFound`` also for a producer or a department."""
    found = organisations.one(organisation_id, actor)
    if found.side != "buyer":
        raise NotFound
    return found


def save_channel(channel: str, wanted: Row, reason: str, actor: User, version: int) -> ReferenceChange:
    """Change the template of a channel; cells as ``schemas.channel_terms.as_row`` gives them.

    Raises ``NotFound``, ``InvalidRecord`` (``nothing_changed``, no reason), ``Stale``.
    """
    row = changed.by_key(SUBJECT).get(channel)
    if row is None:
        raise NotFound
    told = {column: value for column, value in wanted.items() if value != row[column]}
    return _save(SUBJECT, channel, told, row, reason, actor, version)


def save_buyer(buyer: Organisation, wanted: Row, reason: str, actor: User, version: int) -> ReferenceChange:
    """Change the template of a buyer: fields that differ from the channel's become its own, fields that are
    set to what the channel says follow the channel again. Raises as ``save_channel``."""
    present, below = of_buyer(buyer), of_channel(buyer.channel)
    told = {
        column: FOLLOW if value == below[column].value else value
        for column, value in wanted.items()
        if value != present[column].value
    }
    before = {column: each.value for column, each in present.items()}
    return _save(BUYERS, buyer.id, told, before, reason, actor, version)


_SAME = frozenset(COLUMNS) - {*PAPERS, "preferred", "invoice"}


def _save(
    subject: str, key: str, told: Row, before: Row, reason: str, actor: User, version: int
) -> ReferenceChange:
    if not told:
        raise InvalidRecord({"_schema": [message("nothing_changed")]})
    return reference_log.append(subject, Change(key, CHANGE, told), before, reason, actor, version)


def _together(told: list[Told]) -> Told:
    """Several lists as one, which comes from the nearest of their origins."""
    said = [each for each in told if each.value]
    nearest = max(said, key=lambda each: ("shipped", "channel", "buyer").index(each.origin), default=Told())
    codes = dict.fromkeys(code for each in said for code in parts(each.value))
    return Told(";".join(codes), nearest.origin, nearest.at)


def _form(product: str) -> str:
    """The form in which a product is usually traded; "" where its name is not known."""
    if not product.strip():
        return ""
    matcher = knowledge.matcher()
    kind = int(matcher.read([ProductText(product)]).kind[0])
    return matcher.lexicon.kinds[kind].form if kind >= 0 else ""
