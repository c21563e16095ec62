import { LineCounter, parseAllDocuments } from 'yaml';

export type Parsed = { readonly values: readonly unknown[] } | { readonly problem: string };

/** Beyond it, YAML is not worth the time that its parser takes; JSON has no such bound. */
const MOST_YAML = 8 * 1024 * 1024;

/** JSON, or YAML with any number of documents, as kubectl writes it. */
export function parseInput(text: string): Parsed {
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (plain.trim() === '') return { problem: 'is empty' };
  if (/^\s*[[{]/.test(plain)) return parseJson(plain);
  if (plain.length > MOST_YAML) return { problem: 'is too large for YAML: write it as JSON (-o json)' };
  return parseYamlDocuments(plain);
}

function parseJson(text: string): Parsed {
  try {
    return { values: [JSON.parse(text)] };
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    // The message of the engine quotes the text, which may hold a secret.
    return { problem: 'is no complete JSON: was the command interrupted?' };
  }
}

function parseYamlDocuments(text: string): Parsed {
  const lineCounter = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter, logLevel: 'silent', uniqueKeys: true });
  const values: unknown[] = [];
  for (const document of documents) {
    const [error] = document.errors;
    if (error) return { problem: `is no YAML: line ${error.linePos?.[0].line ?? 1} (${error.code})` };
    try {
      const value: unknown = document.toJS({ maxAliasCount: 0 });
      if (value !== null) values.push(value);
    } catch (failure) {
      if (!(failure instanceof ReferenceError)) throw failure;
      return { problem: 'has YAML aliases, which kubectl never writes' };
    }
  }
  return { values };
}
