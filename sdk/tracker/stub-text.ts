/** `stub.ts` as built: what a page pastes before its first call. A test keeps the two the same. */
export const stubText =
  "(function(){var e=window;if(!e.enishi?.call){let t=(...t)=>new Promise(n=>{e.enishi?.q?.push([t,n]),setTimeout(n,1e3)});t.q=[],e.enishi=t}})();";
