"""What a buyer specifies is told in his words, with what the offer says to it and nothing more."""

import pytest

from scoring.criteria.specification import bounds, falls_short, packs_in, specified
from scoring.records import Certificate, Demand, Offer


def told(spec, product="Vải thiều", name="Vải thiều", **offered):
    clauses = specified(Offer("o", name, **offered), Demand("d", product, spec=spec))
    return [(clause.asks, clause.says, clause.offered) for clause in clauses]


@pytest.mark.parametrize(
    ("spec", "offered", "says", "words"),
    [
        ("28–35 quả/kg", {}, "unsaid", ""),
        ("28–35 quả/kg", {"remarks": "30-34 quả/kg"}, "same", ""),
        ("28–35 quả/kg", {"remarks": "quả 30 g"}, "same", ""),
        ("28–35 quả/kg", {"packaging": "thùng 5 kg, 10 kg"}, "unsaid", ""),
        ("quả ≥ 200 g", {"description": "quả 150–250 g"}, "part", "150–250 g"),
        ("quả ≥ 200 g", {"description": "quả 100–150 g"}, "unmet", "100–150 g"),
        ("quả 150–200 g", {"description": "quả 100–120 g"}, "unmet", "100–120 g"),
        ("độ ẩm ≤ 13 %", {"remarks": "độ ẩm 15%"}, "unmet", "độ ẩm 15%"),
        ("30–32 fruits/kg", {"remarks": "31 quả/kg"}, "same", ""),
        ("cấp đông", {"storage": "frozen"}, "same", ""),
        ("cấp đông", {"storage": "chilled"}, "to_freeze", "chilled"),
        ("packed 20 kg kraft", {"packaging": "hộp 100 g"}, "repack", "hộp 100 g"),
        ("≤12,5% ẩm", {"remarks": "am 12%"}, "same", ""),
        ("35–40 độ đạm", {"remarks": "30 độ đạm và 40 độ đạm"}, "part", "30 độ đạm, 40 độ đạm"),
        ("S16+", {"remarks": "sàng 18"}, "same", ""),
        ("≥ 80 điểm SCA", {"grade": "81-83 điểm"}, "same", ""),
        ("8 cánh", {"grade": "8 cánh đều, gãy 8–12 %"}, "same", ""),
        ("cánh đỏ nâu", {"grade": "8 cánh đều, gãy 8–12 %"}, "unsaid", ""),
        ("sợi gạo dai", {"description": "sợi 5 mm"}, "unsaid", ""),
        ("nụ vừa lên màu", {"packaging": "bó 10 cành bọc lưới nụ"}, "unsaid", ""),
        ("còn râu", {"grade": "9-11 con/kg"}, "unsaid", ""),
        ("không phẩm", {"grade": "sợi dai, không hàn the"}, "unsaid", ""),
        ("cao 20 cm", {"grade": "mây nước, Ø 30 cm"}, "unsaid", ""),
        ("chanh dây tím", {"name": "Chanh leo tím tươi"}, "same", ""),
        ("lên men đều", {"description": "lên men"}, "part_said", "lên men"),
        ("quả đều 300 g", {"description": "quả 300 g đều"}, "same", ""),
        ("tre già", {"description": "tre"}, "unsaid", ""),
        ("tre già", {"description": "tre già 3 năm"}, "same", ""),
        ("sơn PU", {"description": "sơn dầu"}, "part_said", "sơn dầu"),
        ("rang mộc", {"description": "rang"}, "unsaid", ""),
        ("rang mộc", {"description": "rang xay"}, "part_said", "rang xay"),
        ("rang mộc", {"description": "ca phe rang moc"}, "same", ""),
        ("steam distilled", {"description": "chưng cất hơi nước"}, "same", ""),
        ("in logo riêng", {"packaging": "hộp in logo HTX"}, "part_said", "hộp in logo HTX"),
        ("in logo riêng", {"description": "nhận in logo"}, "same", ""),
        ("in logo", {"description": "in logo theo yêu cầu"}, "same", ""),
        ("in logo", {"description": "chưa in logo"}, "unmet", "chưa in logo"),
        ("mẫu theo yêu cầu", {"description": "có mẫu"}, "unsaid", ""),
        ("không dùng thuốc", {"description": "bón phân chuồng"}, "unsaid", ""),
        ("quả khô nguyên vỏ", {"name": "sa nhan kho nguyen vo"}, "same", ""),
        ("túi 500 g", {"remarks": "túi 1kg buộc dây. Đã có ATTP"}, "repack", "túi 1kg buộc dây"),
        ("S16", {"grade": "S16–S18"}, "part", "S16–S18"),
        ("S16+", {"grade": "sàng 16 - sàng 18"}, "same", ""),
        ("S18", {"description": "nhân Screen 13-screen 16"}, "unmet", "Screen 13-screen 16"),
        ("tạp chất ≤ 1 %", {"remarks": "tap chat 0,5%"}, "same", ""),
        ("HSD 12 tháng", {"shelf_life_days": 300}, "unmet", "300 ngày"),
        ("HSD 12 tháng", {"shelf_life_days": 365}, "same", ""),
        ("HSD 12 tháng", {}, "unsaid", ""),
        ("bánh 20 g", {"remarks": "bánh 15g–25g"}, "part", "15g–25g"),
        ("loại 1", {}, "unsaid", ""),
        ("loại 1", {"grade": "loại 1; 20 kg/thùng"}, "same", ""),
        ("loại 1-2", {"grade": "loại 1"}, "same", ""),
        ("loại A", {"grade": "A"}, "same", ""),
        ("loại A", {"description": "hàng tuyển"}, "unsaid", ""),
        ("một tôm một lá", {"grade": "một tôm hai lá"}, "other", "một tôm hai lá"),
        ("ống sáo", {"remarks": "vỏ quế khô"}, "unsaid", ""),
        ("ống sáo hoặc quế chẻ", {"remarks": "que che 2cm"}, "same", ""),
        ("không lưu huỳnh", {"remarks": "lưu huỳnh thấp"}, "other", "lưu huỳnh thấp"),
        ("không lưu huỳnh", {"description": "không hun diêm sinh"}, "same", ""),
        ("không SO2", {"remarks": "khong xong say luu huynh"}, "same", ""),
        ("không chất bảo quản", {"description": "không dùng phẩm màu, chất bảo quản"}, "same", ""),
        ("không phẩm màu", {"description": "không chất bảo quản"}, "unsaid", ""),
        ("không đường", {"description": "dẻo, tẩm đường nhẹ"}, "unmet", "tẩm đường"),
        ("không đường", {"description": "đường kính lát 5 cm"}, "unsaid", ""),
        ("kháng sinh âm tính", {"remarks": "khang sinh dat"}, "other", "khang sinh dat"),
        ("kháng sinh âm tính", {"description": "không phát hiện kháng sinh"}, "same", ""),
        ("hữu cơ", {"description": "trồng sạch, chưa có hữu cơ"}, "unmet", "chưa có hữu cơ"),
        ("rút xương", {"description": "cá lọc xương, không da"}, "same", ""),
        ("rửa sạch", {"packaging": "đã rửa, thùng 10 kg"}, "same", ""),
        ("có tọa độ vườn", {"remarks": "có polygon từng vườn"}, "same", ""),
        ("hái trong 24 giờ", {"remarks": "cắt sáng đi ngay"}, "same", ""),
        ("hái trong 24 giờ", {"description": "250–400 g/quả, hái sáng đi ngay"}, "same", ""),
        ("100 % bột dong", {"name": "Miến", "description": "tinh bột dong riềng nguyên chất"}, "same", ""),
        ("già 85 % trở lên", {"description": "cắt già 85–90 %"}, "same", ""),
        ("cao 50 cm trở lên", {"description": "ghép, cao 60 cm"}, "same", ""),
        ("cao 50 cm trở lên", {"description": "ghép, cao 40 cm"}, "unmet", "40 cm"),
        ("già 85 % trở lên", {"description": "già 75–80%"}, "unmet", "già 75–80%"),
        ("30–35 % vol", {"remarks": "ruou 45 do"}, "unmet", "45 do"),
        ("tinh dầu ≥3 %", {"description": "hàm lượng tinh dầu 3,2 %"}, "same", ""),
        ("củ 80–150 g", {"remarks": "ban bi = cu nho"}, "other", "bi = cu nho"),
        ("không lấy can", {"packaging": "can 20 lít"}, "unmet", "can 20 lít"),
        ("con 1,2–1,5 kg sau mổ", {"remarks": "1,2–1,5 kg/con", "storage": "live"}, "weighed_live",
         "1,2–1,5 kg/con"),
        ("hộp", {"packaging": "sọt 20 kg"}, "repack", "sọt 20 kg"),
        ("chai 350–500 ml", {"packaging": "can"}, "repack", "can"),
        ("túi 500 g", {"packaging": "bo 1kg"}, "repack", "bo 1kg"),
        ("hộp 100 g", {"packaging": "túi bạc 1 kg"}, "repack", "túi bạc 1 kg"),
        ("thùng 5 kg", {"packaging": "rổ 20 kg"}, "repack", "rổ 20 kg"),
        ("hộp 500 g", {"packaging": "block 2 kg"}, "repack", "block 2 kg"),
        ("35–40 độ", {"description": "rượu 38 độ"}, "same", ""),
        ("nải 1,5–2 kg", {"remarks": "6k 1 kg tai vuon, nai 2kg"}, "same", ""),
        ("xoài dạt", {"name": "Xoài"}, "unsaid", ""),
        ("túi 500 g", {"packaging": "gói 500 g"}, "same", ""),
        ("túi 500 g", {"packaging": "gói"}, "unsaid", ""),
        ("túi 500 g", {}, "unsaid", ""),
    ],
)  # fmt: skip
def test_a_clause_is_held_against_what_the_offer_says_of_the_same(spec, offered, says, words):
    assert told(spec, **offered) == [(spec, says, words)]


