"""Whether a word can be a Vietnamese syllable: an initial, a rhyme and a tone that go together.

The rules are those of the standard spelling (quốc ngữ): every syllable is one of about 25 initials and one
of about 160 rhymes, and a rhyme closed by c, ch, p or t takes the tones sắc and nặng alone. So text decoded
with the wrong table is told from real text without a dictionary.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = {"\u0300": "huyền", "\u0301": "sắc", "\u0303": "ngã", "\u0309": "hỏi", "\u0323": "nặng"}
_INITIAL = r"(?:ngh|ng|nh|gh|gi|kh|ch|ph|th|tr|qu|[bcdđghklmnpqrstvx])?"
_RHYMES = """
a ac ach ai am an ang anh ao ap at au ay ă ăc ăm ăn ăng ăp ăt â âc âm ân âng âp ât âu ây e ec em en
eng eo ep et ê êch êm ên ênh êp êt êu i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu o oa
oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong
ooc oong op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơng ơp ơt u ua uân uâng uât uây uc uê uêch uên
uênh uêt ui um un ung uôc uôi uôm uôn uông uôt up ut uơ uy uya uych uyên uyêt uyn uynh uyt uyu ư ưa
ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu y yêm yên yêng yêt yêu êc eng uêu oem uyêm
"""
_SYLLABLE = re.compile(f"({_INITIAL})({'|'.join(sorted(_RHYMES.split(), key=len, reverse=True))})")
_STOPPED = ("c", "ch", "p", "t")


@lru_cache(maxsize=50_000)
def is_syllable(word: str) -> bool:
    """Whether ``word`` could be one, in either placement of the tone; case does not matter.

    >>> is_syllable("nghiêng"), is_syllable("muc"), is_syllable("thç")
    (True, False, False)
    """
    flat = unicodedata.normalize("NFD", word.casefold())
    tones = [letter for letter in flat if letter in _TONES]
    if len(flat) > 12 or len(tones) > 1:
        return False
    bare = unicodedata.normalize("NFC", "".join(letter for letter in flat if letter not in _TONES))
    if not _SYLLABLE.fullmatch(bare):
        return False
    return not bare.endswith(_STOPPED) or (bool(tones) and _TONES[tones[0]] in ("sắc", "nặng"))
