import { useEffect, useRef, useState } from "preact/hooks";
import { here } from "../../address/location.js";
import { useTask } from "../../engine/useTask.js";
import { ErrataPage } from "./ErrataPage.js";
import { placeOf } from "./links.js";
import { TheoremList } from "./TheoremList.js";
import { TheoremPage } from "./TheoremPage.js";
import type { ScrollPlace } from "./useScroll.js";
import { useVerdicts } from "./useVerdicts.js";
import type { CheckedVerdict } from "./verdicts.js";

/** The list of all theorems, a page for each, and the errata. Verdicts and a run of checks last while the view is open. */
export function TheoremsView() {
  const place = placeOf(here.value.view);
  const [verdicts, setVerdicts] = useState<ReadonlyMap<string, CheckedVerdict>>(new Map());
  const keep = (checked: CheckedVerdict) => setVerdicts((before) => new Map([...before, [checked.id, checked]]));
  const run = useVerdicts(keep);
  const list = useTask("theorems", place === "" ? "all" : null);
  const scroll = useRef<ScrollPlace | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const first = useRef(true);
  useEffect(() => {
    document.title = `${place === "" ? "Theorems" : place} · Theoria explorer`;
    // the link that led here is gone: the keyboard goes on from the top of the new page
    if (!first.current) {
      if (place !== "") window.scrollTo(0, 0);
      box.current?.focus({ preventScroll: true });
    }
    first.current = false;
  }, [place]);
  return (
    <div ref={box} class="place" tabIndex={-1}>
      {place === "" && <TheoremList list={list} verdicts={verdicts} run={run} scroll={scroll} />}
      {place === "errata" && <ErrataPage />}
      {place !== "" && place !== "errata" && (
        <TheoremPage key={place} id={place} known={verdicts.get(place) ?? null} onVerdict={keep} />
      )}
    </div>
  );
}