def test_examples_in_a_bracket_are_not_asked_for():
    assert told("5 món OCOP (chè, miến, hạt…), hộp cứng", packaging="hộp cứng")[-1] == (
        "hộp cứng",
        "same",
        "",
    )
    assert not any("hạt" in asks for asks, _, _ in told("5 món OCOP (chè, miến, hạt…), hộp cứng"))


def test_each_thing_that_is_specified_is_a_clause_of_its_own():
    said = told("loại 1, 28–35 quả/kg; chai 0,5 lít và không dập", grade="loại 1")
    assert [(asks, says) for asks, says, _ in said] == [
        ("loại 1", "same"), ("28–35 quả/kg", "unsaid"), ("chai 0,5 lít", "unsaid"), ("không dập", "unsaid"),
    ]  # fmt: skip


def test_what_a_specification_says_of_papers_is_told_with_the_papers():
    assert told("đạt OCOP 4 sao", ocop_stars=4) == []
    assert told("organic EU", certificates=(Certificate("HC_EU"),)) == []
    assert told("organic EU", certificates=(Certificate("HC_VN"),)) == [("organic EU", "unsaid", "")]
    assert told("có VietGAP") == [("có VietGAP", "unsaid", "")]


def test_a_set_is_held_against_the_number_of_goods_and_the_money_for_one():
    box = {"name": "Hộp quà Trung thu: bánh dẻo, trà sen, hạt điều", "price_min": 380_000}
    assert told("set 3–5 items", **box) == [("set 3–5 items", "same", "")]
    assert told("6 món", **box) == [("6 món", "unmet", "3 món")]
    assert told("giá trị 600–900 nghìn", **box) == [("giá trị 600–900 nghìn", "unmet", "380.000 đ")]
    basket = {
        "name": "Giỏ quà Tết",
        "remarks": "1000 giỏ (khô cá, tôm khô, kẹo dừa, trà sen, bánh pía), 550k",
    }
    assert told("6–8 món", **basket) == [("6–8 món", "unmet", "5 món")]
    assert told("6–8 món", name="Giỏ quà", description="giỏ tre 6 món") == [("6–8 món", "same", "")]
    assert told("≤400k", **box) == [("≤400k", "same", "")]


