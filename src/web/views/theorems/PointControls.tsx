import { useId } from "preact/hooks";
import { ParameterField } from "./ParameterField.js";
import type { PointValue } from "./sides.js";
import type { ShownParameter } from "./statement.js";

interface Props {
  readonly parameters: readonly ShownParameter[];
  /** 0: the usual point; else the random one. */
  readonly number: number;
  /** What the reader has set. */
  readonly typed: readonly (readonly [name: string, text: string])[];
  readonly values: readonly PointValue[] | null;
  onChange(changed: Readonly<Record<string, number | string | null>>): void;
}

/** The reader's point: a control a parameter, and random points by their number. */
export function PointControls({ parameters, number, typed, values, onChange }: Props) {
  const id = useId();
  if (parameters.length === 0) return <p class="remark">This statement has no parameters.</p>;
  const at = (point: number) => onChange({ ...Object.fromEntries(parameters.map(({ name }) => [name, null])), point });
  const found = (name: string) => values?.find((value) => value.name === name);
  // the engine's answer comes later than the next letter
  const own = new Map(typed);
  return (
    <>
      {parameters.map(({ name, control }) => (
        <ParameterField
          key={name}
          name={name}
          control={control}
          text={own.get(name) ?? found(name)?.text ?? ""}
          isTyped={own.has(name)}
          problem={found(name)?.problem ?? ""}
          onChange={(text) => onChange({ [name]: text })}
        />
      ))}
      <div class="actions">
        <button type="button" onClick={() => at(number + 1)}>
          Next random point
        </button>
        <button type="button" disabled={number === 0 && typed.length === 0} onClick={() => at(0)}>
          Usual point
        </button>
      </div>
      <p class="control">
        <label for={id}>Random point number (0: the usual point)</label>
        <input
          id={id}
          type="number"
          min={0}
          max={1e9}
          step={1}
          value={number}
          onChange={({ currentTarget }) => {
            const typed = currentTarget.valueAsNumber;
            if (Number.isInteger(typed) && typed >= 0 && typed <= 1e9) at(typed);
            else currentTarget.value = String(number);
          }}
        />
      </p>
    </>
  );
}
