import { plainBackend } from "../../../src/simulation/kernels/plain/plainBackend.js";
import { kernelLaws } from "../../laws/kernels.js";

kernelLaws(plainBackend);
