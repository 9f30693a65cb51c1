"""Introductions: letters that bring the two sides of accepted matches together, and what each answered."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, ClassVar

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from matchmaker.models.base import Base, now
from matchmaker.models.demands import Demand
from matchmaker.models.matches import Match
from matchmaker.models.pools import Pool
from matchmaker.models.users import User


class Office(Base):
    """Who sends the letters of a province: the head and the foot of an official paper.

    ``symbol`` stands after the number ("SCT-XTTM"), ``place`` before the date.
    """

    __tablename__ = "offices"

    province: Mapped[str] = mapped_column(String(80), primary_key=True)
    parent: Mapped[str] = mapped_column(String(200), default="")
    unit: Mapped[str] = mapped_column(String(200), default="")
    place: Mapped[str] = mapped_column(String(80), default="")
    symbol: Mapped[str] = mapped_column(String(40), default="")
    signer_title: Mapped[str] = mapped_column(String(200), default="")
    signer: Mapped[str] = mapped_column(String(200), default="")
    phone: Mapped[str] = mapped_column(String(40), default="")
    version: Mapped[int] = mapped_column(default=1)

    __mapper_args__: ClassVar[dict[str, Any]] = {"version_id_col": version}


class LetterNumber(Base):
    """The last number that letters of a province took in a year."""

    __tablename__ = "letter_numbers"

    province: Mapped[str] = mapped_column(String(80), primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int]


class Introduction(Base):
    """One introduction of a demand's buyer to the producers of some accepted matches.

    ``number`` of ``year`` is the letter's, counted in each ``province``. ``pool_id`` is the pool whose lead's
    match is introduced, if it is one. ``link_serial`` counts how often the buyer's links were withdrawn.
    """

    __tablename__ = "introductions"
    __table_args__ = (UniqueConstraint("province", "year", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    demand_id: Mapped[str] = mapped_column(ForeignKey("demands.id", ondelete="CASCADE"), index=True)
    pool_id: Mapped[int | None] = mapped_column(ForeignKey("pools.id", ondelete="SET NULL"), index=True)
    province: Mapped[str] = mapped_column(String(80))
    year: Mapped[int]
    number: Mapped[int]
    made_on: Mapped[date] = mapped_column(index=True)
    made_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    made_at: Mapped[datetime] = mapped_column(default=now)
    link_serial: Mapped[int] = mapped_column(default=0)
    version: Mapped[int] = mapped_column(default=1)

    demand: Mapped[Demand] = relationship()
    pool: Mapped[Pool | None] = relationship()
    maker: Mapped[User] = relationship()
    versions: Mapped[list[IntroductionVersion]] = relationship(
        back_populates="introduction", cascade="all, delete-orphan", order_by="IntroductionVersion.number"
    )
    introduced: Mapped[list[IntroducedMatch]] = relationship(
        back_populates="introduction", cascade="all, delete-orphan", order_by="IntroducedMatch.position"
    )
    reminders: Mapped[list[IntroductionReminder]] = relationship(
        cascade="all, delete-orphan", order_by="IntroductionReminder.id"
    )

    __mapper_args__: ClassVar[dict[str, Any]] = {"version_id_col": version}


class IntroductionVersion(Base):
    """The letter as it was issued, numbered from 1; never changed.

    ``document`` holds everything that the letter, its annexes and copies say, so that an old version prints
    as it did. It holds the contacts of both sides: personal data.
    """

    __tablename__ = "introduction_versions"
    __table_args__ = (UniqueConstraint("introduction_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    introduction_id: Mapped[int] = mapped_column(ForeignKey("introductions.id", ondelete="CASCADE"))
    number: Mapped[int]
    document: Mapped[dict[str, Any]]
    note: Mapped[str] = mapped_column(String(500), default="")
    made_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    made_at: Mapped[datetime] = mapped_column(default=now)

    introduction: Mapped[Introduction] = relationship(back_populates="versions")
    maker: Mapped[User] = relationship()


class IntroducedMatch(Base):
    """A match in an introduction, with the latest answer of each side (empty while it is waited for).

    ``link_serial`` counts how often the producer's links were withdrawn.
    """

    __tablename__ = "introduced_matches"
    __table_args__ = (UniqueConstraint("introduction_id", "match_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    introduction_id: Mapped[int] = mapped_column(ForeignKey("introductions.id", ondelete="CASCADE"))
    match_id: Mapped[int] = mapped_column(ForeignKey("matches.id", ondelete="CASCADE"), index=True)
    position: Mapped[int]
    buyer_answer: Mapped[str] = mapped_column(String(12), default="")
    producer_answer: Mapped[str] = mapped_column(String(12), default="")
    link_serial: Mapped[int] = mapped_column(default=0)

    introduction: Mapped[Introduction] = relationship(back_populates="introduced")
    match: Mapped[Match] = relationship()
    answers: Mapped[list[IntroductionAnswer]] = relationship(
        back_populates="introduced", cascade="all, delete-orphan", order_by="IntroductionAnswer.id"
    )

    def answer_of(self, side: str) -> str:
        """The latest answer of "buyer" or "producer"."""
        return self.buyer_answer if side == "buyer" else self.producer_answer


class IntroductionAnswer(Base):
    """What a side answered: interested, sample (wants or sends one), terms (others, in ``note``) or refused.

    Never changed; a later answer is a new row. ``how`` is link, account, or officer (told by telephone, or
    in any other way); ``user_id`` is absent where a link was used. ``reason`` is a code of a refusal.
    """

    __tablename__ = "introduction_answers"

    id: Mapped[int] = mapped_column(primary_key=True)
    introduced_id: Mapped[int] = mapped_column(
        ForeignKey("introduced_matches.id", ondelete="CASCADE"), index=True
    )
    side: Mapped[str] = mapped_column(String(12))
    answer: Mapped[str] = mapped_column(String(12))
    reason: Mapped[str] = mapped_column(String(40), default="")
    note: Mapped[str] = mapped_column(String(1000), default="")
    how: Mapped[str] = mapped_column(String(8))
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    on_behalf_of: Mapped[str | None] = mapped_column(ForeignKey("organisations.id"))
    answered_on: Mapped[date]
    answered_at: Mapped[datetime] = mapped_column(default=now)

    introduced: Mapped[IntroducedMatch] = relationship(back_populates="answers")
    user: Mapped[User | None] = relationship()


class IntroductionReminder(Base):
    """A side was reminded to answer; never changed. ``how`` is phone, zalo or email.

    ``match_id`` is whose producer was reminded, absent for the buyer, who owes one answer on a whole letter.
    """

    __tablename__ = "introduction_reminders"

    id: Mapped[int] = mapped_column(primary_key=True)
    introduction_id: Mapped[int] = mapped_column(
        ForeignKey("introductions.id", ondelete="CASCADE"), index=True
    )
    match_id: Mapped[int | None] = mapped_column(ForeignKey("matches.id", ondelete="CASCADE"))
    how: Mapped[str] = mapped_column(String(8))
    sent_on: Mapped[date]
    sent_by: Mapped[int] = mapped_column(ForeignKey("users.id"))
    noted_at: Mapped[datetime] = mapped_column(default=now)

    sender: Mapped[User] = relationship()
