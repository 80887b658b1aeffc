import type { FieldState } from "../../address/useFields.js";
import { ActivationField } from "../../controls/ActivationField.js";
import { BatchNormDetails } from "../../controls/BatchNormDetails.js";
import { Choice } from "../../controls/Choice.js";
import { SeedField } from "../../controls/SeedField.js";
import { Slider } from "../../controls/Slider.js";
import { Switch } from "../../controls/Switch.js";
import { Problems } from "../../show/Problems.js";
import type { networkFields } from "./networkFields.js";

/** What the network is, and how many of them. */
export function NetworkControls({ values, problems, set }: FieldState<typeof networkFields>) {
  return (
    <form class="controls" onSubmit={(event) => event.preventDefault()}>
      <Problems sentences={problems} />
      <ActivationField label="Activation" value={values.activation} onChange={(activation) => set({ activation })} />
      <Slider
        {...{ label: "Batch size", value: values.batch, min: 2, max: 512, scale: "log", step: 1 }}
        onChange={(batch) => set({ batch })}
      />
      <Slider
        {...{ label: "Width", value: values.width, min: 16, max: 10_000, scale: "log", step: 1 }}
        onChange={(width) => set({ width })}
      />
      <Slider
        {...{ label: "Depth", value: values.depth, min: 5, max: 500, scale: "log", step: 1 }}
        onChange={(depth) => set({ depth })}
      />
      <Switch label="Simulate until stopped" value={values.endless} onChange={(endless: boolean) => set({ endless })} />
      {!values.endless && (
        <Slider
          {...{ label: "Networks", value: values.networks, min: 1, max: 1e6, scale: "log", step: 1 }}
          onChange={(networks) => set({ networks })}
        />
      )}
      <SeedField value={values.seed} onChange={(seed) => set({ seed })} />
      <Choice
        label="Computed by"
        value={values.backend}
        choices={[
          ["wasm", "WASM, double precision"],
          ["webgpu", `WebGPU, single precision${"gpu" in navigator ? "" : " (not in this browser)"}`],
        ]}
        onChange={(backend) => set({ backend })}
      />
      <BatchNormDetails values={values} set={set} />
    </form>
  );
}
