"""TensorFlow's own conversion of one model, timed.

    python convert_tensorflow.py SOURCE OUT.tflite FACTS.json

SOURCE is a SavedModel or a frozen graph. The parts are timed apart: importing
TensorFlow, loading the model, and `convert()` alone, which flatters TensorFlow
most and so is the one to compare with. FACTS.json is written also on failure.
"""

import json
import os
import resource
import sys
import time

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
os.environ.setdefault("CUDA_VISIBLE_DEVICES", "-1")


def peak_megabytes():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def read_graph(tf, path):
    graph_def = tf.compat.v1.GraphDef()
    with open(path, "rb") as file:
        content = file.read()
    if path.endswith(".pbtxt"):
        from google.protobuf import text_format

        return text_format.Parse(content, graph_def)
    graph_def.ParseFromString(content)
    return graph_def


def load_graph(tf, path):
    """A converter for a frozen graph: inputs are placeholders, outputs unused.

    TensorFlow wants to be told; tfl-opt finds out for itself.
    """
    nodes = read_graph(tf, path).node
    used = {operand.split(":")[0] for node in nodes for operand in node.input}
    inputs = [node.name for node in nodes if node.op == "Placeholder"]
    outputs = [node.name for node in nodes if node.name not in used]
    return tf.compat.v1.lite.TFLiteConverter.from_frozen_graph(path, inputs, outputs)


def main(source, target, facts_path):
    facts = {}
    started = time.monotonic()
    import tensorflow as tf

    facts["import_seconds"] = time.monotonic() - started
    facts["version"] = tf.__version__
    facts["import_rss_megabytes"] = peak_megabytes()
    try:
        started = time.monotonic()
        if os.path.isdir(source):
            converter = tf.lite.TFLiteConverter.from_saved_model(source)
        else:
            converter = load_graph(tf, source)
        facts["load_seconds"] = time.monotonic() - started
        started = time.monotonic()
        model = converter.convert()
        facts["convert_seconds"] = time.monotonic() - started
        with open(target, "wb") as file:
            file.write(model)
    except Exception as error:
        facts["error"] = str(error)
    with open(facts_path, "w") as file:
        json.dump(facts, file)
    sys.exit(1 if "error" in facts else 0)


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
