"""Sorts that the trade tells goods of one kind apart by, which are no varieties of the table.

Each row opens with the words that the goods are called by and lists the sorts that exclude one another,
parted by semicolons, each with its spellings; a spelling in two sorts may be either ("ruột vàng" of several
potatoes). Source: price lists of wholesale markets and offers of traders.
"""

from __future__ import annotations

_ROWS = """
quế: ống sáo|ống điếu|điếu thuốc|sáo|điếu|ống|cuộn|quế sáo; vụn|gãy vụn|mảnh vụn; chi|quế cành|cành;
    thanh|chẻ|khâu|kẹp; bột|xay|nghiền
măng: lưỡi lợn|lưỡi heo|lưỡi mèo; nứa; vầu; giang; mai; le; trúc|sặt|sậy; lồ ô|lồ ồ; bát độ|điền
    trúc|lục trúc|mạnh tông|tre ngọt; mây; luồng
tỏi: cô đơn|một tép|mồ côi|một nhánh|độc nhất|1 tép|1 nhánh|một củ; nhiều tép|nhiều nhánh|nhiều múi|tép
    nhỏ
bắp cải|cải bắp: trái tim|tim|nhọn; tròn|bánh|bánh xe; tím|đỏ; xoăn
khoai tây: atlantic|chip|chíp|snack; marabel|marabell|ruột vàng|vàng; solara|ruột vàng|vàng;
    diamant|ruột vàng|vàng; jelly|ruột vàng|vàng; sinora|ruột vàng|vàng; hồng|đỏ|vỏ hồng|vỏ đỏ|ruột
    vàng|vàng
khoai lang: nhật|tím nhật|lang tím|tím|ruột tím; mật|dẻo|đà lạt; hoàng long; lệ cần; bí|cao sản; ruột
    trắng
tôm|shrimp|shrimps|prawns: sú|black tiger; thẻ|thẻ chân trắng|vannamei|white leg|whiteleg;
    càng xanh; hùm; đất|bạc đất; sắt; tích|tít; he|bạc
mực: ống; lá; nang|mai; cơm|trứng; xà|đại dương; tuộc
cua: gạch|cái; thịt|y|đực; cốm|lột|hai da; hoàng đế|huỳnh đế; đồng; đá
ghẹ: xanh|hoa; ba chấm|3 chấm|chấm|ba mắt; đỏ|thánh giá; lửa|đá
cá nục: suông|bông; gai|sò|chuối|đỏ đuôi
cá thu: phấn; chấm|bông; ảo; đao; ngàng
cá ngừ|tuna: đại dương|vây vàng|mắt to|bò gù|yellowfin|bigeye; sọc dưa|vằn|skipjack; chù|ồ|chấm|bullet|
    frigate; albacore|vây dài
cá hồi: vân|trout; na uy|đại tây dương|nauy|salmon|norway; coho|bạc
cá chim: trắng; đen; vây vàng|biển vàng; gai
cá mú|cá song: đen; cọp|hoa nâu; trân châu; nghệ; chuột; sao|đỏ
tôm hùm: bông|sao; xanh; alaska|canada; đá; tre; đất
bạch tuộc: hai da|2 da; một da|1 da; đốm
sò: huyết; lông; điệp; mai; dương; lụa; lá
ốc: hương; bươu|nhồi; móng tay; giác; mỡ; len; gai; đá; khế; bạt
hàu: sữa|thái bình dương; cửa sông; nhật
vịt: cỏ; xiêm; bầu; trời; siêu nạc|grimaud|siêu thịt|bắc kinh|cherry valley|super meat
chả cá|chả: cá thu|thu; nhồng; mối; thát lát|thác lác; rô phi; basa|tra; chẽm; lăng
trứng gà|trứng: gà ta|ta|thả vườn|thả đồi|gà đồi; công nghiệp|gà công nghiệp; gà ác|ác
lạp xưởng|lạp sườn: tươi; khô|phơi nắng
lạp xưởng|lạp sườn: heo|lợn|thịt|heo thịt; bò; gà; tôm|tôm thịt; cá; hải sản
nước mắm|mắm nhĩ|mắm nhỉ: cá cơm|cá cơm than|cơm than; cá nục; cá thu; cá linh; cá trích; tôm; mực; rươi;
    cáy; tép
cá cơm: than; sọc tiêu|sọc phấn; mờm|mồm; săn; trắng|trỏng
cà phê|cafe|nhân|arabica|robusta: arabica|chè|catimor|typica|bourbon|moka; robusta|vối|rô|robus;
    liberica|mít|excelsa
ớt: chỉ thiên|hiểm; chỉ địa|sừng|sừng trâu|sừng vàng; chuông|ngọt; gió; a riêu|ariêu; xiêm|xiêm rừng
gừng: trâu|chỉ thiên; dé|gié|sẻ|ta|núi đá; gió
chuối: tiêu|già|già hương|cavendish|già nam mỹ|cấy mô; tây|sứ|xiêm|mốc; ngự; cau; laba|la ba; hột|hạt;
    sáp; bom; đỏ|dacca
dừa: xiêm|uống nước|uống|gọt kim cương; sáp|đặc ruột|kem; khô|già|lột vỏ; dứa|xiêm dứa; nước
trà|chè: shan|shan tuyết|san tuyết; thái nguyên|tân cương|la bằng|trại cài|tức tranh|phúc thuận; ô
    long|oolong|olong|kim tuyên|tứ quý; bảo lộc|b'lao|blao|lâm đồng; hoa vàng; dây; vằng; sen; nhài|lài;
    đắng; atiso; phổ nhĩ|shan|shan tuyết; suối giàng|shan|shan tuyết; tà xùa|shan|shan tuyết; hoàng su
    phì|shan|shan tuyết
mật ong|mật: bạc hà; cà phê; nhãn; vải; cao su; keo; tràm|rừng tràm|u minh; sú vẹt|rừng ngập mặn;
    khoái|ong đá; dú|không ngòi đốt|stingless|stingless bee; tam giác mạch; điều; chôm chôm; bạch đàn;
    dừa; xuyến chi; sơn tra|táo mèo; chân chim|ngũ gia bì; bưởi; dã quỳ; quế
gạo|lúa: st25|st 25|ông cua; st24|st 24; st21|st 21; đài thơm|đài thơm 8|om18|om 18; jasmine|lài|hương
    lài; om5451|om 5451|5451; ir504|504|ir50404|ir 50404; japonica|nhật|j02|ja02; huyết rồng; séng
    cù|sén cù|seng cu; nàng nhen; nàng hoa|nàng hoa 9; nàng thơm|chợ đào; bắc thơm|bắc thơm số 7|bt7;
    tám|tám xoan|tám thơm; bao thai; tài nguyên; già dui; bc15; khang dân; khẩu nậm xít; khẩu mang; khẩu
    ký; một bụi đỏ|một bụi; tẻ râu; rvt; hương cốm; lộc trời|lộc trời 28
nếp: cái hoa vàng; tú lệ|tan lả|khẩu tan; nương; nhung; than|cẩm; ngỗng; sáp; chữ|long an; khẩu nua
    lếch|khẩu nua; tan pỏm|khẩu pái; thầu dầu; vải; 97|n97; lào
xoài: cát hòa lộc|hòa lộc|hoà lộc; cát chu; keo; tứ quý; đài loan|đl|gl4|tượng da xanh; úc|r2e2; thái;
    ba màu|3 màu; yên châu|hôi|tròn yên châu; tượng; thanh ca; bưởi|ghép|ba mùa mưa
sầu riêng: ri6|ri 6; monthong|mon thong|dona|thái; musang king|musang|mã lai; chín hóa|chín hoá; khổ
    qua|chuồng bò; gai đen|black thorn
bưởi: da xanh; năm roi|5 roi; diễn; phúc trạch; sửu|đoan hùng; bằng luân|đoan hùng; thanh trà;
    tân triều|đường lá cam|lá cam; đỏ tân lạc|tân lạc; luận văn; đại minh|khả lĩnh; xuân vân|soi hà;
    quế dương; hoàng trạch; tôm vàng; đào thanh hồng
cam: xã đoài; vân du; canh|đường canh; sành; v2|valencia; bù; xoàn; cara|cara cara|ruột đỏ; navel;
    mật; cs1|lòng vàng|cao phong lòng vàng
vải: u hồng; u trứng|trứng; lai|tàu lai; bình khê|phúc hòa
nhãn: lồng|hương chi; xuồng|xuồng cơm vàng; ido|edor|e dor|thái; miền|miền thiết|chín muộn; tiêu|tiêu da
    bò|tiêu huế; super; t6
mít: thái|thái siêu sớm; tố nữ; ruột đỏ|indo; nghệ; không hạt; viên linh
ổi: lê|lê đài loan|đài loan; nữ hoàng; ruby|ruột đỏ|ruột hồng; không hạt; đông dư; găng
na|mãng cầu: dai|ta|bà đen; bở; thái|hoàng hậu|sầu riêng; xiêm
đào|hoa đào|cành đào: bích; phai; đá|rừng|mốc; thất thốn
cúc|hoa cúc|chậu cúc: mâm xôi; đại đóa|đại đoá; pha lê; tiger; kim cương; lưới; chi; họa mi|hoạ mi;
    calimero; ngũ sắc
mận: hậu; cơm; tam hoa; tím|tả van; đá|an phước|hồng đào
bơ: 034|34; booth|bút; sáp; hass; reed; tứ quý
dứa|khóm|thơm: queen|mật|cầu đúc|tắc cậu|đồng giao; md2|vàng; cayen|cayenne
thanh long: ruột đỏ|đỏ; ruột trắng|trắng; vỏ vàng|vàng; ruột tím hồng|tím hồng
bánh pía|bánh in|bánh trung thu|kẹo dừa|bánh ít|chè lam: sầu riêng; khoai môn|môn; đậu xanh|đậu; lá dứa;
    thập cẩm; kim sa|trứng muối; ca cao|cacao; gấc; mè đen
tiêu: đen; trắng|sọ; đỏ|chín; xanh
"""

