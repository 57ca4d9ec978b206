"""starts threads without end -> it costs its own question
seconds: 0.6
"""
import threading
import time


def relu(x):
    while True:
        try:
            threading.Thread(target=time.sleep, args=(1000,)).start()
        except RuntimeError:
            pass
