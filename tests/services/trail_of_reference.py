"""The trail of what the ranking goes by, played again."""

from __future__ import annotations

from matchmaker.models import AuditEvent
from tests.services.trail_rows import Facts, Rows


class Reference(Rows):
    """Each handler is named after the action that it plays, with ``_`` for its dot."""

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
