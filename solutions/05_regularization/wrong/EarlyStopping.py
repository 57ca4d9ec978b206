"""Wrong answers to EarlyStopping."""

from __future__ import annotations

import numpy as np

from autograder import misconception


class _Base:
    def __init__(self, patience, min_delta):
        self.patience, self.min_delta = patience, min_delta
        self.best_epoch, self.best_weights = None, None
        self.best_loss, self.waited = np.inf, 0

    def better(self, val_loss):
        return val_loss < self.best_loss - self.min_delta

    def keep(self, epoch, val_loss, weights):
        self.best_loss, self.best_epoch, self.waited = val_loss, epoch, 0
        self.best_weights = [np.array(w) for w in weights]

    def update(self, epoch, val_loss, weights):
        if self.better(val_loss):
            self.keep(epoch, val_loss, weights)
        else:
            self.waited += 1
        return self.waited >= self.patience


@misconception(
    en="You stop one epoch too late: with patience 2, the second epoch in a row without progress is the last one.",
    es="Paras una época tarde: con paciencia 2, la segunda época seguida sin progreso es la última.",
)
class StopsOneLate(_Base):
    def update(self, epoch, val_loss, weights):
        super().update(epoch, val_loss, weights)
        return self.waited > self.patience


@misconception(
    en="You stop one epoch too early: patience counts the epochs without progress, and not one less.",
    es="Paras una época antes: la paciencia cuenta las épocas sin progreso, y no una menos.",
)
class StopsOneEarly(_Base):
    def update(self, epoch, val_loss, weights):
        super().update(epoch, val_loss, weights)
        return self.waited >= self.patience - 1 and self.waited > 0


@misconception(
    en="You do not give the patience back after progress: only epochs in a row without progress count.",
    es="No devuelves la paciencia después de un progreso: solo cuentan las épocas seguidas sin progreso.",
)
class NeverResets(_Base):
    def keep(self, epoch, val_loss, weights):
        waited = self.waited
        super().keep(epoch, val_loss, weights)
        self.waited = waited


@misconception(
    en="You keep the weights themselves, not a copy: training goes on changing the same arrays under your feet.",
    es="Guardas los pesos mismos, no una copia: el entrenamiento sigue cambiando esos mismos arreglos a tus espaldas.",
)
class KeepsTheSameArrays(_Base):
    def keep(self, epoch, val_loss, weights):
        super().keep(epoch, val_loss, weights)
        self.best_weights = weights


@misconception(
    en="You copy the list but not its arrays: they are still the same ones that training is changing.",
    es="Copias la lista pero no sus arreglos: siguen siendo los mismos que el entrenamiento está cambiando.",
)
class CopiesOnlyTheList(_Base):
    def keep(self, epoch, val_loss, weights):
        super().keep(epoch, val_loss, weights)
        self.best_weights = list(weights)


@misconception(
    en="You keep the last weights instead of those of the best epoch.",
    es="Guardas los últimos pesos en lugar de los de la mejor época.",
)
class KeepsTheLast(_Base):
    def update(self, epoch, val_loss, weights):
        stop = super().update(epoch, val_loss, weights)
        self.best_weights = [np.array(w) for w in weights]
        return stop


@misconception(
    en="You compare with the epoch before. The reference is the best progress so far.",
    es="Comparas con la época anterior. La referencia es el mejor progreso hasta ahora.",
)
class ComparesWithThePrevious(_Base):
    def update(self, epoch, val_loss, weights):
        stop = super().update(epoch, val_loss, weights)
        self.best_loss = val_loss if val_loss == val_loss else self.best_loss
        return stop


@misconception(
    en="You ignore min_delta: a tiny improvement is not progress.",
    es="Ignoras min_delta: una mejora diminuta no es progreso.",
)
class IgnoresMinDelta(_Base):
    def better(self, val_loss):
        return val_loss < self.best_loss


@misconception(
    en="You count an improvement of exactly min_delta as progress: it must be more than that.",
    es="Cuentas como progreso una mejora de exactamente min_delta: debe ser más que eso.",
)
class AcceptsTheBorder(_Base):
    def better(self, val_loss):
        return val_loss <= self.best_loss - self.min_delta


@misconception(
    en="You have the sign of min_delta reversed: a loss that is a little higher than the best counts as progress for you.",
    es="Tienes el signo de min_delta al revés: para ti, una pérdida un poco mayor que la mejor ya es progreso.",
)
class AddsMinDelta(_Base):
    def better(self, val_loss):
        return val_loss < self.best_loss + self.min_delta


