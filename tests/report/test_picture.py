"""What a picture says in words, to those who see it and to those who listen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from autograder.picture import ACCURACY, GRADIENT, SHAPES, TRAINING, VALUES, Curve, Map, Picture, Window
from autograder.report.picture import narrowed, outlined, picture_view

from .conftest import PICTURE

CUT = replace(PICTURE, shape=(40, 30), tried=150, spans=("-1", "2", "-3", "4"), map=Map(("4",), (2, 3), (0, 0)))


def test_the_caption_counts_and_names_the_framed_entry() -> None:
    assert picture_view(PICTURE, "en").caption == (
        "3 of 6 differ; the most wrong, [1, 2], is framed. The stronger the shade, the larger the difference."
    )
    assert picture_view(PICTURE, "es").caption.startswith("3 de 6 difieren; el más equivocado, [1, 2], está enmarcado.")
    assert picture_view(replace(PICTURE, wrong=1), "en").caption == "1 of 6 differs: [1, 2], which is framed."
    assert "not finite" in picture_view(replace(PICTURE, worst=("NaN",)), "en").caption


def test_those_who_listen_hear_the_numbers_of_a_small_array() -> None:
    heard = picture_view(PICTURE, "en").description
    assert "At [1, 2], yours is 7, expected 0, difference +7." in heard
    assert heard.endswith("Yours: 3, 0.5, 2; 1, 0, 7. Expected: 0, 0, 2; 1, 0, 0.")
    assert "tu respuesta es 7, lo esperado 0" in picture_view(PICTURE, "es").description
    assert "stronger" not in heard


def test_of_a_large_array_they_hear_the_worst_entry_alone() -> None:
    heard = picture_view(CUT, "en").description
    assert "yours is 7" in heard
    assert "0.5" not in heard


def test_what_is_hidden_of_a_large_array_is_told() -> None:
    view = picture_view(replace(CUT, part="[0, :, :]"), "en")
    for words in ("[0, :, :]", "not compared", "2 × 3 entries", "from -1 to 2; the expected one, from -3 to 4"):
        assert words in view.caption
    assert "2 × 3" not in view.brief
    assert "from -1 to 2." in picture_view(replace(CUT, spans=("-1", "2")), "en").caption


def test_a_gradient_is_beside_the_numerical_one() -> None:
    assert picture_view(replace(PICTURE, kind=GRADIENT), "en").labels == ("Yours", "Numerical", "Difference")
    assert picture_view(PICTURE, "es").labels == ("Tu respuesta", "Lo esperado", "Diferencia")


def test_shapes_confusions_and_trainings_have_words_of_their_own() -> None:
    shapes = picture_view(Picture(SHAPES, (2, 3), (3, 2)), "en").description
    assert "Your shape is (2, 3); expected: (3, 2)." in shapes
    window = Window((0, 1), (0, 1, -1), ("1 0 2", "0 1 0"), levels=("004", "000"), worst=(0, 2))
    accuracy = Picture(ACCURACY, (4,), worst=("0.5", "0.9"), wrong=2, tried=4, window=window)
    assert "0 se tomó por otra, 2 veces" in picture_view(accuracy, "es").caption
    assert "Right: 0.5; asked: at least 0.9." in picture_view(replace(accuracy, window=None), "en").caption
    curves = (Curve((2.0, 1.0, None), name="loss"), Curve((None,), name="accuracy"))
    heard = picture_view(Picture(TRAINING, curves=curves), "en").description
    assert "Loss while training, a curve of 3 numbers: it begins at 2 and ends at 1; the least is 1." in heard
    assert "Accuracy while training, a curve without finite numbers." in heard


@pytest.mark.parametrize(("place", "shown"), [(0, (0, 1, 2)), (5, (4, 5, 6)), (9, (7, 8, 9))])
def test_a_narrow_window_keeps_its_worst_entry(place: int, shown: tuple[int, ...]) -> None:
    row = (" ".join("abcdefghij"),)
    window = narrowed(Window((0,), tuple(range(10)), row, row, row, ("0123401234",), (0, place)), 3)
    assert window.columns == shown
    assert window.yours[0].split()[window.worst[1]] == "abcdefghij"[place]
    assert window.levels[0][window.worst[1]] == "0123401234"[place]


def test_a_picture_of_values_with_nothing_to_show_still_reads() -> None:
    assert picture_view(Picture(VALUES), "en").caption == ""


@pytest.mark.parametrize(
    ("shape", "expected", "axes"),
    [
        ((3, 2, 7, 6), (3, 6, 7, 2), (1, 3)),
        ((1, 3, 3, 1), (1, 4, 4, 1), (1, 2)),
        ((2, 5, 4), (2, 5, 3), (1, 2)),
        ((2, 5, 4), (3, 5, 4), (0, 1)),
        ((2, 5, 4), (5, 4), None),
        ((2, 5), (5, 2), None),
    ],
)
def test_of_many_axes_those_that_differ_are_outlined(shape, expected, axes) -> None:
    assert outlined(shape, expected) == axes
    caption = picture_view(Picture(SHAPES, shape, expected), "en").caption
    assert ("is drawn" in caption) is (axes is not None)
