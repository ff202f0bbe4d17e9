"""The job object that limits the child on Windows: its calls, recorded by a stand-in for kernel32."""

import ctypes
import struct
import sys
from typing import Any

import pytest

from kehoach_cli.sandbox import limits

JOB, PROCESS = 0x1_0000_0001, 2**64 - 1  # handles are as wide as a pointer
LAYOUT = "<qq I4x QQ I4x Q II 6Q QQQQ"  # of JOBOBJECT_EXTENDED_LIMIT_INFORMATION on 64-bit Windows
SIZE = 144


class Function:
    """A function of the library: it records its arguments and returns a given result."""

    def __init__(self, library: "Kernel32", name: str, result: int) -> None:
        self.restype: Any = ctypes.c_int
        self.argtypes: tuple[Any, ...] | None = None
        self._library, self._name, self._result = library, name, result

    def __call__(self, *given: Any) -> int:
        read = [bytes(item._obj) if hasattr(item, "_obj") else item for item in given]  # the target of a pointer
        self._library.calls.append((self._name, *read))
        return self._result


class Kernel32:
    def __init__(self, **results: int) -> None:
        self.calls: list[tuple[Any, ...]] = []
        works = {
            "CreateJobObjectW": JOB,
            "SetInformationJobObject": 1,
            "GetCurrentProcess": PROCESS,
            "AssignProcessToJobObject": 1,
            "CloseHandle": 1,
        }
        self.functions = {name: Function(self, name, result) for name, result in (works | results).items()}

    def __getattr__(self, name: str) -> Function:
        return self.functions[name]


def _calls_of_limiting(library: Kernel32, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Limit the process as on a system without `resource`; return the names of the calls."""
    asked: list[str] = []

    def load(name: str) -> Kernel32:
        asked.append(name)
        return library

    monkeypatch.setitem(sys.modules, "resource", None)
    monkeypatch.setattr(ctypes, "WinDLL", load, raising=False)
    limits._limit_resources()
    assert asked == ["kernel32"]
    return [name for name, *_ in library.calls]


def test_the_process_joins_a_job_of_its_own_and_lets_go_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    library = Kernel32()
    names = _calls_of_limiting(library, monkeypatch)
    assert names == [
        *("CreateJobObjectW", "SetInformationJobObject", "GetCurrentProcess", "AssignProcessToJobObject", "CloseHandle")
    ]
    create, inform, _, assign, close = library.calls
    assert create[1:] == (None, None)
    assert (inform[1], inform[2], inform[4]) == (JOB, 9, SIZE)
    assert assign[1:] == (JOB, PROCESS)
    assert close[1:] == (JOB,)


def test_the_limits_are_where_the_system_looks_for_them(monkeypatch: pytest.MonkeyPatch) -> None:
    library = Kernel32()
    _calls_of_limiting(library, monkeypatch)
    time, _, flags, _, _, processes, _, _, _, *counters, memory, _, _, _ = struct.unpack(LAYOUT, library.calls[1][3])
    assert struct.calcsize(LAYOUT) == SIZE
    assert flags == 0x2 | 0x8 | 0x100 | 0x400  # limits of time, processes and memory; no dialogue at a crash
    assert (time, processes, memory) == (600 * 10_000_000, 1, 768 * 1024 * 1024)
    assert counters == [0] * 6


def test_handles_keep_their_width(monkeypatch: pytest.MonkeyPatch) -> None:
    library = Kernel32()
    _calls_of_limiting(library, monkeypatch)
    assert {library.CreateJobObjectW.restype, library.GetCurrentProcess.restype} == {ctypes.c_void_p}
    assert library.AssignProcessToJobObject.argtypes == (ctypes.c_void_p, ctypes.c_void_p)
    assert library.SetInformationJobObject.argtypes == (
        *(ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_uint32),
    )
    assert library.CloseHandle.argtypes == (ctypes.c_void_p,)


@pytest.mark.parametrize(
    ("failing", "calls"),
    [
        ("CreateJobObjectW", ["CreateJobObjectW"]),
        ("SetInformationJobObject", ["CreateJobObjectW", "SetInformationJobObject", "CloseHandle"]),
        (
            "AssignProcessToJobObject",
            [
                *("CreateJobObjectW", "SetInformationJobObject"),
                *("GetCurrentProcess", "AssignProcessToJobObject", "CloseHandle"),
            ],
        ),
    ],
)
def test_where_the_system_refuses_the_child_goes_on_without(
    failing: str, calls: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _calls_of_limiting(Kernel32(**{failing: 0}), monkeypatch) == calls