def test_a_least_that_is_missed_is_told_apart_from_figures_that_only_differ():
    wanted = Demand("d", "Nước mắm", spec="≥40 độ đạm, chai 500 ml")
    assert falls_short(Offer("o", "nuoc mam 35 do dam"), wanted)
    assert not falls_short(Offer("o", "Nước mắm 42 độ đạm"), wanted)
    assert not falls_short(Offer("o", "Nước mắm nhĩ"), wanted)
    assert bounds("28–35 quả/kg, chai 500 ml") == ()


def test_a_weight_in_the_name_serves_a_pack_of_which_only_the_rest_is_asked():
    assert told("gói hút chân không 250–300 g", name="Lạp xưởng 300g") == [
        ("gói hút chân không", "unsaid", "")
    ]


def test_of_a_pack_that_fits_only_what_is_not_said_of_it_is_asked():
    assert told("túi 5 kg hút chân không", packaging="túi 5 kg") == [("hút chân không", "unsaid", "")]
    assert told("chai thủy tinh 500 ml", packaging="chai 500 ml") == [("chai thủy tinh", "unsaid", "")]


@pytest.mark.parametrize(
    ("spec", "packaging", "answers"),
    [
        ("nải 5–6 kg/thùng 13 kg", "thùng 13 kg, lót PE", ["unsaid", "same"]),
        ("quả 300–400 g/hộp 4 quả", "sọt 20 kg", ["unsaid", "repack"]),
        ("con 200-300g/thung 5kg", "thung 5kg", ["unsaid", "same"]),
        ("củ 50–70 g / sọt 20 kg", "sọt 20 kg", ["unsaid", "same"]),
        ("hộp gỗ 500 g có tem", "hộp 500 g", ["unsaid", "unsaid"]),
    ],
)
def test_a_clause_is_quoted_as_it_is_written_figures_and_all(spec, packaging, answers):
    found = told(spec, packaging=packaging)
    assert [says for _, says, _ in found] == answers
    assert all(asks in spec for asks, _, _ in found)


