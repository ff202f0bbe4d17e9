"""A small plan that later documents changed: amended, added to, cut, and its agencies reorganised on 1/10/2023.

All of it is made up.
"""

from pathlib import Path

from tests.support.plans import PLAN, write_plan

HEADER = (
    PLAN
    + """\
standing_agency: STTTT
documents: {report: {issuer: UBND tỉnh Mẫu}}
changes:
  - {date: 2023-09-01, by: QĐ 240/QĐ-BCĐ, set: {reporting: {cutoff: 20}}}
"""
)
AGENCIES = """\
- id: STTTT
  name: Sở Thông tin và Truyền thông
  short_name: Sở TT&TT
  aliases: [Sở 4T]
  until: 2023-09-30
  successors: {kind: merged, to: [SKHCN], date: 2023-10-01, by: NQ 45/NQ-HĐND}
- id: SKC
  name: Sở Khoa học và Công nghệ (cũ)
  short_name: Sở KH&CN cũ
  until: 2023-09-30
  successors: {kind: merged, to: [SKHCN], date: 2023-10-01, by: NQ 45/NQ-HĐND}
- id: SKHCN
  name: Sở Khoa học và Công nghệ
  short_name: Sở KH&CN
  aliases: [Sở Khoa học]
  from: 2023-10-01
- id: SYT
  name: Sở Y tế
  short_name: Sở Y tế
- id: BQL
  name: Ban Quản lý cũ
  short_name: Ban QL
  until: 2023-09-15
  successors: {kind: dissolved, date: 2023-09-16, by: QĐ 9/QĐ-UBND}
- id: SBN
  name: Các sở, ban, ngành
  short_name: Các sở, ban, ngành
  group: true
  members: [STTTT, SKC, {id: SYT, until: 2023-08-31, by: QĐ 8}]
- id: HUYEN
  name: UBND cấp huyện
  short_name: UBND cấp huyện
  group: true
  until: 2023-09-30
  successors: {kind: split, to: [XA], date: 2023-10-01, by: NQ 60/NQ-HĐND}
- id: XA
  name: UBND cấp xã
  short_name: UBND cấp xã
  group: true
  from: 2023-10-01
"""
INDICATORS = """\
- id: CQS-01
  name: Tỷ lệ hồ sơ trực tuyến
  unit: "%"
  direction: increase
  lead: [STTTT]
  support: [SYT]
  baseline: {value: 20, as_of: 2023-05-31}
  targets: {national: 40, provincial: 50}
  due: Năm 2023
  measurements:
    - {value: 41, date: 2023-08-31, source: BC 1/STTTT}
    - {value: 45, date: 2023-09-30, source: BC 2/STTTT, estimate: true}
    - {value: 43.8, date: 2023-09-30, source: BC 3/SKHCN}
  changes:
    - {date: 2023-06-26, by: 01/QĐ-UBND, corrigendum: true, set: {baseline: {value: 22}}}
    - {date: 2023-10-01, by: QĐ 250/QĐ-BCĐ, set: {targets: {provincial: 80}, support: []}}
- id: CQS-02
  name: Tỷ lệ đã bỏ
  unit: "%"
  direction: increase
  lead: [SYT]
  baseline: {value: 10, as_of: 2023-05-31}
  targets: {national: null, provincial: 20}
  due: Năm 2023
  source: Phụ lục I, mục I.2
  removed: {date: 2023-10-10, by: QĐ 3/QĐ-BCĐ}
- id: CQS-03
  name: Tỷ lệ bổ sung
  unit: "%"
  direction: increase
  lead: [SBN]
  baseline: {value: null, as_of: 2023-05-31}
  targets: {national: null, provincial: 20}
  due: Năm 2023
  source: Phụ lục I, mục I.2
  added: {date: 2023-08-15, by: QĐ 250/QĐ-BCĐ}
"""
TASKS = """\
- id: NV-CQS-01
  name: Ban hành kế hoạch dữ liệu mở
  pillar: CQS
  lead: [STTTT]
  due: Quý III/2023
  changes:
    - {date: 2023-09-22, by: CV 4512/UBND-VP, set: {due: Quý IV/2023}, note: Chờ Bộ hướng dẫn}
- id: NV-CQS-02
  name: Việc của ban đã giải thể
  pillar: CQS
  lead: [BQL]
  due: Quý III/2023
- id: NV-CQS-03
  name: Việc rút ngắn
  lead: [HUYEN]
  due: Quý IV/2023
  changes:
    - {date: 2023-09-22, by: CV 4513/UBND-VP, set: {due: Quý III/2023}}
- id: NV-CQS-04
  name: Việc của hai sở
  lead: [STTTT, SKC]
  due: Quý III/2023
- id: NV-CQS-06
  name: Việc đã đưa ra
  lead: [SYT]
  due: Quý III/2023
  removed: {date: 2023-07-15, by: QĐ 230/QĐ-BCĐ}
- id: NV-CQS-05
  name: Việc chưa giao
  lead: []
  due: Quý III/2023
"""


def write_changed_plan(folder: Path) -> Path:
    return write_plan(folder, plan=HEADER, agencies=AGENCIES, indicators=INDICATORS, tasks=TASKS)
