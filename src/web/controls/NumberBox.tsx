import { useId } from "preact/hooks";
import { TypedNumber } from "./TypedNumber.js";

interface Props {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  /** Default false. */
  readonly integer?: boolean;
  readonly onChange: (value: number) => void;
}

/** A number that is typed with a label. */
export function NumberBox({ label, value, min, max, integer = false, onChange }: Props) {
  const id = useId();
  return (
    <div class="control">
      <label for={id}>{label}</label>
      <TypedNumber {...{ id, value, min, max, integer, onChange }} step={integer ? 1 : "any"} />
    </div>
  );
}
