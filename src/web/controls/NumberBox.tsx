import { useId } from "preact/hooks";

interface Props {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Default false. */
  readonly integer?: boolean;
  readonly onChange: (value: number) => void;
}

/** A number that is typed; what is outside goes back to what it was. */
export function NumberBox({ label, value, min, max, integer = false, onChange }: Props) {
  const id = useId();
  return (
    <div class="control">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="number"
        class="wide"
        min={min}
        max={max}
        step={integer ? 1 : "any"}
        value={value}
        onChange={({ currentTarget }) => {
          const typed = currentTarget.valueAsNumber;
          const valid = typed >= min && typed <= max && (!integer || Number.isInteger(typed));
          if (valid) onChange(typed);
          else currentTarget.value = String(value);
        }}
      />
    </div>
  );
}
