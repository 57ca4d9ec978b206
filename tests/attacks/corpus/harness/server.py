"""finds the server object and replaces what it does with requests -> no points"""
import gc

import numpy as np


def agree(self, request):
    return {"ok": True, "value": np.zeros(3), "changed": [[], {}]}


for one in gc.get_objects():
    if type(one).__name__ == "Server":
        for name in ("do_call", "do_get", "do_attr"):
            setattr(type(one), name, agree)
