"""The trail of offers, demands, decisions, quantities, introductions and deliveries, played again."""

from __future__ import annotations

from matchmaker.models import AuditEvent
from tests.services.trail_rows import Facts, Row, Rows


class Matches(Rows):
    """Each handler is named after the action that it plays, with ``_`` for its dot."""

    def posted(self, event: AuditEvent, f: Facts) -> None:
        side = "producer" if event.subject == "offer" else "buyer"
        own = event.user_id and self.one("users", id=event.user_id)["organisation_id"]
        mine = own if own and self.one("organisations", id=own)["side"] == side else None
        told = {"raw": dict(f), "confirmed": {}, "organisation_id": event.on_behalf_of or mine}
        self.add(f"{event.subject}s", id=event.subject_id, status="open", posted_by=event.user_id, **told)

    def changed(self, event: AuditEvent, f: Facts) -> None:
        row = self.one(f"{event.subject}s", id=event.subject_id)
        row["raw"] = {name: value for name, value in f.items() if name != "confirmations_withdrawn"}
        for name in f.get("confirmations_withdrawn", ()):
            del row["confirmed"][name]

    def confirmed(self, event: AuditEvent, f: Facts) -> None:
        row = self.one(f"{event.subject}s", id=event.subject_id)
        merged = row["confirmed"] | f
        row["confirmed"] = {name: value for name, value in merged.items() if value is not None}

    def closed(self, event: AuditEvent, f: Facts) -> None:
        self.one(f"{event.subject}s", id=event.subject_id)["status"] = "closed"

    def paused(self, event: AuditEvent, f: Facts) -> None:
        self.one(f"{event.subject}s", id=event.subject_id)["status"] = "paused"

    def resumed(self, event: AuditEvent, f: Facts) -> None:
        self.one(f"{event.subject}s", id=event.subject_id)["status"] = "open"

    def removed(self, event: AuditEvent, f: Facts) -> None:
        self.drop(f"{event.subject}s", self.one(f"{event.subject}s", id=event.subject_id))

    offer_posted = demand_posted = posted
    offer_changed = demand_changed = changed
    offer_confirmed = demand_confirmed = confirmed
    offer_closed = demand_closed = closed
    offer_paused = demand_paused = paused
    offer_resumed = demand_resumed = resumed
    offer_removed = demand_removed = removed

    def match_decided(self, event: AuditEvent, f: Facts) -> None:
        match_id = int(event.subject_id)
        known = self.all("matches", id=match_id)
        row = known[0] if known else self.add("matches", id=match_id, version=1, status="")
        status = {"accept": "accepted", "reject": "rejected", "hold": "held"}[f["decision"]]
        row |= {"demand_id": f["demand"], "offer_id": f["offer"], "status": status}
        row["version"] += 1
        told = {name: f[name] for name in ("decision", "reason", "note", "score", "rank", "profile")}
        self.add(
            "decisions", match_id=match_id, user_id=event.user_id, on_behalf_of=event.on_behalf_of, **told
        )

    def _kept(self, event: AuditEvent, *status: str) -> list[Row]:
        name = f"{event.subject}_id"
        return [
            row for row in self.all("holdings", **{name: int(event.subject_id)}) if row["status"] in status
        ]

    def quantity_held(self, event: AuditEvent, f: Facts) -> None:
        for row in self._kept(event, "held"):
            row["status"] = "released"
        purpose = {"match_id": None, "pool_id": None, f"{event.subject}_id": int(event.subject_id)}
        for offer, amounts in f["thousandths"].items():
            for month, amount in amounts.items():
                told = {"amount": amount, "unit": f["units"][offer], "expires_on": f["until"]}
                row = {"offer_id": offer, "month": int(month), "status": "held", "held_by": event.user_id}
                self.add("holdings", **row, **told, **purpose)

    def quantity_promised(self, event: AuditEvent, f: Facts) -> None:
        for row in self._kept(event, "held"):
            row |= {"status": "promised", "expires_on": f["until"]}

    def quantity_released(self, event: AuditEvent, f: Facts) -> None:
        for row in self._kept(event, "held", "promised"):
            row["status"] = "released"

    def quantity_delivered(self, event: AuditEvent, f: Facts) -> None:
        standing = self._kept(event, "held", "promised")
        for offer, month, part in f["taken"]:
            (row,) = [r for r in standing if (r["offer_id"], r["month"]) == (offer, month)]
            if row["amount"] == part:
                row["status"] = "delivered"
            else:
                row["amount"] -= part
                self.add("holdings", **row | {"amount": part, "status": "delivered"})

    def introduction_made(self, event: AuditEvent, f: Facts) -> None:
        told = {name: f[name] for name in ("province", "year", "number")}
        told |= {"demand_id": f["demand"], "pool_id": f["pool"], "made_on": f["on"]}
        row = {"id": int(event.subject_id), "made_by": event.user_id, "link_serial": 0}
        self.add("introductions", **row, **told)
        answers = {"buyer_answer": "", "producer_answer": "", "link_serial": 0}
        for position, match in enumerate(f["matches"], 1):
            place = {"introduction_id": row["id"], "match_id": match, "position": position}
            self.add("introduced_matches", **place, **answers)
            self._stage(event, f | {"stage": "introduced"}, match_id=match)
        key = {"province": f["province"], "year": f["year"]}
        last = self.all("letter_numbers", **key) or [self.add("letter_numbers", **key)]
        last[0]["last"] = f["last"]

    def introduction_issued(self, event: AuditEvent, f: Facts) -> None:
        told = {"number": f["number"], "note": f["note"], "document": f["digest"]}
        whose = {"introduction_id": int(event.subject_id), "made_by": event.user_id}
        self.add("introduction_versions", **whose, **told)
        for letter in self.all("introductions", id=int(event.subject_id)):  # of a later version alone
            key = {"province": letter["province"], "year": letter["year"]}
            self.one("letter_numbers", **key)["last"] = (
                f.get("last") or self.one("letter_numbers", **key)["last"]
            )

    def introduction_answered(self, event: AuditEvent, f: Facts) -> None:
        key = {"introduction_id": int(event.subject_id), "match_id": f["match"]}
        self.one("introduced_matches", **key)[f"{f['side']}_answer"] = f["answer"]
        told = {name: f[name] for name in ("side", "answer", "reason", "note", "how")}
        who = {"user_id": event.user_id, "on_behalf_of": event.on_behalf_of}
        place = {"introduced_id": tuple(key.values()), "answered_on": f["on"]}
        self.add("introduction_answers", **place, **told, **who)
        if f["stage"]:
            self._stage(event, f, match_id=f["match"])

    def introduction_reminded(self, event: AuditEvent, f: Facts) -> None:
        told = {"match_id": f["match"], "how": f["how"], "sent_on": f["on"], "sent_by": event.user_id}
        self.add("introduction_reminders", introduction_id=int(event.subject_id), **told)

    def introduction_link_withdrawn(self, event: AuditEvent, f: Facts) -> None:
        one = int(event.subject_id)
        if "match" in f:
            self.one("introduced_matches", introduction_id=one, match_id=f["match"])["link_serial"] += 1
        else:
            self.one("introductions", id=one)["link_serial"] += 1

    def match_stage(self, event: AuditEvent, f: Facts) -> None:
        self._stage(event, f, match_id=int(event.subject_id))

    def match_terms(self, event: AuditEvent, f: Facts) -> None:
        who = {"user_id": event.user_id, "on_behalf_of": event.on_behalf_of}
        told = {"match_id": int(event.subject_id), "side": f["side"], "how": f["how"], **who}
        for term, words in f["words"].items():
            self.add("terms_said", term=term, words=words, **told)

    def match_delivered(self, event: AuditEvent, f: Facts) -> None:
        names = ("quantity", "unit", "value", "consumed", "note", "how")
        told = {"match_id": int(event.subject_id), "delivered_on": f["on"], **{n: f[n] for n in names}}
        self.add("deliveries", user_id=event.user_id, on_behalf_of=event.on_behalf_of, **told)

    def office_saved(self, event: AuditEvent, f: Facts) -> None:
        self.drop("offices", *self.all("offices", province=event.subject_id))
        self.add("offices", province=event.subject_id, **f)
