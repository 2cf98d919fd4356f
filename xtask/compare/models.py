"""The models that the comparison converts, and the command that makes them.

    python models.py list
    python models.py make FOLDER NAME...

A model is FOLDER/NAME (a SavedModel or a folder of graphs), the reference inputs
and outputs FOLDER/NAME.npz, and FOLDER/NAME.json, which is written last: without
it the model counts as not made. TensorFlow is imported only to make models.
"""

import dataclasses
import hashlib
import json
import os
import shutil
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))


@dataclasses.dataclass(frozen=True)
class Model:
    name: str
    # "module.function" that writes it.
    make: str
    # The kind of values of each input; see feeds.py. "" is every other input.
    inputs: dict = dataclasses.field(default_factory=lambda: {"": "normal"})
    batches: tuple = (1, 3)
    # What an unknown dimension other than the first is set to, in turn.
    sizes: tuple = (None,)
    # The files inside the folder that are converted, each on its own.
    sources: tuple = ("",)
    # An op without a lowering: conversion must fail and name it.
    refused: str = ""
    small: bool = False
    # Ours must have half of TensorFlow's operators at most, and take less time.
    # No reason to make the model anew, hence no part of its stamp.
    halved: bool = dataclasses.field(default=False, repr=False)

    def stamp(self):
        """Changes when the code that made the model changes."""
        module = self.make.split(".")[0]
        text = repr(self)
        for name in (module, "weights", "feeds"):
            with open(os.path.join(HERE, name + ".py")) as file:
                text += file.read()
        return hashlib.sha256(text.encode()).hexdigest()[:16]


IMAGE, IMAGE255 = {"": "image"}, {"": "image255"}
STEER = {"": "normal", "steps": "below-5"}
TEXT = {"": "below-2", "token_ids": "below-30000"}

MODELS = [
    Model("mlp", "networks.mlp", small=True),
    Model("lenet", "networks.lenet", IMAGE, small=True),
    Model("matmul-layer", "networks.matmul_layer", small=True),
    Model("reshape-batch", "graphs.reshape_batch", small=True),
    Model("digamma", "graphs.digamma", refused="Digamma", small=True),
    Model(
        "elementwise-zoo",
        "graphs.elementwise_zoo",
        {"": "normal", "p": "positive"},
        small=True,
    ),
    Model("shape-zoo", "graphs.shape_zoo", {"": "normal", "i": "below-4"}, small=True),
    Model("reduce-zoo", "graphs.reduce_zoo"),
    Model("mobilenet-v2", "networks.mobilenet_v2", IMAGE, small=True),
    Model("mobilenet-v3-small", "networks.mobilenet_v3_small", IMAGE255),
    Model(
        "mobilenet-v3-small-open",
        "networks.mobilenet_v3_small_open",
        IMAGE255,
        sizes=(224, 160),
    ),
    Model("resnet50", "networks.resnet50", IMAGE),
    Model("efficientnet-b0", "networks.efficientnet_b0", IMAGE255),
    Model("inception-v3", "networks.inception_v3", IMAGE),
    Model("densenet121", "networks.densenet121", IMAGE),
    Model("vgg19", "networks.vgg19", IMAGE),
    Model("unet", "networks.unet", IMAGE),
    Model("conv1d", "networks.conv1d"),
    Model("depthwise", "networks.depthwise", IMAGE),
    Model("attention", "networks.attention"),
    Model("attention-4", "transformers.attention_4", halved=True),
    Model("vit-base", "transformers.vit_base", IMAGE, halved=True),
    Model(
        "bert-base", "transformers.bert_base", TEXT, sizes=(128, 20), halved=True
    ),
    Model(
        "gpt2-small", "transformers.gpt2_small", TEXT, sizes=(128, 20), halved=True
    ),
    Model("gelu", "graphs.gelu"),
    Model("gelu-shared", "graphs.gelu_shared"),
    Model("gelu-bert", "graphs.gelu_bert"),
    Model("two-signatures", "graphs.two_signatures"),
    Model("v1-savedmodel", "graphs.v1_savedmodel"),
    Model(
        "frozen-graphdef",
        "graphs.frozen_graphdef",
        sources=("graph.pb", "graph.pbtxt"),
    ),
    Model("state", "graphs.state", small=True),
    Model("tables", "graphs.tables", {"": "below-6"}, small=True),
    Model("cond-while", "graphs.cond_while", STEER, batches=(1, 3, 2, 4)),
]


def make(folder, model):
    """Makes one model, then runs it in TensorFlow for the reference."""
    import importlib

    import keras
    import reference

    path = os.path.join(folder, model.name)
    for stale in (path + ".json", path + ".npz"):
        if os.path.exists(stale):
            os.remove(stale)
    shutil.rmtree(path, ignore_errors=True)
    started = time.monotonic()
    keras.utils.set_random_seed(1)
    module, function = model.make.split(".")
    getattr(importlib.import_module(module), function)(path)
    facts = reference.record(model, path)
    facts |= {"stamp": model.stamp(), "seconds": round(time.monotonic() - started, 1)}
    with open(path + ".json", "w") as file:
        json.dump(facts, file, indent=1)
    print(
        f"{model.name}: made in {facts['seconds']:.0f} s, "
        f"outputs spread {facts['spread']:.3f} of their largest value",
        flush=True,
    )


def main(arguments):
    if arguments[:1] == ["list"]:
        rows = [
            dataclasses.asdict(model) | {"stamp": model.stamp()} for model in MODELS
        ]
        json.dump(rows, sys.stdout)
        return
    if arguments[:1] != ["make"] or len(arguments) < 3:
        sys.exit(__doc__)
    folder, names = arguments[1], arguments[2:]
    os.makedirs(folder, exist_ok=True)
    by_name = {model.name: model for model in MODELS}
    for name in names:
        make(folder, by_name[name])


if __name__ == "__main__":
    main(sys.argv[1:])
