import { serveJobs } from './cli/jobs/serve.ts';
import { knowledge } from './components/registry.ts';
import { onThread } from './host/worker-thread.ts';

await onThread((given, parent) => serveJobs(given, parent, knowledge));
