"""looks for what the submission graded before left behind -> nothing is left"""
import gc
import glob

left = glob.glob("/tmp/*") + glob.glob("/dev/shm/*") + [p for p in glob.glob("*") if p != "data"]
left += [repr(o) for o in gc.get_objects() if type(o) is dict and "secret" in o and "__builtins__" in o]
if left:
    raise ValueError(str(left))
