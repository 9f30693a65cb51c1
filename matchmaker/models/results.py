"""What came of a meeting at a conference, and the stages that a match goes through afterwards."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import BigInteger, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from matchmaker.models.base import Base, now


class MeetingResult(Base):
    """The result slip of one meeting; ``producer`` and ``buyer`` are ids of the conference's document.

    ``outcome`` is met, producer_absent, buyer_absent, both_absent or cancelled; ``steps`` lists the codes
    ticked (interested, sample, quote, visit, mou, unfit); ``reason`` is a code where it does not fit.
    ``quantity`` is in ``unit`` and ``value`` in đồng, as the parties wrote them. ``match_id`` is the match
    that it belongs to, if any.
    """

    __tablename__ = "meeting_results"
    __table_args__ = (UniqueConstraint("conference_id", "producer", "buyer"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    conference_id: Mapped[str] = mapped_column(ForeignKey("conferences.id", ondelete="CASCADE"))
    producer: Mapped[str] = mapped_column(String(64))
    buyer: Mapped[str] = mapped_column(String(64))
    match_id: Mapped[int | None] = mapped_column(ForeignKey("matches.id", ondelete="SET NULL"), index=True)
    outcome: Mapped[str] = mapped_column(String(16))
    steps: Mapped[list[Any]] = mapped_column(default=list)
    reason: Mapped[str] = mapped_column(String(40), default="")
    quantity: Mapped[float | None]
    unit: Mapped[str] = mapped_column(String(40), default="")
    value: Mapped[int | None] = mapped_column(BigInteger)
    next_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(String(2000), default="")
    entered_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    entered_at: Mapped[datetime] = mapped_column(default=now, onupdate=now)
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__: ClassVar[dict[str, Any]] = {"version_id_col": version}


class MatchStage(Base):
    """One step of a match on its way to deliveries; rows are added, the latest is the state.

    A pair that met although no ranking names it has its steps by its slip (``result_id``) instead of a match.
    Those that a result slip told carry its parties in ``note``, and correcting the slip replaces them; those
    that a published timetable told carry its conference, and a later one that drops the meeting takes them
    away.

    ``stage`` is introduced, scheduled, met, no_show, sample, quote, visit, mou, framework, contract,
    delivered, ongoing, closed or failed (with a ``reason`` code). Memoranda, framework contracts and
    purchase contracts are stages of their own and are never added up. ``quantity`` is in ``unit``, ``value``
    in đồng. ``how`` it came in is officer, link or account; ``user_id`` is absent where a side's own link
    told it, ``on_behalf_of`` the organisation that was spoken for.
    """

    __tablename__ = "match_stages"

    id: Mapped[int] = mapped_column(primary_key=True)
    match_id: Mapped[int | None] = mapped_column(ForeignKey("matches.id", ondelete="CASCADE"), index=True)
    result_id: Mapped[int | None] = mapped_column(
        ForeignKey("meeting_results.id", ondelete="CASCADE"), index=True
    )
    conference_id: Mapped[str | None] = mapped_column(
        ForeignKey("conferences.id", ondelete="SET NULL"), index=True
    )
    stage: Mapped[str] = mapped_column(String(12))
    reason: Mapped[str] = mapped_column(String(40), default="")
    happened_on: Mapped[date]
    quantity: Mapped[float | None]
    unit: Mapped[str] = mapped_column(String(40), default="")
    value: Mapped[int | None] = mapped_column(BigInteger)
    note: Mapped[str] = mapped_column(String(2000), default="")
    how: Mapped[str] = mapped_column(String(8), default="officer", server_default="officer")
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    on_behalf_of: Mapped[str | None] = mapped_column(ForeignKey("organisations.id"))
    noted_at: Mapped[datetime] = mapped_column(default=now)
