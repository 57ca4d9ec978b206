"""TensorFlow and Keras set up for many short trainings: every number stays what it was, less work is done around it.

Left out is what pays only for large networks: TensorFlow's graph optimizer, and the threads that tune a data pipeline and
keep each epoch waiting until they have ended. And Keras makes the variables of optimizer, loss and metrics before it
traces a training step, as it does on its other backends; else it traces the step twice, the first time only to find them.

All of it is settings: no operation is run, whose threads would not survive the zygote's fork.
"""

from __future__ import annotations

import contextlib
import importlib
import sys
from typing import Any

LATE = ("concatenate_op", "flat_map_op", "from_tensors_op", "range_op", "zip_op")  # of tf.data, imported by the first fit


def settle() -> None:
    """For a process that has imported TensorFlow; what another version of Keras keeps elsewhere stays as it is."""
    sys.modules["tensorflow"].config.optimizer.set_experimental_options({"disable_meta_optimizer": True})
    for change in (_import_late, _tune_nothing, _trace_once):
        with contextlib.suppress(ImportError, AttributeError):
            change()


def _import_late() -> None:
    for name in LATE:
        importlib.import_module(f"tensorflow.python.data.ops.{name}")


def _tune_nothing() -> None:
    """Arrays are given to a training without autotuning, which chooses how many threads prepare the next batches."""
    import tensorflow as tf
    from keras.src.trainers.data_adapters.array_data_adapter import ArrayDataAdapter

    get_tf_dataset = ArrayDataAdapter.get_tf_dataset

    def untuned(self: Any) -> Any:
        options = tf.data.Options()
        options.autotune.enabled = False
        return get_tf_dataset(self).with_options(options)

    ArrayDataAdapter.get_tf_dataset = untuned


def _trace_once() -> None:
    """What a training step needs is built before the step is traced, where a network's outputs are known by then."""
    from keras.src.backend.tensorflow.trainer import TensorFlowTrainer

    maybe_symbolic_build = TensorFlowTrainer._maybe_symbolic_build

    def build(self: Any, iterator: Any = None, data_batch: Any = None) -> None:
        maybe_symbolic_build(self, iterator=iterator, data_batch=data_batch)
        with contextlib.suppress(Exception):  # an odd network or metric: it is built while tracing, and fails as it would
            _build(self, iterator.data_adapter._inputs[1])

    TensorFlowTrainer._maybe_symbolic_build = build


def _build(model: Any, labels: Any) -> None:
    """Optimizer, loss and metrics of a compiled network of one output, for these labels."""
    import keras

    (answer,) = model.outputs
    truth = keras.KerasTensor((None, *labels.shape[1:]), keras.backend.standardize_dtype(labels.dtype))
    for part in (model._compile_metrics, model._compile_loss):
        if part is not None and not part.built:
            part.build(truth, answer)
    if not model.optimizer.built:
        model.optimizer.build(model.trainable_variables)
