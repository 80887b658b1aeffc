/** What assembly/gating/index.ts exports. */
import { compile, instantiate, type WasmInstance } from "../../wasm/webAssembly.js";
import { bytes } from "./bytes.generated.js";

/** Numbers are byte addresses, counts or factors; the meaning of each argument stands in assembly/gating. */
export interface GatingExports extends WasmInstance {
  scratchBytes(): number;
  multiply(
    rows: number,
    columns: number,
    inner: number,
    a: number,
    aTurned: boolean,
    b: number,
    bTurned: boolean,
    start: number,
    c: number,
    scratch: number,
  ): void;
  gather(from: number, bytes: number, indices: number, count: number, to: number): void;
  softGate(eta: number, beta: number, gates: number, bytes: number): void;
  hardGate(eta: number, gates: number, bytes: number): void;
  rectify(values: number, gates: number, out: number, bytes: number): void;
  times(left: number, right: number, out: number, bytes: number): void;
  gateGradient(gradient: number, values: number, gates: number, beta: number, out: number, bytes: number): void;
  add(into: number, from: number, bytes: number): void;
  columnSums(values: number, rows: number, columns: number, out: number): void;
  /** 0 where a second moment is not finite. */
  adam(
    weights: number,
    gradient: number,
    first: number,
    second: number,
    bytes: number,
    beta1: number,
    rest1: number,
    beta2: number,
    rest2: number,
    rate: number,
    root: number,
    epsilon: number,
  ): number;
  squaredError(
    outputs: number,
    targets: number,
    samples: number,
    padded: number,
    factor: number,
    gradient: number,
  ): number;
  crossEntropy(
    outputs: number,
    labels: number,
    samples: number,
    count: number,
    padded: number,
    factor: number,
    gradient: number,
  ): number;
  countRight(outputs: number, labels: number, samples: number, count: number, padded: number): number;
}

/** An instance with a memory of its own. */
export const openGatingModule = async (): Promise<GatingExports> => instantiate(await compile(bytes));
