"""Layers that the class uses and Keras lacks; the judge knows them as it knows Keras's own."""

from __future__ import annotations

from typing import Any

import keras
import tensorflow as tf

__all__ = ["LocalResponseNormalization"]

if not isinstance(keras.layers.Layer, type):
    # From-scratch answers run where Keras may be imported and not used: so may this.
    LocalResponseNormalization: Any = keras.layers.Layer
else:

    @keras.saving.register_keras_serializable(package="autograder")
    class LocalResponseNormalization(keras.layers.Layer):  # type: ignore[misc, no-redef]
        """AlexNet's normalisation across channels: x / (k + alpha * sum of x**2 over the window)**beta.

        Input and output are images (N, H, W, C). The window of a channel is itself and `depth_radius` channels to each
        side, cut at the ends; alpha is not divided by its size. The defaults are AlexNet's (n = 5 is radius 2).
        """

        def __init__(
            self, depth_radius: int = 2, k: float = 2.0, alpha: float = 1e-4, beta: float = 0.75, **options: Any
        ) -> None:
            super().__init__(**options)
            if depth_radius != int(depth_radius) or depth_radius < 0:
                raise ValueError(f"depth_radius must be a whole number, 0 or more, not {depth_radius!r}")
            self.depth_radius, self.k, self.alpha, self.beta = int(depth_radius), float(k), float(alpha), float(beta)
            self.input_spec = keras.layers.InputSpec(ndim=4)

        def call(self, inputs: Any) -> Any:
            """(N, H, W, C) -> (N, H, W, C)."""
            return tf.nn.local_response_normalization(inputs, self.depth_radius, self.k, self.alpha, self.beta)

        def compute_output_shape(self, input_shape: Any) -> Any:
            """The input's."""
            return input_shape

        def get_config(self) -> dict[str, Any]:
            """What Keras needs to save it."""
            own = {"depth_radius": self.depth_radius, "k": self.k, "alpha": self.alpha, "beta": self.beta}
            return {**super().get_config(), **own}
