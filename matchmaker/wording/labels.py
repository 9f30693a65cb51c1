"""The name of a code in the reader's language: ``label("match_status", "introduced", "en")``.

Tables hold pairs (Vietnamese, English). Certificates and channels are open lists kept as reference
data, so their names come from there. A code without a name is shown as it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from matchmaker.wording import (
    certificates,
    coefficients,
    day,
    fields,
    interest,
    joining,
    papers,
    pool_words,
    statuses,
    terms,
    visibility,
)
from matchmaker.wording import reference as entries
from seeds import reference

TABLES: Mapping[str, Mapping[str, tuple[str, str]]] = {
    "registration_status": statuses.REGISTRATION,
    "registration_reason": joining.REASON,
    "pause_reason": joining.PAUSE_REASON,
    "stage_how": joining.STAGE_HOW,
    "consent_how": joining.CONSENT_HOW,
    "resembling": joining.RESEMBLING,
    "side": joining.SIDE,
    "guest_side": joining.GUEST_SIDE,
    "opened_for": joining.OPENED_FOR,
    "act": joining.ACT,
    "day_kind": day.KIND,
    "permission": visibility.PERMISSION,
    "viewer": visibility.VIEWER,
    "visible_field": visibility.FIELD,
    "visible_from": visibility.STAGE,
    "match_status": statuses.MATCH,
    "decision": statuses.DECISION,
    "decision_reason": statuses.DECISION_REASON,
    "demand_status": statuses.DEMAND,
    "per": terms.PER,
    "price_basis": terms.PRICE_BASIS,
    "invoice": terms.INVOICE,
    "storage": terms.STORAGE,
    "terrain": terms.TERRAIN,
    "legal_form": terms.LEGAL_FORM,
    "role": terms.ROLE,
    "criterion": terms.CRITERION,
    "field": fields.FIELD,
    "certificate_short": certificates.SHORT,
    "interest": interest.PART,
    "exposure_group": interest.GROUP,
    "rank": entries.RANK,
    "product_form": entries.FORM,
    "ocop_group": entries.OCOP_GROUP,
    "confidence": entries.CONFIDENCE,
    "relation": entries.RELATION,
    "market": entries.MARKET,
    "openness": entries.OPENNESS,
    "reference_subject": entries.SUBJECT,
    "reference_action": entries.ACTION,
    "coefficient": coefficients.NAME,
    "coefficient_group": coefficients.GROUP,
    "coefficient_unit": coefficients.UNIT,
    "vehicle": coefficients.VEHICLE,
    "freight_list": coefficients.LIST,
    "freight_column": coefficients.COLUMN,
    "attendance": statuses.ATTENDANCE,
    "outcome": papers.OUTCOMES,
    "step": papers.STEPS,
    "stage": papers.STAGES,
    "agreement": papers.AGREEMENTS,
    "term": statuses.TERM,
    "term_state": statuses.TERM_STATE,
    "introduction_answer": statuses.ANSWER,
    "producer_answer": statuses.PRODUCER_ANSWER,
    "how": statuses.HOW,
    "reminded": statuses.REMINDED,
    "trade_side": statuses.SIDE,
    "pool_answer": pool_words.ANSWER,
    "pool_how": pool_words.HOW,
    "pool_action": pool_words.ACTION,
    "pool_cause": pool_words.CAUSE,
    "pool_status": pool_words.STATUS,
    "pool_change": pool_words.CHANGE,
}


@cache
def table(kind: str) -> Mapping[str, tuple[str, str]]:
    """All pairs (Vietnamese, English) of one kind of code. Raises KeyError for an unknown kind."""
    if kind == "certificate":
        return {row["code"]: (row["name_vi"], row["name_en"]) for row in reference("certificates")}
    if kind == "channel":
        return {row["channel"]: (row["label_vi"], row["label_en"]) for row in reference("channels")}
    return TABLES[kind]


def label(kind: str, code: str, lang: str) -> str:
    """The name of ``code`` in ``lang`` ("vi" or "en"); the code itself when it has no name."""
    pair = table(kind).get(code)
    if pair is None:
        return code
    return pair[1] if lang == "en" else pair[0]


def choices(kind: str, lang: str) -> list[tuple[str, str]]:
    """All codes of one kind with their names, in the table's own order, for a form."""
    return [(code, label(kind, code, lang)) for code in table(kind)]


def unit(code: str, lang: str, quantity: float = 1) -> str:
    """A unit's name for a quantity of it; in Vietnamese, and where it is unknown, as it is written."""
    if lang != "en" or code == "kg":
        return code
    name = _english_units().get(code, code).partition(" (")[0].partition(" or ")[0]
    return name if quantity == 1 or not name.isalpha() or code == name else plural(name)


def plural(name: str) -> str:
    """The plural of an English noun that forms it regularly."""
    if name.endswith(("s", "x", "ch", "sh")):
        return f"{name}es"
    if name.endswith("y") and name[-2:-1] not in "aeiou":
        return f"{name[:-1]}ies"
    return f"{name}s"


@cache
def _english_units() -> Mapping[str, str]:
    rows = [row for row in reference("units") if row["name_en"]]
    names = {alias: row["name_en"] for row in rows for alias in row["aliases"].split(";")}
    return names | {row["unit"]: row["name_en"] for row in rows}