def test_either_of_two_packs_and_a_rate_are_one_clause():
    assert [asks for asks, *_ in told("hộp 100 g/túi 250 g")] == ["hộp 100 g/túi 250 g"]
    assert [asks for asks, *_ in told("khay 30 quả, 3–5 con/kg")] == ["khay 30 quả", "3–5 con/kg"]


@pytest.mark.parametrize(
    ("spec", "name", "own", "says"),
    [
        ("cá cơm sọc tiêu", "Cá cơm sọc khô", "", "unsaid"),
        ("ca com soc tieu", "ca com soc kho", "", "unsaid"),
        ("cá cơm sọc tiêu", "Cá cơm khô", "cá cơm sọc tiêu loại 1", "same"),
        ("lợn bản", "Lợn đen", "bán hơi tại trại", "unsaid"),
        ("vụ mới", "Gạo nếp", "gạo vụ mùa", "unsaid"),
        ("vụ mới", "Gạo nếp", "hàng vụ mới", "same"),
        ("đạt tiêu chuẩn xuất khẩu", "Gạo nếp", "hàng xuất khẩu", "same"),
    ],
)
def test_a_clause_is_met_only_where_all_that_it_says_is_said(spec, name, own, says):
    assert told(spec, name=name, description=own) == [(spec, says, "")]


