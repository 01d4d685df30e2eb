import { type AccentColors, accentColors } from "../../domain/accent.ts";

/** The style of the collector's own pages in a shop's colour. */
export function hostedStyle(accent: string | null): string {
  return variables(accentColors(accent)) + rules;
}

function variables(colors: AccentColors): string {
  return `:root{color-scheme:light dark;--accent:${colors.accent};--on-accent:${colors.onAccent};--accent-text:light-dark(${colors.textOnLight},${colors.textOnDark});--enishi-accent:${colors.accent};--enishi-on-accent:${colors.onAccent};--enishi-accent-text:var(--accent-text)}`;
}

/** Quiet, one column, and one colour; the same ink, lines and corners as the widget's. */
const rules = `
:root{--ink:light-dark(#262221,#f3eeec);--dim:light-dark(#655e5c,#b6adaa);--page:light-dark(#f8f5f3,#141212);--paper:light-dark(#fff,#1d1a1a);--line:light-dark(#dcd6d3,#4a4341);background:var(--page);color:var(--ink);font:1rem/1.7 system-ui,sans-serif;-webkit-text-size-adjust:100%}
*{box-sizing:border-box;margin:0}
body:lang(ko){word-break:keep-all}
body{min-height:100dvh;display:flex;flex-direction:column;max-width:44rem;margin:auto;padding:0 max(1rem,env(safe-area-inset-left)) 2rem;overflow-wrap:anywhere}
header{display:flex;min-width:0;align-items:center;gap:.75rem;padding:1.5rem 0;font-weight:600}
header img{max-height:2.5rem;max-width:12rem;border-radius:.25rem}
main{flex:1;display:grid;grid-template-columns:minmax(0,1fr);gap:1.5rem;align-content:start}
h1{font-size:clamp(1.45rem,1.2rem + 1.4vw,2rem);line-height:1.4;text-wrap:balance;word-break:auto-phrase;overflow-wrap:anywhere}
main:first-child{padding-top:18vh}
.whole{display:inline-block;max-width:100%}
.notice{padding:.75rem 1rem;border-inline-start:3px solid var(--accent);background:var(--paper)}
h2{font-size:1rem;line-height:1.5}
.intro{display:grid;gap:.5rem}
.eyebrow{color:var(--accent-text);font-size:.875rem;font-weight:600}
.thread{display:block;width:100%;height:1.25rem;color:var(--accent);fill:none;stroke:currentColor;stroke-width:2;stroke-linecap:round;overflow:visible}
.card{display:grid;gap:1.25rem;padding:clamp(1.125rem,4vw,2rem);border:1px solid var(--line);border-radius:.875rem;background:var(--paper);overflow-wrap:anywhere}
.card>div{display:grid;gap:.4rem}
.label{font-size:.8125rem;color:var(--dim)}
.offer{font-size:1.1875rem;font-weight:600;line-height:1.5;text-wrap:balance;word-break:auto-phrase}
blockquote{padding:.7rem 1rem;border-radius:.625rem;background:var(--page);font-size:.9375rem}
.picture{display:block;width:100%;max-height:22rem;object-fit:cover;border-radius:.875rem}
code{display:block;padding:.7rem 1rem;border:1px solid var(--line);border-radius:.625rem;font-size:.9375rem;overflow-wrap:anywhere;user-select:all;-webkit-user-select:all}
code.code{font:600 1.375rem/1.6 ui-monospace,SFMono-Regular,Menlo,monospace;letter-spacing:.12em;text-align:center}
a{color:inherit;text-underline-offset:.2em}
.button{display:flex;align-items:center;justify-content:center;min-height:2.875rem;padding:.5rem 1rem;border:1px solid var(--dim);border-radius:.625rem;font-weight:600;line-height:1.4;text-align:center;text-decoration:none}
.main{min-height:3.375rem;border-color:transparent;background:var(--accent);color:var(--on-accent);font-size:1.0625rem}
:focus-visible{outline:3px solid var(--accent-text);outline-offset:2px}
.channels{display:flex;flex-wrap:wrap;gap:.625rem;padding:0;list-style:none}
.channels li{flex:1 0 auto;max-width:100%}
.channels li:has(.main){flex-basis:100%}
.steps{display:grid;gap:.75rem;padding:0;list-style:none}
.steps li{padding-inline-start:1rem;border-inline-start:3px solid var(--accent)}
.steps b{display:block;font-size:1.125rem;line-height:1.5}
summary{min-height:2.75rem;padding:.5rem 0;cursor:pointer;font-weight:600}
.qr{display:block;width:min(100%,15rem);margin:.5rem auto;border-radius:.5rem}
.row{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem}
.row a,footer a,.quiet a{display:inline-block;padding:.25rem 0}
.quiet,.small{color:var(--dim);font-size:.875rem}
footer{display:flex;flex-wrap:wrap;gap:.25rem 1.5rem;margin-top:2.5rem;padding-top:1rem;border-top:1px solid var(--line);color:var(--dim);font-size:.8125rem}
[hidden]{display:none!important}
enishi-share,enishi-reward,enishi-progress{display:block;--enishi-height:0px}
/* The page has said it. */
enishi-share::part(eyebrow){display:none}
@media(min-width:48rem){body{padding-top:1.5rem}main{gap:1.75rem}}
@media(forced-colors:active){.main{border-color:ButtonText}}
@media print{:root{background:#fff;color:#000}footer,.channels{display:none}}
`;
