"""puts terminal commands into values, exceptions and warnings -> they are taken out"""
import warnings

EVIL = "\x1b]0;owned\x07\x1b[2J\x1b[31m\x9b31mfree points\x1b]8;;http://evil\x1b\\\x1bc\x00\x08\x7f\r98/98"
raise ValueError(EVIL)


# %%
def relu(x):
    raise type("Error" + EVIL, (Exception,), {})(EVIL)


def sigmoid(x):
    warnings.warn(EVIL, RuntimeWarning)
    return [EVIL] * 3


def softmax(x):
    warnings.warn("overflow " + EVIL, RuntimeWarning)
    return EVIL
