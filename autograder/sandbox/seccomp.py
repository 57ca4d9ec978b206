"""The system calls that student code may make: an allow list, compiled by libseccomp for this machine's processor.

`program` is for behind namespaces. `alone` is stricter, for where they are missing: one process, which says yes to what
would change what is not its own, and does nothing. Neither lets anybody make a socket.

Not allowed although harmless alone: `setsid`, since the kernel shares the processors out by session, and `socketpair`,
since what lies in sockets counts for no process.
"""

from __future__ import annotations

import base64
import errno
import tempfile
from functools import lru_cache
from typing import Any

from ..errors import SandboxError
from ..language import Sentence

ALLOWED = [
    "read", "write", "readv", "writev", "pread64", "pwrite64", "preadv", "pwritev", "preadv2", "pwritev2", "lseek",
    "close", "close_range", "dup", "dup2", "dup3", "pipe", "pipe2", "sendfile", "copy_file_range", "splice", "tee",
    "fsync", "fdatasync", "ftruncate", "truncate", "fallocate", "fadvise64", "sync_file_range", "open", "openat",
    "openat2", "creat", "access", "faccessat", "faccessat2", "stat", "fstat", "lstat", "newfstatat", "statx",
    "statfs", "fstatfs", "readlink", "readlinkat", "getdents", "getdents64", "getcwd", "chdir", "fchdir", "rename",
    "renameat", "renameat2", "mkdir", "mkdirat", "rmdir", "unlink", "unlinkat", "link", "linkat", "symlink",
    "symlinkat", "chmod", "fchmod", "fchmodat", "fchmodat2", "utime", "utimes", "utimensat", "futimesat", "umask",
    "chown", "fchown", "lchown", "fchownat", "munmap", "mremap", "mprotect", "madvise", "brk", "msync", "mincore",
    "mlock", "munlock", "membarrier", "rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "rt_sigpending",
    "rt_sigsuspend", "rt_sigtimedwait", "sigaltstack", "kill", "tgkill", "tkill", "pause", "alarm", "setitimer",
    "getitimer", "timer_create", "timer_settime", "timer_gettime", "timer_delete", "timer_getoverrun", "nanosleep",
    "clock_nanosleep", "clock_gettime", "clock_getres", "gettimeofday", "time", "times", "restart_syscall", "fork",
    "vfork", "wait4", "waitid", "exit", "exit_group", "execve", "execveat", "set_tid_address", "set_robust_list",
    "get_robust_list", "rseq", "futex", "futex_waitv", "sched_yield", "sched_getaffinity", "sched_setaffinity",
    "sched_getparam", "sched_getscheduler", "sched_get_priority_max", "sched_get_priority_min", "getcpu",
    "getpriority", "getpid", "getppid", "gettid", "getuid", "geteuid", "getgid", "getegid", "getgroups", "getresuid",
    "getresgid", "getpgid", "getpgrp", "getsid", "setpgid", "capget", "uname", "sysinfo", "getrusage", "getrlimit",
    "prlimit64", "setrlimit", "getrandom", "arch_prctl", "poll", "ppoll", "select", "pselect6", "epoll_create",
    "epoll_create1", "epoll_ctl", "epoll_wait", "epoll_pwait", "epoll_pwait2", "eventfd", "eventfd2",
    "timerfd_create", "timerfd_settime", "timerfd_gettime", "signalfd4", "recvfrom", "recvmsg", "sendto", "sendmsg",
    "shutdown", "getsockopt", "setsockopt", "getsockname", "getpeername",
]  # fmt: skip

NAMESPACES = 0x7E020000 | 0x80  # CLONE_NEW*, cgroup and time namespaces among them
TERMINAL_QUESTIONS = (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)  # TCGETS TIOCGWINSZ FIONREAD FIONBIO FIO(N)CLEX
OWN_PROCESS = (1, 3, 4, 15, 16, 23, 39)  # parent's death, dumpable, name, capability and privilege questions
VMA_NAME = 0x53564D41
LOCKS = (5, 6, 7, 36, 37, 38, 1024, 1026)  # locks and leases are a channel between processes that share a file
ANONYMOUS, SHARED = 0x20, 0x01  # memory shared by no file: it can be held without being in any process's count

# Without namespaces, `alone`: what Landlock does not look at, or what acts on other processes of the same user.
PRETENDED = ["unlink", "unlinkat", "rmdir", "chmod", "fchmod", "fchmodat", "fchmodat2", "chown", "fchown", "lchown",
             "fchownat", "utime", "utimes", "utimensat", "futimesat"]  # fmt: skip
