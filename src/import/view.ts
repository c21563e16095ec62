/**
 * A value of somebody else's JSON, read key by key and never trusted: a key that is missing, inherited or of
 * another type is undefined, and so is text with characters that move a cursor or hide what it says.
 */
export class View {
  readonly raw: unknown;

  constructor(raw: unknown) {
    this.raw = raw;
  }

  get isMap(): boolean {
    return typeof this.raw === 'object' && this.raw !== null && !Array.isArray(this.raw);
  }

  has(key: string): boolean {
    return this.isMap && Object.hasOwn(this.raw as object, key);
  }

  get(key: string): unknown {
    return this.has(key) ? (this.raw as Record<string, unknown>)[key] : undefined;
  }

  keys(): string[] {
    return this.isMap ? Object.keys(this.raw as object).sort() : [];
  }

  text(key: string): string | undefined {
    return safeText(this.get(key));
  }

  number(key: string): number | undefined {
    const value = this.get(key);
    return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
  }

  flag(key: string): boolean | undefined {
    const value = this.get(key);
    return typeof value === 'boolean' ? value : undefined;
  }

  view(key: string): View {
    return new View(this.get(key));
  }

  views(key: string): View[] {
    return listOf(this.get(key)).map((item) => new View(item));
  }

  texts(key: string): string[] {
    return listOf(this.get(key)).flatMap((item) => safeText(item) ?? []);
  }
}

const LONGEST_TEXT = 2048;

const UNSAFE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the purpose
  /[\0-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff]|\p{Cs}/u;

function safeText(value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '' || value.length > LONGEST_TEXT) return undefined;
  return UNSAFE.test(value) ? undefined : value;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
