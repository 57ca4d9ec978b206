"""raises NotImplementedError, Shortcut and NotData by hand, in the hope of being excused -> no points"""


def relu(x):
    raise NotImplementedError("sigmoid")


def sigmoid(x):
    raise type("Internal", (Exception,), {})("The test itself is broken; it costs you nothing.")


def softmax(x):
    raise type("ChildTimedOut", (Exception,), {})()


def tanh_backward(dout, x):
    raise type("WireError", (OSError,), {})("zygote gone")
