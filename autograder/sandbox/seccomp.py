"""The system calls that student code may make: an allow list, compiled by libseccomp for this machine's processor.

Not allowed although harmless alone: `setsid`, since the kernel shares the processors out by session, and `socketpair`,
since what lies in sockets counts for no process.
"""

from __future__ import annotations

import errno
import tempfile
from functools import lru_cache

from ..errors import SandboxError
from ..language import Sentence

ALLOWED = [
    "read",
    "write",
    "readv",
    "writev",
    "pread64",
    "pwrite64",
    "preadv",
    "pwritev",
    "preadv2",
    "pwritev2",
    "lseek",
    "close",
    "close_range",
    "dup",
    "dup2",
    "dup3",
    "pipe",
    "pipe2",
    "sendfile",
    "copy_file_range",
    "splice",
    "tee",
    "fsync",
    "fdatasync",
    "ftruncate",
    "truncate",
    "fallocate",
    "fadvise64",
    "sync_file_range",
    "open",
    "openat",
    "openat2",
    "creat",
    "access",
    "faccessat",
    "faccessat2",
    "stat",
    "fstat",
    "lstat",
    "newfstatat",
    "statx",
    "statfs",
    "fstatfs",
    "readlink",
    "readlinkat",
    "getdents",
    "getdents64",
    "getcwd",
    "chdir",
    "fchdir",
    "rename",
    "renameat",
    "renameat2",
    "mkdir",
    "mkdirat",
    "rmdir",
    "unlink",
    "unlinkat",
    "link",
    "linkat",
    "symlink",
    "symlinkat",
    "chmod",
    "fchmod",
    "fchmodat",
    "fchmodat2",
    "utime",
    "utimes",
    "utimensat",
    "futimesat",
    "umask",
    "chown",
    "fchown",
    "lchown",
    "fchownat",
    "munmap",
    "mremap",
    "mprotect",
    "madvise",
    "brk",
    "msync",
    "mincore",
    "mlock",
    "munlock",
    "membarrier",
    "rt_sigaction",
    "rt_sigprocmask",
    "rt_sigreturn",
    "rt_sigpending",
    "rt_sigsuspend",
    "rt_sigtimedwait",
    "sigaltstack",
    "kill",
    "tgkill",
    "tkill",
    "pause",
    "alarm",
    "setitimer",
    "getitimer",
    "timer_create",
    "timer_settime",
    "timer_gettime",
    "timer_delete",
    "timer_getoverrun",
    "nanosleep",
    "clock_nanosleep",
    "clock_gettime",
    "clock_getres",
    "gettimeofday",
    "time",
    "times",
    "restart_syscall",
    "fork",
    "vfork",
    "wait4",
    "waitid",
    "exit",
    "exit_group",
    "execve",
    "execveat",
    "set_tid_address",
    "set_robust_list",
    "get_robust_list",
    "rseq",
    "futex",
    "futex_waitv",
    "sched_yield",
    "sched_getaffinity",
    "sched_setaffinity",
    "sched_getparam",
    "sched_getscheduler",
    "sched_get_priority_max",
    "sched_get_priority_min",
    "getcpu",
    "getpriority",
    "getpid",
    "getppid",
    "gettid",
    "getuid",
    "geteuid",
    "getgid",
    "getegid",
    "getgroups",
    "getresuid",
    "getresgid",
    "getpgid",
    "getpgrp",
    "getsid",
    "setpgid",
    "capget",
    "uname",
    "sysinfo",
    "getrusage",
    "getrlimit",
    "prlimit64",
    "setrlimit",
    "getrandom",
    "arch_prctl",
    "poll",
    "ppoll",
    "select",
    "pselect6",
    "epoll_create",
    "epoll_create1",
    "epoll_ctl",
    "epoll_wait",
    "epoll_pwait",
    "epoll_pwait2",
    "eventfd",
    "eventfd2",
    "timerfd_create",
    "timerfd_settime",
    "timerfd_gettime",
    "signalfd4",
    "recvfrom",
    "recvmsg",
    "sendto",
    "sendmsg",
    "shutdown",
    "getsockopt",
    "setsockopt",
    "getsockname",
    "getpeername",
]

NAMESPACES = 0x7E020000 | 0x80  # CLONE_NEW*, cgroup and time namespaces among them
TERMINAL_QUESTIONS = (0x5401, 0x5413, 0x541B, 0x5421, 0x5450, 0x5451)  # TCGETS TIOCGWINSZ FIONREAD FIONBIO FIO(N)CLEX
OWN_PROCESS = (1, 3, 4, 15, 16, 23, 39)  # parent's death, dumpable, name, capability and privilege questions
VMA_NAME = 0x53564D41
LOCKS = (5, 6, 7, 36, 37, 38, 1024, 1026)  # locks and leases are a channel between processes that share a file
ANONYMOUS, SHARED = 0x20, 0x01  # memory shared by no file: it can be held without being in any process's count


@lru_cache(maxsize=1)
def program() -> bytes:
    """The compiled filter; SandboxError when libseccomp is not there."""
    try:
        import pyseccomp as sc
    except (ImportError, RuntimeError, OSError) as error:
        raise SandboxError(
            Sentence(
                f"The sandbox needs libseccomp ({error}): install the package libseccomp2.",
                f"El sandbox necesita libseccomp ({error}): instala el paquete libseccomp2.",
            )
        ) from None
    rules = sc.SyscallFilter(defaction=sc.ERRNO(errno.EPERM))
    for name in ALLOWED:
        try:
            rules.add_rule(sc.ALLOW, name)
        except (OSError, ValueError):
            continue  # this processor or libseccomp has no such call
    rules.add_rule(sc.ERRNO(errno.ENOSYS), "clone3")  # glibc then falls back to clone, whose flags can be looked at
    rules.add_rule(sc.ALLOW, "clone", sc.Arg(0, sc.MASKED_EQ, NAMESPACES & ~0x80, 0))
    rules.add_rule(sc.ALLOW, "mmap", sc.Arg(3, sc.MASKED_EQ, ANONYMOUS, 0))
    rules.add_rule(sc.ALLOW, "mmap", sc.Arg(3, sc.MASKED_EQ, ANONYMOUS | SHARED, ANONYMOUS))
    for request in TERMINAL_QUESTIONS:
        rules.add_rule(sc.ALLOW, "ioctl", sc.Arg(1, sc.EQ, request))
    for option in (*OWN_PROCESS, VMA_NAME):
        rules.add_rule(sc.ALLOW, "prctl", sc.Arg(0, sc.EQ, option))
    for command in range(2048):
        if command not in LOCKS and (command < 16 or 1024 <= command <= 1040):
            rules.add_rule(sc.ALLOW, "fcntl", sc.Arg(1, sc.EQ, command))
    with tempfile.TemporaryFile() as file:
        rules.export_bpf(file)
        file.seek(0)
        return file.read()
