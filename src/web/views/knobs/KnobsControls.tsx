import { ActivationField } from "../../controls/ActivationField.js";
import { Choice } from "../../controls/Choice.js";
import { NumberBox } from "../../controls/NumberBox.js";
import { Slider } from "../../controls/Slider.js";
import { Problems } from "../../show/Problems.js";
import { type Knob, knobRange, knobScale, knobs, knobWords } from "./knob.js";
import type { KnobQuantity } from "./knobQuantity.js";
import { type KnobsFields, sizes } from "./knobsFields.js";
import { presets } from "./presets.js";

interface Props {
  readonly values: KnobsFields;
  readonly problems: readonly string[];
  set(changed: Partial<KnobsFields>): void;
}

const quantityChoices: readonly (readonly [KnobQuantity, string])[] = [
  ["trainable-depth", "trainable depth, 16/ln(rate)"],
  ["rate", "growth rate of gradients"],
  ["forward", "largest forward eigenvalue (stability)"],
];

const knobChoices = knobs.map((knob) => [knob, knobWords[knob]] as const);

function Range({ knob, values, set }: { readonly knob: Knob } & Omit<Props, "problems">) {
  const { min, max } = knobRange[knob];
  const common = { min, max, integer: knob === "batch" };
  return (
    <div class="pair-of-numbers">
      <NumberBox
        label={`${knob} from`}
        value={values[`${knob}From`]}
        {...common}
        onChange={(next) => set({ [`${knob}From`]: next })}
      />
      <NumberBox label="to" value={values[`${knob}To`]} {...common} onChange={(next) => set({ [`${knob}To`]: next })} />
    </div>
  );
}

/** The slider of a knob: the chosen point on an axis, a fixed value elsewhere. */
function KnobSlider({ knob, values, set }: { readonly knob: Knob } & Omit<Props, "problems">) {
  const { x, y } = values;
  const onAxis = knob === x || knob === y;
  const [from, to] = onAxis ? [values[`${knob}From`], values[`${knob}To`]] : sliderRange[knob];
  if (!(from < to)) return null;
  return (
    <Slider
      label={`${knobWords[knob]}${onAxis ? ", chosen on the axis" : ""}`}
      value={values[knob]}
      min={from}
      max={to}
      scale={knobScale[knob]}
      {...(knob === "batch" && { step: 1 })}
      {...(knob === "epsilon" && !onAxis && { zero: true })}
      onChange={(next) => set({ [knob]: next })}
    />
  );
}

const sliderRange: Readonly<Record<Knob, readonly [number, number]>> = {
  ...{ epsilon: [1e-6, 100], gamma: [0.05, 5], beta: [-3, 3], batch: [4, 1e6] },
};

export function KnobsControls({ values, problems, set }: Props) {
  const { activation, x, y, quantity, size, variance } = values;
  return (
    <form class="controls" onSubmit={(event) => event.preventDefault()}>
      <Problems sentences={problems} />
      <ActivationField label="Activation" value={activation} onChange={(next) => set({ activation: next })} />
      <Choice label="Across" value={x} choices={knobChoices} onChange={(next) => set({ x: next })} />
      <Choice
        label="Upwards"
        value={y}
        choices={[...knobChoices, ["none", "nothing: one line"]]}
        onChange={(next) => set({ y: next })}
      />
      <Choice label="Show" value={quantity} choices={quantityChoices} onChange={(next) => set({ quantity: next })} />
      {knobs.map((knob) => (
        <KnobSlider key={knob} knob={knob} values={values} set={set} />
      ))}
      <details>
        <summary>Ranges, size, weight variance</summary>
        <div class="part">
          {[x, ...(y === "none" || y === x ? [] : [y])].map((knob) => (
            <Range key={knob} knob={knob} values={values} set={set} />
          ))}
          <Choice
            label="Size of the finest grid"
            value={size}
            choices={sizes.map((steps) => [steps, `${Number(steps) + 1} × ${Number(steps) + 1}`] as const)}
            onChange={(next) => set({ size: next })}
          />
          <Slider
            label="Weight variance"
            value={variance}
            min={0.1}
            max={10}
            scale="log"
            onChange={(next) => set({ variance: next })}
          />
        </div>
      </details>
      <div class="control">
        <span class="heading">The axes of Figure 4 of the paper</span>
        <div class="actions">
          {presets.map(({ name, words, values: changed }) => (
            <button key={name} type="button" title={words} onClick={() => set(changed)}>
              {name}
            </button>
          ))}
        </div>
      </div>
    </form>
  );
}
