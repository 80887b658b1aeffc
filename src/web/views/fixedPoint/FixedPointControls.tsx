import type { FieldState } from "../../address/useFields.js";
import { ActivationField } from "../../controls/ActivationField.js";
import { BatchNormDetails } from "../../controls/BatchNormDetails.js";
import { Choice } from "../../controls/Choice.js";
import { DataField } from "../../controls/DataField.js";
import { SeedField } from "../../controls/SeedField.js";
import { Slider } from "../../controls/Slider.js";
import { Switch } from "../../controls/Switch.js";
import { Problems } from "../../show/Problems.js";
import type { fixedPointFields } from "./fixedPointFields.js";
import { LARGEST_BATCH, SMALLEST_BATCH } from "./parseMatrix.js";
import { LARGEST_ALPHA, SMALLEST_ALPHA } from "./power.js";

interface Props extends FieldState<typeof fixedPointFields> {
  readonly data: string;
  /** What is wrong with the pasted numbers; null where nothing is. */
  readonly dataProblem: string | null;
  readonly onData: (text: string) => void;
}

/** The network, and the batch that it begins with. */
export function FixedPointControls({ values, problems, set, data, dataProblem, onData }: Props) {
  const random = values.start === "random";
  return (
    <form class="controls" onSubmit={(event) => event.preventDefault()}>
      <Problems sentences={problems} />
      <Choice
        label="Activations"
        value={values.family}
        choices={[
          ["own", "your own"],
          ["power", "max(x, 0)^alpha"],
        ]}
        onChange={(family) => set({ family })}
      />
      {values.family === "own" ? (
        <ActivationField label="Activation" value={values.activation} onChange={(activation) => set({ activation })} />
      ) : (
        <Slider
          {...{ label: "alpha", value: values.alpha, min: SMALLEST_ALPHA, max: LARGEST_ALPHA, step: 0.01 }}
          onChange={(alpha) => set({ alpha })}
        />
      )}
      <Choice
        label="The batch begins with"
        value={values.start}
        choices={[
          ["random", "random samples"],
          ["samples", "your samples, a row each"],
          ["covariance", "your covariance"],
        ]}
        onChange={(start) => set({ start })}
      />
      {random ? (
        <Slider
          {...{ label: "Batch size", value: values.batch, min: SMALLEST_BATCH, max: LARGEST_BATCH, step: 1 }}
          onChange={(batch) => set({ batch })}
        />
      ) : (
        <DataField
          label={values.start === "samples" ? "Samples: a row each, a column a feature" : "Covariance: a row a sample"}
          value={data}
          problem={dataProblem}
          onChange={onData}
        />
      )}
      <SeedField value={values.seed} onChange={(seed) => set({ seed })} />
      <Slider
        {...{ label: "Layers", value: values.layers, min: 1, max: 400, scale: "log", step: 1 }}
        onChange={(layers) => set({ layers })}
      />
      <Slider
        {...{ label: "Width of the network", value: values.width, min: 16, max: 10_000, scale: "log", step: 1 }}
        onChange={(width) => set({ width })}
      />
      <Switch label="Order the samples by variance" value={values.sorted} onChange={(sorted) => set({ sorted })} />
      <BatchNormDetails values={values} set={set} />
    </form>
  );
}
