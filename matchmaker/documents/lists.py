"""Lists for the organizers: who comes, the booths, the catalogue, the papers that are missing."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from matchmaker.documents.material import Material, Record, headcount, listed
from matchmaker.documents.papers import Block, Cell, Column, Group, Paper, Table, Text
from matchmaker.wording import prints
from matchmaker.wording.numbers import number
from matchmaker.wording.papers import word

SIDES = ("producer", "buyer", "peer")


def delegates(material: Material, lang: str) -> Paper:
    """Print 1: the organisations and who comes for them, by side and province."""
    columns = [
        _no(lang),
        Column(word("party", lang), 3.9, strong=True),
        Column(word("delegate", lang), 2.3),
        Column(word("position", lang), 1.6),
        Column(word("phone", lang), 2.0),
        Column(word("note", lang), 1.5),
    ]
    blocks: list[Block] = []
    for side in SIDES:
        people = material.on_side(side)
        if people:
            places = iter(range(1, len(people) + 1))
            groups = [
                Group(province, [row for p in its for row in _delegate_rows(material, p, next(places), lang)])
                for province, its in _by_province(people, lang)
            ]
            name = word(f"{side}s", lang)
            blocks += [Text(f"{name}: {len(people)}", "heading"), Table(columns, groups, name)]
    footer = word("personal_data", lang) if any(material.contacts.values()) else ""
    return _paper(material, "delegates_title", blocks, lang, footer=footer)


def _delegate_rows(material: Material, p: Record, place: int, lang: str) -> list[Sequence[Cell]]:
    note = f"{word('booth', lang)} {p['booth']}" if p.get("booth") else ""
    if p.get("fixed_table"):
        note = ", ".join(filter(None, (note, f"{word('table', lang)} {prints.table_name(p['fixed_table'])}")))
    known = material.delegates(p["id"])
    if headcount(p) > max(len(known), 1):
        note = ", ".join(filter(None, (note, word("heads", lang, n=headcount(p)))))
    return [
        [place, material.name(p["id"]), *_person(known[0] if known else {}), note],
        *([None, "", *_person(more), ""] for more in known[1:]),
    ]


def _person(person: Record) -> list[str]:
    return [str(person.get(k) or "") for k in ("name", "title", "phone")]


def booths(material: Material, lang: str) -> Paper:
    """Print 2, the list: booths in their order, with what each needs."""
    columns = [
        _no(lang),
        Column(word("booth", lang), 0.9, "centre", strong=True),
        Column(word("party", lang), 3.6, strong=True),
        Column(word("province", lang), 1.5),
        Column(word("goods", lang), 3.4),
        Column(word("needs", lang), 1.3),
    ]
    rows = [
        [
            n,
            p["booth"],
            material.name(p["id"]),
            p.get("province") or "",
            listed(p.get("products")),
            p.get("needs") or "",
        ]
        for n, p in enumerate(with_booth(material), 1)
    ]
    return _paper(
        material, "booths_title", _or_none([Table(columns, [Group("", rows)])], rows, lang), lang,
        counted=((len(rows), "of_booths"),), landscape=True,
    )  # fmt: skip


def with_booth(material: Material) -> list[Record]:
    """The participants that have a booth, in the booths' order: A2 before A10."""
    return sorted(
        (p for p in material.conference["participants"] if p.get("booth")), key=lambda p: in_order(p["booth"])
    )


def in_order(booth: object) -> tuple[str, int, str]:
    """Sorts A2 before A10."""
    text = str(booth)
    digits = "".join(c for c in text if c.isdecimal() and c.isascii())
    return text.rstrip("0123456789"), int(digits[:9] or 0), text


