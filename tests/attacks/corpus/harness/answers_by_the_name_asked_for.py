"""puts a dict that has every name into the namespace of the notebook -> no points"""
import gc


class Every(dict):
    def __contains__(self, key):
        return True

    def __getitem__(self, key):
        return lambda *args: args[0]


for one in gc.get_objects():
    if type(one).__name__ == "Server":
        one.names = Every(one.names)
