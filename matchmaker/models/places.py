"""Places of production and of delivery: as written, and as found on the map."""

from __future__ import annotations

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from matchmaker.models.base import Base


class Place(Base):
    """Where goods are picked up (``kind`` production) or brought (``kind`` delivery).

    ``raw`` is the text as written and ``legacy`` what it says on the map before 1 July 2025; the other
    columns are what was found: the new commune and its code, coordinates (WGS 84 degrees), the finest
    ``level`` found and a ``confidence`` of 0..1.
    """

    __tablename__ = "places"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(12))
    raw: Mapped[str] = mapped_column(String(1000), default="")
    legacy: Mapped[str] = mapped_column(String(300), default="")
    commune: Mapped[str] = mapped_column(String(80), default="")
    commune_code: Mapped[str] = mapped_column(String(12), default="", index=True)
    province: Mapped[str] = mapped_column(String(80), default="", index=True)
    lat: Mapped[float | None]
    lon: Mapped[float | None]
    terrain: Mapped[str] = mapped_column(String(12), default="")
    level: Mapped[str] = mapped_column(String(16), default="")
    confidence: Mapped[float] = mapped_column(default=0.0)
    node: Mapped[str] = mapped_column(String(120), default="")