def test_a_pack_in_the_name_of_the_goods_is_specified_too():
    assert told("", product="Vải thiều đóng hộp 3 kg", packaging="sọt") == [("hộp 3 kg", "repack", "sọt")]


def test_what_other_sentences_tell_is_left_to_them():
    assert told("tươi") == []  # a form
    assert told("loại 1", grade="loại 2") == []  # a grade that differs
    for several in ("loại 1-2", "loại 1, loại 2", "1-3", "loại 1 và 2"):  # of which one is asked
        assert told("loại 1", grade=several) == told("hạng 1", grade=several) == []
    assert told("") == []


def test_packs_are_told_from_words_that_look_like_them_without_marks():
    assert packs_in("lon den nuoi tha, can 2 tan, bao quan mat") == []
    assert packs_in("can 20 lit; bao 50kg") == ["can", "bao"]
    assert packs_in("lon 330 ml") == ["lon"]
    assert (packs_in("bot san day hu 500g"), packs_in("co 2 lo hang")) == (["hũ"], [])
    assert packs_in("hop tac xa") == []


@pytest.mark.parametrize(
    ("spec", "offered", "says"),
    [
        ("≥ 35 độ đạm", {"name": "Nước mắm Phú Quốc 30N"}, "unmet"),
        ("chai thủy tinh 500 ml", {"packaging": "chai nhựa 500 ml"}, "repack"),
        ("can 30 kg", {"packaging": "can 20 lít"}, "repack"),
        ("bộ 4 ghế 1 bàn", {"packaging": "bộ 4 ghế + 1 bàn"}, "same"),
        ("một tôm hai lá", {"grade": "1 tôm 2 lá"}, "same"),
        ("tím", {"name": "passion fruit fresh purple"}, "same"),
        ("ống sáo", {"grade": "quế chẻ"}, "other"),
        ("dê cỏ 25–30 kg", {"packaging": "25–30 kg/con"}, "unsaid"),
        ("khô", {"name": "Hành tím Lý Sơn"}, "unsaid"),
    ],
)  # fmt: skip
def test_what_is_answered_in_other_words_is_answered(spec, offered, says):
    assert [clause[1] for clause in told(spec, **offered)] == [says]


def test_what_a_specification_allows_is_no_condition():
    assert told("nhận mọi giống bơ; không cần đẹp mã, size nào cũng được", name="Bơ 034") == []
    assert [clause[0] for clause in told("mọi giống, Brix ≥ 14", name="Chanh leo")] == ["Brix ≥ 14"]


def test_what_is_specified_of_one_good_of_a_list_is_not_asked_of_another():
    melons = Demand(id="d", product="Dưa lưới, dưa hấu", spec="dưa lưới 1,3–1,8 kg")
    assert specified(Offer(id="o", product="Dưa hấu Hắc Mỹ Nhân"), melons) == []
    assert [c.says for c in specified(Offer(id="o", product="Dưa lưới"), melons)] == ["unsaid"]


@pytest.mark.parametrize(
    ("wanted", "offered", "spec"),
    [
        ("Bưởi quả biếu (Diễn, bưởi đỏ, Đoan Hùng)", "Bưởi Đoan Hùng", "0,8–1,2 kg/quả"),
        ("Quýt ngọt (quýt vàng, quýt Trà Lĩnh)", "Quýt Trà Lĩnh", "vỏ vàng trên 80%"),
        ("Củ cải trắng, cà rốt", "Cà rốt", "5–7 củ/kg"),
    ],
)
def test_a_word_that_a_good_shares_with_any_specification_makes_it_not_that_goods_own(wanted, offered, spec):
    found = specified(Offer(id="o", product=offered), Demand(id="d", product=wanted, spec=spec))
    assert [(clause.asks, clause.says) for clause in found] == [(spec, "unsaid")]


