import { type MinifyOptions, minify } from "terser";
import type { Plugin } from "vite";

/** What Preact asks while it draws, and what is always the answer in the widget. */
const answers: [question: RegExp, answer: string][] = [
  // No component has these, no options are set, nothing is suspended, nothing wants a `ref`.
  [
    /\b\w+\.(contextType|getChildContext|getDerivedStateFrom(Props|Error)|componentWill(Mount|Update|ReceiveProps)|componentDidCatch|shouldComponentUpdate|getSnapshotBeforeUpdate|debounceRendering|vnode|diffed|unmount|event|then|ref)\b(?!\s*=[^=])/g,
    "void 0",
  ],
  [/"ref"in \w/g, "!1"],
  // Portals, and what was rendered by a server.
  [/\b\w\.props\.__P\b|\bM\.__P\b|\b(32|128)&\w\.__u\b/g, "void 0"],
  // Nobody catches errors on their way up.
  [/for\(var \w,\w,\w;\w=\w\.__;\)/g, "for(;0;)"],
  // Kinds of nodes and properties that no screen has.
  [
    /("(math|http[^"]+MathML|template|foreignObject|progress|popover|dangerouslySetInnerHTML)"|\b[89])==\w(\.nodeType)?\b/g,
    "!1",
  ],
  [/"(progress|popover|list|form|rowSpan)"!=\w/g, "!0"],
  // Styles are texts.
  [/"string"==typeof \w/g, "!0"],
];

/** What the QR code asks: its own arithmetic is right, and an address has small letters. */
const answersForQr: typeof answers = [
  [/if \(.+\)\n\s+throw new RangeError\(.+\);/g, ""],
  [/else if \(is(Alphan|N)umeric\(text\)\)\n.+\n/g, ""],
];

/**
 * Makes the widget's files smaller than the bundler's own minifier does:
 * Preact's questions whose answer is known are answered, so that what hangs on
 * them goes, and its private names (`__k`) get one letter. Throws where Preact
 * or the QR code does not ask: then it is another one than was looked at.
 */
export function squeeze(): Plugin {
  const options: MinifyOptions = {
    module: true,
    ecma: 2020,
    compress: {
      passes: 3,
      unsafe: true,
      unsafe_arrows: true,
      unsafe_methods: true,
      keep_fargs: false,
    },
    mangle: {
      // Preact keeps some on nodes of the document, which have names of one letter too.
      properties: { regex: /^__/, reserved: ["x", "y", "r"] },
    },
  };
  const unasked = new Set(
    [...answers, ...answersForQr].map(([question]) => question),
  );
  return {
    name: "squeeze",
    transform(code, id) {
      const asked = /\/preact\/.*\.mjs$/.test(id)
        ? answers
        : /\/uqr\//.test(id)
          ? answersForQr
          : [];
      if (!asked.length) return;
      return asked.reduce((left, [question, answer]) => {
        if (left.search(question) >= 0) unasked.delete(question);
        return left.replace(question, answer);
      }, code);
    },
    buildEnd(failure) {
      if (failure || !unasked.size) return;
      throw new Error(`Expected Preact to ask ${[...unasked].join(", ")}.`);
    },
    // The name of a file tells how it was squeezed, too.
    augmentChunkHash: () => JSON.stringify(options),
    async generateBundle(_, files) {
      // One letter for one name in all files, as they share objects.
      let props = {};
      for (const file of Object.values(files)) {
        if (file.type !== "chunk") continue;
        const nameCache = { props };
        const { code } = await minify(file.code, { ...options, nameCache });
        props = nameCache.props;
        file.code = code ?? file.code;
      }
    },
  };
}
