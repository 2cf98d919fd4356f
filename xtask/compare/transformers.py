"""Transformers of the sizes that people use, without their trained weights.

Each function writes a SavedModel to `path`. keras-hub's classes make the
networks as a user would get them; `layers` is for looking at a shallow one.
"""

import keras
import keras_hub
import numpy as np

import feeds


def _draw(weight, rng):
    """Kernels by their fan-in, where heads are dimensions of their own; norms and tables near what training makes."""
    name, shape = weight.name, weight.shape
    if "kernel" in name:
        splits_heads = len(shape) == 3 and "attention_output" not in weight.path
        fan_in = shape[0] if splits_heads else np.prod(shape[:-1])
        return rng.normal(size=shape) / np.sqrt(fan_in)
    if "gamma" in name:
        return rng.uniform(0.7, 1.3, shape)
    return rng.normal(size=shape) * (0.5 if "embedding" in name else 0.2)


def _finish(path, model):
    rng = feeds.generator("weights", model.name)
    for weight in model.trainable_weights:
        weight.assign(_draw(weight, rng).astype(np.float32))
    model.export(path, verbose=False)


def vit_base(path, layers=12):
    """ViT-B/16 on images of 224 pixels, without a head."""
    model = keras_hub.models.ViTBackbone(
        image_shape=(224, 224, 3),
        patch_size=16,
        num_layers=layers,
        num_heads=12,
        hidden_dim=768,
        mlp_dim=3072,
        name="vit-base",
    )
    _finish(path, model)


def bert_base(path, layers=12):
    """Batch and sequence length are open."""
    model = keras_hub.models.BertBackbone(
        vocabulary_size=30522,
        num_layers=layers,
        num_heads=12,
        hidden_dim=768,
        intermediate_dim=3072,
        name="bert-base",
    )
    _finish(path, model)


def gpt2_small(path, layers=12):
    """Batch and sequence length are open."""
    model = keras_hub.models.GPT2Backbone(
        vocabulary_size=50257,
        num_layers=layers,
        num_heads=12,
        hidden_dim=768,
        intermediate_dim=3072,
        name="gpt2-small",
    )
    _finish(path, model)


def attention_4(path):
    """Four encoder layers around Keras' MultiHeadAttention."""
    width = 64
    inputs = value = keras.Input((32, width))
    for _ in range(4):
        mixed = keras.layers.MultiHeadAttention(4, width // 4)(value, value)
        value = keras.layers.LayerNormalization()(keras.layers.Add()([value, mixed]))
        hidden = keras.layers.Dense(4 * width, activation="gelu")(value)
        hidden = keras.layers.Dense(width)(hidden)
        value = keras.layers.LayerNormalization()(keras.layers.Add()([value, hidden]))
    _finish(path, keras.Model(inputs, value, name="attention-4"))
