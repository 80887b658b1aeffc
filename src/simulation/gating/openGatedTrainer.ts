import { PlainGatedTrainer } from "./plain/plainGatedTrainer.js";
import type { TrainGatedOptions } from "./settings.js";
import type { GatedProblem, GatedTrainer } from "./trainer.js";
import { openWasmGatedTrainer } from "./wasm/wasmGatedTrainer.js";

type Name = NonNullable<TrainGatedOptions["kernels"]>;

const open: Readonly<Record<Name, (problem: GatedProblem) => Promise<GatedTrainer>>> = Object.freeze({
  wasm: openWasmGatedTrainer,
  plain: async (problem) => new PlainGatedTrainer(problem),
});

export const openGatedTrainer = (kernels: Name, problem: GatedProblem): Promise<GatedTrainer> => open[kernels](problem);
