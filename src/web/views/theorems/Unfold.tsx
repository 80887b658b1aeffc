import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";

interface Props {
  readonly summary: ComponentChildren;
  readonly open?: boolean;
  /** Called when it is first opened. */
  onOpen?(): void;
  /** Drawn while it is open alone: there may be much of it. */
  content(): ComponentChildren;
}

/** What is drawn when the reader opens it. */
export function Unfold({ summary, open = false, onOpen, content }: Props) {
  const [isOpen, setOpen] = useState(open);
  const [seen, setSeen] = useState(open);
  return (
    <details
      open={isOpen}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
        if (currentTarget.open && !seen) {
          setSeen(true);
          onOpen?.();
        }
      }}
    >
      <summary>{summary}</summary>
      {isOpen && content()}
    </details>
  );
}
