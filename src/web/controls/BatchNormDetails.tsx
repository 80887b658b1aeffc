import { Slider } from "./Slider.js";

interface BatchNormValues {
  readonly epsilon: number;
  readonly gamma: number;
  readonly beta: number;
}

interface Props {
  readonly values: BatchNormValues;
  set(changed: Partial<BatchNormValues>): void;
}

/** Epsilon, gamma and beta, folded away while they are the usual ones. */
export function BatchNormDetails({ values: { epsilon, gamma, beta }, set }: Props) {
  return (
    <details open={epsilon !== 0 || gamma !== 1 || beta !== 0}>
      <summary>Batch norm's epsilon, gamma, beta</summary>
      <Slider
        {...{ label: "Epsilon", value: epsilon, min: 1e-8, max: 100, scale: "log", zero: true }}
        onChange={(next) => set({ epsilon: next })}
      />
      <Slider
        {...{ label: "Gamma", value: gamma, min: 0.01, max: 100, scale: "log" }}
        onChange={(next) => set({ gamma: next })}
      />
      <Slider
        {...{ label: "Beta", value: beta, min: -5, max: 5, step: 0.05 }}
        onChange={(next) => set({ beta: next })}
      />
    </details>
  );
}
