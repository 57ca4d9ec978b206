"""Pictures as SVG: well formed, inert, described, of bounded size, and legible without colour."""

from __future__ import annotations

import re
from dataclasses import replace
from xml.etree import ElementTree

import numpy as np
import pytest

from autograder.checks import CheckFailed, assert_accuracy, assert_close, assert_equal, assert_gradient, assert_shape
from autograder.checks.trained import of_training
from autograder.picture import ACCURACY, TRAINING, Picture
from autograder.report.drawing import figure, svg
from autograder.report.picture import picture_view

from .conftest import PICTURE

RNG = np.random.default_rng(3)
LARGE = RNG.normal(size=(50, 40))


def made(check, *args, **kwargs) -> Picture:
    with pytest.raises(CheckFailed) as caught:
        check(*args, **kwargs)
    return caught.value.picture


PICTURES = {
    "table": PICTURE,
    "row": made(assert_close, np.array([3.0, 0.5]), np.zeros(2)),
    "long row": made(assert_close, np.sin(np.arange(300.0)), np.cos(np.arange(300.0))),
    "list": made(assert_close, [3, 3, 1, 2], np.array([3, 3, 4, 4])),
    "lengths": made(assert_close, [3, 3], np.array([3, 3, 4, 4])),
    "bools": made(assert_equal, [True, False], [True, True]),
    "large": made(assert_close, LARGE, LARGE + np.maximum(RNG.random((50, 40)) - 0.3, 0) ** 4),
    "strange": made(assert_close, np.where(LARGE > 0, np.nan, LARGE), LARGE),
    "many axes": made(assert_close, np.ones((2, 3, 4, 5)), np.zeros((2, 3, 4, 5))),
    "gradient": made(assert_gradient, lambda x: x**2, lambda d, x: 3 * x * d, RNG.normal(size=(40, 30))),
    "not finite": made(assert_gradient, lambda x: x**2, lambda d, x: d * np.nan, np.ones((2, 2))),
    "shapes": made(assert_shape, np.zeros((4, 3)), (3, 4)),
    "flat and deep": made(assert_shape, np.zeros((1, 20_000)), (2, 3, 4, 5, 6)),
    "nothing": made(assert_shape, np.zeros((0, 3)), ()),
    "accuracy": made(assert_accuracy, [0, 1, 7], np.array([0, 1, 2]), 0.9),
    "accuracy alone": Picture(ACCURACY, (9,), worst=("0.25", "0.9"), wrong=6),
    "training": Picture(TRAINING, curves=of_training({"loss": [2.0, float("nan"), 1.0], "accuracy": [0.1] * 90}, 0.9)),
    "lost": Picture(TRAINING, curves=of_training({"loss": [float("nan")]})),
}


@pytest.mark.parametrize("lang", ["en", "es"])
@pytest.mark.parametrize("name", PICTURES)
def test_a_drawing_is_well_formed_inert_and_described(name: str, lang: str) -> None:
    text = figure(picture_view(PICTURES[name], lang))
    root = ElementTree.fromstring(text)
    drawing = root.find("svg")
    assert (drawing.get("role"), bool(drawing.get("aria-label"))) == ("img", True)
    assert root.find("figcaption").text
    assert {e.tag for e in root.iter()} <= {
        "figure", "figcaption", "svg", "g", "rect", "line", "text", "path", "polyline", "circle"
    }  # fmt: skip
    assert not re.search(r"\bid=|\bon\w+=|href|url\(|https?:|<script|=\"nan|=\"inf", text)
    assert len(text) < 24_000


@pytest.mark.parametrize("name", PICTURES)
def test_everything_lies_inside_the_drawing(name: str) -> None:
    drawing = ElementTree.fromstring(svg(picture_view(PICTURES[name], "es")))
    width, height = float(drawing.get("width")), float(drawing.get("height"))
    assert 0 < width <= 640
    assert 0 < height <= 1000
    for group in drawing.iter("g"):
        x, y = (float(n) for n in re.findall(r"-?[\d.]+", group.get("transform")))
        for shape in group.iter("rect"):
            assert x + float(shape.get("x")) >= 0
            assert x + float(shape.get("x")) + float(shape.get("width")) <= width + 1
            assert y + float(shape.get("y")) + float(shape.get("height")) <= height + 1


def test_without_colour_the_numbers_the_shade_and_the_frame_tell() -> None:
    drawing = ElementTree.fromstring(svg(picture_view(PICTURE, "en"), "red"))
    printed = [e.text for e in drawing.iter("text")]
    for number in ("3", "0.5", "7", "+7", "+0.5"):
        assert number in printed
    frames = [e for e in drawing.iter("rect") if e.get("stroke-width") == "2.5"]
    assert len(frames) == 3
    assert {e.get("stroke") for e in frames} == {"currentColor"}
    shades = [re.search(r"fill:red;fill-opacity:([\d.]+)", e.get("style") or "") for e in drawing.iter("rect")]
    assert sorted(float(s[1]) for s in shades if s) == [0.12, 0.26, 0.6]


def test_a_map_shows_more_wrong_squares_larger() -> None:
    drawing = ElementTree.fromstring(svg(picture_view(PICTURES["large"], "en"), "red"))
    found = [(re.findall(r"h([\d.]+)v", e.get("d")), e.get("style")) for e in drawing.iter("path")]
    sides = [float(one[0]) for one, _ in found]
    shades = [float(style.rpartition(":")[2]) for _, style in found]
    assert len(sides) >= 4
    assert sides == sorted(sides)
    assert shades == sorted(shades)


def test_curves_differ_by_their_dashes_and_names() -> None:
    drawing = ElementTree.fromstring(svg(picture_view(PICTURES["list"], "en")))
    dashes = [e.get("stroke-dasharray") for e in drawing.iter("polyline")]
    assert dashes == [None, "5 4"]
    assert {"Yours", "Expected"} <= {e.text for e in drawing.iter("text")}


def test_a_number_that_is_not_finite_breaks_the_curve_and_is_marked() -> None:
    drawing = ElementTree.fromstring(svg(picture_view(PICTURES["training"], "en")))
    assert sum(e.text == "×" for e in drawing.iter("text")) == 1
    assert any(e.text == "asked: 0.9" for e in drawing.iter("text"))


def test_text_in_a_picture_is_escaped_and_cleaned() -> None:
    evil = "<script>\x1b[31m\u202e\"'&"
    window = replace(PICTURE.window, yours=(evil + " 1 2", "3 4 5"), expected=(evil + " 1 2", "3 4 5"))
    text = figure(picture_view(replace(PICTURE, window=window, part=evil, worst=(evil,) * 3), "en"))
    root = ElementTree.fromstring(text)
    assert "script" not in {e.tag for e in root.iter()}
    assert "<script" not in text
    assert "\u202e" not in text
    assert "\x1b" not in text
