"""Times kernels in LiteRT.

    python kernels.py REQUEST.json

The request lists pairs of models, the long one with `more` copies of a kernel more
than the short one. Both run in turns, so that a slow spell of the machine hits both.
Of each the shortest time counts: others are the machine's noise. With one thread time
is that of the processor, so that being preempted does not count. Prints one JSON object
with the nanoseconds of one copy.
"""

import importlib.metadata
import json
import os
import sys
import time

import numpy as np
from ai_edge_litert.interpreter import Interpreter, OpResolverType

LEAST_ROUNDS = 8
WARM_UP = 3


def load(path, threads, delegate):
    resolver = OpResolverType.AUTO
    if not delegate:
        resolver = OpResolverType.BUILTIN_WITHOUT_DEFAULT_DELEGATES
    interpreter = Interpreter(
        model_path=path, num_threads=threads, experimental_op_resolver_type=resolver
    )
    interpreter.allocate_tensors()
    for detail in interpreter.get_input_details():
        ones = np.ones(detail["shape"], detail["dtype"])
        interpreter.set_tensor(detail["index"], ones)
    return interpreter


def is_delegated(interpreter):
    """Whether one call of the delegate is all that is left to run."""
    names = [details["op_name"] for details in interpreter._get_ops_details()]
    return "DELEGATE" in names


def copy_nanoseconds(short, long, more, request):
    """The time of one copy."""
    now = time.process_time_ns if request["threads"] == 1 else time.perf_counter_ns
    # The wrapper's own call: the public one checks things in Python first.
    calls = [short._interpreter.Invoke, long._interpreter.Invoke]
    best = [float("inf")] * 2
    ends = time.perf_counter() + request["seconds"]
    rounds = 0
    while rounds < LEAST_ROUNDS + WARM_UP or time.perf_counter() < ends:
        for index, call in enumerate(calls):
            started = now()
            call()
            taken = now() - started
            if rounds >= WARM_UP:
                best[index] = min(best[index], taken)
        rounds += 1
    return max(best[1] - best[0], 0) / more


def answer(pair, request):
    try:
        short, long = (
            load(pair[name], request["threads"], request["delegate"])
            for name in ("short", "long")
        )
        taken = copy_nanoseconds(short, long, pair["more"], request)
        return {"nanoseconds": taken, "delegated": is_delegated(long), "error": None}
    except (ValueError, RuntimeError) as error:
        return {"nanoseconds": None, "delegated": False, "error": str(error)}


def processor():
    try:
        with open("/proc/cpuinfo") as file:
            for line in file:
                if line.startswith("model name"):
                    return line.split(":", 1)[1].strip()
    except OSError:
        pass
    return "unknown processor"


def main(path):
    with open(path) as file:
        request = json.load(file)
    if request["threads"] == 1 and hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    answers = [answer(pair, request) for pair in request["models"]]
    runtime = importlib.metadata.version("ai-edge-litert")
    report = {"runtime": runtime, "processor": processor(), "answers": answers}
    json.dump(report, sys.stdout)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
