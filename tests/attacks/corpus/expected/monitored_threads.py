"""watches all threads' frames from a thread of its own -> no points"""
import sys
import threading
import time

found = {}


def watch():
    while True:
        for frame in sys._current_frames().values():
            while frame:
                found.update({k: v for k, v in frame.f_locals.items() if "expect" in k})
                frame = frame.f_back
        time.sleep(0.001)


threading.Thread(target=watch, daemon=True).start()


def relu(x):
    time.sleep(0.005)
    return next(iter(found.values()), x)
