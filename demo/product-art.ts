import { raw } from "hono/html";

/** Flat drawings, coloured by the page's own style; a shop would have photographs. */
const drawings: Record<string, string> = {
  kettle: `<path class="line" d="M66 62C70 22 170 22 174 62"/><path class="a" d="M182 96l34-30-5-7-42 19z"/><path class="a" d="M52 104c0-32 28-46 68-46s68 14 68 46c0 36-22 54-68 54s-68-18-68-54z"/><path class="b" d="M84 60c4-9 19-13 36-13s32 4 36 13c-10 5-22 7-36 7s-26-2-36-7z"/><circle class="b" cx="120" cy="43" r="6"/><g class="dots"><path d="M66 96h108M60 108h120M62 120h116M68 132h104M82 144h76"/></g>`,
  kyusu: `<path class="a" d="M160 88l46-22c8-3 12 8 5 12l-44 26z"/><path class="a" d="M62 84L34 66c-6-3-12 4-8 9l36 36z"/><path class="a" d="M52 104c0-28 26-40 62-40s62 12 62 40c0 34-20 50-62 50s-62-16-62-50z"/><path class="b" d="M82 66c4-8 16-11 32-11s28 3 32 11c-8 5-20 7-32 7s-24-2-32-7z"/><circle class="b" cx="114" cy="50" r="7"/>`,
  caddy: `<path class="a" d="M76 60h88v92c0 6-20 10-44 10s-44-4-44-10z"/><path class="b" d="M74 34c0-7 20-11 46-11s46 4 46 11v32c0 6-20 9-46 9s-46-3-46-9z"/><path class="grain" d="M90 90c14 4 40 4 60 0M88 112c16-3 38 4 64 0M92 134c18 5 40 2 58-1M90 46c18 4 42 3 58-1"/>`,
  cups: `<path class="c" d="M44 66h76l-7 82c-1 9-12 13-31 13s-30-4-31-13z"/><path class="b" d="M46 84h72l-2 22H48z"/><ellipse class="tea" cx="82" cy="67" rx="38" ry="9"/><path class="c" d="M134 92h62l-6 58c-1 8-10 11-25 11s-24-3-25-11z"/><path class="b" d="M136 106h58l-2 17h-54z"/><ellipse class="tea" cx="165" cy="93" rx="31" ry="7"/>`,
  sencha: `<path class="a" d="M72 36h96l6 122c-34 6-74 6-108 0z"/><path class="b" d="M70 36l4-14h92l4 14z"/><rect class="c" x="88" y="66" width="64" height="68" rx="2"/><path class="leaf" d="M120 124c-18-16-18-32 0-48 18 16 18 32 0 48zM120 124V88"/>`,
  hojicha: `<path class="b" d="M78 56h84v94c0 8-19 12-42 12s-42-4-42-12z"/><ellipse class="a" cx="120" cy="56" rx="42" ry="11"/><ellipse class="b" cx="120" cy="51" rx="36" ry="8"/><path class="c" d="M78 84c26 8 58 8 84 0v44c-26 8-58 8-84 0z"/><path class="leaf" d="M96 122l18-26M110 126l20-30M126 124l18-24"/>`,
  box: `<path class="a" d="M48 80l72-22 72 22v66l-72 22-72-22z"/><path class="b" d="M48 80l72 22 72-22-72-22z"/><path class="c" d="M108 98.5v66h24v-66z"/><path class="leaf" d="M120 150c-9-9-9-19 0-29 9 10 9 20 0 29z"/>`,
};

export function productArt(id: string) {
  return raw(
    `<svg class="art" viewBox="0 0 240 190" aria-hidden="true">${drawings[id] ?? ""}</svg>`,
  );
}
