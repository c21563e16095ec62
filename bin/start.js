const fs = require('node:fs');
const { dirname, join } = require('node:path');
const { setFlagsFromString } = require('node:v8');
const { Script } = require('node:vm');
const { cacheFolder } = require('./cache-folder.js');

/**
 * Runs the command from a bundle. What V8 has compiled is kept, apart for every verb, because compiling takes longer
 * than most commands: the first run of a verb on a machine writes it, and the others read it.
 *
 * @param {string} folder of the bundle
 * @param {string} [caches] where to keep what is compiled; the user's folder for such things if left out
 * @param {'command' | 'worker'} [entry] what of the bundle to run
 */
exports.start = (folder, caches = cacheFolder(), entry = 'command') => {
  // V8 optimizes what has run for some milliseconds; here that takes a fifth of a short command and pays for none. What
  // runs for a second is optimized all the same.
  setFlagsFromString('--interrupt-budget=1000000');
  // The young generation begins with 1 MB and doubles at each collection; so it has what a compilation needs after the first.
  setFlagsFromString('--semi-space-growth-factor=8');
  // For a promise that never settles; the command sets the real one.
  process.exitCode = 70;
  const verb = /^[a-z]{1,16}$/.test(process.argv[2] ?? '') ? process.argv[2] : 'other';
  // For src/host/bundle.ts: more threads run the same bundle, and its content says whether this is the same compiler.
  globalThis[Symbol.for('elastiform.bundle')] = { folder, caches, worker: join(__dirname, 'worker.js') };
  const loaded = [];
  const load = (name) => {
    const known = loaded.find((one) => one.name === name);
    if (known) return known.module.exports;
    const one = { name, module: { exports: {} }, ...compile(join(folder, name), caches, verb) };
    loaded.push(one);
    const requireFrom = (id) => (id.startsWith('./') ? load(id.slice(2)) : require(id));
    one.script.runInThisContext()(one.module.exports, requireFrom, one.module);
    return one.module.exports;
  };
  load('elastiform.cjs')
    [entry]()
    .then(() => {
      // A mistyped verb is not worth a file.
      if (process.exitCode !== 64) for (const one of loaded) keep(one);
      // V8 still optimizes and collects in other threads, and Node would wait for that.
      if (entry === 'command') process.exit();
    });
};

/** What is in a cache is taken only for the same text, by the same version of Node and of V8. */
function compile(file, caches, verb) {
  // The text has nothing but ASCII, and its first line says what it is made of.
  const text = fs.readFileSync(file, 'latin1');
  const content = text.slice(2, text.indexOf('\n'));
  const cache = caches && join(caches, `${content}-${process.version}-${process.arch}`, verb);
  const cachedData = cache && orNothing(() => fs.readFileSync(cache));
  const options = { filename: file, ...(cachedData ? { cachedData } : {}) };
  const script = new Script(`(function (exports, require, module) {${text}\n})`, options);
  return { script, cache, isKept: cachedData !== undefined && script.cachedDataRejected === false };
}

/** Best effort: without it the next start is slower, and nothing else is different. */
function keep({ script, cache, isKept }) {
  if (isKept || !cache) return;
  orNothing(() => {
    fs.mkdirSync(dirname(cache), { recursive: true, mode: 0o700 });
    // Threads of one process have the same number.
    const draft = `${cache}.${process.pid}-${process.hrtime.bigint()}`;
    // V8 does not look whether all of it is there, and falls over: it is on the disk before it has its name.
    fs.writeFileSync(draft, script.createCachedData(), { flush: true });
    fs.renameSync(draft, cache);
    removeOld(dirname(dirname(cache)));
  });
}

const A_MONTH_IN_MS = 30 * 86_400_000;

function removeOld(caches) {
  for (const name of fs.readdirSync(caches)) {
    const path = join(caches, name);
    if (Date.now() - fs.statSync(path).mtimeMs > A_MONTH_IN_MS) fs.rmSync(path, { recursive: true });
  }
}

/** A folder that may only be read, a full disk, another process in between: all of them mean "no cache". */
function orNothing(attempt) {
  try {
    return attempt();
  } catch {
    return undefined;
  }
}
