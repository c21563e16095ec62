// One of several threads of a command (src/host/worker-thread.ts): it runs the bundle that the command runs.
const { workerData } = require('node:worker_threads');
const { start } = require('./start.js');

start(workerData.folder, workerData.caches, 'worker');
