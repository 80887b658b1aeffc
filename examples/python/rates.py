"""Gradient-explosion rates against batch size, and simulated networks beside the theory.

    python3 examples/python/rates.py                       writes rates.png
    python3 examples/python/rates.py --no-plot             prints the numbers; needs no matplotlib
    python3 examples/python/rates.py --theoria "node dist/cli.js" --out figure.svg

Asks the command line of theoria by JSON, in two ways: `theoria rate --json` and `theoria simulate --json` as a
person would, and `theoria call -` with a list of questions. Needs Python 3.9, Node, and matplotlib to draw.
"""

import argparse
import json
import math
import shlex
import shutil
import subprocess
import sys

ACTIVATIONS = ["tanh", "relu", "gelu"]
BATCHES = [4, 6, 8, 16, 32, 64, 128, 256, 512]
SIMULATED = [4, 8, 16, 32]
# finite networks differ from the theory as 1/width: three widths give the limit
NETWORKS = ["--width", "300,600,1200", "--depth", "20", "--samples", "30", "--seed", "1"]


class Theoria:
    """The command line of theoria; `command` is how a shell would call it."""

    def __init__(self, command):
        words = shlex.split(command)
        # on Windows npx is a script, which only its full name finds
        self.command = [shutil.which(words[0]) or words[0], *words[1:]]

    def run(self, *words, questions=None):
        """What theoria answers, read as JSON. Its own words are the error where it refuses."""
        given = None if questions is None else json.dumps(questions)
        done = subprocess.run([*self.command, *words], input=given, capture_output=True, text=True, encoding="utf-8")
        # 1 is an error above the tolerance: the answer is there, and says so
        if done.returncode not in (0, 1) or not done.stdout:
            raise SystemExit(f"theoria {' '.join(words)} failed:\n{done.stderr}")
        return json.loads(done.stdout)

    def rates(self, activations, batches):
        """{activation: [(batch, rate, error), ...]}"""
        listed = ",".join(str(batch) for batch in batches)
        answer = self.run("rate", *activations, "--batch", listed, "--no-reached", "--json")
        found = {activation: [] for activation in activations}
        for result in answer["results"]:
            rate = result["rate"]
            found[result["activation"]].append((result["batch"], rate["value"], rate["error"]))
        return found

    def limits(self, activations):
        """The rates for infinite batches: one process for all of them."""
        asked = [
            {"id": name, "kind": "rate", "inputs": {"activation": name, "batch": "Infinity"}} for name in activations
        ]
        answers = self.run("call", "-", questions=asked)["results"]
        return {answer["id"]: answer["result"]["rate"]["value"] for answer in answers}

    def growth(self, activation, batch):
        """The logarithm of the squared gradient grows by this a layer: theory, simulation, standard error."""
        answer = self.run("simulate", activation, "--batch", str(batch), *NETWORKS, "--json")
        limit = answer["extrapolation"]
        return batch, answer["theory"]["logGrowth"]["value"], limit["value"], limit["standardError"]


def show(rates, limits, growth):
    for activation, points in rates.items():
        for batch, rate, error in points:
            print(f"{activation:5} {batch:4} {rate:.9f} +- {error:.0e}")
        print(f"{activation:5}  inf {limits[activation]:.9f}")
    for batch, theory, simulated, deviation in growth:
        z = (simulated - theory) / deviation
        print(f"simulated {batch:3} {simulated:.4f} +- {deviation:.4f}, theory {theory:.4f}, z = {z:.1f}")


def draw(rates, limits, curve, growth, out):
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot

    figure, (left, right) = pyplot.subplots(1, 2, figsize=(10, 4.2), layout="constrained")
    for (activation, points), marker in zip(rates.items(), "os^Dv"):
        batches, values, errors = zip(*points)
        drawn = left.errorbar(batches, values, yerr=errors, marker=marker, capsize=3, label=activation)
        left.axhline(limits[activation], color=drawn[0].get_color(), linestyle=":", linewidth=1)
    left.set(xscale="log", xlabel="batch size", ylabel="gradient-explosion rate", title="Rates (dotted: infinite batches)")
    left.legend()

    right.plot(
        [batch for batch, _, _ in curve],
        [math.log(rate) for _, rate, _ in curve],
        color="0.4",
        label="theory, log(rate)",
    )
    batches, _, simulated, deviations = zip(*growth)
    right.errorbar(
        batches,
        simulated,
        yerr=[1.96 * deviation for deviation in deviations],
        fmt="o",
        capsize=3,
        label="simulated, width to infinity, 95 %",
    )
    right.set(xscale="log", xlabel="batch size", ylabel="growth a layer, E log", title="tanh: 30 networks of each width")
    right.legend()
    for axes in (left, right):
        axes.set_xticks(BATCHES if axes is left else SIMULATED)
        axes.xaxis.set_major_formatter("{x:.0f}")
        axes.minorticks_off()
    figure.savefig(out, dpi=150)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--theoria", default="npx theoria", help="how theoria is called (default: %(default)s)")
    parser.add_argument("--out", default="rates.png", help="a picture: .png, .svg or .pdf (default: %(default)s)")
    parser.add_argument("--no-plot", action="store_true", help="print the numbers only")
    asked = parser.parse_args()

    theoria = Theoria(asked.theoria)
    rates = theoria.rates(ACTIVATIONS, BATCHES)
    limits = theoria.limits(ACTIVATIONS)
    growth = [theoria.growth("tanh", batch) for batch in SIMULATED]
    show(rates, limits, growth)

    # the two share no formula
    worst = max(abs(simulated - theory) / deviation for _, theory, simulated, deviation in growth)
    if not (math.isfinite(worst) and worst < 4):
        sys.exit(f"theory and simulation differ by {worst:.1f} standard errors")
    if asked.no_plot:
        return
    try:
        draw(rates, limits, theoria.rates(["tanh"], [f"{SIMULATED[0]}..{SIMULATED[-1]}"])["tanh"], growth, asked.out)
    except ModuleNotFoundError:
        sys.exit("matplotlib is not installed: python3 -m pip install matplotlib, or --no-plot")
    print(f"written: {asked.out}")


if __name__ == "__main__":
    main()
