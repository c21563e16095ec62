import type { CST } from 'yaml';
import { grouped } from '../../util/grouped-digits.ts';
import type { SourceMap, SourceNode } from '../source-tree.ts';
import { buildBlockList, buildBlockMap } from './build-block.ts';
import { buildFlow, checkEnd } from './build-flow.ts';
import { buildScalar, isScalarToken } from './build-scalar.ts';
import type { Building } from './building.ts';
import { limits } from './limits.ts';
import type { Problems } from './problems.ts';
import { type Properties, readProperties } from './read-properties.ts';
import type { SourceText } from './source-text.ts';
import { unexpectedToken } from './unexpected-token.ts';
import { show } from './yaml-messages.ts';

/**
 * Builds the tree of a document from its syntax tree. Findings go to `problems`; the tree is then the best
 * reading of the text, so that one run lists the mistakes of the whole file.
 *
 * @returns nothing when the document is not a map
 */
export function buildTree(
  source: SourceText,
  document: CST.Document,
  problems: Problems,
): SourceMap | undefined {
  const anchors = new Anchors(source, problems);
  // Without an alias nobody asks how large a value is.
  const mayHaveAliases = source.text.includes('*');
  let depth = 0;
  const building: Building = {
    source,
    problems,
    state: { flowLevel: 0, unclosed: 0 },
    node(token, properties, emptyAt) {
      const anchor = properties.anchor ? anchors.declare(properties.anchor) : undefined;
      depth += 1;
      const node = buildNode(building, anchors, depth, token, properties, emptyAt);
      depth -= 1;
      if (mayHaveAliases) anchors.measure(node);
      if (anchor) anchor.node = node;
      return node;
    },
  };

  const { value } = document;
  const before = readProperties(problems, document.start, {
    indicator: 'doc-start',
    isFlow: false,
    next: value,
  });
  if (before.indicator && value?.type === 'block-map' && !before.hasNewline) {
    const { offset } = before.indicator;
    problems.syntax('yaml/unexpected-text', 'the first key stands on the line of "---"', offset, offset + 3, {
      help: 'remove the "---"',
    });
  }
  const root = building.node(value, before, before.end ?? document.offset);
  if (document.end) checkEnd(building, document.end);
  if (root.kind === 'map') return root;
  // What is read of an open quote or bracket says nothing about the root.
  if (building.state.unclosed > 0) return undefined;
  // Keys behind a list or a text confuse the parser; the root is the mistake.
  problems.retractSyntax(0);
  reportRoot(building, value, root);
  return undefined;
}

function buildNode(
  building: Building,
  anchors: Anchors,
  depth: number,
  token: CST.Token | null | undefined,
  properties: Properties,
  emptyAt: number,
): SourceNode {
  const { problems } = building;
  if (isScalarToken(token)) {
    const node = buildScalar(building, token);
    if (token.type !== 'block-scalar') checkEnd(building, token.end);
    return node;
  }
  switch (token?.type) {
    case 'block-map':
      return buildBlockMap(building, token);
    case 'block-seq':
      return buildBlockList(building, token);
    case 'flow-collection':
      return buildFlow(building, token);
    case 'alias': {
      if (properties.anchor) {
        checkEnd(building, token.end);
        const { offset, source } = properties.anchor;
        const message = `the anchor ${show(source)} names an alias`;
        problems.report('yaml/bad-anchor', message, offset, offset + source.length);
        return empty(building, token.offset + token.source.length);
      }
      const node = anchors.resolve(token, depth);
      // What follows a star that is no alias is part of the text that should have been quoted.
      if (node) checkEnd(building, token.end);
      return node ?? empty(building, token.offset + token.source.length);
    }
    case 'error': {
      const end = token.offset + token.source.length;
      if (token.message.includes('on same line with key')) {
        problems.syntax('yaml/list-on-key-line', 'the list starts on the line of its key', token.offset, end);
      } else problems.syntax(...unexpectedToken(token));
      return empty(building, emptyAt);
    }
    default:
      return empty(building, emptyAt);
  }
}

/** A value that is not written: it is null and stands where it would be. */
function empty({ source }: Building, at: number): SourceNode {
  return { kind: 'scalar', value: null, source: '', quoted: false, span: source.span(at, at) };
}

