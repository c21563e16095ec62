/**
 * A value in a Terraform configuration. A string is a *template*: `${…}` and `%{…}` in it are live, and
 * literal text has already been escaped (`$${`, `%%{`).
 */
export type Value = string | number | boolean | null | readonly Value[] | { readonly [key: string]: Value };

export interface Attribute {
  readonly name: string;
  readonly value: Value;
  /**
   * True where Terraform wants bare references and no expressions: `ignore_changes`, `depends_on`,
   * `moved.from`, `import.to`. The strings are then references such as `aws_db_instance.postgres`.
   */
  readonly references?: boolean;
}

/** The inside of a block. Both lists are in the order in which they are to be written. */
export interface Body {
  readonly attributes: readonly Attribute[];
  readonly blocks: readonly Block[];
}

export interface Block {
  /** `resource`, `data`, `locals`, `tag`, … */
  readonly type: string;
  /** `["aws_db_instance", "postgres"]` for a resource; empty for most nested blocks. */
  readonly labels: readonly string[];
  /** Lines above the block, without `#`; only top-level blocks have them. */
  readonly comment?: readonly string[];
  readonly body: Body;
}

/** One file of a Terraform root. */
export interface TerraformFile {
  /** Lines at the top of the file, without `#`. */
  readonly header: readonly string[];
  readonly blocks: readonly Block[];
}
