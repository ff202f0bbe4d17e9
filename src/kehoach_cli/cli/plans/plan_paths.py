"""Find the plans that paths on the command line belong to."""

import os
from collections.abc import Sequence
from pathlib import Path

from kehoach_cli.diagnostics import COLLECTIONS, UsageProblem
from kehoach_cli.storage.folder import NARRATIVE_FOLDER, FolderProblem, PlanFolder, plan_of_file, plans_below


def plans_at_paths(paths: Sequence[str]) -> list[PlanFolder]:
    """The plans of the paths, each once, in the order first named.

    Raises:
        UsageProblem: a path is missing, unreadable, or belongs to no plan.
    """
    found: dict[str, PlanFolder] = {}
    for text in paths:
        for folder in _plans_at(Path(text)):
            found.setdefault(os.path.realpath(folder.data), folder)
    return list(found.values())


def _plans_at(path: Path) -> list[PlanFolder]:
    try:
        if os.path.isdir(path):  # noqa: PTH112 - unlike the method, gives False without permission
            plans = plans_below(path)
        elif os.path.lexists(path):
            plan = plan_of_file(path)
            plans = [plan] if plan else []
        else:
            raise UsageProblem(f"Không tìm thấy {path}; kiểm tra lại tên và quyền đọc thư mục")
    except FolderProblem as problem:
        raise UsageProblem(str(problem)) from None
    if not plans and not os.path.isdir(path):  # noqa: PTH112
        files = ", ".join([*(f"{collection}.yaml" for collection in COLLECTIONS), f"{NARRATIVE_FOLDER}/KỲ.yaml"])
        raise UsageProblem(f"{path} không phải tệp của một kế hoạch ({files}); chỉ ra tệp như vậy hoặc thư mục")
    if not plans:
        raise UsageProblem(f"Không có kế hoạch nào ở {path}; chỉ ra thư mục có data/plan.yaml")
    return plans
