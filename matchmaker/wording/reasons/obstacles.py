"""How many obstacles stand between two sides, which may be more than anybody clears for one match."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

MOST_CHANGES = 4  # that anybody makes for one match
NOT_TO_BE_HELPED = frozenset(("wrong_product", "wrong_form", "market_closed"))


def too_many(evidence: Mapping[str, Any]) -> int:
    """How many obstacles stand in the way, where each could be removed and there are too many of them."""
    vetoes = evidence.get("veto_facts") or ()
    if any(veto["code"] in NOT_TO_BE_HELPED for veto in vetoes):
        return 0
    n = sum(_obstacles(veto) for veto in vetoes)
    return n if n > MOST_CHANGES else 0


def _obstacles(veto: Mapping[str, Any]) -> int:
    """How many things a veto stands for: each paper and each term is one; OCOP and its stars are one."""
    if veto["code"] == "missing_cert":
        return len({"OCOP" if code == "OCOP_STARS" else code for code in veto["facts"].get("missing") or ()})
    if veto["code"] == "cert_expired":
        return len(veto["facts"].get("expired") or ())
    return len(veto["facts"].get("refused") or ()) if veto["code"] == "terms_refused" else 1
