/** As Chromium's trace format has it: `ts` and `dur` in microseconds. */
export interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  /** What of `dur` the thread had a core for: others on the machine do not count. */
  tdur?: number;
  args: {
    data?: {
      url?: string;
      stackTrace?: { url: string }[];
      timerId?: number;
    };
  };
}

/** Milliseconds of the page's main thread. */
export interface MainThread {
  /** In tasks in which our scripts were compiled or ran; of the one that ends the page's loading, what told us. */
  ours: number;
  /** The longest of these tasks. */
  longest: number;
  /** How many of them are what browsers call long: over 50 ms. */
  long: number;
  /** In all tasks. */
  all: number;
}

/** Loading a script is the browser's work, and the parser's that met it. */
const isScript = /^(EvaluateScript|FunctionCall|v8\.(compile|evaluate)\w*)$/;

const longTask = 50_000;

/** Adds up the tasks of the main thread that loaded the page, and what our scripts had a part in. */
export function readTrace(events: TraceEvent[], scripts: string): MainThread {
  const loaded = events.find(({ name }) => name === "MarkLoad");
  const isMain = ({ pid, tid }: TraceEvent) =>
    pid === loaded?.pid && tid === loaded.tid;
  const main = events.filter(isMain);
  const tasks = main
    .filter(({ name, dur }) => name === "RunTask" && dur)
    .sort((a, b) => a.ts - b.ts);
  const ours = tasksOfOurs(tasks, { main, scripts }).flatMap((task) =>
    ownPart(task, { main, scripts }),
  );
  const sum = (of: TraceEvent[]) =>
    of.reduce((total, task) => total + onCore(task), 0) / 1_000;
  return {
    ours: sum(ours),
    longest: Math.max(0, ...ours.map(onCore)) / 1_000,
    long: ours.filter((task) => onCore(task) > longTask).length,
    all: sum(tasks),
  };
}

/** In the task that ends the page's loading we are one who hears of it: what else is in it every page has. */
function ownPart(
  task: TraceEvent,
  { main, scripts }: { main: TraceEvent[]; scripts: string },
): TraceEvent[] {
  const within = main.filter((event) => isWithin(event, task));
  if (!within.some(({ name }) => name === "MarkLoad")) return [task];
  return within.filter(
    (event) =>
      event.name === "EventDispatch" &&
      within.some(
        (inner) =>
          isWithin(inner, event) &&
          isScript.test(inner.name) &&
          isOurs(inner.args, scripts),
      ),
  );
}

function isWithin({ ts }: TraceEvent, outer: TraceEvent): boolean {
  return ts >= outer.ts && ts < outer.ts + (outer.dur ?? 0);
}

/** Also those of our timers: where one keeps a promise, what follows names no script. */
function tasksOfOurs(
  tasks: TraceEvent[],
  { main, scripts }: { main: TraceEvent[]; scripts: string },
): TraceEvent[] {
  const timers = new Set<number | undefined>();
  return tasks.filter((task) => {
    const within = main.filter((event) => isWithin(event, task));
    const isOfOurs = within.some(({ name, args }) =>
      name === "TimerFire"
        ? timers.has(args.data?.timerId)
        : isScript.test(name) && isOurs(args, scripts),
    );
    for (const { name, args } of isOfOurs ? within : [])
      if (name === "TimerInstall") timers.add(args.data?.timerId);
    return isOfOurs;
  });
}

function isOurs({ data }: TraceEvent["args"], scripts: string): boolean {
  const urls = [data?.url, ...(data?.stackTrace ?? []).map(({ url }) => url)];
  return urls.some((url) => url?.startsWith(`${scripts}/`));
}

function onCore({ tdur, dur = 0 }: TraceEvent): number {
  return tdur ?? dur;
}
