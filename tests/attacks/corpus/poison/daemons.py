"""leaves processes behind that outlive it in every way they can -> all are gone"""
import os
import signal
import time

for n in range(6):
    if os.fork() == 0:
        try:
            os.setsid()
        except OSError:
            os.setpgid(0, 0)
        for number in range(1, 32):
            try:
                signal.signal(number, signal.SIG_IGN)
            except (OSError, ValueError):
                pass
        if os.fork() == 0:
            time.sleep(500)
        os._exit(0)
