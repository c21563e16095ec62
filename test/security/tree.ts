/** Terraform's JSON, in which a block that stands alone has no list around it. */
export type Json =
  | undefined
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };
export type Body = { readonly [key: string]: Json };

export interface Resource {
  /** `aws_db_instance.postgres` */
  readonly address: string;
  readonly type: string;
  readonly body: Body;
}

/** The AWS root of one environment. */
export interface Tree {
  readonly resources: readonly Resource[];
  readonly data: readonly Resource[];
  readonly locals: Body;
}

/** @param files keyed by path; what is not a `.tf.json` file of the AWS root is left out */
export function readTree(files: ReadonlyMap<string, string>): Tree {
  const contents = [...files]
    .filter(([path]) => path.endsWith('.tf.json') && !path.includes('/'))
    .map(([, text]) => JSON.parse(text) as Content);
  const addressed = (kind: 'resource' | 'data') =>
    contents.flatMap((content) =>
      Object.entries(content[kind] ?? {}).flatMap(([type, bodies]) =>
        Object.entries(bodies)
          .filter(([name]) => name !== '//')
          .map(([name, body]) => ({ address: `${type}.${name}`, type, body: body as Body })),
      ),
    );
  const locals = Object.assign({}, ...contents.map((content) => content.locals ?? {})) as Body;
  return { resources: addressed('resource'), data: addressed('data'), locals };
}

interface Content {
  readonly resource?: { readonly [type: string]: Body };
  readonly data?: { readonly [type: string]: Body };
  readonly locals?: Body;
}

/** The blocks of a name, however many there are. */
export function blocks(body: Json, name: string): readonly Body[] {
  const value = (body as Body | undefined)?.[name];
  return (Array.isArray(value) ? value : value === undefined ? [] : [value]) as readonly Body[];
}

/** What is at a path of names in the first block of each; `undefined` when a block is missing. */
export function at(body: Json, ...names: readonly string[]): Json {
  return names.reduce<Json>((inner, name) => {
    const block = Array.isArray(inner) ? inner[0] : inner;
    return (block as Body | undefined)?.[name];
  }, body);
}

/** Terraform takes truth values of some arguments as texts. */
export function isTrue(value: Json): boolean {
  return value === true || value === 'true';
}

/** The resource that an argument refers to: `aws_db_parameter_group.x.name` is `aws_db_parameter_group.x`. */
export function referred(tree: Tree, value: Json): Resource | undefined {
  const address = /^\$\{([a-z0-9_]+\.[a-z0-9_]+)\./.exec(String(value))?.[1];
  return tree.resources.find((resource) => resource.address === address);
}
