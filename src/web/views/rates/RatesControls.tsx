import { ActivationList } from "../../controls/ActivationList.js";
import { Choice } from "../../controls/Choice.js";
import { Slider } from "../../controls/Slider.js";
import { Problems } from "../../show/Problems.js";
import { batchRange } from "./curveBatches.js";
import type { Quantity } from "./quantity.js";
import type { RatesFields } from "./ratesFields.js";
import { MOST } from "./ratesFields.js";

interface Props {
  readonly values: RatesFields;
  readonly problems: readonly string[];
  set(changed: Partial<RatesFields>): void;
}

const words: readonly (readonly [Quantity, string])[] = [
  ["rate", "growth rate of gradients"],
  ["depth-scale", "depth scale, 1/ln(rate)"],
  ["trainable-depth", "trainable depth, 16/ln(rate)"],
];

export function RatesControls({ values, problems, set }: Props) {
  const { activation, batch, quantity, epsilon, gamma, beta, variance } = values;
  const usual = epsilon === 0 && gamma === 1 && beta === 0 && variance === 1;
  return (
    <form class="controls" onSubmit={(event) => event.preventDefault()}>
      <Problems sentences={problems} />
      <ActivationList values={activation} most={MOST} onChange={(next) => set({ activation: next })} />
      <Slider
        label="Batch size"
        value={batch}
        min={batchRange[0]}
        max={batchRange[1]}
        scale="log"
        step={1}
        onChange={(next) => set({ batch: next })}
      />
      <Choice label="Show" value={quantity} choices={words} onChange={(next) => set({ quantity: next })} />
      <details open={!usual}>
        <summary>Epsilon, gamma, beta, weight variance</summary>
        <div class="part">
          <Slider
            label="Epsilon of batch norm"
            value={epsilon}
            min={1e-6}
            max={100}
            scale="log"
            zero
            onChange={(next) => set({ epsilon: next })}
          />
          <Slider
            label="Gamma"
            value={gamma}
            min={0.05}
            max={5}
            step={0.05}
            onChange={(next) => set({ gamma: next })}
          />
          <Slider label="Beta" value={beta} min={-3} max={3} step={0.05} onChange={(next) => set({ beta: next })} />
          <Slider
            label="Weight variance"
            value={variance}
            min={0.1}
            max={10}
            scale="log"
            onChange={(next) => set({ variance: next })}
          />
          <button type="button" disabled={usual} onClick={() => set({ epsilon: 0, gamma: 1, beta: 0, variance: 1 })}>
            Usual values
          </button>
        </div>
      </details>
    </form>
  );
}
