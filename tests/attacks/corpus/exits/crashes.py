"""crashes the interpreter: a wild pointer, abort, an illegal instruction -> each costs its own question"""
import ctypes
import os
import signal


def relu(x):
    ctypes.string_at(1)


def sigmoid(x):
    os.abort()


def softmax(x):
    os.kill(os.getpid(), signal.SIGILL)


def tanh_backward(dout, x):
    getattr(ctypes.CDLL(None), "raise")(signal.SIGSEGV)
