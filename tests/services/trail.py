"""The trail of changes played again into plain rows: what the tables have to hold, from the events alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from matchmaker.models import AuditEvent
from tests.services.trail_of_conferences import Conferences
from tests.services.trail_of_matches import Matches
from tests.services.trail_of_members import Members
from tests.services.trail_of_pools import Pools
from tests.services.trail_of_reference import Reference
from tests.services.trail_rows import Facts


class Replay(Members, Matches, Pools, Reference, Conferences):
    """Rows by table. Each handler is named after the action that it plays, with ``_`` for its dot."""

    def __init__(self, events: Iterable[AuditEvent]) -> None:
        super().__init__()
        for event in events:
            handler: Callable[[AuditEvent, Facts], None] | None
            handler = getattr(self, event.action.replace(".", "_"), None)
            if event.subject in ("products", "markets", "channels", "coefficients", "buyers"):
                handler = self.reference
            assert handler is not None, f"nothing plays {event.action}"
            handler(event, event.facts)

    def nothing(self, event: AuditEvent, f: Facts) -> None:
        """What changes no table that is compared."""

    demand_ranked = offer_ranked = import_sent = import_taken = import_undone = nothing
    password_changed = link_renewed = introduction_printed = conference_printed = nothing
