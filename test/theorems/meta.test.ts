/** The registry as a whole. `ids.txt` holds every id that was ever given: lines are added, never removed or changed. */
import { existsSync, readFileSync } from "node:fs";
import katex from "katex";
import { describe, expect, it } from "vitest";
import { errata as alignmentErrata } from "../../proofs/alignment/errata/index.js";
import { proofs as alignmentProofs } from "../../proofs/alignment/index.js";
import { errata as batchnormErrata } from "../../proofs/batchnorm/errata/index.js";
import { proofs as batchnormProofs } from "../../proofs/batchnorm/index.js";
import { errata as gatingErrata } from "../../proofs/gating/errata/index.js";
import { proofs as gatingProofs } from "../../proofs/gating/index.js";
import { errata as groupingErrata } from "../../proofs/grouping/errata/index.js";
import { proofs as groupingProofs } from "../../proofs/grouping/index.js";
import { errata as ladderErrata } from "../../proofs/ladder/errata/index.js";
import { proofs as ladderProofs } from "../../proofs/ladder/index.js";
import { errata as landscapeErrata } from "../../proofs/landscape/errata/index.js";
import { proofs as landscapeProofs } from "../../proofs/landscape/index.js";
import { texOf } from "../../src/symbolic/format/tex.js";
import { criticalPoints } from "../../src/theorems/alignment/criticalPoints/index.js";
import { dynamics } from "../../src/theorems/alignment/dynamics/index.js";
import { framework } from "../../src/theorems/alignment/framework/index.js";
import { noisyRecovery } from "../../src/theorems/alignment/noisyRecovery/index.js";
import { population } from "../../src/theorems/alignment/population/index.js";
import { backward } from "../../src/theorems/batchnorm/backward/index.js";
import { beyond } from "../../src/theorems/batchnorm/beyond/index.js";
import { crossBatch } from "../../src/theorems/batchnorm/crossBatch/index.js";
import { fixedPoint } from "../../src/theorems/batchnorm/fixedPoint/index.js";
import { forward } from "../../src/theorems/batchnorm/forward/index.js";
import { kernels } from "../../src/theorems/batchnorm/kernels/index.js";
import { operators } from "../../src/theorems/batchnorm/operators/index.js";
import type { Domain } from "../../src/theorems/domain.js";
import { kernels as gatingKernels } from "../../src/theorems/gating/kernels/index.js";
import { paths } from "../../src/theorems/gating/paths/index.js";
import { regions } from "../../src/theorems/gating/regions/index.js";
import { training } from "../../src/theorems/gating/training/index.js";
import { activations } from "../../src/theorems/grouping/activations/index.js";
import { geometry } from "../../src/theorems/grouping/geometry/index.js";
import { probability } from "../../src/theorems/grouping/probability/index.js";
import { system } from "../../src/theorems/grouping/system/index.js";
import { theorems } from "../../src/theorems/index.js";
import { batchNorm } from "../../src/theorems/ladder/batchNorm/index.js";
import { disentanglement } from "../../src/theorems/ladder/disentanglement/index.js";
import { expressibility } from "../../src/theorems/ladder/expressibility/index.js";
import { reformulation } from "../../src/theorems/ladder/reformulation/index.js";
import { cumulants } from "../../src/theorems/landscape/cumulants/index.js";
import { dyson } from "../../src/theorems/landscape/dyson/index.js";
import { ensembles } from "../../src/theorems/landscape/ensembles/index.js";
import { hessian } from "../../src/theorems/landscape/hessian/index.js";
import { areas, type Theorem } from "../../src/theorems/theorem.js";
import { sizeParameters } from "../../src/verification/domains/sizeIn.js";
import { validatePoint } from "../../src/verification/domains/validate.js";
import type { Point } from "../../src/verification/point.js";

const ids = theorems.map(({ id }) => id);
const given = readFileSync(new URL("ids.txt", import.meta.url), "utf8")
  .trim()
  .split("\n");
const statements = ({ claim, assumptions, printed }: Theorem) => [
  claim,
  ...assumptions,
  ...(printed === undefined ? [] : [printed.claim]),
];
const within = (known: readonly string[], used: readonly string[]) => used.filter((id) => !known.includes(id));

const proofs = [batchnormProofs, ladderProofs, alignmentProofs, groupingProofs, landscapeProofs, gatingProofs].flat();
const errata = [batchnormErrata, ladderErrata, alignmentErrata, groupingErrata, landscapeErrata, gatingErrata].flat();