# Grades and ways of working up: goods of another one may be taken, and are always asked.
_GRADES = """
giỏ|rổ|làn|túi đan|thúng|khay|mẹt|đèn|ghế|nón: mây|song mây|rattan; tre|nứa|bamboo; cói; lục bình|bèo; lá
    buông; guột|cỏ tế|tế; nhựa; dừa|cọng dừa
khăn|vải|áo|thổ cẩm|túi: lanh|lin|linen; cotton|coton|bông|sợi bông; tơ tằm|lụa|tơ; len; polyester|sợi tổng
    hợp|sợi công nghiệp
trà|chè: đinh|nõn đinh|đinh nõn; tôm nõn|nõn tôm; móc câu; búp|cành; bồm|cám|vụn
hồi|hoa hồi: đại hồng; chũm; xô
cà phê|arabica|robusta|fine robusta: natural; honey|mật ong; washed|ướt|chế biến ướt|sơ chế ướt
khăn|vải|thổ cẩm: dệt tay|thủ công|dệt thủ công; dệt máy|máy|công nghiệp
chả cá|chả: hấp; chiên|rán|chiên sẵn
muối|muối hạt: phơi cát; trải bạt|phơi nước|phơi bạt|trải bạt trắng; hầm; tinh|tinh sấy|tinh luyện
sáp ong|yến|tổ yến: tinh chế|làm sạch; thô|còn lông
"""


def _parted(rows: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    found = []
    for row in rows.replace("\n    ", " ").strip().splitlines():
        heads, _, sorts = row.partition(": ")
        found.append((heads, tuple(sort.strip() for sort in sorts.split(";"))))
    return tuple(found)


# The words for the goods, parted by strokes, and the sorts, each with its spellings parted by strokes.
SORTS = _parted(_ROWS)
GRADES = _parted(_GRADES)
