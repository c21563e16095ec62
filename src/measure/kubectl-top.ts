import { isUse, type ReadMeasured, Uses } from './measured.ts';

/**
 * Reads what `kubectl top pods --containers` prints, with or without header, with `-A` or not, one time or
 * several times below each other.
 *
 * @source k8s.io/kubectl pkg/metricsutil/metrics_printer.go: columns NAMESPACE (with -A), POD, NAME, CPU(cores),
 *   MEMORY(bytes); CPU is printed as "%vm", memory as "%vMi"; --sum adds a line of underscores and one of totals
 *   (read 2026-11-25)
 */
export function readKubectlTop(text: string): ReadMeasured {
  const uses = new Uses();
  let columns: readonly string[] | undefined;
  let unread = 0;
  let firstUnread = '';
  for (const line of text.split(/\r?\n/)) {
    const words = line.trim().split(/\s+/);
    if (words[0] === '' || isSum(words)) continue;
    if (isHeader(words)) {
      columns = words;
      if (!words.includes('POD')) return withoutContainers();
      continue;
    }
    const row = rowOf(words, columns);
    if (row === 'pods only') return withoutContainers();
    if (!row) {
      unread += 1;
      firstUnread ||= line.trim().slice(0, 80);
      continue;
    }
    uses.add(row.namespace, row.pod, row.container, 'cpu', row.cpu);
    uses.add(row.namespace, row.pod, row.container, 'memory', row.memory);
  }
  const list = uses.list();
  if (list.length === 0) {
    return {
      ok: false,
      problem: unread > 0 ? `this is no measurement: "${firstUnread}"` : 'the file is empty',
      help: 'give it the output of kubectl top pods --containers, a Prometheus query result or KRR -f json',
    };
  }
  const remarks = unread > 0 ? [`${unread} lines were not read, the first is "${firstUnread}"`] : [];
  return { ok: true, measured: { source: 'kubectl top', uses: list, recommendations: [], remarks } };
}

interface Row {
  readonly namespace: string | undefined;
  readonly pod: string;
  readonly container: string;
  readonly cpu: number;
  readonly memory: number;
}

function isHeader(words: readonly string[]): boolean {
  return words.includes('CPU(cores)') && words.includes('MEMORY(bytes)');
}

/** `________   ________`, and `1234m   5678Mi` below it. */
function isSum(words: readonly string[]): boolean {
  return words.every((word) => /^_+$/.test(word)) || (words.length === 2 && cpuOf(words[0]) !== undefined);
}

function rowOf(
  words: readonly string[],
  columns: readonly string[] | undefined,
): Row | 'pods only' | undefined {
  const [memoryText, cpuText, container = '', pod, namespace] = [...words].reverse();
  const cpu = cpuOf(cpuText);
  const memory = memoryOf(memoryText);
  if (cpu === undefined || memory === undefined) return undefined;
  if (columns ? words.length !== columns.length : words.length < 3 || words.length > 5) return undefined;
  // Three columns without a header are a pod and its use.
  if (pod === undefined) return 'pods only';
  return { namespace, pod, container, cpu, memory };
}

function withoutContainers(): ReadMeasured {
  return {
    ok: false,
    problem: 'the output has no column for the containers',
    help: 'run kubectl top pods --containers',
  };
}

/** Milli-CPU. */
function cpuOf(text = ''): number | undefined {
  const match = /^([0-9]{1,12})(m|n|u)?$/.exec(text);
  if (!match) return undefined;
  const milli = Number(match[1]) * ({ m: 1, u: 1e-3, n: 1e-6 }[match[2] ?? ''] ?? 1000);
  return isUse('cpu', milli) ? milli : undefined;
}

const UNITS: Readonly<Record<string, number>> = { Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40 };

/** Bytes. */
function memoryOf(text = ''): number | undefined {
  const match = /^([0-9]{1,15})(Ki|Mi|Gi|Ti)?$/.exec(text);
  if (!match) return undefined;
  const bytes = Number(match[1]) * (UNITS[match[2] ?? ''] ?? 1);
  return isUse('memory', bytes) ? bytes : undefined;
}