def catalogue(material: Material, lang: str) -> Paper:
    """Print 7: what the participating producers offer, by province; contacts only with consent."""
    columns = [
        _no(lang),
        Column(word("goods", lang), 2.7, strong=True),
        Column(word("volume", lang), 1.5),
        Column(word("months", lang), 1.4),
        Column(word("papers", lang), 3.0),
        Column(word("place", lang), 1.8),
        Column(word("packing", lang), 1.5),
    ]
    blocks: list[Block] = []
    count = 0
    for province, people in _by_province(material.on_side("producer"), lang):
        groups = []
        for p in people:
            rows: list[Sequence[Cell]] = []
            for goods in material.goods.get(p["id"]) or ():
                count += 1
                rows.append(
                    [
                        count,
                        goods.product,
                        goods.volume,
                        goods.months,
                        goods.papers,
                        goods.place,
                        goods.packing,
                    ]
                )
            if rows:
                groups.append(Group(_catalogue_label(material, p, lang), rows))
        if groups:
            blocks += [Text(province, "heading"), Table(columns, groups, province)]
    return _paper(
        material, "catalogue_title", _or_none(blocks, blocks, lang), lang,
        counted=((count, "of_products"),), landscape=True,
    )  # fmt: skip


def _catalogue_label(material: Material, p: Record, lang: str) -> str:
    parts = [material.name(p["id"])]
    if p.get("booth"):
        parts.append(f"{word('booth', lang)} {p['booth']}")
    if p.get("contact_public") is True:
        told = ", ".join(str(p[k]) for k in ("contact", "phone") if p.get(k))
        parts += [f"{word('contact', lang)}: {told}"] if told else []
    return " · ".join(parts)


def missing(material: Material, lang: str) -> Paper:
    """Print 10: by participant, the papers missing for a buyer, those that lapse, doubts to clear."""
    columns = [
        _no(lang),
        Column(word("goods", lang), 2.4, strong=True),
        Column(word("lacking", lang), 4.2),
        Column(word("expires", lang), 1.5, "centre"),
        Column(word("asked_by", lang), 2.6),
        Column(word("note", lang), 1.6),
    ]
    groups, count = [], 0
    for person in material.people:
        rows: list[Sequence[Cell]] = []
        for lack in (lack for lack in material.lacks if lack.participant == person):
            count += 1
            rows.append([count, lack.product, lack.what, lack.expires, lack.asked_by, ""])
        if rows:
            province = material.people[person].get("province") or ""
            groups.append(Group(" · ".join(filter(None, (material.name(person), province))), rows))
    table = Table(columns, groups)
    return _paper(
        material, "missing_title", _or_none([table], groups, lang), lang,
        counted=((count, "of_papers"),), landscape=True,
    )  # fmt: skip


def _no(lang: str) -> Column:
    return Column(word("no", lang), 0.6, "centre")


def _or_none(blocks: list[Block], rows: Iterable[object], lang: str) -> list[Block]:
    return blocks if any(True for _ in rows) else [Text(word("none_yet", lang), "centre")]


def _by_province(people: Sequence[Record], lang: str) -> list[tuple[str, list[Record]]]:
    """Participants under their provinces, in the order of the Vietnamese alphabet as the register has it."""
    found: dict[str, list[Record]] = {}
    for p in people:
        found.setdefault(str(p.get("province") or word("no_province", lang)), []).append(p)
    unknown = word("no_province", lang)
    return sorted(found.items(), key=lambda item: (item[0] == unknown, _alphabet(item[0])))


_LETTERS = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệfghiìíỉĩịjklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvwxyỳýỷỹỵz"
_RANK = {letter: place for place, letter in enumerate(_LETTERS, 1)}


def _alphabet(text: str) -> list[int]:
    return [_RANK.get(letter, 0 if letter == " " else 500) for letter in text.casefold()]


def _paper(
    material: Material,
    title: str,
    blocks: Sequence[Block],
    lang: str,
    *,
    counted: Sequence[tuple[int, str]] = (),
    landscape: bool = False,
    footer: str = "",
) -> Paper:
    """A list with its title, the conference, its days, and how much stands on it."""
    subtitle = [material.title, when_and_where(material, lang)]
    subtitle += [f"{number(count, lang)} {word(what, lang)}" for count, what in counted]
    return Paper(
        word(title, lang),
        blocks,
        [line for line in subtitle if line],
        landscape=landscape,
        footer=footer,
        lang=lang,
    )


def days(material: Material, lang: str) -> str:
    """The days of the conference."""
    slots = material.conference["slots"]
    return ", ".join(dict.fromkeys(prints.day_label(s.get("date") or s["day"], lang) for s in slots))


def when_and_where(material: Material, lang: str) -> str:
    """The days and the hall."""
    return " · ".join(filter(None, (days(material, lang), str(material.conference.get("venue") or ""))))
