"""The form of a conference's setting: one record, and a row for each session."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from marshmallow import ValidationError
from werkzeug.datastructures import MultiDict

from matchmaker.errors import InvalidRecord
from matchmaker.scheduling.sessions import sessions_in
from matchmaker.schemas.preparation import SessionSchema, SettingSchema
from matchmaker.services import preparing
from matchmaker.web.forms import RecordForm, first_message
from matchmaker.web.language import language
from matchmaker.web.words import day
from matchmaker.wording import errors, labels

Document = Mapping[str, Any]
Record = dict[str, Any]

FIELDS = tuple(SettingSchema().fields)
SESSION = ("session", "label_vi", "label_en", "date", "start", "end", "minutes", "gap", "breaks")
BLANK_ROWS = 2
MOST_SESSIONS = 20


class SettingForm(RecordForm):
    """What was typed of the setting; ``rows`` are the sessions as typed, blank ones at the end."""

    def __init__(self, typed: MultiDict[str, str] | None = None, initial: Document | None = None) -> None:
        super().__init__(SettingSchema, FIELDS, typed, _setting(initial) if initial else {"tables": 10})
        self.rows = _typed_rows(typed) if typed is not None else _rows(initial or {})
        self.rows += [dict.fromkeys(SESSION, "") for _ in range(BLANK_ROWS)]

    def record(self) -> Record:
        """As it was typed; lists come as the text of one field."""
        typed = {name: self.value(name).strip() for name in self.fields}
        return {name: value for name, value in typed.items() if value}

    def both(self) -> tuple[Record, list[Record]] | None:
        """The setting and its sessions, or None when something is refused."""
        setting = self.load()
        sessions = self._sessions()
        return (setting, sessions) if setting is not None and not self.messages else None

    def preview(self) -> list[Record]:
        """The slots that the typed sessions make; none while something is refused."""
        sessions = self._sessions()
        try:
            return preparing.preview(sessions) if not self.messages else []
        except InvalidRecord as refused:
            self.refuse(refused.messages)
            return []

    def _sessions(self) -> list[Record]:
        schema, found = SessionSchema(local_numbers=True), []
        for number, row in enumerate(self.rows, 1):
            if not any(row[name] for name in ("date", "start", "end")):
                continue
            try:
                found.append(schema.load(row))
            except ValidationError as error:
                field, message = next(iter(error.messages_dict.items()))
                self.messages["sessions"] = errors.sentence(
                    "at_session",
                    {
                        "number": number,
                        "field": labels.label("field", field, language()),
                        "reason": first_message(message),
                    },
                    language(),
                )
        return found


def _typed_rows(typed: MultiDict[str, str]) -> list[dict[str, str]]:
    columns = {name: typed.getlist(f"s_{name}") for name in SESSION}
    count = min(max(map(len, columns.values())), MOST_SESSIONS)
    rows = [
        {name: values[i].strip() if i < len(values) else "" for name, values in columns.items()}
        for i in range(count)
    ]
    return [row for row in rows if any(value for name, value in row.items() if name != "session")]


def _setting(document: Document) -> Record:
    """A document as the form's fields."""
    host, limits = document.get("host") or {}, document.get("limits") or {}
    shut = [set(table.get("unavailable") or ()) for table in document["tables"]]
    closed = set.intersection(*shut) if shut else set()
    known = {
        "name": document.get("name"),
        "venue": document.get("venue"),
        "province": document.get("province"),
        "wishes_until": day(document["wishes_until"]) if document.get("wishes_until") else "",
        "tables": len(document["tables"]),
        "closed": "; ".join(str(s["id"]) for s in document["slots"] if s["id"] in closed),
        "closed_at": "\n".join(
            f"{table['id']}: {' '.join(str(slot) for slot in alone)}"
            for table in document["tables"]
            if (alone := [slot for slot in table.get("unavailable") or () if slot not in closed])
        ),
        "interpreters": "; ".join(
            f"{'-'.join(row['languages'])}: {row['count']}"
            + (f" ({' '.join(map(str, row['available']))})" if row.get("available") else "")
            for row in document.get("interpreters") or ()
        ),
        "rest_after": (document.get("rules") or {}).get("rest_after"),
        **{f"host_{name}": host.get(name) for name in preparing.HOST},
        **{name: host.get(name) for name in ("signer_title", "signer", "number")},
    }
    for side in ("producer", "buyer"):
        for end in ("min", "max"):
            known[f"{side}_{end}"] = (limits.get(side) or {}).get(end)
    return known


def _rows(document: Document) -> list[dict[str, str]]:
    """The sessions as rows of the form: as they were entered, else as their slots show them."""
    derived = {s.code: s for s in sessions_in(document.get("slots") or ())}
    told: Sequence[Document] = document.get("sessions") or [{"session": code} for code in derived]
    rows = []
    for session in told:
        known = derived.get(session.get("session", ""))
        whole: Record = dict(session)
        if known is not None and not session.get("start"):
            times = {"date": known.date, "start": known.start, "end": known.end}
            whole |= times | {"minutes": known.minutes, "gap": known.gap, "breaks": known.breaks}
        spans = "; ".join(f"{start}-{end}" for start, end in whole.get("breaks") or ())
        row = {name: str(whole.get(name) if whole.get(name) is not None else "") for name in SESSION}
        rows.append({**row, "breaks": spans, "date": day(whole["date"]) if whole.get("date") else ""})
    return rows
