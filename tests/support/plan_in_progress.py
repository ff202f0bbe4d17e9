"""A small plan on which work has begun: measurements, reports and an extension. All of it is made up."""

INDICATORS = """\
- id: CQS-01
  name: Tỷ lệ hồ sơ trực tuyến
  unit: "%"
  direction: increase
  lead: [STTTT]
  baseline: {value: 20, as_of: 2023-05-31}
  targets: {national: 40, provincial: 60}
  due: Năm 2023
  measurements:
    - {value: 35, date: 2023-06-30, source: CV 1/STTTT}
    - {value: 45.5, date: 2023-09-30, note: Tạm tính}
- id: CQS-02
  name: Tỷ lệ văn bản điện tử trao đổi giữa các cơ quan
  unit: "%"
  direction: increase
  lead: [SYT]
  baseline: {value: null, as_of: 2023-05-31}
  targets: {national: null, provincial: {min: 30, max: 50}}
  due: Năm 2023
"""
TASKS = """\
- id: NV-CQS-01
  name: Ban hành kế hoạch dữ liệu mở của tỉnh
  pillar: CQS
  lead: [STTTT, SYT]
  due: Quý II/2023
  updates:
    - {state: in_progress, date: 2023-06-14, source: CV 3/STTTT}
    - {state: in_progress, date: 2023-09-14, percent: 60, source: CV 4/STTTT}
  changes:
    - {date: 2023-07-01, by: CV 5/UBND ngày 01/7/2023, set: {due: Quý III/2023}}
"""
DOCUMENT = "by: QĐ 250/QĐ-BCĐ ngày 05/10/2023, date: 2023-10-05"
