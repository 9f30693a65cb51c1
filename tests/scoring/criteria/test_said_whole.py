"""A clause is met only where every telling word of it is met, by itself or by a word known for the same."""

import pytest

from scoring.criteria.said_whole import says
from scoring.units import fold


def _says(asks, told):
    return says(asks, fold(asks), told)


@pytest.mark.parametrize(
    ("asks", "told"),
    [
        ("nứt đều", "Mắc ca sấy nứt vỏ; size 22-26 mm"),
        ("chín đều", "Chuối tiêu chín"),
        ("vang deu", "mit say vang"),
        ("phi lê còn da", "cá phi lê; 5 con/kg"),
        ("có tem", "rượu ngô; 45 do; chua co tem ruou"),
        ("có tem", "rượu ngô; 45 độ; chua co tem rượu"),
        ("dán tem", "cam; tem đang làm, thùng 10 kg"),
        ("có thẻ tai", "lợn đen; chưa gắn thẻ tai"),
        ("nhãn in logo", "gạo; nhãn chưa in logo"),
        ("dán nhãn", "mật ong; hũ chua dan nhãn"),
        ("có mã vạch", "chè; sắp có mã vạch"),
        ("lợn bản", "Lợn đen; bán hơi tại trại"),
        ("cần tre", "Rượu cần; ché sành 5 lít, có lồng tre"),
        ("cần trúc", "Rượu cần; hộp trúc"),
        ("can truc", "ruou can; gio truc"),
    ],
)
def test_half_of_a_clause_is_not_the_whole(asks, told):
    assert not _says(asks, told)


@pytest.mark.parametrize(
    ("asks", "told"),
    [
        ("chín đều", "chuối; chín đều"),
        ("cần tre", "Rượu cần; kèm 2 cần tre"),
        ("cần hút bằng trúc", "Rượu cần; ché 5 lít, cần trúc"),
        ("can tre", "ruou can; che 6 lit, can hut tre"),
        ("cần tre già", "tre; tre già 3 năm"),
        ("đều có tem", "rượu; có tem"),
        ("có nhãn", "gạo; nhãn chưa in logo"),
        ("có tem", "cam; có tem, chưa rửa"),
        ("không tem", "rượu ngô; chưa có tem"),
        ("quả khô nguyên vỏ", "sa nhan kho nguyen vo; trong duoi tan cao su"),
        ("trái khô nguyên vỏ", "thảo quả khô; nguyên vỏ"),
        ("khô nhạt muối", "Cá cơm khô; hấp chín phơi giàn, lạt"),
        ("khô nhạt muối", "ca com kho lat"),
        ("ít mặn", "khô cá sặc; vị lạt"),
        ("chanh dây tím", "Chanh leo tím tươi"),
        ("lạc tiên tím", "chanh day tim loai 1"),
        ("thịt heo đen", "Lợn bản; thịt lợn đen"),
        ("không hột", "nho; không hạt"),
        ("hạt đậu phộng đỏ", "lạc nhân; hạt lạc đỏ"),
        ("bắp nếp", "ngô nếp tươi"),
        ("trà viên", "che o long vien"),
        ("không tẩm bơ", "cà phê rang mộc"),
        ("bát sứ", "bộ chén sứ 6 chiếc"),
        ("sạch cát", "ngao; không cát"),
        ("hun khói", "thịt trâu gác bếp"),
        ("đã hút chân không", "cá; hút chân không"),
    ],
)
def test_words_known_for_the_same_hold(asks, told):
    assert _says(asks, told)


@pytest.mark.parametrize(
    ("asks", "told"),
    [
        ("nhạt muối", "sắn khô; thái lát"),
        ("7 nụ/cành trở lên", "Lan hồ điệp chậu sứ 3 cành"),
        ("8 tai/cành or more", "hoa ly cắt cành"),
        ("bát rơm", "chum sành; chèn rơm"),
        ("bột ngô", "bột bắp cải"),
        ("hạt vừng", "me chua"),
        ("quả lớn", "thịt heo"),
    ],
)
def test_letters_alone_make_no_other_word(asks, told):
    assert not _says(asks, told)
