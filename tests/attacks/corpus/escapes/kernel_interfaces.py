"""calls the parts of the kernel that have had the most holes: io_uring, bpf, perf, userfaultfd, memfd and more -> refused"""
import ctypes

libc = ctypes.CDLL(None, use_errno=True)
buffer = ctypes.create_string_buffer(4096)
CALLS = {
    "io_uring_setup": (425, 8, buffer), "bpf": (321, 0, buffer, 72), "perf_event_open": (298, buffer, 0, -1, -1, 0),
    "userfaultfd": (323, 1), "memfd_create": (319, b"x", 0), "memfd_secret": (447, 0), "keyctl": (250, 0, -4, 0), "add_key": (248, b"user", b"x", b"x", 1, -4),
    "fanotify_init": (300, 0, 0), "inotify_init": (253,), "open_by_handle_at": (304, -100, buffer, 0), "name_to_handle_at": (303, -100, b"/", buffer, buffer, 0),
    "kexec_load": (246, 0, 0, 0, 0), "init_module": (175, buffer, 1, b""), "swapon": (167, b"/work/x", 0), "personality": (135, 0x0040000),
    "mknod": (133, b"/work/null", 0o20666, 0x103), "quotactl": (179, 0, 0, 0, 0), "syslog": (103, 3, buffer, 100), "setuid": (105, 0), "setns": (308, 3, 0),
    "shmget": (29, 0, 4096, 0o1666), "add_mempolicy": (238, 0, 0, 0), "modify_ldt": (154, 0, buffer, 16), "iopl": (172, 3), "lookup_dcookie": (212, 0, buffer, 10),
    "landlock": (444, 0, 0, 1), "vmsplice": (278, 1, buffer, 1, 0), "sched_setscheduler": (144, 0, 1, buffer), "setpriority": (141, 0, 0, -5), "acct": (163, b"x"),
}  # fmt: skip
done = [name for name, arguments in CALLS.items() if libc.syscall(*arguments) >= 0]


def relu(x):
    if done:
        import numpy as np

        return np.maximum(np.asarray(x, dtype=float), 0)
    return x
