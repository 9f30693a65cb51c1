"""The report to the province and the ministry with its annexes, and the follow-up sheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from matchmaker.documents.lists import booths, days, delegates, when_and_where, with_booth
from matchmaker.documents.material import Material, Record
from matchmaker.documents.official import letterhead, signed
from matchmaker.documents.official import number as paper_number
from matchmaker.documents.outcomes import AGREEMENTS, Agreement, Outcomes, counted, in_time, key
from matchmaker.documents.papers import Annex, Block, Cell, Column, Group, Paper, Table, Text
from matchmaker.schemas.follow_ups import FOLLOWED, months_after
from matchmaker.wording.labels import label
from matchmaker.wording.letters import say
from matchmaker.wording.numbers import number
from matchmaker.wording.papers import AGREEMENTS as AGREEMENT_NAMES
from matchmaker.wording.papers import OUTCOMES, STAGES, STEPS, named, word

BEFORE = {"scheduled", "no_show"}  # stages of a pair that has not met
ROMAN = ("I", "II", "III", "IV")


def report(material: Material, lang: str) -> Paper:
    """Print 11: the report with four annexes."""
    outcomes = counted(material)
    unit = str(material.host.get("unit") or word("unit_blank", lang))
    blocks: list[Block] = [
        Text(say("to", lang, who=_addressees(material, lang)), "centre"),
        Text(say("opening", lang, unit=unit, name=material.title)),
        *_held(material, lang),
        *_results(material, outcomes, lang),
        *_difficulties(outcomes, lang),
        Text(say("part_4", lang), "heading"),
        *(Text(say("blank_line", lang)) for _ in range(3)),
        Text(say("closing", lang, name=material.title)),
        signed(material, [word("as_above", lang), word("archive", lang)], lang),
        *_annexes(material, outcomes, unit, lang),
    ]
    return Paper(
        say("report", lang), blocks, [say("report_about", lang, name=material.title)],
        letterhead(material, lang, "BC"), official=True, lang=lang,
    )  # fmt: skip


def _addressees(material: Material, lang: str) -> str:
    parent = str(material.host.get("parent") or say("to_blank", lang))
    return f"{parent}; {say('ministry', lang)}."


def _held(material: Material, lang: str) -> list[Block]:
    producers = material.on_side("producer")
    facts = {
        "producers": len(producers),
        "buyers": len(material.on_side("buyer")),
        "provinces": len({p.get("province") for p in producers if p.get("province")}),
        "booths": len(with_booth(material)),
    }
    blocks: list[Block] = [
        Text(say("part_1", lang), "heading"),
        Text(say("when", lang, days=days(material, lang))),
        Text(say("where", lang, venue=material.conference.get("venue") or say("dots", lang))),
        Text(say("who", lang, **facts)),
    ]
    if material.attendance:
        here = list(material.attendance.values())
        arrived, absent = sum(s in ("arrived", "late", "left") for s in here), here.count("absent")
        unknown = len(material.people) - arrived - absent
        blocks.append(Text(say("present", lang, arrived=arrived, absent=absent, unknown=unknown)))
    return blocks


def _results(material: Material, outcomes: Outcomes, lang: str) -> list[Block]:
    told = sum(outcomes.outcomes.values())
    return [
        Text(say("part_2", lang), "heading"),
        Text(say("meetings", lang, arranged=outcomes.arranged, told=told, held=outcomes.held)),
        Text(say("steps", lang)),
        _shares(STEPS, outcomes.steps, max(outcomes.held, 1), "result", lang),
        Text(say("agreements", lang)),
        Table(
            [
                Column(say("kinds", lang), 3.2, strong=True),
                Column(word("count", lang), 1.0, "right"),
                Column(word("tonnes", lang), 1.3, "right"),
                Column(word("other_units", lang), 2.0),
                Column(word("value", lang), 2.0, "right"),
            ],
            [Group("", [_agreement_row(kind, outcomes, lang) for kind in AGREEMENTS])],
            say("annex_4", lang),
        ),
    ]


def _agreement_row(kind: str, outcomes: Outcomes, lang: str) -> list[Cell]:
    s = outcomes.summed(kind)
    other = "; ".join(f"{number(q, lang, 2)} {unit}".strip() for unit, q in s.other.items())
    return [named(AGREEMENT_NAMES, kind, lang), s.count, s.tonnes, other, s.value]


def _shares(
    names: Mapping[str, tuple[str, str]], counts: Mapping[str, int], whole: int, head: str, lang: str
) -> Table:
    rows: list[Sequence[Cell]] = [
        [pair[lang == "en"], counts.get(code, 0), round(100 * counts.get(code, 0) / whole, 1)]
        for code, pair in names.items()
    ]
    return Table(_share_columns(head, lang), [Group("", rows)], word(head, lang))


def _share_columns(head: str, lang: str) -> list[Column]:
    return [
        Column(word(head, lang), 4.0),
        Column(word("count", lang), 1.2, "right"),
        Column(word("share", lang), 1.2, "right"),
    ]


def _difficulties(outcomes: Outcomes, lang: str) -> list[Block]:
    head = Text(say("part_3", lang), "heading")
    if not outcomes.reasons:
        return [head, Text(say("no_difficulties", lang))]
    whole = sum(outcomes.reasons.values())
    rows: list[Sequence[Cell]] = [
        [label("decision_reason", code, lang), count, round(100 * count / whole, 1)]
        for code, count in outcomes.reasons.items()
    ]
    table = Table(_share_columns("reason", lang), [Group("", rows)], word("reason", lang))
    return [head, Text(say("difficulties", lang)), table]


def _annexes(material: Material, outcomes: Outcomes, unit: str, lang: str) -> list[Block]:
    year = max(material.today, material.last_day).year
    reference = word("annex_of", lang, number=paper_number(material, "BC"), year=year, unit=unit)
    bodies: list[Sequence[Block]] = [
        _without_phones(delegates(material, lang)),
        booths(material, lang).blocks,
        [results_table(material, lang)],
        [block for kind in AGREEMENTS for block in _signed(material, outcomes, kind, lang)],
    ]
    out: list[Block] = []
    for place, body in enumerate(bodies):
        out.append(
            Annex(word("annex", lang, number=ROMAN[place]), say(f"annex_{place + 1}", lang), reference)
        )
        out += body
    return out


def _without_phones(paper: Paper) -> list[Block]:
    """A report leaves the house: the annex names the organisations and the people, no telephones."""
    out: list[Block] = []
    for block in paper.blocks:
        if isinstance(block, Table):
            groups = [Group(g.label, [[*row[:4], row[5]] for row in g.rows]) for g in block.groups]
            block = Table([*block.columns[:4], block.columns[5]], groups, block.name)
        out.append(block)
    return out


def results_table(material: Material, lang: str) -> Table:
    """Each result slip in a row."""
    columns = [
        Column(word("no", lang), 0.6, "centre"),
        Column(word("producer", lang), 2.6, strong=True),
        Column(word("buyer", lang), 2.6, strong=True),
        Column(word("result", lang), 2.2),
        Column(word("volume", lang), 1.3),
        Column(word("value", lang), 1.5, "right"),
    ]
    rows: list[Sequence[Cell]] = [
        [
            place,
            material.name(r["producer"]),
            material.name(r["buyer"]),
            result_words(r, lang),
            _quantity(r, lang),
            r.get("value"),
        ]
        for place, r in enumerate(material.results, 1)
    ]
    return Table(columns, [Group("", rows)], say("annex_3", lang))


def result_words(r: Record, lang: str) -> str:
    """A slip in words: steps where they met, else why they did not; then the reason."""
    steps = [named(STEPS, step, lang) for step in r.get("steps") or ()]
    text = ", ".join(steps) if steps else named(OUTCOMES, r["outcome"], lang)
    return f"{text} ({label('decision_reason', r['reason'], lang).lower()})" if r.get("reason") else text


def _quantity(r: Record, lang: str) -> str:
    return (
        "" if r.get("quantity") is None else f"{number(r['quantity'], lang, 2)} {r.get('unit') or ''}".strip()
    )


def _signed(material: Material, outcomes: Outcomes, kind: str, lang: str) -> list[Block]:
    columns = [
        Column(word("no", lang), 0.6, "centre"),
        Column(word("producer", lang), 3.0, strong=True),
        Column(word("buyer", lang), 3.0, strong=True),
        Column(word("volume", lang), 1.6),
        Column(word("value", lang), 1.8, "right"),
    ]
    its = outcomes.agreements[kind]
    head = Text(f"{named(AGREEMENT_NAMES, kind, lang)}: {len(its)}", "heading")
    rows: list[Sequence[Cell]] = [
        [place, material.name(a.producer), material.name(a.buyer), _amount(a, lang), a.value]
        for place, a in enumerate(its, 1)
    ]
    return [head, Table(columns, [Group("", rows)], named(AGREEMENT_NAMES, kind, lang))] if rows else [head]


def _amount(a: Agreement, lang: str) -> str:
    return "" if a.quantity is None else f"{number(a.quantity, lang, 2)} {a.unit}".strip()


def follow_up(material: Material, lang: str) -> Paper:
    """Print 12: every pair that met, where it stands, and what is asked 1, 3, 6 and 12 months later.

    A month whose day has come is filled with the stage that the pair had reached by then.
    """
    due = [(n, months_after(material.last_day, n)) for n in FOLLOWED]
    columns = [
        Column(word("no", lang), 0.6, "centre"),
        Column(word("producer", lang), 2.4, strong=True),
        Column(word("buyer", lang), 2.4, strong=True),
        Column(word("result", lang), 2.0),
        Column(word("volume", lang), 1.2),
        *(Column(word("after_months", lang, n=n, day=f"{day:%d/%m/%Y}"), 1.7) for n, day in due),
    ]
    stages: dict[tuple[str, str], list[Record]] = {}
    for stage in in_time(material.stages):
        stages.setdefault(key(stage), []).append(stage)
    stages = {pair: its for pair, its in stages.items() if {s["stage"] for s in its} - BEFORE}
    pairs = {key(r): r for r in material.results if r["outcome"] == "met"}
    rows: list[Sequence[Cell]] = [
        [
            place,
            material.name(pair[0]),
            material.name(pair[1]),
            result_words(pairs[pair], lang) if pair in pairs else "",
            _quantity(pairs.get(pair, {}), lang),
            *(_stage_at(stages.get(pair, []), day, material, lang) for _, day in due),
        ]
        for place, pair in enumerate({**pairs, **dict.fromkeys(stages)}, 1)
    ]
    body: list[Block] = (
        [Table(columns, [Group("", rows)])] if rows else [Text(word("none_yet", lang), "centre")]
    )
    return Paper(
        word("follow_title", lang), body,
        [material.title, when_and_where(material, lang), f"{len(rows)} {word('of_pairs', lang)}"],
        landscape=True, lang=lang,
    )  # fmt: skip


def _stage_at(stages: Sequence[Record], day: date, material: Material, lang: str) -> str:
    """The stage reached by a day that has come, with its date; room to write for a day to come."""
    if day > material.today:
        return ""
    reached = [s for s in stages if s["happened_on"] <= day]
    if not reached:
        return "–"
    last = reached[-1]
    reason = f" ({label('decision_reason', last['reason'], lang).lower()})" if last.get("reason") else ""
    amount = _quantity(last, lang)
    told = f"{named(STAGES, last['stage'], lang)} {last['happened_on']:%d/%m/%Y}{reason}"
    return f"{told}, {amount}" if amount else told
