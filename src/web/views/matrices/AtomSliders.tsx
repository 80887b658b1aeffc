import { Slider } from "../../controls/Slider.js";
import { MOST_BLOCKS } from "./matricesFields.js";

interface Props {
  /** Of one value: "Eigenvalue". */
  readonly name: string;
  readonly values: readonly number[];
  readonly weights: readonly number[];
  readonly min: number;
  readonly max: number;
  readonly onChange: (values: readonly number[], weights: readonly number[]) => void;
}

const STEP = 0.05;

const replaced = (list: readonly number[], at: number, value: number): readonly number[] =>
  list.map((old, k) => (k === at ? value : old));

/** A few values with weights, each a slider. */
export function AtomSliders({ name, values, weights, min, max, onChange }: Props) {
  const own = values.map((_, k) => weights[k] ?? 1);
  return (
    <>
      {values.map((value, k) => (
        <Slider
          key={k}
          {...{ label: `${name} ${k + 1}`, value, min, max, step: STEP }}
          onChange={(next) => onChange(replaced(values, k, next), own)}
        />
      ))}
      {values.length > 1 && <WeightSliders weights={own} onChange={(next) => onChange(values, next)} />}
      <div class="actions">
        <button
          type="button"
          disabled={values.length >= MOST_BLOCKS}
          onClick={() => onChange([...values, Math.min(max, (values.at(-1) ?? 0) + 1)], [...own, own.at(-1) ?? 1])}
        >
          More
        </button>
        <button
          type="button"
          disabled={values.length <= 1}
          onClick={() => onChange(values.slice(0, -1), own.slice(0, -1))}
        >
          Fewer
        </button>
      </div>
    </>
  );
}

interface WeightProps {
  readonly weights: readonly number[];
  readonly onChange: (weights: readonly number[]) => void;
}

/** What part of the rows belongs to each: only the ratios count. */
export const WeightSliders = ({ weights, onChange }: WeightProps) => (
  <>
    {weights.map((weight, k) => (
      <Slider
        key={k}
        {...{ label: `Weight ${k + 1}`, value: weight, min: 0.01, max: 1, step: 0.01 }}
        onChange={(next) => onChange(replaced(weights, k, next))}
      />
    ))}
  </>
);
