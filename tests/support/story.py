"""A plan's repository with a short history: several people, a moved folder, a tag, and work not yet committed."""

from pathlib import Path

from tests.support.plans import write_plan
from tests.support.repositories import Repo, made_once, new_repo

AN, BINH, CUONG = "Nguyễn Văn An", "Trần Thị Bình", "Lê Văn Cường"

INDICATORS = """\
- id: CQS-01
  name: Tỷ lệ hồ sơ trực tuyến
  unit: "%"
  direction: increase
  lead: [STTTT]
  baseline: {value: 20, as_of: 2023-05-31}
  targets: {national: 40, provincial: {min: 60, max: 70}}
  due: Năm 2023
  source: Phụ lục I, mục I.1
"""
JUNE = "    - {value: 26.5, date: 2023-06-30, source: BC 1/STTTT}\n"
AUGUST = "    - {value: 48, date: 2023-08-31, source: BC 2/STTTT, note: Tính cả hồ sơ liên thông}\n"
CORRECTION = "    - {value: 45.5, date: 2023-08-31, source: CV 3/STTTT, corrects: 2023-08-31}\n"
TASKS = """\
- id: NV-CQS-01
  name: Ban hành kế hoạch dữ liệu mở
  pillar: CQS
  lead: [STTTT]
  due: Quý III/2023
"""
STARTED = "    - {state: in_progress, date: 2023-07-20, source: BC 4/STTTT, percent: 40}\n"
EXTENDED = "  changes:\n    - {date: 2023-09-25, by: CV 9/UBND, set: {due: 2023-Q4}}\n"
SECOND_TASK = """\
- id: NV-KTS-01
  name: Tập huấn doanh nghiệp
  pillar: KTS
  lead: [SYT]
  due: Tháng 10/2023
"""


@made_once
def told(folder: Path) -> Repo:
    """The repository. Its plan lies in `data`; the tag `v1` is where the folder was still named `so-lieu`."""
    repo = new_repo(folder)

    def save(by: str, day: str, indicators: str, tasks: str) -> None:
        write_plan(folder, indicators=indicators, tasks=tasks)
        repo.commit(by=by, at=f"{day}T09:00:00+07:00")

    measured, updated = f"{INDICATORS}  measurements:\n", f"{TASKS}  updates:\n"
    save(AN, "2023-06-26", INDICATORS, TASKS)
    save(BINH, "2023-07-05", measured + JUNE, TASKS)
    repo.git("mv", "data", "so-lieu")
    repo.commit(by=AN, at="2023-07-06T09:00:00+07:00")
    repo.git("tag", "v1")
    repo.git("mv", "so-lieu", "data")
    repo.commit(by=AN, at="2023-07-10T09:00:00+07:00")
    save(CUONG, "2023-07-21", measured + JUNE, updated + STARTED)
    save(BINH, "2023-09-08", measured + JUNE + AUGUST, updated + STARTED)
    save(BINH, "2023-09-19", measured + JUNE + AUGUST + CORRECTION, SECOND_TASK + updated + STARTED)
    save(AN, "2023-09-26", measured + JUNE + AUGUST + CORRECTION, SECOND_TASK + updated + STARTED + EXTENDED)
    done = "    - {state: done, date: 2023-10-02, source: BC 5/STTTT}\n"
    write_plan(
        folder,
        indicators=measured + JUNE + AUGUST + CORRECTION,
        tasks=SECOND_TASK + updated + STARTED + done + EXTENDED,
    )
    return repo
