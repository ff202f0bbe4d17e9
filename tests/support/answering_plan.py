"""A plan whose records several bodies must answer, with the answers of a summer. All of it is made up.

On 1/7/2023 Ban Dân tộc was dissolved, on 1/8 Sở NN&MT was split, on 1/9 Sở TT&TT was merged into Sở KH&CN.
"""

from pathlib import Path

from tests.support.plans import PLAN, write_plan

AGENCIES = """\
- {id: STTTT, name: Sở TT và TT, short_name: Sở TT&TT, until: 2023-08-31,
   successors: {kind: merged, to: [SKHCN], date: 2023-09-01, by: NQ 45}}
- {id: SKHCN, name: Sở KH và CN, short_name: Sở KH&CN}
- {id: SYT, name: Sở Y tế, short_name: Sở Y tế}
- {id: SCT, name: Sở Công Thương, short_name: Sở Công Thương}
- {id: SNNMT, name: Sở NN và MT, short_name: Sở NN&MT, until: 2023-07-31,
   successors: {kind: split, to: [SNN, STNMT], date: 2023-08-01, by: NQ 46}}
- {id: SNN, name: Sở Nông nghiệp, short_name: Sở NN, from: 2023-08-01}
- {id: STNMT, name: Sở TN và MT, short_name: Sở TN&MT, from: 2023-08-01}
- {id: BDT, name: Ban Dân tộc, short_name: Ban Dân tộc, until: 2023-06-30,
   successors: {kind: dissolved, date: 2023-07-01, by: NQ 47}}
- {id: UBA, name: UBND huyện A, short_name: UBND huyện A}
- {id: UBB, name: UBND huyện B, short_name: UBND huyện B}
- {id: SO, name: Các sở, short_name: Các sở, group: true, members: [STTTT, SKHCN, SYT], members_complete: true}
- {id: HUYEN, name: "Các sở, huyện", short_name: "Các sở, huyện", group: true, members: [SO, UBA, UBB],
   members_complete: true}
- {id: NHOM, name: Các cơ quan khác, short_name: Các cơ quan khác, group: true, members: [SNNMT, BDT, SCT],
   members_complete: true}
- {id: LQ, name: Các đơn vị liên quan, short_name: Các đơn vị liên quan, group: true, members: [SYT, SCT]}
"""

INDICATORS = """\
- {id: CQS-01, name: Một cơ quan chủ trì, unit: "%", direction: increase, lead: [STTTT],
   baseline: {value: 20, as_of: 2023-05-31}, targets: {national: 40, provincial: 60}, due: Năm 2023}
- {id: CQS-02, name: Chưa ai báo cáo, unit: "%", direction: increase, lead: [SO], parts: ratio,
   baseline: {value: 20, as_of: 2023-05-31}, targets: {provincial: 60}, due: Năm 2023}
- {id: CQS-03, name: Mới báo cáo một phần, unit: "%", direction: increase, lead: [HUYEN], parts: ratio,
   baseline: {value: 20, as_of: 2023-05-31}, targets: {national: 40, provincial: 60}, due: Năm 2023,
   milestones: [{due: Quý III/2023, provincial: 40}]}
- {id: CQS-04, name: Đã đủ báo cáo, unit: "%", direction: increase, lead: [SO], parts: ratio,
   baseline: {value: 20, as_of: 2023-05-31}, targets: {provincial: 60}, due: Năm 2023}
- {id: CQS-05, name: Mỗi cơ quan số hóa 50% hồ sơ, unit: "%", direction: increase, lead: [SO, SCT], parts: each,
   baseline: {value: 10, as_of: 2023-05-31}, targets: {provincial: 50}, due: Năm 2023}
- {id: CQS-06, name: Điểm hài lòng bình quân, unit: điểm, direction: increase, lead: [NHOM], parts: mean,
   baseline: {value: 60, as_of: 2023-05-31}, targets: {provincial: 80}, due: Năm 2023}
- {id: KTS-01, name: Số lớp tập huấn, pillar: KTS, unit: lớp, direction: increase, lead: [LQ], parts: sum,
   targets: {provincial: 10}, due: Năm 2023}
- {id: KTS-02, name: Không tính từ báo cáo, pillar: KTS, unit: "%", direction: increase, lead: [SYT, SCT],
   baseline: {value: 10, as_of: 2023-05-31}, targets: {provincial: 50}, due: Năm 2023,
   measurements: [{value: 15, date: 2023-08-14, source: BC 9}]}
"""

TASKS = """\
- {id: NV-01, name: Mỗi cơ quan ban hành kế hoạch, pillar: CQS, lead: [SO, SCT], parts: each, due: Quý III/2023}
- {id: NV-02, name: Đã xong hết, pillar: CQS, lead: [SYT, SCT], parts: each, due: Quý III/2023}
- {id: NV-03, name: Báo cáo hằng quý, pillar: KTS, lead: [SYT, SCT], parts: each, due: Hằng quý}
"""

# Each is a record, what was said of it, and the day.
ANSWERS = {
    "STTTT": "CQS-03 40/100 10/6; CQS-03 45/120 20/8; CQS-04 45/120 20/8; CQS-05 55 10/6; NV-01 done 12/6",
    "SKHCN": "CQS-04 5/10 21/8; CQS-05 45 10/6",
    "SYT": "CQS-03 10/30 10/9; CQS-04 25/30 10/9; CQS-05 60 10/9; CQS-05 70 31/12 ước; KTS-01 3 10/6; KTS-02 40 10/7;"
    "NV-01 done 12/7; NV-02 done 12/7; NV-03 done 20/6",
    "SCT": "CQS-06 65.5 1/9; KTS-01 4 10/7; NV-01 in_progress 12/7; NV-02 done 20/7",
    "SNNMT": "CQS-06 70 10/6",
    "BDT": "CQS-06 40 10/6",
    "UBA": "CQS-03 0/0 14/6",
}


def write_answering_plan(folder: Path) -> Path:
    """Write the plan and return its folder."""
    plan = PLAN.replace("2023-06-26", "2023-02-20")
    write_plan(folder, plan=plan, agencies=AGENCIES, indicators=INDICATORS, tasks=TASKS)
    answers = folder / "data" / "answers"
    answers.mkdir()
    for agency, said in ANSWERS.items():
        lines = [_answer(*part.split()) for part in said.split(";")]
        (answers / f"{agency}.yaml").write_text("".join(["answers:\n", *lines]), encoding="utf-8", newline="\n")
    return folder


def _answer(record: str, said: str, day: str, *estimate: str) -> str:
    number, month = map(int, day.split("/"))
    top, pair, bottom = said.partition("/")
    value = f"numerator: {top}, denominator: {bottom}" if pair else f"value: {said}"
    value = f"state: {said}" if record.startswith("NV") else value
    marked = ", estimate: true" if estimate else ""
    return f"- {{record: {record}, date: 2023-{month:02}-{number:02}, {value}{marked}, source: BC {number}}}\n"
