import type { FieldState } from "../../address/useFields.js";
import { Choice } from "../../controls/Choice.js";
import { SeedField } from "../../controls/SeedField.js";
import { Slider } from "../../controls/Slider.js";
import { Problems } from "../../show/Problems.js";
import { EnsembleControls } from "./EnsembleControls.js";
import { type EnsembleKind, ensembleKinds } from "./ensemble.js";
import { MOST_SAMPLES, MOST_SIZE, type matricesFields } from "./matricesFields.js";

export const ensembleWords: Readonly<Record<EnsembleKind, string>> = {
  wigner: "Wigner: independent entries",
  deformed: "deformed: A + Wigner",
  profile: "variance profile: blocks",
  separable: "separable: R^1/2 X R^1/2",
  kronecker: "Kronecker: A0 + A1 X1 + A2 X2",
  chiral: "chiral: X beside its transpose",
  wishart: "Wishart: X X^T/n",
  "centred-wishart": "X X^T/n - I, where it fails",
};

/** The ensemble, and how much of it is sampled. */
export function MatricesControls({ values, problems, set }: FieldState<typeof matricesFields>) {
  return (
    <form class="controls" onSubmit={(event) => event.preventDefault()}>
      <Problems sentences={problems} />
      <Choice
        label="Ensemble"
        value={values.ensemble}
        choices={ensembleKinds.map((kind) => [kind, ensembleWords[kind]])}
        onChange={(ensemble) => set({ ensemble })}
      />
      <EnsembleControls values={values} set={set} />
      <Slider
        {...{ label: "Rows of a sampled matrix", value: values.size, min: 4, max: MOST_SIZE, scale: "log", step: 1 }}
        onChange={(size) => set({ size })}
      />
      <Slider
        {...{ label: "Matrices", value: values.samples, min: 1, max: MOST_SAMPLES, scale: "log", step: 1 }}
        onChange={(samples) => set({ samples })}
      />
      <SeedField value={values.seed} onChange={(seed) => set({ seed })} />
    </form>
  );
}
