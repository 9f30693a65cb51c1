"""The fields that records of trade are made of. Each refuses with a code of ``matchmaker.wording.errors``."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from matchmaker.schemas import numbers
from matchmaker.schemas.base import RecordField, Refused
from matchmaker.schemas.text import clean

LARGEST = 1e12  # larger amounts of đồng or kilograms are typing errors
ISO_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", re.ASCII)
LOCAL_DAY = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})", re.ASCII)
CERTIFICATE = re.compile(r"([A-Z0-9][A-Z0-9_]{0,22})(?:@(.*))?", re.ASCII | re.DOTALL)


class Text(RecordField[str]):
    """Text in NFC without control or format characters, trimmed, of at most ``longest`` characters."""

    def __init__(self, longest: int = 300, **options: Any) -> None:
        super().__init__(**options)
        self.longest = longest

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> str:
        if not isinstance(value, str):
            if isinstance(value, bool) or not isinstance(value, (int, float)) or not self._from_file():
                raise Refused("not_text")
            value = str(value)
        if len(value) > self.longest:
            raise Refused("too_long", max=self.longest)
        text = clean(value)
        if self.required and not text:
            raise Refused("required")
        return text

    def _from_file(self) -> bool:
        return bool(getattr(self.root, "keep_unknown", False))


class RecordId(Text):
    """The id of a record: any short text in a file, plain characters where it becomes part of an address."""

    PLAIN = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,63}", re.ASCII)
    # Words that stand, or may come to stand, where an address has an id.
    RESERVED = frozenset(
        {"all", "close", "delete", "docs", "edit", "matches", "new", "openapi.json", "page", "search"}
    )

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> str:
        text = super()._deserialize(value, attr, data)
        if not self._from_file() and not self.PLAIN.fullmatch(text):
            raise Refused("not_an_id")
        if not self._from_file() and text.casefold() in self.RESERVED:
            raise Refused("reserved_id", value=text)
        return text


class Number(RecordField[float]):
    """A finite number between ``low`` and ``high``; text is read by ``numbers``, never by ``float``.

    ``money`` takes amounts of đồng in words as well (25k).
    """

    def __init__(
        self,
        low: float = 0,
        high: float = LARGEST,
        *,
        whole: bool = False,
        money: bool = False,
        **options: Any,
    ) -> None:
        super().__init__(**options)
        self.low, self.high, self.whole, self.money = low, high, whole, money

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> float:
        kind = type(value)
        plain = kind is float or (kind is int and abs(value) <= LARGEST)
        number = value if plain else self._read(value)
        if not self.low <= number <= self.high:
            raise self._outside(number)
        if number == (whole := int(number)):
            return whole
        if self.whole:
            raise Refused("not_whole")
        return float(number)

    def _outside(self, number: float) -> Refused:
        """Why a number is none of those allowed."""
        if not math.isfinite(number):
            return Refused("not_finite")
        return (
            Refused("too_small", min=self.low) if number < self.low else Refused("too_large", max=self.high)
        )

    def _read(self, value: Any) -> float:
        if isinstance(value, bool) or not isinstance(value, (int, float, str)):
            raise Refused("not_a_number")
        if isinstance(value, int) and abs(value) > LARGEST:
            raise Refused("too_large", max=self.high) if value > 0 else Refused("too_small", min=self.low)
        if isinstance(value, str):
            local = bool(getattr(self.root, "local_numbers", False))
            return numbers.parse(value.strip(), local=local, money=self.money)
        return float(value)


class YesNo(RecordField[bool]):
    """Yes or no; spreadsheets and forms write it in several ways."""

    YES = frozenset({"true", "1", "yes", "y", "on", "có", "co", "x"})
    NO = frozenset({"false", "0", "no", "n", "off", "không", "khong"})

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> bool:
        return yes_or_no(value)


def yes_or_no(value: Any) -> bool:
    """A boolean from JSON or from text. Raises ``Refused`` ``not_yes_or_no``."""
    if isinstance(value, bool):
        return value
    word = clean(value).casefold() if isinstance(value, str) else str(value) if value in (0, 1) else ""
    if word in YesNo.YES:
        return True
    if word in YesNo.NO:
        return False
    raise Refused("not_yes_or_no")


class Day(RecordField[date]):
    """A day as year-month-day (or day/month/year), between 1990 and 2100."""

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> date:
        return read_day(value)

    def _serialize(self, value: Any, attr: str | None, obj: Any, **_: Any) -> Any:
        return value.isoformat() if isinstance(value, date) else value


ENGLISH_DAY = re.compile(r"([0-9]{1,2}) ([A-Za-z]{3})[a-z]{0,6} ([0-9]{4})")  # 28 Feb 2027
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def read_day(value: Any) -> date:
    """A real day from text. Raises ``Refused`` ``not_a_date`` or ``date_out_of_range``."""
    text = (
        value.strip() if isinstance(value, str) else value.isoformat()[:10] if isinstance(value, date) else ""
    )
    if found := ISO_DAY.fullmatch(text):
        year, month, day = map(int, found.groups())
    elif found := LOCAL_DAY.fullmatch(text):
        day, month, year = map(int, found.groups())
    elif (found := ENGLISH_DAY.fullmatch(text)) and found[2].lower() in _MONTHS:
        day, month, year = int(found[1]), _MONTHS.index(found[2].lower()) + 1, int(found[3])
    else:
        raise Refused("not_a_date")
    try:
        result = date(year, month, day)
    except ValueError:
        raise Refused("not_a_date") from None
    if not 1990 <= year <= 2100:
        raise Refused("date_out_of_range")
    return result


class Choice(RecordField[str]):
    """One of a fixed list of codes."""

    def __init__(self, choices: Sequence[str], **options: Any) -> None:
        super().__init__(**options)
        self.choices = tuple(choices)
        self._own = {choice: choice for choice in self.choices}  # one text for all, quicker to send

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> str:
        choice = self._own.get(value.strip()) if isinstance(value, str) else None
        if choice is None:
            raise Refused("unknown_choice", value=value, choices=self.choices)
        return choice


class Listed(RecordField[list[Any]]):
    """A list; text is split at ";" (files of the format CSV, forms)."""

    longest = 40

    def _deserialize(self, value: Any, attr: str | None, data: Any, **_: Any) -> list[Any]:
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            value = [value]
        if isinstance(value, str):
            value = [part for part in re.split(r"[;\n]", value[:10_000]) if part.strip()]
        if not isinstance(value, (list, tuple)):
            raise Refused("not_a_list")
        if len(value) > self.longest:
            raise Refused("too_many", max=self.longest)
        return self._items(value)

    def _items(self, values: Sequence[Any]) -> list[Any]:
        raise NotImplementedError


class Months(Listed):
    """A set of months of the year, 1..12, sorted."""

    def _items(self, values: Sequence[Any]) -> list[int]:
        return sorted({self._month(value) for value in values})

    @staticmethod
    def _month(value: Any) -> int:
        if type(value) is int and 1 <= value <= 12:
            return value
        text = value.strip() if isinstance(value, str) else value
        if isinstance(text, str) and re.fullmatch(r"0?[1-9]|1[0-2]", text, re.ASCII):
            return int(text)
        if isinstance(text, bool) or not isinstance(text, (int, float)) or text not in range(1, 13):
            raise Refused("not_a_month", value=value)
        return int(text)


class Certificates(Listed):
    """Certificate codes, each with an optional last day: ``VIETGAP``, ``ATTP@2027-03-31``, ``OCOP4``."""

    def _items(self, values: Sequence[Any]) -> list[str]:
        found: dict[str, None] = {}
        for value in values:
            paper = _certificate(value) if isinstance(value, str) else None
            if paper is None:
                raise Refused("not_a_certificate", value=value)
            found[paper] = None
        return list(found)


@lru_cache(maxsize=16_384)
def _certificate(written: str) -> str | None:
    """A certificate as code, or code and day; None where the text is none."""
    found = CERTIFICATE.fullmatch(written.strip().upper())
    if not found:
        return None
    code, day = found.groups()
    if code.startswith("OCOP") and code[4:] not in ("", "1", "2", "3", "4", "5"):
        return None
    try:
        return code if day is None else f"{code}@{read_day(day).isoformat()}"
    except Refused:
        return None


class Codes(Listed):
    """A list out of a fixed list of codes."""

    def __init__(self, choices: Sequence[str], **options: Any) -> None:
        super().__init__(**options)
        self.choices = tuple(choices)

    def _items(self, values: Sequence[Any]) -> list[str]:
        for value in values:
            if value not in self.choices:
                raise Refused("unknown_choice", value=value, choices=self.choices)
        return list(dict.fromkeys(values))


class InvoiceRequired(Codes):
    """A demand's ``invoice_required``: yes, no, or the list of invoices accepted."""

    def _deserialize(self, value: Any, attr: str | None, data: Mapping[str, Any] | None, **_: Any) -> Any:
        if isinstance(value, (list, tuple)) or (
            isinstance(value, str) and value.split(";")[0] in self.choices
        ):
            return super()._deserialize(value, attr, data)
        return yes_or_no(value)
