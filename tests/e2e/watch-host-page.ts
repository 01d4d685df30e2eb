/**
 * The first script of a random host page: keeps what it needs before anybody
 * breaks it, notes every error, tells by `document.acted` when its calls have
 * settled, and answers to `document.look()` what it saw.
 */
export const watch = `{
  const { getOwnPropertyNames, getOwnPropertyDescriptor } = Object;
  const names = getOwnPropertyNames(window);
  const { Promise } = window;
  const all = Promise.all.bind(Promise);
  const listen = EventTarget.prototype.addEventListener;
  const problems = [];
  const note = (problem) => { problems[problems.length] = problem; };
  listen.call(window, "error", (event) => note(event.message));
  listen.call(window, "unhandledrejection", (event) => note("unhandled: " + event.reason));
  document.look = async () => {
    await document.finish();
    return getOwnPropertyNames(window).filter((name) => !names.includes(name)) + "|" + problems + "|" + (Symbol.for("enishi") in document ? "tracker" : "");
  };

  // What a script may patch to hear of more than it is told.
  const shared = { window, document, history, navigator, console, JSON, Object, Array, Promise, String };
  for (const name of ["EventTarget", "Node", "Element", "HTMLElement", "Document", "History", "Storage", "Promise", "Object", "Array", "String", "XMLHttpRequest", "CustomElementRegistry"])
    shared[name + ".prototype"] = window[name].prototype;
  const inventory = () => {
    const found = {};
    for (const place of getOwnPropertyNames(shared)) for (const name of getOwnPropertyNames(shared[place])) {
      const { value, get, set } = getOwnPropertyDescriptor(shared[place], name) || {};
      if (typeof value === "function" || get) found[place + "." + name] = [value, get, set];
    }
    return found;
  };
  const ours = ["window.enishi", "document.finish"];
  document.compare = () => {
    const before = inventory();
    return () => {
      const after = inventory();
      for (const name of getOwnPropertyNames({ ...before, ...after })) {
        const [was, is] = [before[name] || [], after[name] || []];
        if (!ours.includes(name) && (was[0] !== is[0] || was[1] !== is[1] || was[2] !== is[2])) note("changed: " + name);
      }
    };
  };

  document.run = (act) => { document.acted = new Promise((resolve) => listen.call(window, "load", () => {
    const answers = [];
    const attempt = (route) => { try { route(); } catch {} };
    const call = (args) => {
      if (typeof enishi !== "function") return;
      try { answers[answers.length] = enishi(...args).catch((error) => note("rejected: " + error)); }
      catch (error) { note("threw: " + error); }
    };
    act(call, attempt);
    resolve(all(answers).then(() => {}));
  })); };
  document.note = note;
}`;

/**
 * What the page does for itself, with all that was broken before: it has to
 * come out the same after us, whatever it is.
 */
export const theirs = `{
  const { note } = document;
  const unpatched = document.compare();
  const read = async () => {
    let heard = 0;
    try {
      document.addEventListener("theirs", () => { heard += 1; }, { once: true });
      document.dispatchEvent(new Event("theirs"));
    } catch { heard = "no listeners"; }
    let answer;
    try { answer = await (await fetch("data:,theirs")).text(); } catch { answer = "no fetch"; }
    let kept = "";
    try { kept = localStorage.theirs + document.cookie.includes("theirs=1"); } catch {}
    return [heard, answer, kept, typeof document.querySelector].join();
  };
  try { localStorage.theirs = "1"; document.cookie = "theirs=1"; } catch {}
  const before = read();
  document.finish = async () => {
    unpatched();
    const [first, last] = [await before, await read()];
    if (first !== last) note("was " + first + ", is " + last);
  };
}`;
