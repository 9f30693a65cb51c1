"""The trail of conferences, played again."""

from __future__ import annotations

from matchmaker.models import AuditEvent
from tests.services.trail_rows import Facts, Row, Rows


class Conferences(Rows):
    """Each handler is named after the action that it plays, with ``_`` for its dot."""

    def __init__(self) -> None:
        super().__init__()
        self.words: dict[tuple[str, str], list[Row]] = {}

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
