"""Transformers of the sizes that people use, without their trained weights.

Each function writes a SavedModel to `path`. keras-hub's classes make the
networks as a user would get them; `layers` is for looking at a shallow one.
"""

import keras
import keras_hub

import feeds
import weights


def _finish(path, model):
    weights.draw(model, feeds.generator("weights", model.name))
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
