import { choiceField, flagField, numberField, textField, type ValuesOf } from "../../address/field.js";
import type { FieldState } from "../../address/useFields.js";
import { ActivationField } from "../../controls/ActivationField.js";
import { Choice } from "../../controls/Choice.js";
import { SeedField } from "../../controls/SeedField.js";
import { Slider } from "../../controls/Slider.js";
import { Switch } from "../../controls/Switch.js";
import { Problems } from "../../show/Problems.js";
import { type BackendName, backends } from "./backends.js";

export const networkFields = {
  activation: textField("tanh"),
  batch: numberField(8, { min: 2, max: 512, integer: true }),
  width: numberField(1000, { min: 16, max: 10_000, integer: true }),
  depth: numberField(50, { min: 5, max: 500, integer: true }),
  networks: numberField(200, { min: 1, max: 1e6, integer: true }),
  endless: flagField(false),
  backend: choiceField<BackendName>("wasm", backends),
  seed: numberField(1, { min: 0, max: Number.MAX_SAFE_INTEGER, integer: true }),
  epsilon: numberField(0, { min: 0, max: 1e12 }),
  gamma: numberField(1, { min: -1e6, max: 1e6 }),
  beta: numberField(0, { min: -1e6, max: 1e6 }),
};

export type NetworkValues = ValuesOf<typeof networkFields>;

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
          ["webgpu", "WebGPU, single precision"],
        ]}
        onChange={(backend) => set({ backend })}
      />
      <details open={values.epsilon !== 0 || values.gamma !== 1 || values.beta !== 0}>
        <summary>Batch norm's epsilon, gamma, beta</summary>
        <Slider
          {...{ label: "Epsilon", value: values.epsilon, min: 1e-8, max: 100, scale: "log", zero: true }}
          onChange={(epsilon) => set({ epsilon })}
        />
        <Slider
          {...{ label: "Gamma", value: values.gamma, min: 0.01, max: 100, scale: "log" }}
          onChange={(gamma) => set({ gamma })}
        />
        <Slider
          {...{ label: "Beta", value: values.beta, min: -5, max: 5, step: 0.05 }}
          onChange={(beta) => set({ beta })}
        />
      </details>
    </form>
  );
}
