import { builtInCatalog } from '../../catalog/catalog.ts';
import { knowledgeOf } from '../../compiler/compile.ts';
import { onProcess } from '../../host/process.ts';
import { run } from '../run.ts';

// The command line in a process of its own, for tests that need one; it knows no kind of thing and starts quickly.
const knowledge = knowledgeOf([], [], builtInCatalog);
await onProcess((surroundings) => run({ ...surroundings, knowledge, version: '1.2.3' }));