const tested = [
  ...[kernels, fixedPoint, operators, forward, backward, crossBatch, beyond],
  ...[reformulation, batchNorm, expressibility, disentanglement],
  ...[framework, criticalPoints, noisyRecovery, population, dynamics],
  ...[probability, system, activations, geometry],
  ...[hessian, dyson, ensembles, cumulants],
  ...[paths, gatingKernels, regions, training],
].flat();

it("every theorem is tested in one of the files beside this one", () => {
  expect(tested.map(({ id }) => id).sort()).toEqual([...ids].sort());
});

describe("ids", () => {
  it("are unique, and made of an area and a slug", () => {
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    for (const id of ids) {
      expect(id).toMatch(/^[a-z]+\/[a-z0-9]+(-[a-z0-9]+)*$/);
      expect(areas).toContain(id.slice(0, id.indexOf("/")));
    }
  });

  it("are permanent: none of those in ids.txt is gone, and new ones are there (append them)", () => {
    expect(new Set(given).size).toBe(given.length);
    expect({ gone: within(ids, given), toAppend: within(given, ids) }).toEqual({ gone: [], toAppend: [] });
  });
});

describe("what theorems rest on", () => {
  it("exists", () => {
    const unknown = theorems.flatMap(({ id, uses }) => within(ids, uses).map((used) => `${id} uses ${used}`));
    expect(unknown).toEqual([]);
  });

  it("is no circle", () => {
    const uses = new Map(theorems.map((theorem) => [theorem.id as string, theorem.uses as readonly string[]]));
    const done = new Set<string>();
    const visit = (id: string, trail: readonly string[]): void => {
      expect(trail, [...trail, id].join(" -> ")).not.toContain(id);
      if (done.has(id)) return;
      for (const next of uses.get(id) ?? []) visit(next, [...trail, id]);
      done.add(id);
    };
    for (const id of ids) visit(id, []);
  });

  it("is linked: every derivation and every erratum belongs to a theorem", () => {
    const linked = theorems.flatMap(({ checks }) =>
      checks.flatMap((check) => (check.kind === "exact" ? check.proofs.map(({ id }) => id) : [])),
    );
    const refuting = theorems.flatMap(({ printed }) =>
      printed?.refutation.kind === "exact" ? [printed.refutation.erratum.id] : [],
    );
    const unlinked = {
      proofs: within(
        linked,
        proofs.map(({ id }) => id),
      ),
      errata: within(
        refuting,
        errata.map(({ id }) => id),
      ),
    };
    expect(unlinked).toEqual({ proofs: [], errata: [] });
  });
});

describe.each(theorems.map((theorem) => [theorem.id, theorem] as const))("%s", (_, theorem) => {
  it("is frozen, with a title that is a sentence, a source and a check", () => {
    expect(Object.isFrozen(theorem)).toBe(true);
    expect(theorem.title).toMatch(/^\S.*\S$/);
    expect(theorem.source.length).toBeGreaterThan(0);
    expect(theorem.checks.length).toBeGreaterThan(0);
  });

  it("has statements that KaTeX renders", () => {
    for (const statement of statements(theorem)) {
      katex.renderToString(texOf(statement), { throwOnError: true, strict: "error", displayMode: true });
    }
  });

  it("has domains that are not empty, with sizes that are integer parameters, and points inside", () => {
    for (const domain of Object.values<Domain>(theorem.parameters)) {
      if ("min" in domain) expect(domain.min).toBeLessThanOrEqual(domain.max);
      for (const size of sizeParameters(domain)) expect(theorem.parameters[size]?.set).toBe("integer");
      expect(domain.doc.length).toBeGreaterThan(0);
    }
    for (const check of theorem.checks) {
      if (check.kind === "reference") validatePoint(theorem.parameters, check.at as Point);
      if (check.kind !== "simulation") continue;
      for (const at of [...check.at, ...(check.atFull ?? [])]) validatePoint(theorem.parameters, at as Point);
    }
  });

  it("has a proof file that exists, where it names one", () => {
    const { proof } = theorem;
    if (proof.kind === "steps") expect(existsSync(new URL(`../../${proof.file}`, import.meta.url))).toBe(true);
    else if (proof.kind === "open") expect(proof.reason.length).toBeGreaterThan(0);
  });
});
