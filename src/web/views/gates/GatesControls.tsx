import type { ComponentChildren } from "preact";
import type { FieldState } from "../../address/useFields.js";
import { Choice } from "../../controls/Choice.js";
import { SeedField } from "../../controls/SeedField.js";
import { Slider } from "../../controls/Slider.js";
import { Problems } from "../../show/Problems.js";
import { type Frequencies, kindWords, type NetworkKind, networkKinds } from "./circleNetwork.js";
import { type gatesFields, MOST_DEPTH, MOST_EPOCHS, MOST_WIDTH } from "./gatesFields.js";
import type { KernelName } from "./kernelNames.js";

const kinds = networkKinds.map((kind): readonly [NetworkKind, string] => [kind, kindWords[kind]]);
const besides: readonly (readonly [NetworkKind | "none", string])[] = [["none", "nothing"], ...kinds];
const targets: readonly (readonly [Frequencies, string])[] = [
  ["slow on top", "slow on top, fast below"],
  ["swapped", "fast on top, slow below"],
  ["equal", "fast everywhere"],
];
const kernels: readonly (readonly [KernelName, string])[] = [
  ["overlap", "overlap kernel"],
  ["tangent", "tangent kernel"],
];

interface Props extends FieldState<typeof gatesFields> {
  readonly children: ComponentChildren;
}

/** What is trained, and what is looked at. */
export function GatesControls({ values, problems, set, children }: Props) {
  const gated = values.network !== "relu" || (values.beside !== "relu" && values.beside !== "none");
  return (
    <form class="controls" onSubmit={(event) => event.preventDefault()}>
      <Problems sentences={problems} />
      <Choice label="Network" value={values.network} choices={kinds} onChange={(network) => set({ network })} />
      <Choice label="Beside it" value={values.beside} choices={besides} onChange={(beside) => set({ beside })} />
      {gated && (
        <Slider
          {...{ label: "Beta: steepness of soft gates", value: values.beta, min: 0.25, max: 64, scale: "log" }}
          onChange={(beta) => set({ beta })}
        />
      )}
      <Slider
        {...{ label: "Neurons a layer", value: values.width, min: 1, max: MOST_WIDTH, step: 1 }}
        onChange={(width) => set({ width })}
      />
      <Slider
        {...{ label: "Hidden layers", value: values.depth, min: 1, max: MOST_DEPTH, step: 1 }}
        onChange={(depth) => set({ depth, path: "" })}
      />
      <Choice label="Target" value={values.target} choices={targets} onChange={(target) => set({ target })} />
      <Slider
        {...{ label: "Epochs", value: values.epochs, min: 1, max: MOST_EPOCHS, scale: "log", step: 1 }}
        onChange={(epochs) => set({ epochs })}
      />
      <SeedField value={values.seed} onChange={(seed) => set({ seed })} />
      <Choice label="Kernel" value={values.kernel} choices={kernels} onChange={(kernel) => set({ kernel })} />
      <Slider
        {...{ label: "Point of the circle: angle over pi", value: values.angle, min: 0, max: 2, step: 0.01 }}
        onChange={(angle) => set({ angle })}
      />
      {children}
    </form>
  );
}
