import { useId } from "preact/hooks";
import type { Control } from "../../../verification/domains/control.js";
import { ActivationField } from "../../controls/ActivationField.js";
import { Choice } from "../../controls/Choice.js";
import { placeIn, sliderPlaces, valueAt } from "./sliderPlaces.js";

interface Props {
  readonly name: string;
  readonly control: Control;
  /** As the command line reads it. */
  readonly text: string;
  /** By the reader: it stays as it is. */
  readonly isTyped: boolean;
  readonly problem: string;
  onChange(text: string): void;
}

interface TextProps extends Props {
  readonly label: string;
}

function Problem({ id, problem }: { readonly id: string; readonly problem: string }) {
  return (
    <div id={id} class="error" role="status">
      {problem !== "" && <p>{problem}</p>}
    </div>
  );
}

/** A slider, and the number as text: what is typed may lie where the slider does not go. */
function NumberField({ control, label, text, problem, onChange }: TextProps) {
  const id = useId();
  const value = Number(text);
  return (
    <div class="control slider">
      <label for={id}>{label}</label>
      <input
        type="range"
        aria-label={`${label}, slider`}
        aria-valuetext={text}
        min={0}
        max={sliderPlaces(control)}
        step={1}
        value={placeIn(control, Number.isFinite(value) ? value : 0)}
        onInput={({ currentTarget }) => onChange(String(valueAt(control, currentTarget.valueAsNumber)))}
      />
      <input
        id={id}
        type="text"
        inputMode="decimal"
        value={text}
        maxLength={60}
        spellcheck={false}
        autocomplete="off"
        aria-invalid={problem !== ""}
        aria-describedby={`${id}-error`}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <Problem id={`${id}-error`} problem={problem} />
    </div>
  );
}

/** Vectors and matrices, a row a line. */
function ArrayField({ label, text, isTyped, problem, onChange }: TextProps) {
  const id = useId();
  const shown = isTyped ? text : text.replaceAll(";", ";\n");
  return (
    <div class="control">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        rows={Math.min(6, shown.split("\n").length)}
        value={shown}
        maxLength={2000}
        spellcheck={false}
        autocomplete="off"
        aria-invalid={problem !== ""}
        aria-describedby={`${id}-error`}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
      <Problem id={`${id}-error`} problem={problem} />
    </div>
  );
}

/** A parameter of a theorem: the control that its domain asks for. */
export function ParameterField(props: Props) {
  const { name, control, text, problem, onChange } = props;
  const label = `${name}: ${control.doc}`;
  switch (control.kind) {
    case "slider":
      return <NumberField {...props} label={label} />;
    case "select": {
      const options = control.options ?? [];
      const all = options.includes(text) ? options : [text, ...options];
      return (
        <>
          <Choice label={label} value={text} choices={all.map((each) => [each, each])} onChange={onChange} />
          {problem !== "" && <Problem id={`${name}-error`} problem={problem} />}
        </>
      );
    }
    case "activation":
      return (
        <>
          <ActivationField label={label} value={text} onChange={onChange} />
          {problem.includes(" is outside its domain") && <Problem id={`${name}-error`} problem={problem} />}
        </>
      );
    default:
      return <ArrayField {...props} label={label} />;
  }
}
