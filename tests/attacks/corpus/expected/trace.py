"""traces every call to steal what assertions are called with -> no points"""
import sys

stolen = []


def spy(frame, event, argument):
    if frame.f_code.co_name.startswith("assert") or "expected" in frame.f_locals:
        stolen.append(frame.f_locals.get("expected"))
    return spy


sys.settrace(spy)
sys.setprofile(spy)


def relu(x):
    return stolen[-1] if stolen else x
