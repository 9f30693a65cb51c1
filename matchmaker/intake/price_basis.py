"""Where a price is taken, in the words of a message: "tại vườn", "tới kho", "giao bến xe Mỹ Đình"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from matchmaker.intake.phrases import Phrases
from matchmaker.intake.price_places import (
    AT,
    BEAR,
    BRINGS,
    BUYERS,
    COLLECTED,
    DEPOT,
    DIRECTIONS,
    DOOR,
    FARM,
    GATE,
    HARBOUR,
    HOME,
    HUB,
    MADE,
    MARKET,
    NAMED_PLACE,
    NO_NAMES,
    NO_PLACE,
    NOT,
    ON,
    ON_WHEELS,
    OPEN_STORE,
    OWN,
    PLACES,
    PORT,
    SENDS,
    STATION,
    STORE,
    TAKES,
    TO,
    VERBS,
    WHOLE,
    WORK,
    WORKS,
    owner_at,
)
from matchmaker.intake.text import Span, Token

__all__ = ["NAMED_PLACE", "PORT", "STORE", "Basis", "find_basis"]

ONWARDS = {STATION, DOOR, STORE, WORKS, NAMED_PLACE}  # a buyer's words for where he takes goods
_BEFORE = 2  # tokens before an expression in which a word can refuse it
_LONGEST_PLACE = 5  # words of a named place that are told with it
_LONGEST_GAP = 9  # tokens between "giao" and "tại quận Cầu Giấy" in one clause
_SHORT_NAMES = ("HN", "HCM", "TPHCM", "SG", "HP", "ĐN", "DN", "CT", "TP", "TX", "TT", "KCN", "Q", "P", "H")
_RANKS = Phrases.listed(
    "thành phố | tp | tp . | tỉnh | quận | q . | q | huyện | h . | xã | phường | p . | thị xã | tx | "
    "thị trấn | tt | đảo | kcn | khu công nghiệp | nội thành | ngoại thành | trung tâm | đường"
)
_MONTHS = Phrases.listed(
    "january | february | march | april | may | june | july | august | september | october | november | "
    "december | jan | feb | mar | apr | jun | jul | aug | sep | sept | oct | nov | dec"
)
_IN_TOWN = Phrases.listed("nội thành | ngoại thành | trong thành phố | trong phố | trong tỉnh | nội tỉnh")


@dataclass(frozen=True, slots=True)
class Basis:
    """Where the price is taken: a code of the interchange format or one of ``price_places``; its tokens.

    ``name`` are the tokens that name the place, empty where none do; ``hub`` tells of a station, market or
    port, from which somebody must carry the goods on.
    """

    code: str
    start: int
    end: int
    name: Span = (0, 0)
    hub: bool = False


def find_basis(
    tokens: Sequence[Token],
    names: Sequence[Span] = (),
    price: Span | None = None,
    freight: frozenset[int] = frozenset(),
) -> Basis | None:
    """The words that say where the price is taken; None where none do, or where two disagree.

    ``names`` are the letters of the places that a map knows in the message; ``price`` the tokens of the
    price, beside which the words that disagree with others are believed; ``freight`` those of a freight that
    comes on top ("cộng 500đ tới kho"), so that the price itself is the one before it.
    """
    reader = _Reader(tokens, names, price)
    found: list[Basis] = []
    i = 0
    while i < len(tokens):
        basis = reader.at(i)
        refused = any(token.is_(*NOT) for token in tokens[max(0, i - _BEFORE) : i])
        if basis and basis.code != NO_PLACE and not refused and i not in freight:
            found.append(basis)
        i = max(basis.end if basis else 0, i + 1)
    if freight and not found:
        return Basis(DEPOT, min(freight), max(freight) + 1)
    return _chosen(tokens, found, price)


def _chosen(tokens: Sequence[Token], found: list[Basis], price: Span | None) -> Basis | None:
    """The one place of several, where one has a name for the others or stands with the price."""
    codes = {basis.code for basis in found}
    if OPEN_STORE in codes and len(codes) > 1:  # words that tell whose it is tell more
        found = [basis for basis in found if basis.code != OPEN_STORE]
        codes.remove(OPEN_STORE)
    if len(codes) <= 1 or codes <= {GATE, DEPOT, STORE, WORKS} or codes <= ONWARDS:
        named = [basis for basis in found if basis.name[1]]
        return next(iter(named or found), None)
    if codes == {DEPOT, DOOR} and (borne := [each for each in found if _by_the_buyer(tokens, each)]):
        return borne[0]  # "ship tận nơi, phí khách trả"
    if price is None:
        return None
    beside = [basis for basis in found if _in_clause(tokens, basis, price)]
    if len({basis.code for basis in beside}) != 1:
        return None
    return beside[0]


def _by_the_buyer(tokens: Sequence[Token], basis: Basis) -> bool:
    """Whether the words say that the buyer bears the freight."""
    words = tokens[basis.start : basis.end]
    return basis.code == DEPOT and any(token.is_(*BEAR) for token in words)


def _in_clause(tokens: Sequence[Token], basis: Basis, price: Span) -> bool:
    """Whether nothing but words stands between a price and the words of a place."""
    between = tokens[price[1] : basis.start] if basis.start >= price[1] else tokens[basis.end : price[0]]
    return len(between) <= _LONGEST_GAP and not any(t.text in ",;.\n()" for t in between)


@dataclass(frozen=True, slots=True)
class _Said:
    """Tokens ``noun`` to ``end`` that name a kind of place, with the verb and the way before it."""

    start: int
    noun: int
    end: int
    kind: str
    moves: str
    way: str


@dataclass(frozen=True, slots=True)
class _Reader:
    tokens: Sequence[Token]
    names: Sequence[Span]
    price: Span | None

    def at(self, i: int) -> Basis | None:
        """What begins at token ``i``."""
        if self.tokens[i].text.istitle() and self._known(i) > i + 1:
            return None  # "Chợ Gạo Tiền Giang", where the name of a place begins with such a word
        whole = WHOLE.at(self.tokens, i)
        built = self._built(i)
        if whole and (built is None or whole.end >= built.end or whole.value == NO_PLACE):
            if whole.value == PORT:
                return self._at_port(i, whole.end)
            if whole.value == DEPOT and (carrier := self._at_carrier(i, whole.end)):
                return carrier
            if whole.value == DOOR and (named := self._brought_to(whole.end)):
                return Basis(NAMED_PLACE, i, named[1], named)  # "giao tận nơi Hải Phòng"
            return Basis(whole.value, i, whole.end)
        return built

    def _brought_to(self, at: int) -> Span | None:
        """The name behind "giao miễn phí" or "giao miễn phí tới"."""
        way = DIRECTIONS.at(self.tokens, at)
        start = way.end if way and way.value in (TO, HOME, ON) else at
        end = self._name_end(start)
        return (start, end) if end else None

    def _at_port(self, i: int, end: int) -> Basis | None:
        """The port of "FOB Cát Lái", some port of a bare "FOB"; a bare "FCA" is at the seller's store."""
        after = self._name_end(end) or self._words_end(end)
        if after == end and self.tokens[i].is_("fca"):
            return Basis(DEPOT, i, end)
        return Basis(PORT, i, after, (end, after) if after > end else (0, 0), hub=True)

    def _at_carrier(self, i: int, end: int) -> Basis | None:
        """The station where goods are loaded: "lên xe tại chành Cang Long"; None for a truck at the store."""
        if end >= len(self.tokens) or not DIRECTIONS.at(self.tokens, end):
            return None
        built = self._built(end)
        return replace(built, start=i) if built and built.code == STATION else None

    def _built(self, i: int) -> Basis | None:
        """A verb, directions, a kind of place and a name."""
        tokens = self.tokens
        verb = VERBS.at(tokens, i)
        at, way = verb.end if verb else i, ""
        while (direction := DIRECTIONS.at(tokens, at)) and not (way and PLACES.at(tokens, at)):
            way, at = direction.value, direction.end
        moves = verb.value if verb else ""
        if not moves and (not (way or self._opens(i) or self._after_price(i)) or WORK.before(tokens, i, 2)):
            return None
        if not moves and tokens[i].is_("ở") and not self._after_price(i):
            return None
        place = PLACES.at(tokens, at)
        if place is None or self._is_name(at, place.end):
            return self._named(i, at, moves, way)
        said = _Said(i, at, place.end, str(place.value), moves, way)
        if place.value in (HUB, MARKET, HARBOUR):
            return self._at_hub(said)
        return self._placed(said) or self._named(i, at, moves, way)

    def _is_name(self, at: int, end: int) -> bool:
        """Whether "Nha Trang", "Long Biên" or "Bãi Cháy" only begin with a word for a kind of place."""
        tokens = self.tokens
        if self._known(at) > end or (_RANKS.at(tokens, at) and self._name_end(at)):
            return True
        titled = tokens[at].text.istitle() and end < len(tokens) and tokens[end].text.istitle()
        return titled and end - at == 1 and not tokens[at].is_("kho", "chợ", "cảng", "xưởng", "vựa", "ga")

    def _placed(self, said: _Said) -> Basis | None:
        """Words that name a kind of place, by whose it is."""
        i, end, way = said.start, said.end, said.way
        noun, brings = self.tokens[said.noun], said.moves == BRINGS
        if not said.moves and said.kind != FARM and i and self.tokens[i - 1].is_("bán"):
            return None  # where he sells to others: "bán tại quầy bar"
        name = self._name_end(end)
        named = (end, name) if name else (0, 0)
        last = name or end
        if said.moves == SENDS or (way == ON and not said.moves):
            return None
        if not way and not brings:  # "kho Long Biên" after a comma; never "nhà" or "mua kho"
            owner = owner_at(self.tokens, end) if said.kind in (OWN, MADE) else None
            if owner and not said.moves and self._right_behind(i):  # "136k/kg kho HTX"
                return Basis(str(owner.value), i, owner.end)
            store = said.kind == OWN and not said.moves and noun.is_("kho", "tổng") and bool(name)
            return Basis(STORE, i, last, named) if store else None
        if said.kind == FARM:
            if brings and way not in (AT, "") and noun.is_("nhà"):
                return Basis(DOOR, i, end)
            near = self.tokens[said.noun - 1].is_("tận", "vào") or COLLECTED.at(self.tokens, end)
            return Basis(GATE, i, end) if way == AT or (way and near) else None
        if owner := owner_at(self.tokens, end):
            return Basis(str(owner.value), i, owner.end)
        if name and (way in (TO, HOME) or (brings and not (way == AT and said.kind != OWN))):
            return Basis(NAMED_PLACE, i, last, named)
        if said.kind == BUYERS:
            return Basis(STORE if way == AT and not brings else DOOR, i, last, named)
        store = noun.is_("kho", "tổng", "warehouse") or self.tokens[end - 1].is_("kho")
        if brings and way in (AT, "") and said.kind == OWN and store and not name:
            return Basis(OPEN_STORE, i, last)
        if brings and (way != AT or noun.is_("kho")):
            return Basis(DOOR, i, last, named)
        if way == TO or (way == HOME and said.kind == MADE):
            return Basis(DOOR, i, last, named)
        return Basis(WORKS if said.kind == MADE else STORE, i, last, named)

    def _at_hub(self, said: _Said) -> Basis | None:
        """Stations, markets and ports: that of a name, else the one at which the seller hands goods over."""
        i, end, way, tokens = said.start, said.end, said.way, self.tokens
        if not (said.moves in (BRINGS, SENDS) or way):
            return None
        wheels = said.kind == HUB and tokens[end - 1].is_(*ON_WHEELS)
        name = 0 if wheels else self._name_end(end)
        if not name and said.kind == HARBOUR and said.moves and way:
            name = self._words_end(end)
        code = STATION if said.kind == HUB else NAMED_PLACE
        if name > end:
            return Basis(code, i, name, (end, name), hub=True)
        if said.kind == HARBOUR:
            return Basis(GATE, i, end) if way == AT and said.moves != BRINGS else None
        if not name and tokens[said.noun : end][0].is_("bến") and end - said.noun == 1 and not said.moves:
            return Basis(GATE, i, end) if way == AT else None  # where the boats come in
        if said.kind == MARKET and (way in (TO, HOME) or said.moves == BRINGS):
            return Basis(NAMED_PLACE, i, end, hub=True)
        if said.kind == MARKET or (wheels and said.moves not in (BRINGS, SENDS)):
            return None
        return Basis(STATION, i, end, hub=True)

    def _named(self, i: int, at: int, moves: str, way: str) -> Basis | None:
        """A name that goods are brought to, or that stands with a price."""
        if not (moves == BRINGS or (way and (moves == TAKES or self._after_price(i) or self._brought(i)))):
            return None
        if moves == TAKES and not self.tokens[i].is_("nhận") and not self._after_price(i):
            return None
        if self.tokens[i].folded == "from" or _MONTHS.at(self.tokens, at):
            return None  # where goods grow, or when there are any
        end = self._name_end(at)
        if not end and moves == BRINGS and (city := _IN_TOWN.at(self.tokens, at)):
            end = city.end
        if not end and moves == BRINGS and way and not NO_NAMES.at(self.tokens, at):
            end = self._words_end(at)
        return Basis(NAMED_PLACE, i, end, (at, end)) if end > at else None

    def _brought(self, i: int) -> bool:
        """Whether "giao" or "nhận" stands before in the clause: "nhận 5–15/1/2027 tại Tân Thuận"."""
        before = self.tokens[max(0, i - _LONGEST_GAP) : i]
        for token in reversed(before):
            if token.text in ",;\n":
                return False
            if token.is_("giao", "nhận"):
                return True
        return False

    def _after_price(self, i: int) -> bool:
        """Whether the price ends right before token ``i``."""
        if self.price is None or not i:
            return False
        near = 0 <= i - self.price[1] <= 1 and self.tokens[i - 1].text not in ",;"
        return near or self._right_behind(i)

    def _right_behind(self, i: int) -> bool:
        """Whether a store stands with nothing between it and the price."""
        store = self.tokens[i].text.lower() == "kho"  # no "kg khô"
        return self.price is not None and (i == self.price[1] or (store and i == self.price[1] - 1))

    def _opens(self, i: int) -> bool:
        """Whether token ``i`` opens a clause or follows a number, so that "kho" is no "khô"."""
        before = self.tokens[i - 1] if i else None
        return before is None or before.text in ",;.\n(:-" or before.kind == "number"

    def _name_end(self, at: int) -> int:
        """The token after a name that begins at ``at``: one on a map, or one written as names are; else 0."""
        tokens = self.tokens
        if at >= len(tokens):
            return 0
        start, end = at, at
        if rank := _RANKS.at(tokens, at):
            start = end = rank.end
            if end < len(tokens) and tokens[end].kind == "number":
                return self._name_end(end + 1) or end + 1
            if end < len(tokens) and tokens[end].text == "." and end + 1 < len(tokens):
                start = end = end + 1
        while end < len(tokens) and end - at < 2 * _LONGEST_PLACE:
            known = self._known(end)
            if known:
                end = known
            elif end - start < _LONGEST_PLACE and _written_as_name(tokens, end, end > start):
                end += 1
            else:
                break
        return end if end > start else 0

    def _known(self, at: int) -> int:
        """The token after the name on a map that begins at ``at``; 0 where none does."""
        start = self.tokens[at].start
        for first, last in self.names:
            if first == start:
                return next((j for j in range(at + 1, len(self.tokens)) if self.tokens[j].start >= last),
                            len(self.tokens))  # fmt: skip
        return 0

    def _words_end(self, start: int) -> int:
        """The token after the words of a place that no map knows: up to some words to the next mark."""
        end, tokens = start, self.tokens
        if NO_NAMES.at(tokens, start):
            return start
        while end < len(tokens) and end - start < _LONGEST_PLACE - 1:
            if tokens[end].kind != "word" and not _shortened(tokens, end):
                break
            end += 1
        return end


def _written_as_name(tokens: Sequence[Token], i: int, inside: bool) -> bool:
    """Whether a word is written as a name is: "Long", "HCM", "Q7"; not "T12", "GACC" or "Giao"."""
    token = tokens[i]
    if token.kind == "number":
        return inside and token.glued and tokens[i - 1].text in ("Q", "q", "P", "p")
    if inside and _shortened(tokens, i):
        return True
    if token.kind != "word":
        return False
    if token.text in _SHORT_NAMES:
        return not all(t.text.isupper() for t in tokens[max(0, i - 3) : i] if t.kind == "word") or i == 0
    return len(token.text) > 1 and token.text.istitle()


def _shortened(tokens: Sequence[Token], i: int) -> bool:
    """Whether the point at token ``i`` is that of "TP.HCM"."""
    within = tokens[i].text == "." and 0 < i < len(tokens) - 1 and tokens[i + 1].kind == "word"
    return within and tokens[i - 1].is_("TP", "tp", "TX", "tx", "Q", "q", "H", "h") and tokens[i + 1].glued
