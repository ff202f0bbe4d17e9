"""Limit this process with a Windows Job Object; other systems use `resource`.

The process creates a job, joins it and closes the only handle. The job lasts as long as the process, and without a
handle nothing can lift its limits. The process joins by itself because python.exe in a virtual environment is only a
launcher: the interpreter is another process.

Layouts and values: winnt.h, as documented for JOBOBJECT_EXTENDED_LIMIT_INFORMATION.
"""

import ctypes
from typing import Any

_EXTENDED_LIMITS = 9  # JobObjectExtendedLimitInformation
_PROCESS_TIME, _ACTIVE_PROCESS, _PROCESS_MEMORY, _DIE_ON_UNHANDLED_EXCEPTION = 0x2, 0x8, 0x100, 0x400
_TICKS = 10_000_000  # of 100 nanoseconds per second


class _BasicLimits(ctypes.Structure):
    _fields_ = (
        ("per_process_user_time_limit", ctypes.c_int64),
        ("per_job_user_time_limit", ctypes.c_int64),
        ("limit_flags", ctypes.c_uint32),
        ("minimum_working_set_size", ctypes.c_size_t),
        ("maximum_working_set_size", ctypes.c_size_t),
        ("active_process_limit", ctypes.c_uint32),
        ("affinity", ctypes.c_size_t),
        ("priority_class", ctypes.c_uint32),
        ("scheduling_class", ctypes.c_uint32),
    )


class _ExtendedLimits(ctypes.Structure):
    _fields_ = (
        ("basic", _BasicLimits),
        ("io_counters", ctypes.c_uint64 * 6),
        ("process_memory_limit", ctypes.c_size_t),
        ("job_memory_limit", ctypes.c_size_t),
        ("peak_process_memory_used", ctypes.c_size_t),
        ("peak_job_memory_used", ctypes.c_size_t),
    )


def kernel32() -> Any:
    """Load kernel32 and declare that handles are as wide as a pointer."""
    library = ctypes.WinDLL("kernel32")  # type: ignore[attr-defined, unused-ignore] # exists on Windows only
    library.CreateJobObjectW.restype = library.GetCurrentProcess.restype = ctypes.c_void_p
    library.SetInformationJobObject.argtypes = (ctypes.c_void_p, ctypes.c_int, ctypes.c_void_p, ctypes.c_uint32)
    library.AssignProcessToJobObject.argtypes = (ctypes.c_void_p, ctypes.c_void_p)
    library.CloseHandle.argtypes = (ctypes.c_void_p,)
    return library


def join_job(memory: int, cpu_seconds: int) -> None:
    """Limit this process's memory in bytes and its processor time, and forbid it to start processes.

    If the system refuses a step, the process goes on without these limits.
    """
    library = kernel32()
    job = library.CreateJobObjectW(None, None)
    if not job:
        return
    limits = _ExtendedLimits()
    limits.basic.limit_flags = _PROCESS_TIME | _ACTIVE_PROCESS | _PROCESS_MEMORY | _DIE_ON_UNHANDLED_EXCEPTION
    limits.basic.per_process_user_time_limit = cpu_seconds * _TICKS
    limits.basic.active_process_limit = 1
    limits.process_memory_limit = memory
    if library.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)):
        library.AssignProcessToJobObject(job, library.GetCurrentProcess())
    library.CloseHandle(job)
