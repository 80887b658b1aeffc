import { symmetricEigenvalues } from "../../numeric/linearAlgebra/symmetricEigenvalues.js";
import type { SymmetricMatrix } from "./symmetricMatrix.js";

/** Eigenvalues, ascending: Householder and QL; a second for N = 900. */
export const spectrumOf = ({ entries, size }: SymmetricMatrix): Float64Array => symmetricEigenvalues(entries, size);
