/** Every operation of a program, as the backend runs it, against the interpreter's. */
import { interpret } from "../../../src/simulation/elementwise/interpret.js";
import { type Operation, operations, type Program } from "../../../src/simulation/elementwise/program.js";
import type { Backend, KernelOptions } from "../../../src/simulation/kernels/kernels.js";
import { identity } from "./activations.js";
import { assert } from "./law.js";
import { given, type LawHarness, plainOptions } from "./lawHarness.js";

/** Where an operation is smooth: all numbers, those above 1, or those within (-0.95, 0.95). */
type Domain = "all" | "above 1" | "within 1";

const domains: Partial<Record<Operation, Domain>> = {
  log: "above 1",
  log1p: "above 1",
  acosh: "above 1",
  squareRoot: "above 1",
  power: "above 1",
  cubeRoot: "above 1",
  divide: "above 1",
  tan: "within 1",
  asin: "within 1",
  acos: "within 1",
  atanh: "within 1",
};

/** Registers 4 .. 6: x; 1.25 + x^2; 0.95 x/(1 + |x|). Register 7: the operation on one of them, 0.4 and -0.6. */
function program(operation: Operation, domain: Domain): Program {
  const at = { all: 0, "above 1": 6, "within 1": 10 }[domain];
  const instructions = [
    { operation: "constant", from: [], value: 1.25 },
    { operation: "constant", from: [], value: 0.4 },
    { operation: "constant", from: [], value: -0.6 },
    { operation: "constant", from: [], value: 0.95 },
    { operation: "multiply", from: [0, 0] },
    { operation: "add", from: [5, 1] },
    { operation: "absolute", from: [0] },
    { operation: "add", from: [7, 1] },
    { operation: "divide", from: [0, 8] },
    { operation: "multiply", from: [9, 4] },
  ] satisfies Program["instructions"];
  const from = [at, 2, 3].slice(0, operations[operation]);
  const last = operation === "constant" ? { operation, from, value: 0.4 } : { operation, from };
  return { instructions: [...instructions, last], value: 11, derivative: 11 };
}

const shape: KernelOptions = { ...plainOptions, width: 150, columns: 2, batch: 2, centred: false, gamma: 1.5 };

async function run(backend: Backend, activation: KernelOptions["activation"], h: Float64Array): Promise<Float64Array> {
  const kernels = await backend.open({ ...shape, activation });
  const [source] = await given(kernels, h);
  const target = kernels.allocate();
  await kernels.bnForward(source, target);
  const out = await kernels.read(target);
  kernels.close();
  return out;
}

export function operationLaws({ backend, unitRoundoff, law }: LawHarness): void {
  law("operations", "of programs are those of the interpreter, at 0 too, to 64 roundings", async () => {
    // z is within +-1.42: h against 1 in the same batch; the first is 0
    const h = new Float64Array(300).map((_, i) => (i < 150 ? i / 20 - (i > 75 ? 7.5 : 0) : 1));
    const points = await run(backend, identity, h);
    assert(points[0] === 0, `z = ${points[0]} for h = 0`);
    for (const operation of Object.keys(operations) as Operation[]) {
      const compiled = program(operation, domains[operation] ?? "all");
      const { value } = interpret(compiled);
      const text = operation;
      const got = await run(backend, { text, value, derivative: value, program: compiled }, h);
      for (const [i, x] of points.entries()) {
        const want = value(x);
        const error = Math.abs(got[i]! - want);
        const message = `${operation} at x = ${x}: ${got[i]} for ${want}`;
        assert(error <= 64 * unitRoundoff * (1 + Math.abs(want)), message);
      }
    }
  });
}
