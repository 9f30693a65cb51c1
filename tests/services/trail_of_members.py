"""The trail of organisations, users, registrations and consents, played again."""

from __future__ import annotations

from matchmaker.models import AuditEvent
from tests.services.trail_rows import Facts, Row, Rows

REGISTERED = ("side", "name", "legal_form", "channel", "tax_code", "province", "commune")


class Members(Rows):
    """Each handler is named after the action that it plays, with ``_`` for its dot."""

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
