"""Runs converted spellings in LiteRT: their operators, and whether they are right.

    python judge.py FOLDER CONVERTER NAME...

Prints a JSON object: for each NAME what became of FOLDER/NAME.CONVERTER.tflite next
to the answers in FOLDER/NAME.npz. Each file is run in a forked process, because a
malformed one can bring the interpreter down.
"""

import json
import multiprocessing
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.append(os.path.join(os.path.dirname(HERE), "compare"))

import run  # noqa: E402


def judge(reference, path):
    """The operators, the worst difference and what is wrong."""
    verdict = {"operators": run.operators(path), "difference": None, "faults": []}
    for case in run.load_cases(reference):
        worst, faults = run.compare(path, case)
        verdict["faults"] += faults
        if worst < float("inf"):
            verdict["difference"] = max(worst, verdict["difference"] or 0.0)
    return verdict


def send(pipe, reference, path):
    try:
        pipe.send(judge(reference, path))
    except Exception as error:
        pipe.send({"operators": {}, "difference": None, "faults": [str(error)]})


def judge_apart(context, reference, path):
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=send, args=(theirs, reference, path))
    process.start()
    theirs.close()
    try:
        verdict = ours.recv()
    except EOFError:
        fault = "LiteRT does not survive it"
        verdict = {"operators": {}, "difference": None, "faults": [fault]}
    process.join()
    return verdict


def main(folder, converter, names):
    context = multiprocessing.get_context("fork")
    verdicts = {}
    for name in names:
        path = os.path.join(folder, f"{name}.{converter}.tflite")
        if os.path.exists(path):
            reference = os.path.join(folder, name + ".npz")
            verdicts[name] = judge_apart(context, reference, path)
    json.dump(verdicts, sys.stdout)


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], sys.argv[3:])
