"""Other right ways to write EarlyStopping."""

from __future__ import annotations

import copy

import numpy as np


class CountsDown:
    """Spends its patience, and gets it back."""

    def __init__(self, patience, min_delta):
        self.full, self.left, self.min_delta = patience, patience, min_delta
        self.best = self.best_epoch = self.best_weights = None

    def update(self, epoch, val_loss, weights):
        lower = not np.isnan(val_loss) and (self.best is None or val_loss + self.min_delta < self.best)
        if lower:
            self.best, self.best_epoch, self.left = val_loss, epoch, self.full
            self.best_weights = copy.deepcopy(weights)
            return False
        self.left -= 1
        return self.left <= 0


class RemembersEverything:
    """Keeps the whole history and looks through it again each time."""

    def __init__(self, patience, min_delta):
        self.patience, self.min_delta, self.seen = patience, min_delta, []

    def _best(self):
        best = None
        for k, (_, loss, _) in enumerate(self.seen):
            if loss == loss and (best is None or self.seen[best][1] - loss > self.min_delta):
                best = k
        return best

    @property
    def best_epoch(self):
        best = self._best()
        return None if best is None else self.seen[best][0]

    @property
    def best_weights(self):
        best = self._best()
        return None if best is None else self.seen[best][2]

    def update(self, epoch, val_loss, weights):
        self.seen.append((epoch, val_loss, [w.copy() for w in weights]))
        best = self._best()
        return len(self.seen) - 1 - (-1 if best is None else best) >= self.patience


class ByTheNumberOfTheEpoch:
    """Compares epochs instead of counting, and keeps a tuple of float32 arrays."""

    def __init__(self, patience, min_delta):
        self.patience, self.min_delta = patience, min_delta
        self.best_loss, self.best_epoch, self.best_weights, self.before = float("inf"), None, None, None

    def update(self, epoch, val_loss, weights):
        if self.before is None:
            self.before = epoch - 1
        if self.best_loss - val_loss > self.min_delta:
            self.best_loss, self.best_epoch = val_loss, epoch
            self.best_weights = tuple(np.array(w, dtype=np.float32) for w in weights)
        last = self.before if self.best_epoch is None else self.best_epoch
        return np.bool_(epoch - last >= self.patience)


class AsKerasDoes:
    """Counts first and takes it back, with the sign of min_delta turned; float32 losses."""

    def __init__(self, patience=0, min_delta=0):
        self.patience, self.min_delta, self.wait = patience, -abs(min_delta), 0
        self.best, self.best_epoch, self.best_weights = np.float32(np.inf), None, None

    def update(self, epoch, val_loss, weights):
        self.wait += 1
        if np.less(np.float32(val_loss) - np.float32(self.min_delta), self.best):
            self.best, self.best_epoch, self.wait = np.float32(val_loss), epoch, 0
            self.best_weights = [np.copy(w) for w in weights]
        return self.wait >= self.patience
