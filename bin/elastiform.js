#!/usr/bin/env node
// CommonJS (see package.json beside this file), for the loader of ES modules takes a fifth of a start.
const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');
const { start } = require('./start.js');

// In a checkout the bundle follows the sources; a package has nothing but the bundle.
const checkout = join(__dirname, '../tools/package/run-checkout.js');
if (existsSync(checkout)) import(pathToFileURL(checkout)).then(({ runCheckout }) => runCheckout(start));
else start(join(__dirname, '../dist/package'));