def test_sorts_of_the_goods_are_no_clauses():
    found = specified(
        Offer("o", "Cam V2"), Demand("d", "Cam", spec="cam sành hoặc V2, size đều"), ("cam sành", "V2")
    )
    assert [clause.asks for clause in found] == ["size đều"]


def test_an_amount_of_goods_is_no_size_of_a_piece_and_packs_must_hold_the_same():
    assert told("250 g trở lên", remarks="ngày 200 kg")[0][1] == "unsaid"
    assert told("thùng 13,5 kg", packaging="thùng 13 kg")[0][1] == "repack"
    assert told("thùng 13,5 kg", packaging="thùng 13,5 kg")[0][1] == "same"
    assert told("hộp 300 g, 500 g hoặc 1 kg", packaging="hộp 500 g")[0][1] == "same"


def test_what_a_free_text_asks_of_the_goods_and_the_grade_in_their_name_are_asked() -> None:
    wanted = Demand("d", "Bưởi loại 1", remarks="cần 3.000 trái bưởi đẹp có lá, giao trước 20/1")
    asked = [(c.asks, c.says) for c in specified(Offer("o", "Bưởi da xanh"), wanted)]
    assert sorted(asked) == [("có lá", "unsaid"), ("loại 1", "unsaid")]
    told = specified(Offer("o", "Bưởi da xanh loại 1", remarks="hàng đẹp, có lá"), wanted)
    assert {clause.says for clause in told} == {"same"}


@pytest.mark.parametrize(
    ("spec", "offered", "says"),
    [
        ("dán tem từng quả", {"packaging": "thùng carton 10 kg, tem từng quả"}, ["same"]),
        ("bảo quản mát", {"storage": "chilled"}, ["same"]),
        ("mát 0-4 độ", {"storage": "chilled"}, ["same"]),
        ("giữ lạnh", {"storage": "ambient"}, ["other"]),
        ("gà làm sạch nguyên con hút chân không 1,6–2 kg",
         {"name": "Gà ta làm sạch nguyên con", "packaging": "túi hút chân không 1,6-2 kg"},
         ["same", "same", "same"]),
        ("củ 130-250 g, rửa sạch", {"description": "củ 150–200 g", "packaging": "rửa máy, túi PE"},
         ["same", "same"]),
        ("washed, SCA 82+", {"description": "chế biến ướt, SCA 83"}, ["same", "same"]),
        ("100 % dong riềng", {"name": "Miến dong sợi tròn"}, ["unsaid"]),
        ("100 % dong riềng", {"description": "tinh bột dong pha 30% sắn"}, ["unmet"]),
        ("stingless bee honey", {"name": "Mật ong dú"}, ["same"]),
        ("washed", {"description": "chế biến khô"}, ["unmet"]),
        ("cánh to 2,5 cm+", {"description": "hoa cánh 2,5 cm+"}, ["same"]),
    ],
)  # fmt: skip
def test_fields_and_other_words_answer_what_is_specified(spec, offered, says):
    assert [clause[1] for clause in told(spec, **offered)] == says


