"""Matches of a demand with an offer, with their evidence, and the decisions taken on them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, ForeignKey, Index, String, UniqueConstraint, exists
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, column_property, mapped_column, relationship

from matchmaker.models.base import Base, now
from matchmaker.models.demands import Demand
from matchmaker.models.offers import Offer
from matchmaker.models.results import MatchStage
from matchmaker.models.users import User


class Match(Base):
    """One offer judged for one demand.

    ``score`` and ``base`` are whole millionths (0..1,000,000). ``rank`` is 1 for the best, absent for a
    vetoed near-match and for a pair that the latest ranking does not name; ``position`` orders the whole
    list. ``evidence`` is the match record as ``rank`` prints it; it is kept (``told``) without the rank,
    which moves whenever another offer comes or goes. ``status`` is suggested, accepted, rejected or held; it
    outlives a new ranking, and ``current`` says whether the latest one still names the pair. ``version``
    counts the decisions, not the rankings; ``lexicon`` is the version of the product lexicon that the pair
    was judged with.
    """

    __tablename__ = "matches"
    __table_args__ = (
        UniqueConstraint("demand_id", "offer_id"),
        # a list in its order, and what stands last in it, read without the evidence beside it
        Index("ix_matches_places", "demand_id", "position", "current", "eligible", "score", "offer_id"),
        # what the board and the day count, read without the evidence beside it
        Index("ix_matches_counted", "demand_id", "current", "status", "eligible", "score"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    demand_id: Mapped[str] = mapped_column(ForeignKey("demands.id", ondelete="CASCADE"))
    offer_id: Mapped[str] = mapped_column(ForeignKey("offers.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    rank: Mapped[int | None]
    score: Mapped[int]
    base: Mapped[int]
    eligible: Mapped[bool]
    told: Mapped[dict[str, Any]] = mapped_column("evidence")
    profile: Mapped[str] = mapped_column(String(80))
    lexicon: Mapped[int] = mapped_column(default=0, server_default="0")
    ranked_at: Mapped[datetime] = mapped_column(default=now)
    current: Mapped[bool] = mapped_column(default=True)
    status: Mapped[str] = mapped_column(String(12), default="suggested", index=True)
    version: Mapped[int] = mapped_column(default=1)

    # Whether both sides were introduced; lists that show it load it with ``undefer``.
    introduced: Mapped[bool] = column_property(
        exists().where(MatchStage.match_id == id, MatchStage.stage == "introduced"), deferred=True
    )

    demand: Mapped[Demand] = relationship()
    offer: Mapped[Offer] = relationship()
    decisions: Mapped[list[Decision]] = relationship(order_by="Decision.id", back_populates="match")

    @hybrid_property
    def evidence(self) -> dict[str, Any]:
        """The match record; in a query it is without the rank."""
        return self.told | {"rank": self.rank}

    @evidence.inplace.expression
    @classmethod
    def _told(cls) -> ColumnElement[dict[str, Any]]:
        return cls.told.expression

    @property
    def standing(self) -> str:
        """The status as it is shown: ``withdrawn`` where the offer or the demand is off the market."""
        return self.status if self.offer.status == self.demand.status == "open" else "withdrawn"


class Decision(Base):
    """What a person decided on a match: accept, reject (with a reason code) or hold; never changed."""

    __tablename__ = "decisions"

    id: Mapped[int] = mapped_column(primary_key=True)
    match_id: Mapped[int] = mapped_column(ForeignKey("matches.id", ondelete="CASCADE"), index=True)
    decision: Mapped[str] = mapped_column(String(12))
    reason: Mapped[str] = mapped_column(String(40), default="")
    note: Mapped[str] = mapped_column(String(2000), default="")
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    on_behalf_of: Mapped[str | None] = mapped_column(ForeignKey("organisations.id"))
    decided_at: Mapped[datetime] = mapped_column(default=now)
    score: Mapped[int]
    rank: Mapped[int | None]
    profile: Mapped[str] = mapped_column(String(80))

    match: Mapped[Match] = relationship(back_populates="decisions")
    user: Mapped[User] = relationship()
