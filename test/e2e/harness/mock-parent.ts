// A program for the harness's own tests: starts a mock AWS, says where, and waits to be ended.
import { startMockAws } from './mock-aws.ts';
import { findTools } from './tools.ts';

const { tools, reason } = await findTools();
if (!tools) throw new Error(reason);
const mock = await startMockAws(tools);
process.stdout.write(`${mock.endpoint}\n`);
if (process.argv.includes('--crash')) throw new Error('crashed on purpose');
setInterval(() => {}, 1000);
