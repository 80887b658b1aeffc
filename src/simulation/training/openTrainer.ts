import { PlainTrainer } from "./plain/plainTrainer.js";
import type { TrainOptions } from "./settings.js";
import type { Trainer, TrainingProblem } from "./trainer.js";
import { openWasmTrainer } from "./wasm/wasmTrainer.js";

type Name = NonNullable<TrainOptions["kernels"]>;

const open: Readonly<Record<Name, (problem: TrainingProblem) => Promise<Trainer>>> = Object.freeze({
  wasm: openWasmTrainer,
  plain: async (problem) => new PlainTrainer(problem),
});

export const openTrainer = (kernels: Name, problem: TrainingProblem): Promise<Trainer> => open[kernels](problem);
