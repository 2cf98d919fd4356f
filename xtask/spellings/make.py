"""Makes the spellings: each a SavedModel, its answers, and TensorFlow's conversion.

    python make.py list
    python make.py make FOLDER NAME...

One process for all of them, because importing TensorFlow takes longer than any of
them. For each NAME it writes FOLDER/NAME, FOLDER/NAME.npz, FOLDER/NAME.tensorflow.tflite
unless TensorFlow's converter refuses, and last FOLDER/NAME.json.
"""

import hashlib
import json
import os
import re
import shutil
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.append(os.path.join(os.path.dirname(HERE), "compare"))
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")

import feeds  # noqa: E402
import idioms  # noqa: E402
import numpy as np  # noqa: E402
import tensorflow as tf  # noqa: E402

OPEN = ", open batch"


def stamp():
    """Changes when the code that makes the spellings changes."""
    text = tf.__version__
    for path in ("idioms.py", "make.py", "../compare/feeds.py"):
        with open(os.path.join(HERE, path)) as file:
            text += file.read()
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def slug(*words):
    return re.sub(r"[^a-z0-9]+", "-", " ".join(words).lower()).strip("-")


def spellings():
    """Every spelling: name, idiom, what it is called, function, whether it is open."""
    for idiom in idioms.IDIOMS:
        for index, (title, function) in enumerate(idiom.spellings.items()):
            yield slug(idiom.name, title), idiom, title, function, False
            if index == 0:
                title += OPEN
                yield slug(idiom.name, title), idiom, title, function, True


def save(path, idiom, function, is_open):
    """The SavedModel, and its function."""
    names = ["x", "y"][: len(idiom.shapes)]
    specs = [
        tf.TensorSpec([None if is_open else shape[0], *shape[1:]], tf.float32, name)
        for name, shape in zip(names, idiom.shapes)
    ]
    module = tf.Module()
    module.call = tf.function(
        lambda *values: {"out": function(*values)}, input_signature=specs
    )
    tf.saved_model.save(module, path, signatures=module.call)
    return module.call, names


def record(path, name, idiom, function, names):
    """What the model answers, in the form that compare/run.py reads."""
    rng = feeds.generator("spelling", name)
    values = {
        key: feeds.feed(rng, "normal", shape, np.float32) * np.float32(idiom.spread)
        for key, shape in zip(names, idiom.shapes)
    }
    answer = function(*map(tf.constant, values.values()))["out"].numpy()
    if not np.isfinite(answer).all() or np.std(answer) < 1e-3:
        raise ValueError(f"{name}: the answers say nothing")
    case = {"signature": "serving_default", "batch": idiom.shapes[0][0], "size": None}
    arrays = {f"0/in/{key}": value for key, value in values.items()}
    np.savez(path + ".npz", cases=json.dumps([case]), **arrays, **{"0/out/out": answer})


def convert(path):
    """TensorFlow's own conversion; what it says if it refuses."""
    target = path + ".tensorflow.tflite"
    if os.path.exists(target):
        os.remove(target)
    try:
        model = tf.lite.TFLiteConverter.from_saved_model(path).convert()
    except Exception as error:
        return str(error)[:2000]
    with open(target, "wb") as file:
        file.write(model)
    return None


def make(folder, wanted):
    for name, idiom, _, function, is_open in spellings():
        if name not in wanted:
            continue
        path = os.path.join(folder, name)
        shutil.rmtree(path, ignore_errors=True)
        if os.path.exists(path + ".json"):
            os.remove(path + ".json")
        call, names = save(path, idiom, function, is_open)
        record(path, name, idiom, call, names)
        facts = {"stamp": stamp(), "refused": convert(path), "version": tf.__version__}
        with open(path + ".json", "w") as file:
            json.dump(facts, file)
        print(name, "refused" if facts["refused"] else "made", flush=True)


def main(arguments):
    if arguments[:1] == ["list"]:
        rows = [
            {"name": name, "idiom": idiom.name, "title": title, "best": idiom.best}
            for name, idiom, title, _, _ in spellings()
        ]
        names = [row["name"] for row in rows]
        assert len(set(names)) == len(names), "two spellings have one name"
        json.dump({"stamp": stamp(), "spellings": rows}, sys.stdout)
        return
    if arguments[:1] != ["make"] or len(arguments) < 3:
        sys.exit(__doc__)
    os.makedirs(arguments[1], exist_ok=True)
    make(arguments[1], set(arguments[2:]))


if __name__ == "__main__":
    main(sys.argv[1:])
