"""`kehoach init`."""

import shlex
import sys
from datetime import timedelta
from pathlib import Path
from typing import Annotated

import typer

from kehoach_cli.cli.documents.new_plan import NewPlan, Signing, signing_for, starting_files
from kehoach_cli.cli.documents.plan_questions import Reporter, answer, offer, report_settings
from kehoach_cli.cli.documents.year_before import beside, line_of, taken_over, year_before
from kehoach_cli.diagnostics import UsageProblem
from kehoach_cli.entering.parse_values import parse_day, parse_line, parse_years
from kehoach_cli.plan.document_settings import Documents
from kehoach_cli.plan.standing import TaskStatus
from kehoach_cli.storage.folder import plan_folder
from kehoach_cli.storage.naming import shown_path
from kehoach_cli.storage.new_tree import FilesExist, write_new_tree
from kehoach_cli.storage.write_faults import explain
from kehoach_cli.vocabulary import wording


def command(
    folder: Annotated[str, typer.Argument(metavar="THƯ MỤC", help="Thư mục của kho mới; chưa có thì được tạo.")],
    number: Annotated[
        str | None, typer.Option("--number", metavar="SỐ", help="Số, ký hiệu quyết định ban hành: 180/QĐ-BCĐ.")
    ] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="NGÀY", help="Ngày ban hành: 2023-06-26 hoặc 26/6/2023.")
    ] = None,
    issuer: Annotated[str | None, typer.Option("--issuer", metavar="CƠ QUAN", help="Cơ quan ban hành.")] = None,
    year: Annotated[
        str | None, typer.Option("--year", metavar="NĂM", help="Năm của Kế hoạch: 2024, nhiều năm: 2026-2030.")
    ] = None,
    place: Annotated[
        str | None, typer.Option("--place", metavar="ĐỊA DANH", help="Địa danh đứng trước ngày tháng của văn bản.")
    ] = None,
    office: Annotated[
        str | None,
        typer.Option("--office", metavar="CHỨC VỤ", help="Chức vụ người ký. Bỏ trống: theo loại cơ quan ban hành."),
    ] = None,
    signer: Annotated[str | None, typer.Option("--signer", metavar="HỌ TÊN", help="Họ và tên người ký.")] = None,
    parent: Annotated[
        str | None,
        typer.Option("--parent", metavar="CƠ QUAN", help="Cơ quan chủ quản, ghi ở dòng trên tên cơ quan ban hành."),
    ] = None,
    reporter: Annotated[
        str | None,
        typer.Option(
            "--reporter", metavar="CƠ QUAN", help="Cơ quan ký báo cáo, công văn. Bỏ trống: cơ quan ban hành Kế hoạch."
        ),
    ] = None,
    reporter_office: Annotated[
        str | None, typer.Option("--reporter-office", metavar="CHỨC VỤ", help="Với --reporter: chức vụ người ký.")
    ] = None,
    reporter_signer: Annotated[
        str | None, typer.Option("--reporter-signer", metavar="HỌ TÊN", help="Với --reporter: họ và tên người ký.")
    ] = None,
    reporter_parent: Annotated[
        str | None, typer.Option("--reporter-parent", metavar="CƠ QUAN", help="Với --reporter: cơ quan chủ quản.")
    ] = None,
    report_to: Annotated[
        str | None,
        typer.Option(
            "--report-to", metavar="CƠ QUAN", help="Báo cáo kính gửi ai. Bỏ trống: cơ quan ban hành Kế hoạch."
        ),
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar="TÊN", help="Tên Kế hoạch. Bỏ trống: đặt tạm theo năm, sửa sau.")
    ] = None,
    from_: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="THƯ MỤC",
            help="Lập tiếp từ kế hoạch năm trước ở thư mục này: cơ quan, nhóm, mẫu Word, việc chưa xong, kết quả cuối.",
        ),
    ] = None,
    everything: Annotated[
        bool,
        typer.Option("--all", help="Với --from: chuyển mọi chỉ tiêu, mọi nhiệm vụ chưa xong, không hỏi từng việc."),
    ] = False,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="NGÀY", help="Với --from: theo số liệu đến ngày này. Bỏ trống: hôm nay."),
    ] = None,
) -> None:
    """Lập kho cho một kế hoạch mới: tệp dữ liệu để điền, lược đồ cho trình soạn thảo, kiểm tra tự động, hướng dẫn.

    Điều gì chưa ghi ở tùy chọn thì được hỏi. Tệp đã có không bị đụng đến: trùng một tệp thì không ghi tệp nào.
    """
    target = Path(folder)
    if plan_folder(target) is not None:
        raise UsageProblem(f"Trong {folder} đã có kế hoạch; chọn thư mục khác")
    if from_ is None and (everything or as_of is not None):
        raise UsageProblem(
            f"{'--all' if everything else '--as-of'} chỉ dùng khi lập tiếp kế hoạch cũ; thêm --from THƯ-MỤC"
        )
    before = None if from_ is None else year_before(from_, as_of, target)
    given = {"--number": number, "--date": date, "--issuer": before.plan.issuer if before else issuer, "--year": year}
    if issuer is not None and not (before and issuer == before.plan.issuer) and signing_for(issuer) is None:
        given["--office"] = office
    if before and before.offered and not everything:
        given["--all"] = None
    missing = [option for option, value in given.items() if value is None]
    if missing and not sys.stdin.isatty():
        raise UsageProblem(f"Thiếu {', '.join(missing)}; không có cửa sổ lệnh để hỏi nên phải ghi đủ")
    chosen_years = answer("--year", year, "Năm của Kế hoạch (nhiều năm thì ghi 2026-2030)", parse_years)
    chosen_number = answer("--number", number, "Số, ký hiệu quyết định ban hành (ví dụ 180/QĐ-BCĐ)", parse_line)
    chosen_date = answer("--date", date, "Ngày ban hành (ví dụ 26/6/2023)", parse_day)
    asked_issuer = offer("--issuer", issuer, "Cơ quan ban hành", before.plan.issuer) if before else issuer
    chosen_issuer = answer("--issuer", asked_issuer, "Cơ quan ban hành", parse_line)
    old = before.plan if before and chosen_issuer == before.plan.issuer else None
    usual = Signing(old.signatory.office, old.signatory.authority) if old else signing_for(chosen_issuer)
    chosen_office = (
        offer("--office", office, "Chức vụ người ký", usual.office) or usual.office
        if usual
        else answer("--office", office, "Chức vụ người ký", parse_line)
    )
    plan = NewPlan(
        number=chosen_number,
        date=chosen_date,
        issuer=chosen_issuer,
        years=chosen_years,
        title=f"Kế hoạch {wording.years(chosen_years)}" if title is None else parse_line(title, "--title"),
        signing=usual if usual and usual.office == chosen_office else Signing(chosen_office),
        parent=offer("--parent", parent, "Cơ quan chủ quản, ghi trên tên cơ quan ban hành", old and old.parent),
        place=offer("--place", place, "Địa danh đứng trước ngày tháng của văn bản", before and before.plan.place),
        signer=offer("--signer", signer, "Họ và tên người ký", old and old.signatory.name),
        position=old and old.signatory.position,
        baseline_date=chosen_date.replace(day=1) - timedelta(days=1),
        beside=bool(before and beside(target, before.folder)),
    )
    if before:
        count, question = len(before.offered), f"Chuyển sang {wording.years(chosen_years)}?"
        chosen = [
            each
            for place, each in enumerate(before.offered, 1)
            if everything
            or answer("Trả lời", None, f"({place}/{count}) {line_of(each)}\n  {question} [C/k]", _yes_or_no)
        ]
        plan = plan._replace(**taken_over(before, chosen, chosen_number, chosen_date, chosen_years))
    asked = Reporter(reporter, reporter_office, reporter_signer, reporter_parent, report_to)
    if not before or any(asked):
        plan = plan._replace(documents=Documents(report=report_settings(asked, chosen_issuer)))
    files = starting_files(plan)
    try:
        write_new_tree(target, files)
    except FilesExist as occupied:
        listed = ", ".join(map(shown_path, occupied.paths[:5]))
        raise UsageProblem(f"Không ghi tệp nào vì đã có {listed}; chọn thư mục khác hoặc dời tệp đó đi") from None
    except OSError as error:
        raise UsageProblem(f"Không lập được kho trong {folder}, chưa có tệp nào được ghi: {explain(error)}") from None
    sys.stdout.write("".join(f"{shown_path(target / name)}\n" for name in files))
    if before:
        tasks = sum(isinstance(each, TaskStatus) for each in chosen)
        moved = wording.counted(tasks, len(chosen) - tasks) or "không có việc nào"
        sys.stdout.write(f"\nChuyển sang từ Kế hoạch {before.plan.number}: {moved}.\n")
    sys.stdout.write(_next_steps(folder, plan))


def _yes_or_no(line: str, _: str) -> bool:
    """Enter says yes."""
    said = line.casefold()
    if said not in (*_YES, *_NO):
        raise UsageProblem("Gõ c (có) hoặc k (không)")
    return said in _YES


_YES, _NO = ("", "c", "có", "co"), ("k", "không", "khong")


def _next_steps(folder: str, plan: NewPlan) -> str:
    filled = (
        "điền chỗ có dòng # ở ngay trên, trong data/indicators.yaml, data/tasks.yaml"
        if plan.records
        else "điền data/agencies.yaml, data/indicators.yaml, data/tasks.yaml theo mẫu trong tệp"
    )
    done, first, last = "Đã lập kho", "git init -b main && ", "Xem README.md trong thư mục.\n"
    if plan.beside:
        done, first, last = "Đã lập kế hoạch trong kho này", "", ""
    return (
        f"\n{done}. Việc tiếp theo:\n"
        f"  cd {shlex.quote(folder)}\n"
        f"  {filled}\n"
        "  kehoach schema && kehoach validate\n"
        f'  {first}git add . && git commit -m "Nhập Kế hoạch"\n{last}'
    )
