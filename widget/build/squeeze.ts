import { type MinifyOptions, minify } from "terser";
import type { Plugin } from "vite";

/** What Preact asks while it draws, and what is always the answer in the widget. */
const answers: [question: RegExp | string, answer: string][] = [
  // Texts are plain ones.
  ["||o.constructor===String?", "?"],
  // Drawing waits for a microtask and for nothing else; what has a new state is drawn.
  [
    "(8&t.__g||(t.__g|=8,u.push(t),f++))&&i==n.debounceRendering||((i=n.debounceRendering)||queueMicrotask)(H)",
    "8&t.__g||(t.__g|=8,u.push(t),f++)||queueMicrotask(H)",
  ],
  ["(f=u.length)&&(i||queueMicrotask)(H)", "(f=u.length)&&queueMicrotask(H)"],
  [
    "||!(4&d.__g)&&d.shouldComponentUpdate&&!1===d.shouldComponentUpdate(M,d.__s,L)",
    "",
  ],
  ["t&&t.then||D(r),", ""],
  [/x\.prototype\.forceUpdate=function\(n\)\{.+?\},(?=x\.)/g, ""],
  [
    "(h.ref!=v.ref||8&h.__u)&&(h.ref&&G(h.ref,null,v,h),v.ref&&a.push(v.ref,v.__c||w,v)),",
    "",
  ],
  [
    "C&&u.__c&&d.getSnapshotBeforeUpdate&&(m=d.getSnapshotBeforeUpdate(k,b)),",
    "",
  ],
  // Every root is new and empty: nothing of a server's is there to be taken over.
  ["i=(u=t&&32&t.__u)?null:r.__k", "i=r.__k"],
  ["i?null:r.firstChild?d.call(r.childNodes):null", "null"],
  ["i?i.__e:r.firstChild,u", "i?i.__e:null,!1"],
  ["p&&p.some(g),", ""],
  ["o)for(s=0;", "0)for(s=0;"],
  ["!l&&o)", "0)"],
  [",c||o)", ",0)"],
  ["o?o[0]:", ""],
  [",o&&o.some(g))", ")"],
  ['o="textarea"==C&&null!=x.defaultValue?null:o&&d.call(a.childNodes),', ""],
  ['l&&"function"!=typeof k||', ""],
  ['l&&"textarea"!=C||', ""],
  ["l&&t.data==x||", ""],
  // Nothing has a `ref` or a context, no options are set, nothing is suspended.
  ["for(var i=0;i<u.length;)G(u[i++],u[i++],u[i++]);", ""],
  ["!(i=t.ref)||i.current&&i.current!=t.__e||G(i,null,r,t),", ""],
  ["j=(s=V.contextType)&&i[s.__c],L=s?j?j.props.value:s.__:i,", ""],
  ["j&&j.sub(d),", ""],
  ["n.__c&&n.__c(r,t),", ""],
  ["n.__&&n.__(t,r),", ""],
  ["n.__m&&n.__m(r,o),", ""],
  [",(s=n.__b)&&s(r)", ""],
  ["return(s=n.diffed)&&s(r),l", "return l"],
  [",H=n.__r,", ","],
  ["H&&H(r),", ""],
  [
    "!u&&(i=t.__c)&&(i=i.__z)&&(f=B(i,o=[]))&&(i==t.__e&&o.some(g),g(f),g(i)),",
    "",
  ],
  // One document; no listener captures; drawings spell their attributes as SVG does.
  ["a.ownerDocument||document", "document"],
  [",x.is?x:a", ""],
  ['t!=(t=t.replace(l,"$1"))', "!1"],
  ['t=t.replace(/xlink(H|:h)/,"h").replace(/sName$/,"s")', "0"],
  // These are never taken away, so that properties do.
  [/"(width|height|href|tabIndex|download|colSpan)"!=t&&/g, ""],
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
  // A state is set to an object, without a callback, and never while drawing.
  ['"function"==typeof n&&(n=n(_({},r),this.props)),', ""],
  ["n&&(_(r,n),this.__v&&(t&&this.__k.push(t),L(this)))", "_(r,n),L(this)"],
  [/(C&&\()?y\.push\.apply\(d\.__h,d\.__k\),d\.__k=\[\]\)?,/g, ""],
  [",d.__h=[],d.__k=[])", ",d.__h=[])"],
  ["d.__g&=-5,q=C?25:0;do{d.__g&=-9,", "d.__g&=-13,"],
  ["}while(8&d.__g&&++q<25);", ";"],
  [/,2&d\.__g&&\(d\.__g\|=1\)|,1&d\.__g&&\(d\.__g&=-4\)/g, ""],
  [",r.__u&=-161,", ","],
  ["(k,b,m)", "(k,b)"],
  // What is ticked, or typed at first, is never set again; listeners are functions or nothing.
  ['"value"==s&&"defaultValue"in x||"checked"==s&&"defaultChecked"in x||', ""],
  ['"checked"==s?m=k:', ""],
  [',s="checked",null!=m&&m!=t[s]&&N(t,s,m,$[s],f)', ""],
  ['"function"!=typeof r&&(r=null),"function"!=typeof u&&(u=null),', ""],
  ["!u&&r.moveBefore&&o.parentNode?r.moveBefore(o,t):", ""],
  // What is thrown goes to whoever drew.
  [
    "try{i.componentWillUnmount()}catch(t){n.__e(t,r)}",
    "i.componentWillUnmount();",
  ],
  [",n.__e(t,r,u)}", ";throw t}"],
  [
    "try{t=r.__h,r.__h=[],t.some(function(n){n.call(r)})}catch(t){n.__e(t,r.__v)}",
    "t=r.__h,r.__h=[],t.some(function(n){n.call(r)})",
  ],
  [/n=\{__e:function.+throw f=0,n\}\},/g, ""],
  // So there are no nodes of a server's, nothing to take over, and no `ref` to pass on.
  ["function I(n,t,r,u,i,f,o,e,l,c,a)", "function I(n,t,r,u,f,e,l)"],
  ["z(n,v,h,i,f,o,e,l,c,a)", "z(n,v,h,f,e,l)"],
  ["function z(t,r,u,i,f,o,e,l,c,a)", "function z(t,r,u,f,e,l)"],
  ["[A],r,u,i,f,o,e,l,c,a)", "[A],r,u,f,e,l)"],
  ["F(u.__e,r,u,i,f,o,e,c,a,t)", "F(u.__e,r,u,f,e)"],
  ["function F(t,r,u,i,f,o,e,l,c,a)", "function F(t,r,u,f,e)"],
  [",l&&(l=!1),o=null", ""],
  [/a=[^,]+t\.content\|\|t,/g, ""],
  [
    "I(a,w(_)?_:[_],r,u,i,f,o,e,u.__k&&S(u,0),l,c)",
    "I(t,w(_)?_:[_],r,u,f,e,u.__k&&S(u,0))",
  ],
  ["void 0?[i]:null,f,i||S(u),void 0,o)", "f,i||S(u))"],
  ["null,f,i?i.__e:null,!1,o)", "f,i?i.__e:null)"],
  // Nor a context.
  ["z(e,r,u,t.__n,", "z(e,r,u,"],
  ["z(r,r.__k,i||p,p,", "z(r,r.__k,i||p,"],
  [/(d\.__n=i|d\.context=L|this\.context=t),/g, ""],
  ["new V(M,L)", "new V(M)"],
  ["new x(M,L)", "new x(M)"],
  ["d.__s,d.context)", "d.__s)"],
  ["i.__P=i.__n=null", "i.__P=null"],
  ["(n,t,r){return this.constructor(n,r)}", "(n){return this.constructor(n)}"],
  // Only React's tools ask where an element was written.
  ["e||(e={});", ""],
  ["return(a||i)&&(s.__source=a,s.__self=i),", "return "],
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
        const answered = left.replaceAll(question, answer);
        if (answered !== left) unasked.delete(question);
        return answered;
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
