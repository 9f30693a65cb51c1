"""The trail of changes played again into plain rows: what the tables have to hold, from the events alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from matchmaker.models import AuditEvent

Row = dict[str, Any]
Facts = dict[str, Any]

REGISTERED = ("side", "name", "legal_form", "channel", "tax_code", "province", "commune")
STAGE = ("stage", "reason", "quantity", "unit", "value", "note")


class Replay:
    """Rows by table. Each handler is named after the action that it plays, with ``_`` for its dot."""

    def __init__(self, events: Iterable[AuditEvent]) -> None:
        self.tables: dict[str, list[Row]] = {}
        self.words: dict[tuple[str, str], list[Row]] = {}
        for event in events:
            handler: Callable[[AuditEvent, Facts], None] | None
            handler = getattr(self, event.action.replace(".", "_"), None)
            if event.subject in ("products", "markets", "channels", "coefficients", "buyers"):
                handler = self.reference
            assert handler is not None, f"nothing plays {event.action}"
            handler(event, event.facts)

    def add(self, table: str, **row: Any) -> Row:
        self.tables.setdefault(table, []).append(row)
        return row

    def all(self, table: str, **key: Any) -> list[Row]:
        return [
            row for row in self.tables.get(table, ()) if all(row[name] == each for name, each in key.items())
        ]

    def one(self, table: str, **key: Any) -> Row:
        (found,) = self.all(table, **key)
        return found

    def drop(self, table: str, *gone: Row) -> None:
        self.tables[table] = [row for row in self.tables.get(table, ()) if all(row is not g for g in gone)]

    def nothing(self, event: AuditEvent, f: Facts) -> None:
        """What changes no table that is compared."""

    demand_ranked = offer_ranked = import_sent = import_taken = import_undone = nothing
    password_changed = link_renewed = introduction_printed = conference_printed = nothing

    # organisations, users, registrations, consents

    def organisation_registered(self, event: AuditEvent, f: Facts) -> None:
        said = {name: f.get(name, "") for name in (*REGISTERED, "note")}
        self.add("organisations", id=event.subject_id, fictional=f.get("fictional", False), **said)

    def organisation_removed(self, event: AuditEvent, f: Facts) -> None:
        self.drop("organisations", self.one("organisations", id=event.subject_id))

    def user_created(self, event: AuditEvent, f: Facts) -> None:
        told = {"roles": f["roles"], "provinces": f["provinces"], "organisation_id": f["organisation"]}
        self.add("users", id=int(event.subject_id), active=True, **told)

    def token_issued(self, event: AuditEvent, f: Facts) -> None:
        told = {"name": f["name"], "expires_at": f["until"], "withdrawn_at": False}
        self.add("api_tokens", user_id=int(event.subject_id), **told)

    def registration_sent(self, event: AuditEvent, f: Facts) -> None:
        said = {name: f.get(name, "") for name in (*REGISTERED, "goods", "consent")}
        undecided = dict.fromkeys(("decided_by", "organisation_id", "user_id"))
        row = {"id": int(event.subject_id), "entered_by": event.user_id, "status": "new", **undecided}
        self.add("registrations", reason="", expires_on=None, **row, **said)
        self._registered(event, "new", "officer" if event.user_id else "form")

    def _registered(self, event: AuditEvent, stage: str, how: str, reason: str = "") -> Row:
        """A registration came to a stage."""
        told = {"stage": stage, "how": how, "reason": reason, "user_id": event.user_id}
        self.add("registration_stages", registration_id=int(event.subject_id), **told)
        row = self.one("registrations", id=int(event.subject_id))
        row["status"] = stage
        return row

    def registration_verifying(self, event: AuditEvent, f: Facts) -> None:
        self._registered(event, "verifying", f["how"])

    def registration_info_needed(self, event: AuditEvent, f: Facts) -> None:
        self._registered(event, "info_needed", "officer")

    def registration_paused(self, event: AuditEvent, f: Facts) -> None:
        self._registered(event, "paused", "officer", f["reason"])

    def registration_renewed(self, event: AuditEvent, f: Facts) -> None:
        self._registered(event, "approved", "officer")["expires_on"] = f["until"]

    def registration_expired(self, event: AuditEvent, f: Facts) -> None:
        self._registered(event, "expired", "service")

    def registration_approved(self, event: AuditEvent, f: Facts) -> None:
        row = self._registered(event, "approved", "officer")
        row |= {"decided_by": event.user_id, "expires_on": f["until"]}
        row |= {"organisation_id": f["organisation"], "user_id": f["user"]}
        officer = row["entered_by"]
        given = {"text": row["consent"], "how": "told" if officer else "form", "noted_by": officer}
        self.add(
            "consents", organisation_id=f["organisation"], withdrawn_at=False, withdrawn_by=None, **given
        )
        for opening in self.all("contact_openings", subject="registration", subject_id=event.subject_id):
            opening["organisation_id"] = f["organisation"]

    def registration_rejected(self, event: AuditEvent, f: Facts) -> None:
        row = self._registered(event, "rejected", "officer", f["reason"])
        row |= {"decided_by": event.user_id, "reason": f["reason"]}

    def consent_given(self, event: AuditEvent, f: Facts) -> None:
        row = {"organisation_id": event.subject_id, "text": f["text"], "how": f["how"]}
        self.add("consents", noted_by=event.user_id, withdrawn_at=False, withdrawn_by=None, **row)

    def consent_withdrawn(self, event: AuditEvent, f: Facts) -> None:
        for user_id in f["users"]:
            self.one("users", id=user_id)["active"] = False
            for token in self.all("api_tokens", user_id=user_id):
                token["withdrawn_at"] = True
        whose = {"organisation_id": event.subject_id}
        standing = self.all("consents", **whose, withdrawn_at=False)
        refused = {"text": "", "how": "refused", "noted_by": None, **whose}
        for row in standing or [self.add("consents", **refused)]:
            row |= {"withdrawn_at": True, "withdrawn_by": event.user_id}

    def contacts_opened(self, event: AuditEvent, f: Facts) -> None:
        if event.user_id is None:
            return  # by a link: nobody's account to tell of
        own = self.one("users", id=event.user_id)["organisation_id"]
        for name in f["organisations"]:
            if name is None or name != own:
                told = {"subject": event.subject, "subject_id": event.subject_id}
                self.add("contact_openings", organisation_id=name, user_id=event.user_id, **told)

    # offers and demands

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

    # decisions, quantities

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

    # introductions, answers, stages, terms, deliveries

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

    def _stage(self, event: AuditEvent, f: Facts, **more: Any) -> None:
        empty = {"reason": "", "quantity": None, "unit": "", "value": None, "note": ""}
        told = empty | {name: f[name] for name in STAGE if name in f}
        told |= {"happened_on": f["on"], "conference_id": f.get("conference"), "how": f.get("how", "officer")}
        told |= {"user_id": event.user_id, "on_behalf_of": event.on_behalf_of, "result_id": None}
        self.add("match_stages", **told | more)

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

    # pools

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

    # what the ranking goes by

    def _profile(self, event: AuditEvent, f: Facts) -> None:
        told = {name: f[name] for name in ("name", "number", "digest", "content", "note", "based_on")}
        row = {"id": int(event.subject_id), "delivered": event.action == "profile.delivered"}
        self.add("profile_versions", made_by=event.user_id, **row, **told)

    profile_saved = profile_delivered = profile_completed = _profile

    def profile_adopted(self, event: AuditEvent, f: Facts) -> None:
        row = {"profile_id": int(event.subject_id), "adopted_by": event.user_id}
        self.add("profile_adoptions", note=f["note"], **row)

    def reference(self, event: AuditEvent, f: Facts) -> None:
        told = {name: f[name] for name in ("id", "key", "number", "values", "before", "reason")}
        told |= {"undoes": f.get("undoes"), "subject": event.subject, "user_id": event.user_id}
        self.add("reference_changes", action=event.action.split(".")[1], **told)

    def place_answer_given(self, event: AuditEvent, f: Facts) -> None:
        told = {"sender": f["sender"], "written": f["text"], "place": f["place"]}
        row = {"id": int(event.subject_id), "chosen_by": event.user_id, "withdrawn_at": False}
        self.add("place_answers", **row, **told)

    def place_answer_withdrawn(self, event: AuditEvent, f: Facts) -> None:
        self.one("place_answers", id=int(event.subject_id))["withdrawn_at"] = True

    def exposure_limited(self, event: AuditEvent, f: Facts) -> None:
        self.add("exposure_settings", id=int(event.subject_id), set_by=event.user_id, **f)

    def _freight(self, event: AuditEvent, f: Facts) -> None:
        table = "freight_quotes" if event.subject_id == "quotes" else "rate_cards"
        for mark in f["marks"]:
            self.add(table, mark=mark, user_id=event.user_id, withdrawn_at=False)

    freight_quotes_taken = freight_cards_taken = _freight

    def freight_quotes_withdrawn(self, event: AuditEvent, f: Facts) -> None:
        self.one("freight_quotes", mark=f["mark"])["withdrawn_at"] = True

    def freight_cards_withdrawn(self, event: AuditEvent, f: Facts) -> None:
        self.one("rate_cards", mark=f["mark"])["withdrawn_at"] = True

    # conferences

    def conference_posted(self, event: AuditEvent, f: Facts) -> None:
        told = {"name": f["name"], "province": f["province"], "document": f["digest"]}
        self.add("conferences", id=event.subject_id, **told)

    def conference_changed(self, event: AuditEvent, f: Facts) -> None:
        self.one("conferences", id=event.subject_id).update(name=f["name"], document=f["digest"])

    def participant_contact_consent(self, event: AuditEvent, f: Facts) -> None:
        self.one("conferences", id=event.subject_id)["document"] = f["digest"]

    def conference_scheduled(self, event: AuditEvent, f: Facts) -> None:
        told = {name: f[name] for name in ("number", "note", "cause")} | {"document": f["digest"]}
        row = {"conference_id": event.subject_id, "published_at": False, "made_by": event.user_id}
        self.add("schedule_versions", **row, **told)

    def conference_published(self, event: AuditEvent, f: Facts) -> None:
        version = self.one("schedule_versions", conference_id=event.subject_id, number=f["number"])
        version["published_at"] = True
        at = {"conference_id": event.subject_id, "stage": "scheduled"}
        self.drop(
            "match_stages", *(r for m in f["dropped"] for r in self.all("match_stages", match_id=m, **at))
        )
        told = {"stage": "scheduled", "on": f["on"], "conference": event.subject_id}
        for match in f["matches"]:
            self._stage(event, told | {"note": f"timetable {event.subject_id}"}, match_id=match)

    def meeting_result(self, event: AuditEvent, f: Facts) -> None:
        key = {"conference_id": event.subject_id, "producer": f["producer"], "buyer": f["buyer"]}
        self.drop("meeting_results", *self.all("meeting_results", **key))
        names = ("outcome", "steps", "reason", "quantity", "unit", "value", "next_on", "note")
        told = {name: f[name] for name in names} | {"match_id": f["match"], "entered_by": event.user_id}
        self.add("meeting_results", **key, **told)
        marks = {"conference_id": event.subject_id, "note": f"slip {f['producer']}/{f['buyer']}"}
        self.drop("match_stages", *self.all("match_stages", **marks))
        for stage in f["stages"]:
            self._stage(event, stage, **self._whose(event, f))

    def meeting_stage(self, event: AuditEvent, f: Facts) -> None:
        self._stage(event, f, **self._whose(event, f))

    @staticmethod
    def _whose(event: AuditEvent, f: Facts) -> Row:
        """A stage is the match's, or where there is none the slip's."""
        slip = None if f["match"] else (event.subject_id, f["producer"], f["buyer"])
        return {"match_id": f["match"], "result_id": slip}

    def wishes_told(self, event: AuditEvent, f: Facts) -> None:
        key = {"conference_id": event.subject_id, "party": f["participant"]}
        self.drop("wishes", *self.all("wishes", **key))
        said = [(kind, other) for kind in ("must", "want", "no") for other in f.get(kind, ())]
        for kind, other in said or [("none", "")]:
            told = {"kind": kind, "other": other, "rank": f["ranks"].get(other, 0), "note": ""}
            self.add("wishes", source=f["source"], entered_by=event.user_id, **key, **told)

    def attendance_noted(self, event: AuditEvent, f: Facts) -> None:
        key = {"conference_id": f["conference"], "participant": f["participant"]}
        told = {name: f[name] for name in ("status", "slot", "how")}
        self.words.setdefault(tuple(key.values()), []).append(told)  # type: ignore[arg-type]
        self._attends(event, key)

    def attendance_undone(self, event: AuditEvent, f: Facts) -> None:
        key = {"conference_id": f["conference"], "participant": f["participant"]}
        self.words[tuple(key.values())].pop()  # type: ignore[index]
        self._attends(event, key)

    def _attends(self, event: AuditEvent, key: Row) -> None:
        self.drop("attendances", *self.all("attendances", **key))
        for told in self.words[tuple(key.values())][-1:]:  # type: ignore[index]
            self.add("attendances", noted_by=event.user_id, **key, **told)
