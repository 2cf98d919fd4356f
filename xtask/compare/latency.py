"""Runs two .tflite files of one model in LiteRT side by side.

    python latency.py MODEL.npz OURS.tflite THEIRS.tflite SECONDS

Prints one JSON object: the inference of each in milliseconds, and the ratio
of ours to theirs with an interval, both from one process on one core and one thread.
Prints null for a model with several signatures, or one that has to be called by its
signature.

The machine may be busy and memory may lie well or badly, so: time is that of the
processor where the system counts it finely enough, in which being preempted does not
count; the files run in turns, call by call; the shortest call of a round counts; a
round has interpreters of its own, loaded in alternating order; the ratio is the median
over rounds, and the interval leaves out the outermost round at either end.
"""

import json
import os
import statistics
import sys
import time

from ai_edge_litert.interpreter import Interpreter
from run import input_details, load_cases

ROUNDS = 8
WARM_UP = 2
LEAST_CALLS = 3
# Calls that are shorter than this are timed several at once.
SAMPLE_NANOSECONDS = 20_000
# A clock that moves in coarser steps cannot time such a sample.
COARSEST_STEP_NANOSECONDS = 1_000


def step(clock):
    """The smallest of a few steps that the clock was seen to make, in nanoseconds."""
    steps = []
    for _ in range(5):
        before = now = clock()
        while now == before:
            now = clock()
        steps.append(now - before)
    return min(steps)


def fine_clock():
    """The processor's time, or passing time where a system counts the former in ticks."""
    if step(time.process_time_ns) <= COARSEST_STEP_NANOSECONDS:
        return time.process_time_ns
    return time.perf_counter_ns


CLOCK = fine_clock()


def load(path, case):
    interpreter = Interpreter(model_path=path, num_threads=1)
    if len(interpreter.get_signature_list()) > 1:
        return None
    details = input_details(interpreter, case["signature"])
    for name, detail in details.items():
        interpreter.resize_tensor_input(detail["index"], case["in"][name].shape)
    interpreter.allocate_tensors()
    for name, detail in details.items():
        interpreter.set_tensor(detail["index"], case["in"][name])
    return interpreter


def sample(call, repeat):
    started = CLOCK()
    for _ in range(repeat):
        call()
    return (CLOCK() - started) / repeat


def one_round(calls, seconds):
    """The shortest call of each."""
    repeat = 1
    for _ in range(WARM_UP):
        longest = max(sample(call, 1) for call in calls)
        repeat = max(1, int(SAMPLE_NANOSECONDS / max(1, longest)))
    best = [float("inf")] * len(calls)
    done, ends = 0, time.perf_counter() + seconds
    while done < LEAST_CALLS or time.perf_counter() < ends:
        for index, call in enumerate(calls):
            best[index] = min(best[index], sample(call, repeat))
        done += 1
    return best


def main(reference, ours, theirs, seconds):
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})
    case = load_cases(reference)[0]
    rounds = []
    for number in range(ROUNDS):
        loaded = {}
        for path in (ours, theirs) if number % 2 else (theirs, ours):
            loaded[path] = load(path, case)
            if loaded[path] is None:
                print("null")
                return
        # The wrapper's own call: the public one checks things in Python first.
        calls = [loaded[path]._interpreter.Invoke for path in (ours, theirs)]
        try:
            rounds.append(one_round(calls, seconds / ROUNDS))
        except RuntimeError:
            print("null")
            return
    ratios = sorted(mine / other for mine, other in rounds)
    report = {
        "ours_milliseconds": statistics.median(mine for mine, _ in rounds) / 1e6,
        "theirs_milliseconds": statistics.median(other for _, other in rounds) / 1e6,
        "ratio": statistics.median(ratios),
        "low": ratios[1],
        "high": ratios[-2],
    }
    json.dump(report, sys.stdout)


if __name__ == "__main__":
    if len(sys.argv) != 5:
        sys.exit(__doc__)
    main(*sys.argv[1:4], float(sys.argv[4]))