function reportRoot({ problems, source }: Building, token: CST.Token | undefined, root: SourceNode): void {
  // The alias has been reported: it repeats nothing.
  if (token?.type === 'alias' && problems.mark() > 0) return;
  const from = root.span.start.offset;
  const to = Math.min(root.span.end.offset, source.lineEnd(from));
  const line = source.text.slice(from, to);
  if (token?.type === 'scalar' && /^[\w.-]+:[^ \t]/.test(line)) {
    problems.syntax('yaml/missing-space', `${show(line)} has no space after its colon`, from, to);
  } else if (token?.type === 'scalar' && /^[\w.-]+\s+\S/.test(line)) {
    problems.syntax('yaml/missing-colon', `${show(line)} has no colon after its key`, from, to);
  } else {
    const what = root.kind === 'list' ? 'a list' : token?.type === 'alias' ? 'an alias' : 'a single value';
    problems.syntax('yaml/root-not-map', `the file holds ${what} instead of keys and values`, from, to);
  }
}

interface Anchor {
  /** Absent while the value that carries the anchor is still being built. */
  node?: SourceNode;
}

/** How much a value holds when every alias in it is written out. */
interface Size {
  readonly nodes: number;
  readonly length: number;
  readonly height: number;
}

/** Names values, repeats them, and counts what the repetitions add up to. */
class Anchors {
  readonly #source: SourceText;
  readonly #problems: Problems;
  readonly #byName = new Map<string, Anchor>();
  readonly #sizes = new Map<SourceNode, Size>();
  #repeatedNodes = 0;
  #repeatedLength = 0;

  constructor(source: SourceText, problems: Problems) {
    this.#source = source;
    this.#problems = problems;
  }

  declare(token: CST.SourceToken): Anchor {
    const anchor: Anchor = {};
    this.#byName.set(token.source.slice(1), anchor);
    return anchor;
  }

  measure(node: SourceNode): void {
    if (node.kind === 'scalar' || this.#sizes.has(node)) return;
    const size = { nodes: 1, length: 2, height: 1 };
    const add = (child: SourceNode) => {
      const { nodes, length, height } = this.#sizeOf(child);
      size.nodes += nodes;
      size.length += length;
      size.height = Math.max(size.height, height + 1);
    };
    if (node.kind === 'list') node.items.forEach(add);
    else {
      for (const [key, { value }] of node.entries) {
        size.nodes += 1;
        size.length += key.length;
        add(value);
      }
    }
    this.#sizes.set(node, size);
  }

  /** The value an alias repeats, or nothing after a report. `depth` counts the alias itself. */
  resolve({ offset, source }: CST.FlowScalar, depth: number): SourceNode | undefined {
    const end = offset + source.length;
    const anchor = this.#byName.get(source.slice(1));
    if (source === '*') {
      const help = 'a list item starts with "-"; quote the text if the star is part of it';
      this.#problems.report('yaml/unknown-alias', 'a star alone is no alias', offset, end, { help });
      return undefined;
    }
    if (!anchor) {
      this.#problems.report(
        'yaml/unknown-alias',
        `no anchor has the name of the alias ${show(source)}`,
        offset,
        end,
      );
      return undefined;
    }
    if (!anchor.node) {
      const message = `the alias ${show(source)} stands inside the value it repeats`;
      this.#problems.report('yaml/alias-cycle', message, offset, end);
      return undefined;
    }
    const size = this.#sizeOf(anchor.node);
    if (depth - 1 + size.height > limits.depth) {
      const message = `with this alias, maps and lists are nested more than ${limits.depth} levels deep`;
      this.#problems.report('yaml/too-deep', message, offset, end);
      return undefined;
    }
    const wasTooLarge = this.#isTooLarge();
    this.#repeatedNodes += size.nodes;
    this.#repeatedLength += size.length;
    if (!this.#isTooLarge()) return anchor.node;
    if (!wasTooLarge) {
      const most = `${grouped(limits.nodes)} values or ${grouped(limits.fileLength)} characters`;
      this.#problems.report(
        'yaml/aliases-too-large',
        `written out, the aliases are more than ${most}`,
        offset,
        end,
      );
    }
    return undefined;
  }

  #isTooLarge(): boolean {
    return this.#repeatedNodes > limits.nodes || this.#repeatedLength > limits.fileLength;
  }

  #sizeOf(node: SourceNode): Size {
    if (node.kind === 'scalar') return { nodes: 1, length: node.source.length, height: 0 };
    return this.#sizes.get(node) ?? { nodes: 1, length: 0, height: 0 };
  }
}
