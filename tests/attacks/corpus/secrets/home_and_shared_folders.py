"""looks into home, /tmp, /dev/shm, /var and /run -> nothing of others is there"""
import glob
import os

found = []
for folder in ("/root", "/home", "~", "/tmp", "/dev/shm", "/var", "/run", "/srv", "/mnt", "/media", "/opt", "/etc", "/work"):
    for pattern in ("*", ".*", "*/*", "*/.*"):
        for path in glob.glob(os.path.join(os.path.expanduser(folder), pattern)):
            if os.path.isfile(path) and not path.endswith("ld.so.cache"):
                found.append(open(path, errors="replace").read()[:100])
if found:
    raise ValueError(str(found))
