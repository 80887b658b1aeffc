import { useState } from "preact/hooks";

interface Props {
  readonly id: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** 0 is allowed too. */
  readonly zero?: boolean;
  readonly integer?: boolean;
  readonly step: number | "any";
  readonly onChange: (value: number) => void;
}

/** A box for a number; what is outside its domain stays to be corrected while the box has the focus, and the domain is said. */
export function TypedNumber({ id, value, min, max, zero = false, integer = false, step, onChange }: Props) {
  const [wrong, setWrong] = useState(false);
  // what is being typed is the reader's own: a view that is drawn anew meanwhile does not take it away
  const [text, setText] = useState<string | null>(null);
  const accept = (typed: number): boolean =>
    ((typed >= min && typed <= max) || (zero && typed === 0)) && (!integer || Number.isInteger(typed));
  return (
    <>
      <input
        id={id}
        type="number"
        min={zero ? 0 : min}
        max={max}
        step={step}
        value={text ?? String(value)}
        aria-invalid={wrong}
        aria-describedby={`${id}-domain`}
        onInput={({ currentTarget }) => {
          setText(currentTarget.value);
          setWrong(false);
        }}
        onChange={({ currentTarget }) => {
          const typed = currentTarget.valueAsNumber;
          setWrong(!accept(typed));
          if (!accept(typed)) return;
          setText(null);
          onChange(typed);
        }}
        onBlur={() => setText(null)}
      />
      <div id={`${id}-domain`} class="error" role="status">
        {wrong && (
          <p>
            {integer ? "An integer" : "A number"} from {min} to {max}
            {zero ? ", or 0" : ""}; {value} stays.
          </p>
        )}
      </div>
    </>
  );
}
