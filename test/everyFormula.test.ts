/** Every formula that the project holds: KaTeX renders it, and its JSON is read back. */
import katex from "katex";
import { describe, expect, it } from "vitest";
import { errata as alignmentErrata } from "../proofs/alignment/errata/index.js";
import { proofs as alignmentProofs } from "../proofs/alignment/index.js";
import { errata as batchnormErrata } from "../proofs/batchnorm/errata/index.js";
import { proofs as batchnormProofs } from "../proofs/batchnorm/index.js";
import { errata as ladderErrata } from "../proofs/ladder/errata/index.js";
import { proofs as ladderProofs } from "../proofs/ladder/index.js";
import { activation } from "../src/symbolic/activation/create.js";
import { propositionFromJson, propositionToJson } from "../src/symbolic/format/json.js";
import { texOf } from "../src/symbolic/format/tex.js";
import { rules } from "../src/symbolic/integrals/rules.js";
import { kernelIdentities } from "../src/symbolic/kernels/kernelIdentities.js";
import type { Proposition } from "../src/symbolic/proposition.js";
import { derive } from "../src/theory/batchnorm/derivation/derive.js";
import { integralRepresentation } from "../src/theory/batchnorm/derivation/representation.js";
import { derivedQuantities } from "../src/theory/batchnorm/derivation/structure.js";

const proofs = [...batchnormProofs, ...ladderProofs, ...alignmentProofs];
const errata = [...batchnormErrata, ...ladderErrata, ...alignmentErrata];

const derivations = derivedQuantities.flatMap((quantity) =>
  ["relu", "x + x^3", "leaky_relu(0.1)", "relu(x)^1.5"].map((name) => derive(quantity, name)),
);

const groups: Readonly<Record<string, readonly Proposition[]>> = {
  "kernel identities": kernelIdentities.flatMap(({ claim, conditions, printed, printedConditions = [] }) => [
    claim,
    ...conditions,
    ...printedConditions,
    ...(printed === undefined ? [] : [printed]),
  ]),
  "integral rules": rules.flatMap(({ claim, conditions }) => [claim, ...conditions]),
  proofs: proofs.flatMap((proof) => proof.prove().steps.map(({ claim }) => claim)),
  errata: errata.flatMap(({ printed, corrected, prove }) => [
    printed,
    corrected,
    ...prove().steps.map(({ claim }) => claim),
  ]),
  derivations: derivations.flatMap(({ steps, assumptions }) => [...steps.map(({ claim }) => claim), ...assumptions]),
  representations: derivedQuantities.flatMap((quantity) =>
    integralRepresentation(quantity, activation("gelu").expression!),
  ),
};

describe.each(Object.entries(groups))("%s", (_, statements) => {
  it("render in KaTeX", () => {
    expect(statements.length).toBeGreaterThan(20);
    for (const statement of statements) {
      katex.renderToString(texOf(statement), { throwOnError: true, strict: "error", displayMode: true });
    }
  });

  it("survive JSON", () => {
    for (const statement of statements) {
      expect(propositionFromJson(JSON.parse(JSON.stringify(propositionToJson(statement))))).toEqual(statement);
    }
  });
});
