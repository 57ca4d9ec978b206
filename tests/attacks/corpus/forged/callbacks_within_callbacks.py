"""makes the judge call back into student code, which calls the judge, and so on -> no crash, no points
on: sandpit
seconds: 0.6
"""


class Pit:
    def __init__(self, function):
        self.function = function

    def __len__(self):
        try:
            self.function(self)
        except Exception:
            pass
        return 3

    def __getitem__(self, key):
        len(self)
        return self

    def __getattr__(self, name):
        return self


def descend(gradient, w, steps):
    while True:
        try:
            gradient(Pit(gradient))
        except Exception:
            pass
