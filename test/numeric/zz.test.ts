import { it } from "vitest";
import { readFileSync } from "node:fs";
import { covarianceRows, centredCovariance } from "../../src/theory/batchnorm/covariance/centredCovariance.js";
import { symmetricEigenvalues } from "../../src/numeric/linearAlgebra/symmetricEigenvalues.js";
import { radialRule } from "../../src/theory/batchnorm/covariance/laplace/radialRule.js";
function wishart(n:number,dof:number,pow=0){
    const f = Float64Array.from({length:n*dof},(_,i)=>{let s=0;for(let i=0;i<12;i++)s+=Math.random()-.5;return s*10**(-pow*(i%dof)/Math.max(1,dof-1)/2);});
    const A:number[][]=[];
    for(let i=0;i<n;i++){A.push([]);for(let j=0;j<n;j++){let s=0;for(let k=0;k<dof;k++)s+=f[i*dof+k]*f[j*dof+k];A[i].push(s);}}
    return centredCovariance(covarianceRows("sigma",A),n,n);
}
it("r", () => {
  for(const [n,dof] of [[8,8],[16,20],[20,6],[20,40],[64,64],[512,512]]) for (const p of [.5,1]){
    const C=wishart(n,dof); const ev=symmetricEigenvalues(C.values,n).map(x=>Math.max(0,x));
    const out=[]; for(const tol of [1e-4,1e-6,1e-8,1e-10,1e-12,2e-14]){const r=radialRule(ev,p,0,tol);out.push(r?`${r.nodes.length}:${r.error.toExponential(0)}`:'none');}
    console.log(n,dof,p,out.join('  '));
  }
});
