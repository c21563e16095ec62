/** An element of a small XML document. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** All text directly inside of it. */
  readonly text: string;
}

// Everything that XML 1.0 allows in a document; no other character can be written, not even as a reference.
const CHARACTERS = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;
const TOKEN = /<(\/?)([A-Za-z][\w.-]*)((?:\s+[A-Za-z][\w.-]*="[^"<]*")*)\s*(\/?)>|([^<]+)/y;

/**
 * Reads what a report is made of: elements, attributes and text. Stricter than XML: comments, CDATA, DOCTYPE
 * and entities other than the five and numbers are refused.
 *
 * @throws Error where the text is not well-formed
 */
export function readXml(document: string): XmlElement {
  if (!CHARACTERS.test(document)) throw new Error('a character that XML 1.0 does not have');
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (!document.startsWith(declaration)) throw new Error('no XML declaration');
  const root: Open = { name: '', attributes: new Map(), children: [], text: '' };
  const stack: Open[] = [root];
  TOKEN.lastIndex = declaration.length;
  while (TOKEN.lastIndex < document.length) {
    const at = TOKEN.lastIndex;
    const match = TOKEN.exec(document);
    if (!match) throw new Error(`not well-formed at ${JSON.stringify(document.slice(at, at + 80))}`);
    const [, isEnd, name, attributes = '', isEmpty, text] = match;
    const current = stack.at(-1)!;
    if (text !== undefined) current.text += unescaped(text);
    else if (isEnd) {
      if (stack.pop()?.name !== name) throw new Error(`</${name}> closes another element`);
    } else {
      const element: Open = { name: name!, attributes: attributesOf(attributes), children: [], text: '' };
      current.children.push(element);
      if (!isEmpty) stack.push(element);
    }
  }
  if (stack.length !== 1 || root.children.length !== 1 || root.text.trim() !== '')
    throw new Error('not exactly one root element');
  return root.children[0]!;
}

interface Open {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: Open[];
  text: string;
}

function attributesOf(text: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name, value] of text.matchAll(/([A-Za-z][\w.-]*)="([^"]*)"/g)) {
    if (attributes.has(name!)) throw new Error(`${name} is there twice`);
    // A reader turns line ends and tabs in attributes into spaces, unless they are references.
    attributes.set(name!, unescaped(value!.replace(/[\t\n\r]/g, ' ')));
  }
  return attributes;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescaped(text: string): string {
  return text.replace(/&(#?[A-Za-z0-9]*)(;?)/g, (whole, name: string, end: string) => {
    const character = name.startsWith('#')
      ? String.fromCodePoint(Number(name.slice(1).replace(/^x/, '0x')))
      : ENTITIES[name];
    if (end === '' || character === undefined) throw new Error(`${whole} is no entity`);
    return character;
  });
}
