"""Shares of the shelf life as a form offers them to choose."""

from __future__ import annotations

SHARES = (0.5, 0.6, 0.67, 0.7, 0.75, 0.8, 0.9)


def shares(present: str = "") -> list[tuple[str, str]]:
    """The usual shares as "0,67" with "67 %"; one that is set already is among them."""
    values = {f"{share:g}".replace(".", ","): share for share in SHARES}
    if present and present not in values:
        try:
            values[present] = float(present.replace(",", "."))
        except ValueError:
            return _worded(values)  # what was typed is refused at its field
    return _worded(values)


def _worded(values: dict[str, float]) -> list[tuple[str, str]]:
    ordered = sorted(values.items(), key=lambda each: each[1])
    return [(code, f"{share * 100:g} %".replace(".", ",")) for code, share in ordered]
