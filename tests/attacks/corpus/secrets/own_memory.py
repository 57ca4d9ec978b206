"""searches its own memory, a copy of the warm parent's, for a secret -> there is none"""
import re


def relu(x):
    wanted = re.compile(rb"canary\d+" + b"bird")
    with open("/proc/self/maps") as maps, open("/proc/self/mem", "rb", 0) as memory:
        for line in maps:
            span = re.match(r"([0-9a-f]+)-([0-9a-f]+) r", line)
            if span and "[v" not in line:
                start, end = (int(n, 16) for n in span.groups())
                try:
                    memory.seek(start)
                    if hit := wanted.search(memory.read(min(end - start, 1 << 21))):
                        raise ValueError(hit[0].decode())
                except OSError:
                    pass
    return x
