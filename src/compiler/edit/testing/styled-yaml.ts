import fc from 'fast-check';

export type Tree = { readonly [key: string]: Tree | Leaf };
export type Leaf = string | number | boolean | null | readonly string[];

const word = fc.constantFrom('min', 'max', 'owner', 'size', 'labels', 'a-b', 'x.y/z', 'prod', 'cpu', 'types');
const scalar = fc.oneof(
  fc.constantFrom<Leaf>(
    '500m',
    '70%',
    '1',
    'on',
    '200GiB',
    'Sun 04:30-05:30',
    "it's",
    '',
    'a, b',
    '# no',
    'null',
  ),
  fc.integer({ min: 0, max: 5000 }),
  fc.boolean(),
);
const leaf: fc.Arbitrary<Leaf> = fc.oneof(
  scalar,
  fc.array(fc.constantFrom('m5.large', 'a', '3'), { minLength: 1, maxLength: 3 }),
);

/** Small trees as specs are: maps of maps, with scalars and lists of text at the ends. */
export const tree: fc.Arbitrary<Tree> = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.dictionary(
    word,
    fc.oneof({ depthSize: 'small', maxDepth: 3 }, leaf, tie('tree') as fc.Arbitrary<Tree>),
    {
      minKeys: 1,
      maxKeys: 4,
      noNullPrototype: true,
    },
  ) as fc.Arbitrary<Tree>,
})).tree;

/** Choices of a writer, one for each time that there is one. */
export const taste = fc.array(fc.nat({ max: 11 }), { minLength: 8, maxLength: 40 });

/** The tree in YAML, in the taste of somebody: brackets or lines, quotes, comments, indentation, line endings. */
export function write(root: Tree, choices: readonly number[]): string {
  let turn = 0;
  const choose = (of: number): number => (choices[turn++ % choices.length] ?? 0) % of;
  const step = [2, 4, 3][choose(3)] ?? 2;
  const ending = choose(4) === 0 ? '\r\n' : '\n';
  const comment = () => (choose(4) === 0 ? `  # ${['why: {x}', 'see "a"', '- not a list'][choose(3)]}` : '');
  const scalarText = (value: Exclude<Leaf, readonly string[]>): string => {
    if (typeof value !== 'string') return value === null ? ['null', '~'][choose(2)]! : String(value);
    const isPlain = /^[a-zA-Z][\w.-]*$/.test(value) && !/^(?:null|true|false|on)$/.test(value);
    if (isPlain && choose(2) === 0) return value;
    return choose(2) === 0 ? `'${value.replaceAll("'", "''")}'` : JSON.stringify(value);
  };
  const flow = (value: Tree | Leaf): string => {
    if (Array.isArray(value)) return `[${value.map((item) => scalarText(item)).join(', ')}]`;
    if (typeof value !== 'object' || value === null) return scalarText(value as string);
    const pad = choose(3) === 0 ? ' ' : '';
    return `{${pad}${Object.entries(value)
      .map(([key, inner]) => `${key}: ${flow(inner)}`)
      .join(', ')}${pad}}`;
  };
  const block = (map: Tree, indent: number): string[] =>
    Object.entries(map).flatMap(([key, value]) => {
      const start = `${' '.repeat(indent)}${choose(5) === 0 ? JSON.stringify(key) : key}:`;
      const above = choose(5) === 0 ? [`${' '.repeat(indent)}# about ${key}`] : choose(6) === 0 ? [''] : [];
      if (Array.isArray(value) && choose(2) === 0) {
        return [
          ...above,
          `${start}${comment()}`,
          ...value.map((item) => `${' '.repeat(indent + step)}- ${scalarText(item)}${comment()}`),
        ];
      }
      if (typeof value !== 'object' || value === null || Array.isArray(value))
        return [...above, `${start} ${flow(value)}${comment()}`];
      const style = choose(4);
      if (style === 0) return [...above, `${start} ${flow(value)}${comment()}`];
      if (style === 1) {
        const inner = ' '.repeat(indent + step);
        const entries = Object.entries(value);
        const lines = entries.map(
          ([name, item], index) =>
            `${inner}${name}: ${flow(item)}${index < entries.length - 1 || choose(2) === 0 ? ',' : ''}${comment()}`,
        );
        return [...above, `${start} {`, ...lines, `${' '.repeat(indent)}}`];
      }
      const below = choose(6) === 0 ? [`${' '.repeat(indent + step)}# end of ${key}`] : [];
      return [...above, `${start}${comment()}`, ...block(value as Tree, indent + step), ...below];
    });
  const lines = block(root, 0);
  return `${choose(5) === 0 ? '\ufeff' : ''}${lines.join(ending)}${choose(3) === 0 ? '' : ending}`;
}

/** Every path of a tree, with what is there. */
export function pathsOf(
  map: Tree,
  above: readonly string[] = [],
): readonly (readonly [readonly string[], Tree | Leaf])[] {
  return Object.entries(map).flatMap(([key, value]) => {
    const path = [...above, key];
    const isMap = typeof value === 'object' && value !== null && !Array.isArray(value);
    return [[path, value] as const, ...(isMap ? pathsOf(value as Tree, path) : [])];
  });
}
