import { useId } from "preact/hooks";
import { TypedNumber } from "./TypedNumber.js";

interface Props {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Default: "linear". On a "log" axis the slider moves by ratios, and `min` is above 0. */
  readonly scale?: "linear" | "log";
  /** Of the value; default 1 / 100 of the range, or free on a logarithmic axis. */
  readonly step?: number;
  /** On a "log" axis: the left end of the slider is 0. */
  readonly zero?: boolean;
  readonly onChange: (value: number) => void;
}

const STEPS = 400;

/** A slider with a box for its number: drag, arrow keys, or type. */
export function Slider({ label, value, min, max, scale = "linear", step, zero = false, onChange }: Props) {
  const id = useId();
  const log = scale === "log";
  const round = (x: number) =>
    step === undefined ? Number(x.toPrecision(3)) : Number((Math.round(x / step) * step).toPrecision(12));
  const within = (x: number) => Math.min(max, Math.max(min, x));
  const fine = step ?? (max - min) / 100;
  // one place more where the axis begins with 0
  const first = zero ? 1 : 0;
  const logPlace = first + (STEPS * Math.log(within(value) / min)) / Math.log(max / min);
  const place = !log ? within(value) : zero && !(value > 0) ? 0 : logPlace;
  const valueAt = (at: number) => {
    if (!log) return within(round(at));
    return at < first ? 0 : within(round(min * (max / min) ** ((at - first) / STEPS)));
  };
  return (
    <div class="control slider">
      <label for={id}>{label}</label>
      <input
        type="range"
        aria-label={`${label}, slider`}
        aria-valuetext={String(value)}
        min={log ? 0 : min}
        max={log ? STEPS + first : max}
        step={log ? 1 : fine}
        value={place}
        onInput={({ currentTarget }) => onChange(valueAt(currentTarget.valueAsNumber))}
      />
      <TypedNumber {...{ id, value, min, max, zero, onChange }} integer={step === 1} step={step ?? "any"} />
    </div>
  );
}
