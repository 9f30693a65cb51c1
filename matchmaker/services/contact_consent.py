"""A participant's own word, by its personal link, on whether its contact may be printed for others to read.

The telephone of a household is personal data: it is printed only while the household says so, and it can take
that back on the same page at any time.
"""

from __future__ import annotations

from matchmaker.services import audit, personal_links
from matchmaker.services.transaction import use_case


@use_case
def tell(conference_id: str, participant_id: str, key: str, public: bool) -> None:
    """Note that the contact may be printed in the catalogue, or no longer.

    Raises ``NotFound`` for a wrong link.
    """
    conference, participant = personal_links.opened(conference_id, participant_id, key)
    if bool(participant.get("contact_public")) == public:
        return
    rows = [
        {**row, "contact_public": public} if row["id"] == participant_id else row
        for row in conference.document["participants"]
    ]
    conference.document = {**conference.document, "participants": rows}
    facts = {"participant": participant_id, "public": public, "source": "link"}
    facts |= {"digest": audit.digest(conference.document)}
    audit.record("participant.contact_consent", "conference", conference_id, facts, None)
