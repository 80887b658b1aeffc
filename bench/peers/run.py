#!/usr/bin/env python3
"""All peers in one run, as one JSON object.

    python3 bench/peers/run.py tanh:8 tanh:64 relu:512 [--repeats 7] [--only dblquad,series,script]
    echo '[["tanh", 8], ["relu", 512]]' | python3 bench/peers/run.py

Result: {"results": [...]}; each entry has peer, activation, batch, quantity, value, seconds (median), repeats, versions.
Only the libraries of the chosen peers are imported.
The entry "whole process" times `script_rate.py` from start to exit in a fresh interpreter; "interpreter alone" is the
floor, an empty script. Without scipy or numpy the output is {"missing": "..."}.
"""

from __future__ import annotations

import argparse
import json
import platform
import statistics
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent


def process_seconds(command: list[str], repeats: int) -> tuple[float, str]:
    """Median wall time of a whole process after one run that warms the file cache, and its output."""
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    seconds = []
    for _ in range(repeats):
        began = time.perf_counter()
        subprocess.run(command, capture_output=True, check=True)
        seconds.append(time.perf_counter() - began)
    return statistics.median(seconds), output


def whole_process(repeats: int) -> list[dict]:
    seconds, output = process_seconds([sys.executable, str(HERE / "script_rate.py")], repeats)
    answer = json.loads(output)
    if "missing" in answer:
        print(output.strip())
        raise SystemExit(0)
    floor, _ = process_seconds([sys.executable, "-c", "pass"], repeats)
    versions = {"python": platform.python_version(), "scipy": answer.pop("scipy")}
    common = {"repeats": repeats, "versions": versions}
    return [
        {"peer": "whole process", **answer, "seconds": seconds, **common},
        {"peer": "interpreter alone", "quantity": "none", "value": None, "seconds": floor, **common},
    ]


def parse_cases(words: list[str]) -> list[tuple[str, int]]:
    if words:
        return [(name, int(float(batch))) for name, _, batch in (word.rpartition(":") for word in words)]
    return [(name, int(batch)) for name, batch in json.load(sys.stdin)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("cases", nargs="*", help="activation:batch; without any, a JSON list of pairs on stdin")
    parser.add_argument("--repeats", type=int, default=7, help="repeats of dblquad and of the whole process")
    parser.add_argument("--only", default="dblquad,series,script")
    options = parser.parse_args()
    chosen = options.only.split(",")
    cases = parse_cases(options.cases)
    # A peer whose library is missing prints {"missing": ...} and exits on import.
    if "series" in chosen:
        import series_numpy
    if "dblquad" in chosen:
        import rate_dblquad

    results = []
    for activation, batch in cases:
        if "dblquad" in chosen:
            results.append(rate_dblquad.measure(activation, batch, options.repeats))
        if "series" in chosen:
            results.append(series_numpy.measure(activation, batch, max(31, options.repeats)))
    if "script" in chosen:
        results += whole_process(options.repeats)
    print(json.dumps({"results": results}))


if __name__ == "__main__":
    main()
