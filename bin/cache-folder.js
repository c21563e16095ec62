const fs = require('node:fs');
const { join } = require('node:path');

/**
 * The folder of the user for what can be made again, as Node's own compile cache and the XDG base directories have it.
 *
 * @returns {string | undefined} none where the user does not want one, has no home, or does not own the folder: what is
 *   compiled is run, so that nobody else may have written it (with `sudo`, HOME can be somebody else's)
 */
exports.cacheFolder = () => {
  const { NODE_DISABLE_COMPILE_CACHE, NODE_COMPILE_CACHE, XDG_CACHE_HOME, LOCALAPPDATA, HOME } = process.env;
  if (NODE_DISABLE_COMPILE_CACHE) return undefined;
  const parent = NODE_COMPILE_CACHE || XDG_CACHE_HOME || LOCALAPPDATA || (HOME && join(HOME, '.cache'));
  if (!parent) return undefined;
  const folder = join(parent, 'elastiform');
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
    const { uid, mode } = fs.statSync(folder);
    // Windows knows neither; a profile there is its user's.
    const isOwn = process.getuid === undefined || (uid === process.getuid() && (mode & 0o022) === 0);
    return isOwn ? folder : undefined;
  } catch {
    return undefined;
  }
};
