/** The spaces on which a centred ultrasymmetric operator has one eigenvalue each (Lemma B.38). */
export const spaces = ["G", "L", "M"] as const;

export type Space = (typeof spaces)[number];

export const spaceName = (space: Space): string => (space === "G" ? "span(G)" : space);
