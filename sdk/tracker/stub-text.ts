/** `stub.ts` as built: what a page pastes before its first call. A test keeps the two the same. */
export const stubText =
  "(function(){var e=window;e.enishi||=(...t)=>new Promise(n=>{let r=e.enishi;r.q||=[],r.q.push([t,n]),setTimeout(n,1e3)})})();";