@pytest.mark.parametrize(
    ("spec", "description", "says"),
    [
        ("không chất bảo quản", "bảo quản tủ mát được 10 ngày", "unsaid"),
        ("dài trên 20cm", "con dài 15-18 cm", "unmet"),
        ("cao 30 cm", "rộng 20 cm", "unsaid"),
        ("20–30 con/kg", "bán từ 5 kg trở lên", "unsaid"),
        ("20–30 con/kg", "lấy từ 5 kg, 15–18 con/kg", "unmet"),
        ("vỏ xanh", "vỏ vàng, lá xanh", "other"),
        ("không xương dăm", "đã rút xương dăm", "same"),
        ("có cuống", "cắt cuống, bỏ lá", "unmet"),
        ("tráng tay", "tráng thủ công", "same"),
        ("không mè", "tẩm mè rắc ớt", "unmet"),
        ("hàng hữu cơ", "canh tác tự nhiên, chưa có chứng nhận hữu cơ", "unmet"),
        ("≥35 độ đạm", "40 độ đạm, để nơi 0-4 độ", "same"),
        ("nguyên chất", "không pha đường", "same"),
        ("không lẫn tẻ", "hat tron thom", "unsaid"),
        ("khắc logo resort", "nhận khắc logo", "same"),
        ("có HSD in trên bao", "bao có in hạn sử dụng", "unsaid"),
        ("sạch cuống", "đã tách cành, không lẫn cuống", "same"),
        ("có COA từng lô", "chưng cất hơi nước, có COA", "part_said"),
        ("đường khử <0,2 %", "đường khử thấp", "part_said"),
        ("R2 sàng 16", "nhân xô R2 đen vỡ 5%", "part_said"),
        ("vỏ vàng", "cơm vàng", "unsaid"),
        ("25–30 độ đạm", "25 do dam 800 lit, 30 do", "same"),
    ],
)
def test_only_what_is_said_of_the_same_thing_answers_a_clause(spec, description, says):
    assert [clause[1] for clause in told(spec, description=description)] == [says]


def test_what_is_not_taken_is_told_only_of_who_sells_it():
    assert told("gừng trâu không nhận", name="Gừng dé") == []
    assert [says for _, says, _ in told("gừng trâu không nhận", name="Gừng trâu")] == ["unmet"]
    assert told("hộp 4–6 món", name="Hộp quà Tết 5 món") == [("hộp 4–6 món", "same", "")]


@pytest.mark.parametrize(
    ("spec", "grade", "said"),
    [
        ("nứt ≥95%", "size 23-26, nứt máy", "nứt máy"),
        ("cánh dày 3-5 cm", "cánh dày, chân cắt 1 cm", "cánh dày"),
        ("mu day 3-5 cm", "mu no day; chan cat 1 cm", "mu no day"),
        ("không phẩm", "sợi dai, trong, không hàn the", ""),
    ],
)
def test_only_the_parts_of_a_grade_that_speak_of_the_same_are_quoted(spec, grade, said):
    (clause,) = specified(Offer("O", "Hàng", grade=grade), Demand("D", "Hàng", spec=spec))
    assert (clause.says, clause.offered) == (("other", said) if said else ("unsaid", ""))


@pytest.mark.parametrize("asks", ["cấp đông IQF", "cấp đông nhanh", "cấp đông rời"])
def test_a_way_of_freezing_is_not_told_by_goods_that_are_frozen(asks):
    name = "Cá bớp phi lê đông lạnh"
    assert told(asks, name, name, storage="frozen") == [(asks, "unsaid", "")]


@pytest.mark.parametrize("asks", ["cấp đông", "đông lạnh -18 độ", "bảo quản đông lạnh"])
def test_goods_kept_frozen_are_frozen(asks):
    assert {says for _, says, _ in told(asks, "Cá bớp phi lê", "Cá bớp phi lê", storage="frozen")} <= {"same"}


def test_a_stamp_is_asked_beside_its_bottle():
    found = told(
        "chai 500 ml có tem", "Rượu ngô men lá", "Rượu ngô", packaging="chai 500 ml", grade="chua co tem ruou"
    )
    assert found == [("chai 500 ml", "same", ""), ("có tem", "unmet", "chua co tem ruou")]


@pytest.mark.parametrize(
    ("asks", "grade"), [("còn râu", "9-11 con/kg"), ("có nắp", "co gian tot"), ("con rau", "8-10 con/kg")]
)
def test_that_something_is_there_is_not_told_by_a_count_of_heads(asks, grade):
    assert told(asks, "Mực khô", "Mực khô", grade=grade) == [(asks, "unsaid", "")]
