import type { Citation } from "./theorem.js";

export interface Work {
  readonly authors: string;
  readonly title: string;
  readonly where: string;
}

/** What the keys of citations stand for. */
export const bibliography: Readonly<Record<string, Work>> = Object.freeze({
  yang2019: {
    authors: "Yang, Pennington, Rao, Sohl-Dickstein, Schoenholz",
    title: "A Mean Field Theory of Batch Normalization",
    where: "ICLR 2019",
  },
  tian2019ladder: {
    authors: "Tian, Jiang, Gong, Zhu",
    title: "A theoretical framework for deep locally connected ReLU network",
    where: "2019",
  },
  tian2020alignment: {
    authors: "Tian",
    title: "Over-parameterization as a Catalyst for Better Generalization of Deep ReLU network",
    where: "2020",
  },
  li2019ssystem: {
    authors: "Li",
    title: "S-System, Geometry, Learning, and Optimization: A Theory of Neural Networks",
    where: "2019",
  },
  lorik2024halfspace: {
    authors: "Lorik, Ramaswamy, Lakshminarayanan",
    title: "Half-Space Feature Learning in Neural Networks",
    where: "2024",
  },
  cho2009: { authors: "Cho, Saul", title: "Kernel Methods for Deep Learning", where: "NIPS 2009" },
  de2020: {
    authors: "De, Smith",
    title: "Batch Normalization Biases Residual Blocks Towards the Identity Function in Deep Networks",
    where: "NeurIPS 2020",
  },
  daneshmand2021: {
    authors: "Daneshmand, Joudaki, Bach",
    title: "Batch Normalization Orthogonalizes Representations in Deep Random Networks",
    where: "NeurIPS 2021",
  },
  joudaki2023: {
    authors: "Joudaki, Daneshmand, Bach",
    title: "On the impact of activation and normalization in obtaining isometric embeddings at initialization",
    where: "NeurIPS 2023",
  },
});

/** "Yang, Pennington, ... : A Mean Field Theory of Batch Normalization, ICLR 2019"; the key itself where it is nobody's. */
export function workText({ key }: Pick<Citation, "key">): string {
  if (!Object.hasOwn(bibliography, key)) return key;
  const { authors, title, where } = bibliography[key]!;
  return `${authors}: ${title}, ${where}`;
}