@misconception(
    en="You treat the loss like an accuracy: progress is a lower loss, not a higher one.",
    es="Tratas la pérdida como una exactitud: el progreso es una pérdida menor, no mayor.",
)
class WantsItHigher(_Base):
    def better(self, val_loss):
        return self.best_epoch is None or val_loss > self.best_loss + self.min_delta


@misconception(
    en="You let NaN pass as progress: every comparison with NaN is False, so ask whether it is lower, not whether it is higher.",
    es="Dejas pasar NaN como progreso: toda comparación con NaN es False, así que pregunta si es menor, no si es mayor.",
)
class NanIsProgress(_Base):
    def better(self, val_loss):
        return not val_loss >= self.best_loss - self.min_delta


@misconception(
    en="You take the first epoch as progress whatever its loss is: NaN is not progress, not even then.",
    es="Tomas la primera época como progreso sea cual sea su pérdida: NaN no es progreso, ni siquiera entonces.",
)
class FirstIsAlwaysProgress(_Base):
    def better(self, val_loss):
        return self.best_epoch is None or super().better(val_loss)


@misconception(
    en="You start with best_epoch 0 and an empty list: before any progress both are None.",
    es="Empiezas con best_epoch en 0 y una lista vacía: antes de cualquier progreso ambos son None.",
)
class StartsAtZero(_Base):
    def __init__(self, patience, min_delta):
        super().__init__(patience, min_delta)
        self.best_epoch, self.best_weights = 0, []


@misconception(
    en="You put all the weights into one array: their shapes differ. Keep a list with one copy of each.",
    es="Metes todos los pesos en un solo arreglo: sus formas son distintas. Guarda una lista con una copia de cada uno.",
)
class OneArray(_Base):
    def keep(self, epoch, val_loss, weights):
        super().keep(epoch, val_loss, weights)
        self.best_weights = np.array(weights)


@misconception(
    en="You return nothing while it should go on: update answers True or False every time.",
    es="No devuelves nada mientras hay que seguir: update responde True o False cada vez.",
)
class ReturnsNothing(_Base):
    def update(self, epoch, val_loss, weights):
        if super().update(epoch, val_loss, weights):
            return True


@misconception(
    en="You keep the weights at any lower loss: the best epoch is that of the last progress, by more than min_delta.",
    es="Guardas los pesos ante cualquier pérdida menor: la mejor época es la del último progreso, por más de min_delta.",
)
class KeepsAnyLower(_Base):
    def update(self, epoch, val_loss, weights):
        stop = super().update(epoch, val_loss, weights)
        if self.waited and val_loss < getattr(self, "lowest", np.inf):
            self.best_epoch, self.best_weights = epoch, [np.array(w) for w in weights]
        self.lowest = min(val_loss, getattr(self, "lowest", np.inf))
        return stop


@misconception(
    en="Your reference follows every lower loss: small steps that add up to more than min_delta are never progress.",
    es="Tu referencia sigue cada pérdida menor: las bajadas pequeñas que suman más de min_delta nunca son progreso.",
)
class ReferenceAlwaysFalls(_Base):
    def update(self, epoch, val_loss, weights):
        stop = super().update(epoch, val_loss, weights)
        self.best_loss = min(self.best_loss, val_loss)
        return stop


@misconception(
    en="You take min_delta as a fraction of the best loss: it is a difference of losses.",
    es="Tomas min_delta como una fracción de la mejor pérdida: es una diferencia de pérdidas.",
)
class RelativeDelta(_Base):
    def better(self, val_loss):
        return val_loss < self.best_loss * (1 - self.min_delta)


@misconception(
    en="You stop at the first NaN: it is one more epoch without progress.",
    es="Paras con el primer NaN: es una época más sin progreso.",
)
class StopsAtNan(_Base):
    def update(self, epoch, val_loss, weights):
        return bool(np.isnan(val_loss)) or super().update(epoch, val_loss, weights)


@misconception(
    en="You let NaN pass without counting it: it is an epoch without progress.",
    es="Dejas pasar NaN sin contarlo: es una época sin progreso.",
)
class DoesNotCountNan(_Base):
    def update(self, epoch, val_loss, weights):
        return self.waited >= self.patience if np.isnan(val_loss) else super().update(epoch, val_loss, weights)
