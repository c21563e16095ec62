/**
 * What a file of ours declares, such as `resource.aws_vpc.main`, `local.names`, `moved a.b c.d` and `terraform`.
 * It reads by the layout of the renderer, which `terraform fmt` confirms: no parser of our own stands between.
 */
export function addressesInHcl(text: string): string[] {
  const blocks = text.matchAll(/^([a-z]+)((?: "[^"\n]+")*) \{\n([\s\S]*?)^\}$/gm);
  return [...blocks].flatMap(([, kind = '', labels = '', body = '']) => {
    // Two spaces: what is nested has more of them.
    const values = new Map(
      [...body.matchAll(/^ {2}([a-z0-9_]+) += (.*)$/gm)].map(([, key, value]) => [key, value]),
    );
    if (kind === 'locals') return [...values.keys()].map((key) => `local.${key}`);
    const ends = ENDS.flatMap((end) => (labels === '' ? (values.get(end) ?? []) : []));
    return [
      address(
        kind,
        [...labels.matchAll(/"([^"]+)"/g)].map(([, label = '']) => label),
        ends,
      ),
    ];
  });
}

export function addressesInJson(text: string): string[] {
  const { '//': _, ...file } = JSON.parse(text) as Record<string, Json>;
  return Object.entries(file).flatMap(([kind, content]) => {
    if (Array.isArray(content)) return content.map((block) => address(kind, [], endsOf(block)));
    const labels = LABELS[kind] ?? 0;
    if (kind === 'locals') return keysOf(content).map((key) => `local.${key}`);
    return labelled(content, labels).map((path) => address(kind, path, []));
  });
}

type Json = { readonly [key: string]: Json };

const ENDS = ['from', 'to'] as const;
const LABELS: Readonly<Record<string, number>> = { resource: 2, data: 2, provider: 1, output: 1, check: 1 };

function address(kind: string, labels: readonly string[], ends: readonly string[]): string {
  return [[kind, ...labels].join('.'), ...ends].join(' ');
}

function endsOf(block: Json): string[] {
  return ENDS.flatMap((end) => (typeof block[end] === 'string' ? [block[end]] : []));
}

function labelled(content: Json, depth: number): string[][] {
  if (depth === 0) return [[]];
  return keysOf(content).flatMap((key) => labelled(content[key]!, depth - 1).map((rest) => [key, ...rest]));
}

function keysOf(content: Json): string[] {
  return Object.keys(content).filter((key) => key !== '//');
}
