import { isKrr, readKrr } from './krr.ts';
import { readKubectlTop } from './kubectl-top.ts';
import type { ReadMeasured, Resource } from './measured.ts';
import { isPrometheus, readPrometheus } from './prometheus.ts';

/**
 * Reads measured use and recognises by itself what wrote it: `kubectl top pods --containers`, Prometheus or KRR.
 *
 * @param resource what the file measures, where somebody has said it
 * @returns never throws, whatever the text
 */
export function readMeasured(text: string, resource?: Resource): ReadMeasured {
  const content = text.replace(/^\ufeff/, '');
  if (!/^\s*[{[]/.test(content)) {
    const read = readKubectlTop(content);
    if (read.ok && resource)
      return { ok: false, problem: `this is the output of kubectl top`, help: 'name it with --from' };
    return read;
  }
  let json: unknown;
  try {
    json = JSON.parse(content);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { ok: false, problem: 'the file is broken JSON', help: 'save the whole answer, and nothing else' };
  }
  if (isKrr(json)) return readKrr(json);
  if (isPrometheus(json)) return readPrometheus(json, resource);
  return {
    ok: false,
    problem: 'this JSON is neither an answer of Prometheus nor the output of KRR',
    help: 'save the answer of /api/v1/query_range, or the output of krr simple -f json',
  };
}
