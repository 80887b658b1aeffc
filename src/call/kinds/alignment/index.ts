import type { Kind } from "../../kind.js";
import { growth } from "./growth.js";
import { lemma1 } from "./lemma1.js";
import { lemma5 } from "./lemma5.js";
import { lotka } from "./lotka.js";
import { match } from "./match.js";
import { observer } from "./observer.js";
import { population } from "./population.js";
import { reluDependence } from "./reluDependence.js";
import { thetaOde } from "./thetaOde.js";
import { thm6 } from "./thm6.js";

export const alignment: readonly Kind[] = [
  lemma1,
  reluDependence,
  observer,
  lemma5,
  thm6,
  population,
  thetaOde,
  growth,
  lotka,
  match,
];
