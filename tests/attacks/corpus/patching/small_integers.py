"""changes the value of cached integers and of True in memory -> no points"""
import ctypes

# %%
ctypes.c_uint32.from_address(id(1) + 24).value = 2
ctypes.c_uint32.from_address(id(False) + 24).value = 1
ctypes.c_ssize_t.from_address(id(False) + 16).value = 1


# %%
def relu(x):
    return x
