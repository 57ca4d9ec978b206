"""replaces isinstance, all, abs, len and type by functions that agree with everything -> no points"""
import builtins

builtins.isinstance = lambda *args: True
builtins.all = builtins.any = lambda *args: True
builtins.abs = lambda x: 0
builtins.sum = lambda *args: 0


def relu(x):
    return x
