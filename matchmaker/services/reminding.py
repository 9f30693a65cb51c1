"""Note that a side was reminded to answer an introduction: by which way, on which day, by whom."""

from __future__ import annotations

from matchmaker.errors import Conflict
from matchmaker.extensions import db
from matchmaker.models import Introduction, IntroductionReminder, User
from matchmaker.queries import introductions
from matchmaker.services import answering, audit
from matchmaker.services.calendar import today
from matchmaker.services.transaction import use_case


@use_case
def note(introduction_id: int, match_id: int, how: str, actor: User) -> IntroductionReminder:
    """Note a reminder of today, to a match's producer or with ``match_id`` 0 to the buyer.

    The next one is due some days after it (`queries.overdue_answers`). The same one noted twice on a day is
    one. Raises ``NotFound``, ``Conflict`` ``nothing_to_remind`` where the side owes no answer.
    """
    found = introductions.one(introduction_id, actor)
    if match_id:
        answering.of_officer(introduction_id, match_id, actor)
    if not owes(found, match_id):
        raise Conflict("nothing_to_remind")
    for known in found.reminders:
        if (known.match_id or 0, known.how, known.sent_on) == (match_id, how, today()):
            return known
    row = IntroductionReminder(match_id=match_id or None, how=how, sent_on=today(), sender=actor)
    found.reminders.append(row)
    db.session.flush()
    facts = {"match": match_id or None, "how": how, "on": row.sent_on.isoformat()}
    audit.record("introduction.reminded", "introduction", introduction_id, facts, actor)
    return row


def owes(introduction: Introduction, match_id: int) -> bool:
    """Whether a match's producer, or the buyer (0), still owes an answer that somebody waits for."""
    if not match_id:
        return any(
            not row.buyer_answer and row.producer_answer != "refused" for row in introduction.introduced
        )
    row = next(row for row in introduction.introduced if row.match_id == match_id)
    return not row.producer_answer and row.buyer_answer != "refused"
