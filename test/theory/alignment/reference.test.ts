/** The reference cases of test/reference/ladder-alignment.json that sections 3 and 4 of the alignment paper answer for. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { criticalPointCertificate } from "../../../src/theory/alignment/criticalPoints/criticalPointCertificate.js";
import { reluDependence } from "../../../src/theory/alignment/criticalPoints/reluDependence.js";
import { mixtureCoefficients } from "../../../src/theory/alignment/network/mixtureCoefficients.js";
import { reluNetwork } from "../../../src/theory/alignment/network/reluNetwork.js";
import { noisyRecoveryConstants } from "../../../src/theory/alignment/noisyRecovery/noisyRecoveryConstants.js";

const file = new URL("../../reference/ladder-alignment.json", import.meta.url);

// biome-ignore lint/suspicious/noExplicitAny: inputs and results differ from kind to kind
type Json = any;

interface Case {
  readonly id: string;
  readonly kind: string;
  readonly inputs: Json;
  readonly expected: Json;
  readonly tolerance: { readonly abs: number; readonly rel: number };
}

const cases: readonly Case[] = JSON.parse(readFileSync(file, "utf8"));
const ofKind = (kind: string) => cases.filter((each) => each.kind === kind);
const square = { low: [-1, -1], high: [1, 1] };

const answers: Record<string, (inputs: Json) => unknown> = {
  lemma1: ({ teacher, student, x }) => {
    const { layers, top } = mixtureCoefficients(reluNetwork(teacher), reluNetwork(student), x);
    const named = layers.map(({ layer, A, B, g }) => [`layer${layer}`, { A, B, g }]);
    return { ...Object.fromEntries(named), g_top: top };
  },
  relu_dependence: ({ W }) => {
    const { nullityWithAffine, nullityWithoutAffine } = reluDependence(W, square);
    return { nullity_with_affine: nullityWithAffine, nullity_without_affine: nullityWithoutAffine };
  },
  observer: (inputs) => {
    const teacher = { W: inputs.teacher_W, V: inputs.teacher_V };
    const student = { W: inputs.student_W, V: inputs.student_V };
    const found = criticalPointCertificate(teacher, student, square);
    return {
      observer: found.observer,
      alignment_sign: found.alignmentSign,
      c_s_hyperplane: found.hyperplane,
      c_s_positive_only: found.positiveOnly,
      alpha: found.alpha,
      beta: found.beta,
      interpolating: found.interpolation.vanishes,
    };
  },
  lemma5: ({ d, K, r, eps0, delta, M0, eps, c_j }) => {
    const found = noisyRecoveryConstants({
      dimension: d,
      nodes: K,
      radius: r,
      largestEpsilon: eps0,
      delta,
      reach: M0,
      epsilon: eps,
      coefficient: c_j,
    });
    const { M, M2, clearance, sineBound, biasBound, volumeRatio, volumeLower } = found;
    return {
      M,
      M2,
      q_j: clearance,
      sin_bound: sineBound,
      bias_bound: biasBound,
      volume_ratio: volumeRatio,
      volume_lower: volumeLower,
    };
  },
};

function expectClose(got: Json, expected: Json, { abs, rel }: Case["tolerance"], at: string): void {
  if (typeof expected === "number") {
    expect(Math.abs(got - expected), `${at}: ${got}, expected ${expected}`).toBeLessThanOrEqual(
      abs + rel * Math.abs(expected),
    );
  } else if (typeof expected === "object") {
    expect(Object.keys(got), at).toEqual(Object.keys(expected));
    for (const key of Object.keys(expected)) expectClose(got[key], expected[key], { abs, rel }, `${at}.${key}`);
  } else expect(got, at).toBe(expected);
}

describe.each(Object.keys(answers))("the kind %s", (kind) => {
  it("has cases", () => expect(ofKind(kind).length).toBeGreaterThan(0));

  it.each(ofKind(kind).map((each) => [each.id, each] as const))(
    "%s is within its tolerance",
    (id, { inputs, expected, tolerance }) => {
      expectClose(answers[kind](inputs), expected, tolerance, id);
    },
  );
});
