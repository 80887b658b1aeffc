import { useEffect, useState } from "preact/hooks";
import { here } from "../../address/location.js";
import { ErrataPage } from "./ErrataPage.js";
import { placeOf } from "./links.js";
import { TheoremList } from "./TheoremList.js";
import { TheoremPage } from "./TheoremPage.js";
import { useVerdicts } from "./useVerdicts.js";
import type { CheckedVerdict } from "./verdicts.js";

/** The list of all theorems, a page for each, and the errata. Verdicts and a run of checks last while the view is open. */
export function TheoremsView() {
  const place = placeOf(here.value.view);
  const [verdicts, setVerdicts] = useState<ReadonlyMap<string, CheckedVerdict>>(new Map());
  const keep = (checked: CheckedVerdict) => setVerdicts((before) => new Map([...before, [checked.id, checked]]));
  const run = useVerdicts(keep);
  useEffect(() => {
    window.scrollTo(0, 0);
    document.title = `${place === "" ? "Theorems" : place} · Theoria explorer`;
  }, [place]);
  if (place === "") return <TheoremList verdicts={verdicts} run={run} />;
  if (place === "errata") return <ErrataPage />;
  return <TheoremPage key={place} id={place} known={verdicts.get(place) ?? null} onVerdict={keep} />;
}