NEVER_ALONE = ["fork", "vfork", "execve", "execveat", "truncate", "openat2"]
SIGNALS = ["kill", "tkill", "tgkill"]
ONLY_SELF = ["prlimit64", "sched_setaffinity"]  # their first argument says whose: 0 is one's own
OPENS = {"open": 1, "openat": 2}  # which argument holds the flags
UNNAMED_FILE = 0x400000  # O_TMPFILE: a file that no folder shows
THREAD = 0x10000
PARENTS_DEATH = 1
OTHERS = (8, 10, 15, 1031)  # fcntl: signals to others on input; the size of pipes, which counts for the user


@lru_cache(maxsize=1)
def program() -> bytes:
    """The compiled filter behind namespaces; SandboxError when libseccomp is not there."""
    rules = _rules(ALLOWED, OWN_PROCESS, LOCKS)
    sc = _seccomp()
    rules.add_rule(sc.ALLOW, "clone", sc.Arg(0, sc.MASKED_EQ, NAMESPACES & ~0x80, 0))
    return _compiled(rules)


@lru_cache(maxsize=2)
def alone(signals_scoped: bool) -> bytes:
    """The compiled filter without namespaces; signals are left out where the kernel does not keep them inside."""
    sc = _seccomp()
    barred = {*PRETENDED, *NEVER_ALONE, *ONLY_SELF, *OPENS, *(() if signals_scoped else SIGNALS)}
    own = tuple(n for n in OWN_PROCESS if n != PARENTS_DEATH)
    rules = _rules([n for n in ALLOWED if n not in barred], own, (*LOCKS, *OTHERS))
    rules.add_rule(sc.ALLOW, "clone", sc.Arg(0, sc.MASKED_EQ, (NAMESPACES & ~0x80) | THREAD, THREAD))
    for name in PRETENDED:
        _add(rules, sc.ERRNO(0), name)
    for name in ONLY_SELF:
        _add(rules, sc.ALLOW, name, sc.Arg(0, sc.EQ, 0))
    for name, flags in OPENS.items():
        _add(rules, sc.ALLOW, name, sc.Arg(flags, sc.MASKED_EQ, UNNAMED_FILE, 0))
    return _compiled(rules)


def encoded(program: bytes) -> str:
    """A filter as text."""
    return base64.b64encode(program).decode()


def _seccomp() -> Any:
    try:
        import pyseccomp
    except (ImportError, RuntimeError, OSError) as error:
        raise SandboxError(
            Sentence(
                f"The sandbox needs libseccomp ({error}): install the package libseccomp2.",
                f"El sandbox necesita libseccomp ({error}): instala el paquete libseccomp2.",
            )
        ) from None
    return pyseccomp


def _rules(allowed: list[str], own_process: tuple[int, ...], fcntl_barred: tuple[int, ...]) -> Any:
    """What both filters have in common."""
    sc = _seccomp()
    rules = sc.SyscallFilter(defaction=sc.ERRNO(errno.EPERM))
    for name in allowed:
        _add(rules, sc.ALLOW, name)
    rules.add_rule(sc.ERRNO(errno.ENOSYS), "clone3")  # glibc then falls back to clone, whose flags can be looked at
    rules.add_rule(sc.ALLOW, "mmap", sc.Arg(3, sc.MASKED_EQ, ANONYMOUS, 0))
    rules.add_rule(sc.ALLOW, "mmap", sc.Arg(3, sc.MASKED_EQ, ANONYMOUS | SHARED, ANONYMOUS))
    for request in TERMINAL_QUESTIONS:
        rules.add_rule(sc.ALLOW, "ioctl", sc.Arg(1, sc.EQ, request))
    for option in (*own_process, VMA_NAME):
        rules.add_rule(sc.ALLOW, "prctl", sc.Arg(0, sc.EQ, option))
    for command in range(2048):
        if command not in fcntl_barred and (command < 16 or 1024 <= command <= 1040):
            rules.add_rule(sc.ALLOW, "fcntl", sc.Arg(1, sc.EQ, command))
    return rules


def _add(rules: Any, action: int, name: str, *arguments: Any) -> None:
    """Add a rule, unless this processor or libseccomp has no such call."""
    try:
        rules.add_rule(action, name, *arguments)
    except (OSError, ValueError):
        return


def _compiled(rules: Any) -> bytes:
    with tempfile.TemporaryFile() as file:
        rules.export_bpf(file)
        file.seek(0)
        return file.read()
