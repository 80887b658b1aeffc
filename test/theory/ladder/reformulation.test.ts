import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  contentText,
  distributionWhere,
  label,
  meanWhere,
  totalVariation,
} from "../../../src/theorems/ladder/ways/bruteForce.js";
import { conditionalTable } from "../../../src/theory/ladder/groupBy.js";
import { familyPairs, regionOf } from "../../../src/theory/ladder/ladder.js";
import { ladderFromAtoms } from "../../../src/theory/ladder/ladderFromAtoms.js";
import { locallyConnectedNetwork } from "../../../src/theory/ladder/network/network.js";
import { randomNetwork, randomTargets } from "../../../src/theory/ladder/random/randomNetwork.js";
import { broadnessViolation, focusViolation } from "../../../src/theory/ladder/reformulation/knowledge.js";
import { reformulation } from "../../../src/theory/ladder/reformulation/reformulation.js";
import { supportComponents } from "../../../src/theory/ladder/reformulation/supportComponents.js";
import { ladders, seeds } from "../../support/ladders.js";

const trained = (classes?: Parameters<typeof ladders>[0], signs: "any" | "positive" = "any") =>
  fc.tuple(ladders(classes), seeds).map(([ladder, seed]) => {
    const network = randomNetwork(ladder, { seed, signs });
    return { ladder, network, targets: randomTargets(network, { seed }) };
  });

