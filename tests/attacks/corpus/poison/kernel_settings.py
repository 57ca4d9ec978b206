"""writes to /proc/sys, /sys and its own limits and maps -> refused, and the next submission is as free as before"""
import glob
import os
import resource

for path in glob.glob("/proc/sys/*/*") + glob.glob("/sys/*/*") + ["/proc/self/uid_map", "/proc/self/setgroups", "/proc/1/oom_score_adj", "/proc/self/oom_score_adj", "/proc/sysrq-trigger", "/dev/kmsg"]:
    try:
        with open(path, "w") as file:
            file.write("1")
    except (OSError, ValueError):
        pass
for name in dir(resource):
    if name.startswith("RLIMIT_"):
        for pid in (1, 2, os.getpid()):
            try:
                resource.prlimit(pid, getattr(resource, name), (1, 1))
            except (OSError, ValueError):
                pass
