"""Where goods grow or are caught is asked, though the names of their kind hold it or leave it out."""

import pytest

from scoring.criteria.longer_names import made_of_words
from scoring.criteria.raised_words import wild_unsaid
from scoring.criteria.unsaid import unsaid_words
from scoring.product import Lexicon
from scoring.product.matching import find
from scoring.product.normalise import has_marks, syllables
from scoring.records import Demand, Offer
from seeds import reference


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return Lexicon.from_rows(reference("products"), reference("synonyms"))


def _kind(lexicon, name):
    words = syllables(name)
    return next(match.kinds[0] for match in find(lexicon, words, has_marks(words), False) if match.kinds)


def _unsaid(lexicon, wanted, offered, **told):
    kinds = (_kind(lexicon, wanted), _kind(lexicon, offered))
    return unsaid_words(lexicon, Offer("o", offered, **told), Demand("d", wanted), kinds)


@pytest.mark.parametrize(
    ("wanted", "offered", "told", "words"),
    [
        ("Nấm hương khô rừng", "Nấm hương khô", {}, ["rừng"]),
        ("măng rừng khô", "măng khô", {}, ["rừng"]),
        ("ba kích rừng", "ba kích tím", {}, ["rừng"]),
        ("mộc nhĩ rừng", "mộc nhĩ", {"description": "trồng trên mùn cưa"}, ["rừng"]),
        ("cá trắm sông", "cá trắm", {}, ["sông"]),
        ("gạo đỏ nương", "gạo đỏ", {}, ["nương"]),
        ("nam huong kho rung", "nấm hương khô", {}, ["rung"]),
        ("Nấm hương khô rừng", "Nấm hương khô", {"description": "hái trong rừng"}, []),
        ("Nấm hương khô rừng", "Nấm hương khô", {"remarks": "mọc hoang trên đỉnh núi"}, []),
        ("dâu rừng Quảng Ninh", "thanh mai", {}, []),  # its name, and no word beside it
        ("lợn rừng", "heo rừng lai", {}, []),
        ("mật ong rừng", "mật ong khoái", {}, []),
        ("khổ qua rừng", "mướp đắng rừng", {}, []),
    ],
)
def test_where_goods_grow_or_are_caught_is_asked(wanted, offered, told, words, lexicon):
    assert _unsaid(lexicon, wanted, offered, **told) == words


@pytest.mark.parametrize(
    ("wanted", "offered", "told", "words"),
    [
        ("dưa lưới ruột cam", "dưa lưới", {}, ["ruột cam"]),
        ("ba kích trắng", "ba kích", {}, ["trắng"]),
        ("măng khô rối", "măng khô", {}, ["rối"]),
        ("mắc ca nứt vỏ", "mắc ca", {}, ["nứt vỏ"]),
        ("dâu tây chịu nhiệt", "dâu tây", {"description": "trồng nhà màng"}, ["chịu nhiệt"]),
        ("dưa lưới ruột cam", "dưa lưới", {"description": "ruột cam, ngọt"}, []),
        ("gạo tẻ", "gạo ST25", {}, []),  # which is no other rice
        ("cá tra phi lê đông lạnh", "cá tra", {"storage": "frozen", "packaging": "phi lê"}, []),
        ("tôm khô loại 1", "tôm khô", {}, []),  # asked as a grade
        ("vải thiều tươi", "vải thiều", {}, []),
    ],
)
def test_what_a_name_says_beyond_the_main_one_of_its_kind_is_asked(wanted, offered, told, words, lexicon):
    kinds = (_kind(lexicon, wanted), _kind(lexicon, offered))
    assert made_of_words(lexicon, Offer("o", offered, **told), Demand("d", wanted), *kinds) == words


@pytest.mark.parametrize(
    ("wanted", "told", "words"),
    [
        ("wild dried shiitake", "nấm hương khô", ["wild"]),
        ("wild harvested wood ear", "mộc nhĩ; trồng mùn cưa", ["wild harvested"]),
        ("wild dried shiitake", "nấm hương rừng khô", []),
        ("wild dried shiitake", "dried shiitake; wild, hand picked", []),
        ("wild bitter melon", "khổ qua", []),  # whose kind is wild
    ],
)
def test_an_english_name_may_ask_for_the_wild(wanted, told, words, lexicon):
    english = next(match.kinds[0] for match in find(lexicon, syllables(wanted), False, True) if match.kinds)
    assert wild_unsaid(lexicon, english, wanted, told) == words