describe("focus and broadness", () => {
  it("have the values of examples worked by hand", () => {
    // x_beta = 0, 1 with z_beta = 0, and 2 with z_beta = 1; z_alpha tells 0 from the others half of the time
    const ladder = ladderFromAtoms(
      [
        [0, 0],
        [0, 1],
        [1, 1],
        [2, 1],
      ],
      [0.25, 0.25, 0.25, 0.25],
      [
        { id: "beta", pixels: [0], labels: ([x]) => (x === 2 ? 1 : 0) },
        { id: "alpha", pixels: [0, 1], children: ["beta"], labels: ([, y]) => y! },
      ],
      { nesting: "content" },
    );
    const [beta, alpha] = ladder.regions;
    // P(x_beta = 0 | z_beta = 0) = 2/3, and 1 or 1/2 given z_alpha too
    expect(focusViolation(ladder, alpha!, beta!).events.map(({ distance }) => distance.toFixed(12))).toEqual(
      [1 / 3, 1 / 6, 0].map((distance) => distance.toFixed(12)),
    );
    expect(focusViolation(ladder, alpha!, beta!).at).toEqual([0, 0]);
    expect(broadnessViolation(ladder, alpha!, beta!).events.map(({ distance }) => distance.toFixed(12))).toEqual(
      [0, 1 / 3, 2 / 3].map((distance) => distance.toFixed(12)),
    );
    expect(broadnessViolation(ladder, alpha!, beta!).at).toEqual([1, 1]);
    // labels that contents do not fix: both differ from what the other region shows
    const mixed = ladderFromAtoms(
      [
        [0, 0],
        [0, 1],
        [0, 1],
      ],
      [0.5, 0.25, 0.25],
      [
        { id: "beta", pixels: [0], labels: [0, 0, 1] },
        { id: "alpha", pixels: [0, 1], children: ["beta"], labels: () => 0 },
      ],
      { nesting: "stochastic" },
    );
    const [under, over] = mixed.regions;
    expect(focusViolation(mixed, over!, under!).largest).toBe(0);
    // P(y = 1 | z_beta) = 1/3 and 1, P(y = 1) = 1/2
    expect(broadnessViolation(mixed, over!, under!).largest).toBeCloseTo(1 / 2, 14);
  });

  it("name the first pair of labels where the largest distance occurs", () => {
    const ladder = ladderFromAtoms(
      [
        [0, 0],
        [1, 0],
        [0, 1],
        [1, 1],
      ],
      [0.25, 0.25, 0.25, 0.25],
      [
        { id: "beta", pixels: [0], labels: ([x]) => x! },
        { id: "alpha", pixels: [0, 1], children: ["beta"], labels: ([, y]) => y! },
      ],
      { nesting: "content" },
    );
    const [beta, alpha] = ladder.regions;
    const broadness = broadnessViolation(ladder, alpha!, beta!);
    expect(broadness.events.map(({ distance }) => distance)).toEqual([0.5, 0.5, 0.5, 0.5]);
    expect(broadness.at).toEqual([0, 0]);
    expect(focusViolation(ladder, alpha!, beta!)).toMatchObject({ largest: 0, at: [0, 0] });
  });

  it("are the total-variation distances that brute force gives", () => {
    fc.assert(
      fc.property(ladders(), (ladder) => {
        for (const { parent, child } of familyPairs(ladder)) {
          const [focus, broadness] = [focusViolation(ladder, parent, child), broadnessViolation(ladder, parent, child)];
          for (const { alpha, beta, distance } of focus.events) {
            const shown = (atom: number) => contentText(child, atom);
            const under = (atom: number) => label(child, atom) === beta;
            const both = (atom: number) => under(atom) && label(parent, atom) === alpha;
            const wanted = totalVariation(
              distributionWhere(ladder, shown, both),
              distributionWhere(ladder, shown, under),
            );
            expect(distance).toBeCloseTo(wanted, 12);
          }
          for (const { alpha, beta, distance } of broadness.events) {
            const shown = (atom: number) => contentText(parent, atom);
            const under = (atom: number) => label(parent, atom) === alpha;
            const both = (atom: number) => under(atom) && label(child, atom) === beta;
            const wanted = totalVariation(
              distributionWhere(ladder, shown, both),
              distributionWhere(ladder, shown, under),
            );
            expect(distance).toBeCloseTo(wanted, 12);
          }
          for (const { largest, at, events } of [focus, broadness]) {
            expect(largest).toBe(Math.max(...events.map(({ distance }) => distance)));
            expect(events).toContainEqual({ alpha: at[0], beta: at[1], distance: largest });
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it("have the broadness distance 1 - P(z_beta | z_alpha) in a nested ladder: it is 0 exactly where the table is 0 or 1", () => {
    fc.assert(
      fc.property(ladders(["deterministic", "lossless", "faithful"]), (ladder) => {
        for (const { parent, child } of familyPairs(ladder)) {
          const table = conditionalTable(ladder, parent, child);
          for (const { alpha, beta, distance } of broadnessViolation(ladder, parent, child).events) {
            const probability = table[parent.events.indexOf(alpha)]![child.events.indexOf(beta)]!;
            expect(distance).toBeCloseTo(1 - probability, 12);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe("Eqn 8", () => {
  it.each([
    ["on lossless ladders (Theorem 3)", trained(["lossless"])],
    ["where labels lose information but the three conditions hold (Theorem 2)", trained(["faithful"], "positive")],
  ] as const)("is exact, with every residual zero, %s", (_, problems) => {
    fc.assert(
      fc.property(problems, ({ network, targets }) => {
        for (const steps of ["one", "iterated"] as const) {
          const report = reformulation(network, targets, { steps });
          expect(report.conditions).toEqual({ focus: true, broadness: true, decorrelation: true });
          const size = Math.max(
            1,
            ...report.nodes.flatMap(({ exact }) => [...exact.activation, ...exact.backward.raw].map(Math.abs)),
          );
          expect(report.forwardGap).toBeLessThanOrEqual(1e-12 * size);
          expect(report.backwardGap).toBeLessThanOrEqual(1e-11 * size);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("has a gap where a condition fails, and the means that brute force gives", () => {
    fc.assert(
      fc.property(trained(["deterministic"]), ({ ladder, network, targets }) => {
        const report = reformulation(network, targets);
        const size = Math.max(1, ...report.nodes.flatMap(({ exact }) => exact.backward.raw.map(Math.abs)));
        for (const node of report.nodes) {
          const readers = network.nodes.flatMap((reader) => {
            const input = reader.kind === "inner" ? reader.inputs.find((one) => one.node === node.node) : undefined;
            return input === undefined ? [] : [{ id: reader.id, weight: input.weight }];
          });
          if (readers.length === 0) expect(node.gradient).toEqual(node.exact.backward.gradient);
          const own = regionOf(ladder, node.region);
          for (const [b, event] of readers.length === 0 ? [] : own.events.entries()) {
            let sum = 0;
            for (const { id, weight } of readers) {
              const above = report.nodes.find((one) => one.node === id)!;
              const outer = regionOf(ladder, above.region);
              const g = (atom: number) => above.exact.backward.gradient[outer.event[atom]!]!;
              sum += weight * meanWhere(ladder, g, (atom) => label(own, atom) === event);
            }
            expect(Math.abs(node.gradient[b]! - node.exact.gate[b]! * sum)).toBeLessThanOrEqual(1e-12 * size);
          }
          const spec = network.nodes.find(({ id }) => id === node.node)!;
          if (spec.kind === "input") continue;
          const region = regionOf(ladder, node.region);
          for (const [a, event] of region.events.entries()) {
            const under = (atom: number) => label(region, atom) === event;
            let sum = 0;
            for (const { node: below, weight } of spec.inputs) {
              const child = report.nodes.find((one) => one.node === below)!;
              const inner = regionOf(ladder, child.region);
              sum += weight * meanWhere(ladder, (atom) => child.exact.activation[inner.event[atom]!]!, under);
            }
            expect(node.activation[a]).toBeCloseTo(node.exact.gate[a]! * sum, 10);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it("fails backwards in a stochastic ladder although the three conditions hold: x_alpha must fix z_beta", () => {
    // z_beta = the label of the image, drawn independently of x: focus and broadness hold, but it tells the gradient of the target
    const ladder = ladderFromAtoms(
      [
        [0, 0],
        [0, 1],
      ],
      [0.5, 0.5],
      [
        { id: "beta", pixels: [0], labels: [0, 1] },
        { id: "alpha", pixels: [0], children: ["beta"], labels: [0, 0] },
        { id: "omega", pixels: [0, 1], children: ["alpha"], labels: [0, 1] },
      ],
      { nesting: "stochastic" },
    );
    const network = locallyConnectedNetwork(ladder, [
      { kind: "input", id: "k", region: "beta", raw: [1], gate: "relu" },
      { kind: "inner", id: "j", region: "alpha", inputs: [{ node: "k", weight: 1 }], gate: "relu" },
      { kind: "inner", id: "o", region: "omega", inputs: [{ node: "j", weight: 1 }], gate: "relu" },
    ]);
    const report = reformulation(network, { o: [0, 2] });
    expect(report.conditions).toEqual({ focus: true, broadness: true, decorrelation: true });
    expect(report.forwardGap).toBe(0);
    expect(report.nodes.find(({ node }) => node === "k")!.exact.backward.gradient).toEqual([-1, 1]);
    expect(report.nodes.find(({ node }) => node === "k")!.gradient).toEqual([0, 0]);
  });
});

describe("the report", () => {
  it("takes 130000 events", () => {
    const atoms = Array.from({ length: 130_000 }, (_, x) => [x]);
    const weights = atoms.map(() => 1 / atoms.length);
    const ladder = ladderFromAtoms(atoms, weights, [{ id: "x", pixels: [0], labels: "content" }]);
    const raw = atoms.map(() => 1);
    const network = locallyConnectedNetwork(ladder, [{ kind: "input", id: "k", region: "x", raw, gate: "relu" }]);
    const { forwardGap, backwardGap } = reformulation(network, { k: raw });
    expect([forwardGap, backwardGap]).toEqual([0, 0]);
    const [region] = ladder.regions;
    expect(supportComponents(ladder, region!, region!).count).toBe(atoms.length);
  });

  it("refuses steps of another name", () => {
    const ladder = ladderFromAtoms([[1]], [1], [{ id: "x", pixels: [0], labels: "content" }]);
    const network = locallyConnectedNetwork(ladder, [{ kind: "input", id: "k", region: "x", raw: [1], gate: "relu" }]);
    expect(() => reformulation(network, { k: [0] }, { steps: "two" as "one" })).toThrow(/one, iterated/);
  });
});

describe("decorrelation", () => {
  it("has the covariance P+ P- (E+ - E-), positive exactly where the gate is random given the event", () => {
    fc.assert(
      fc.property(trained(), ({ ladder, network, targets }) => {
        for (const { node, region, exact } of reformulation(network, targets).nodes) {
          const own = regionOf(ladder, region);
          const spec = network.nodes.find(({ id }) => id === node)!;
          if (spec.kind === "inner") continue;
          for (const [a, event] of own.events.entries()) {
            const raw = (atom: number) => spec.raw[own.content[atom]!]!;
            const under = (atom: number) => label(own, atom) === event;
            const open = exact.gate[a]!;
            if (open === 0 || open > 1 - 1e-12) {
              expect(Math.abs(exact.rawGateCovariance[a]!)).toBeLessThan(1e-12);
              continue;
            }
            const above = meanWhere(ladder, raw, (atom) => under(atom) && raw(atom) > 0);
            const below = meanWhere(ladder, raw, (atom) => under(atom) && raw(atom) <= 0);
            expect(exact.rawGateCovariance[a]).toBeCloseTo(open * (1 - open) * (above - below), 12);
            expect(exact.rawGateCovariance[a]).toBeGreaterThan(0);
          }
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("support components", () => {
  it("are the finest partition that both labels determine", () => {
    fc.assert(
      fc.property(ladders(), (ladder) => {
        for (const { parent, child } of familyPairs(ladder)) {
          const { count, alpha, beta } = supportComponents(ladder, parent, child);
          expect(new Set([...alpha, ...beta]).size).toBe(count);
          for (let atom = 0; atom < ladder.weights.length; atom++) {
            expect(alpha[parent.event[atom]!]).toBe(beta[child.event[atom]!]);
          }
          // fewer parts cannot be split: within a component, neighbours reach every event
          for (let component = 0; component < count; component++) {
            const reached = new Set([alpha.indexOf(component)]);
            for (let pass = 0; pass < alpha.length; pass++) {
              const labels = new Set(parent.event.flatMap((a, atom) => (reached.has(a) ? [child.event[atom]!] : [])));
              for (const [atom, b] of child.event.entries()) if (labels.has(b)) reached.add(parent.event[atom]!);
            }
            expect(reached.size).toBe(alpha.filter((one) => one === component).length);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it("number three of a block-shaped joint table", () => {
    const ladder = ladderFromAtoms(
      [
        [0, 0],
        [0, 1],
        [1, 2],
        [2, 3],
        [3, 3],
      ],
      [0.2, 0.2, 0.2, 0.2, 0.2],
      [
        { id: "beta", pixels: [0], labels: "content" },
        { id: "alpha", pixels: [0, 1], children: ["beta"], labels: ([, z]) => z! },
      ],
      { nesting: "content" },
    );
    const [beta, alpha] = ladder.regions;
    expect(supportComponents(ladder, alpha!, beta!)).toEqual({ count: 3, alpha: [0, 0, 1, 2], beta: [0, 1, 2, 2] });
  });
});
