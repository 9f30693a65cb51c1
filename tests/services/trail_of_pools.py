"""The trail of pools, played again."""

from __future__ import annotations

from matchmaker.models import AuditEvent
from tests.services.trail_rows import Facts, Rows


class Pools(Rows):
    """Each handler is named after the action that it plays, with ``_`` for its dot."""

    def pool_proposed(self, event: AuditEvent, f: Facts) -> None:
        empty = {"status": "open", "orders": {}, "match_id": None, "held_until": None}
        pool = {"id": int(event.subject_id), "demand_id": f["demand"], "made_by": event.user_id}
        self.add("pools", **pool, **empty)
        self._solution(event, f, "first")

    def pool_solved(self, event: AuditEvent, f: Facts) -> None:
        self.one("pools", id=int(event.subject_id))["held_until"] = f["until"]
        self._solution(event, f, f["cause"])

    def _solution(self, event: AuditEvent, f: Facts, cause: str) -> None:
        pool = int(event.subject_id)
        told = {"number": f["number"], "document": f["digest"], "cause": cause, "made_by": event.user_id}
        self.add("pool_versions", pool_id=pool, **told)
        empty = {"answer": "", "how": "", "note": "", "answered_by": None, "link_serial": 0}
        for offer in f["shares"]:
            if not self.all("pool_members", pool_id=pool, offer_id=offer):
                self.add("pool_members", pool_id=pool, offer_id=offer, share={}, agreed={}, **empty)
        for member in self.all("pool_members", pool_id=pool):
            member["share"] = f["shares"].get(member["offer_id"], {})
        self._asked(pool, f["asked"])

    def _asked(self, pool: int, offers: list[str]) -> None:
        for offer in offers:
            self.one("pool_members", pool_id=pool, offer_id=offer)["answer"] = "asked"

    def pool_held(self, event: AuditEvent, f: Facts) -> None:
        self.one("pools", id=int(event.subject_id))["held_until"] = f["until"]
        self._asked(int(event.subject_id), f["asked"])

    def pool_ordered(self, event: AuditEvent, f: Facts) -> None:
        self.one("pools", id=int(event.subject_id))["orders"] = f

    def pool_answered(self, event: AuditEvent, f: Facts) -> None:
        row = self.one("pool_members", pool_id=int(event.subject_id), offer_id=f["offer"])
        row |= {name: f[name] for name in ("answer", "agreed", "how", "note")}
        row["answered_by"] = event.user_id

    def pool_link_withdrawn(self, event: AuditEvent, f: Facts) -> None:
        self.one("pool_members", pool_id=int(event.subject_id), offer_id=f["offer"])["link_serial"] += 1

    def pool_accepted(self, event: AuditEvent, f: Facts) -> None:
        row = self.one("pools", id=int(event.subject_id))
        row |= {"status": "accepted", "match_id": f["match"], "held_until": None}

    def pool_closed(self, event: AuditEvent, f: Facts) -> None:
        self.one("pools", id=int(event.subject_id)).update({"status": "closed", "held_until": None})
