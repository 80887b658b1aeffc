/** What assembly/training/index.ts exports. */
import { compile, instantiate, type WasmInstance } from "../../wasm/webAssembly.js";
import { bytes } from "./bytes.generated.js";

/** Numbers are byte addresses, counts or factors; the meaning of each argument stands in assembly/training. */
export interface TrainingExports extends WasmInstance {
  run(
    network: number,
    inputs: number,
    targets: number,
    indices: number,
    steps: number,
    factor: number,
    limit: number,
  ): number;
  show(network: number, inputs: number, first: number, count: number): void;
  squaredError(network: number, targets: number, count: number): number;
  correlate(
    network: number,
    hidden: number,
    count: number,
    teacher: number,
    teachers: number,
    products: number,
    moments: number,
  ): void;
  addFanOut(
    network: number,
    hidden: number,
    sample: number,
    upper: number,
    lower: number,
    outputs: number,
    sums: number,
  ): void;
}

/** An instance with a memory of its own. */
export const openTrainingModule = async (): Promise<TrainingExports> => instantiate(await compile(bytes));
