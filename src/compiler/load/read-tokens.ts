import { CST, Lexer, Parser } from 'yaml';
import { grouped } from '../../util/grouped-digits.ts';
import { limits } from './limits.ts';
import type { Problems, Report } from './problems.ts';
import { type Repair, repairBracket, repairQuote, repairStray, repairTemplate } from './repairs.ts';
import type { SourceText } from './source-text.ts';
import { unexpectedToken } from './unexpected-token.ts';
import { show } from './yaml-messages.ts';

/** What the token reader found: no document for a file without content or one that passes a limit. */
export interface ReadTokens {
  readonly document?: CST.Document;
  /** True when reading ended at a limit, so that nothing may be said about the rest. */
  readonly isCutShort: boolean;
}

/**
 * Splits the text into the syntax tree of its one document, within the limits.
 *
 * The parser of `yaml` is driven token by token, so that depth, aliases and nodes are counted before it
 * does work for them. Four slips make it lose the rest of the file: a quote or a bracket that is closed nowhere, a
 * bracket that was never opened, and a template between brackets. Each is reported, blanked out and the text read again.
 *
 * @param text the text of `source` with the same length and without forbidden characters
 */
export function readTokens(source: SourceText, text: string, problems: Problems): ReadTokens {
  let readable = text;
  for (let repairs = 0; ; repairs += 1) {
    const mayRepair = repairs < MAX_REPAIRS && (repairs + 1) * text.length <= REPAIRED_LENGTH;
    const pass = readOnce(source, readable, mayRepair);
    if (pass.repair) {
      problems.syntax(...pass.repair.report);
      readable = pass.repair.text;
      continue;
    }
    for (const report of pass.reports) problems.syntax(...report);
    if (pass.fatal) problems.report(...pass.fatal);
    const { document } = pass;
    return { isCutShort: pass.fatal !== undefined, ...(document ? { document } : {}) };
  }
}

interface Count {
  aliases: number;
  anchors: number;
  /** Keys, values and lists that are written. */
  nodes: number;
  /** Colons, commas and the like: each may stand for a value that is not written. */
  marks: number;
}

interface Pass {
  document?: CST.Document;
  reports: Report[];
  fatal?: Report;
  repair?: Repair | undefined;
}

// Each repair reads the whole text again: 4 for a spec of people's size, none for the largest, whose one
// reading takes half of the 2 seconds of S1 already.
const MAX_REPAIRS = 4;
const REPAIRED_LENGTH = limits.fileLength / 2;

function readOnce(source: SourceText, text: string, mayRepair: boolean): Pass {
  const parser = new Parser();
  const pass: Pass = { reports: [] };
  const count: Count = { aliases: 0, anchors: 0, nodes: 0, marks: 0 };
  let isAtLineStart = true;
  let isScalarNext = false;
  let lastTabLine = -1;
  let spaces: string[] = [];
  let openBrackets = 0;
  let isBehindBracket = false;

  /** Hands one token to the parser. False when reading must stop. */
  const feed = (lexeme: string): boolean => {
    const offset = parser.offset;
    for (const token of parser.next(lexeme)) {
      if (token.type === 'document') {
        pass.document ??= token;
      } else if (token.type === 'directive') {
        pass.reports.push([
          'yaml/directive',
          `the directive ${show(token.source)} is not allowed`,
          token.offset,
          token.offset + token.source.length,
        ]);
      } else if (token.type === 'error') {
        if (pass.document === undefined || parser.stack.length > 0) {
          pass.reports.push(unexpectedToken(token));
          continue;
        }
        // The parser has closed the document: every token that follows would be an error too.
        if (token.source === ':') {
          pass.reports.push(keyBehindRoot(source, pass.document, token));
        } else if (mayRepair) {
          pass.repair = repairStray(text, token);
        } else {
          pass.reports.push(unexpectedToken(token));
        }
        return false;
      }
    }
    if (pass.document !== undefined && parser.stack[0]?.type === 'document') {
      pass.reports.push([
        'yaml/several-documents',
        'a second YAML document starts here',
        offset,
        Math.max(offset + lexeme.length, Math.min(offset + 3, source.lineEnd(offset))),
      ]);
      parser.stack.length = 0;
      return false;
    }
    const top = parser.stack.at(-1);
    if (top && parser.stack.length > limits.depth && depthOf(parser.stack) > limits.depth) {
      const end = 'items' in top ? firstKeyEnd(top) : undefined;
      pass.fatal = [
        'yaml/too-deep',
        `maps and lists are nested more than ${limits.depth} levels deep here`,
        top.offset,
        end ?? top.offset + 1,
      ];
      return false;
    }
    return true;
  };

  const skip = (...lexemes: string[]): void => {
    for (const lexeme of lexemes) parser.offset += lexeme.length;
  };

  for (const lexeme of new Lexer().lex(text)) {
    if (isScalarNext) {
      isScalarNext = false;
      const isBlock = parser.stack.at(-1)?.type === 'block-scalar';
      if (!feed(lexeme)) break;
      if (!isBlock) continue;
      isAtLineStart = true;
      // A text block that ends within a line has met a tab where its indentation should be.
      const lineStart = lexeme.lastIndexOf('\n') + 1;
      if (parser.offset < text.length && lexeme.includes('\t', lineStart)) {
        const from = parser.offset - (lexeme.length - lineStart);
        pass.reports.push(['yaml/tab', 'the line is indented with a tab', from, parser.offset]);
      }
      continue;
    }
    const type = CST.tokenType(lexeme);

    // Blank lines and comments mean nothing to the tree, and the parser compares long runs of them again
    // and again. They are left out, except after "|" and ">", where the parser counts their length.
    if (parser.stack.at(-1)?.type !== 'block-scalar') {
      if (type === 'space') {
        spaces.push(lexeme);
        continue;
      }
      if (type === 'newline' || type === 'comment') {
        const before = parser.offset + spaces.reduce((sum, space) => sum + space.length, 0);
        if (type === 'comment' && before > 0 && !/\s/.test(text[before - 1] ?? ' ')) {
          pass.reports.push([
            'yaml/missing-space',
            'a comment needs a space before its "#"',
            before,
            before + 1,
            { help: 'write a space before the "#", or quote the value if the "#" is part of it' },
          ]);
        }
        skip(...spaces);
        spaces = [];
        if (type === 'comment' || isAtLineStart) skip(lexeme);
        else if (!feed(lexeme)) break;
        if (type === 'newline') isAtLineStart = true;
        continue;
      }
      if (isAtLineStart && spaces.some((space) => space.includes('\t'))) {
        const from = parser.offset;
        const line = source.lineAt(from);
        const to = from + spaces.reduce((sum, space) => sum + space.length, 0);
        // Neighbouring lines are one slip of the editor.
        if (line !== lastTabLine + 1) {
          pass.reports.push(['yaml/tab', 'the line is indented with a tab', from, to]);
        }
        lastTabLine = line;
      }
    }
    let goesOn = true;
    for (const space of spaces) goesOn = goesOn && feed(space);
    spaces = [];
    if (!goesOn) break;

    const offset = parser.offset;
    switch (type) {
      case 'alias':
        count.aliases += 1;
        break;
      case 'anchor':
        count.anchors += 1;
        break;
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
        if (mayRepair) pass.repair = repairQuote(source, text, lexeme, offset);
        count.nodes += 1;
        break;
      case 'scalar':
        isScalarNext = true;
        count.nodes += 1;
        break;
      case 'flow-map-start':
        if (mayRepair) pass.repair = repairTemplate(text, offset);
        count.nodes += 1;
        break;
      case 'flow-seq-start':
      case 'seq-item-ind':
        count.nodes += 1;
        break;
      case 'flow-error-end':
        if (mayRepair) pass.repair = repairBracket(source, text, parser.stack);
        break;
      case 'explicit-key-ind':
      case 'map-value-ind':
      case 'comma':
      case 'tag':
      case 'flow-map-end':
      case 'flow-seq-end':
      case 'directive-line':
        count.marks += 1;
        break;
    }
    const over = overLimit(count, offset, lexeme.length);
    if (over) pass.fatal = over;
    if (over || pass.repair) break;
    const opens = type === 'flow-map-start' || type === 'flow-seq-start';
    const closes = type === 'flow-map-end' || type === 'flow-seq-end';
    if (opens && isBehindBracket && openBrackets > 0) {
      pass.reports.push(['yaml/missing-comma', 'a comma is missing here', offset, offset + 1]);
      // Without it the parser would take the second bracket for a part of what the first one ended.
      if (!feed(',')) break;
      parser.offset = offset;
    }
    if (opens) openBrackets += 1;
    else if (closes) openBrackets -= 1;
    if (type !== 'newline') isBehindBracket = closes;
    if (!feed(lexeme)) break;
    if (type !== 'doc-mode' && type !== 'flow-error-end' && type !== 'newline') isAtLineStart = false;
    if (type === 'newline') isAtLineStart = true;
  }
  if (pass.repair || pass.fatal) return pass;
  for (const token of parser.end()) if (token.type === 'document') pass.document ??= token;
  return pass;
}

/** A key that stands left of the first key of the file, or behind a root that is no block of keys. */
function keyBehindRoot(source: SourceText, document: CST.Document, colon: CST.ErrorToken): Report {
  const lineStart = source.text.lastIndexOf('\n', colon.offset - 1) + 1;
  const written = source.text.slice(lineStart, colon.offset);
  const from = lineStart + written.length - written.trimStart().length;
  const to = Math.max(from + written.trim().length, from + 1);
  const root = document.value;
  if (root?.type === 'block-map' && root.indent > from - lineStart) {
    const column = `column ${root.indent + 1}`;
    const message = `${show(written)} starts in column ${from - lineStart + 1}, but the first key starts in ${column}`;
    return ['yaml/indentation', message, from, to];
  }
  return ['yaml/unexpected-text', `${show(written)} stands behind the end of the spec`, from, to];
}

function overLimit(count: Count, from: number, length: number): Report | undefined {
  if (count.nodes > limits.nodes || count.marks > limits.nodes) {
    const message = `the file holds more than ${grouped(limits.nodes)} keys and values`;
    return ['yaml/too-many-nodes', message, from, from + length];
  }
  if (count.aliases <= limits.aliases && count.anchors <= limits.aliases) return undefined;
  const kind = count.aliases > limits.aliases ? 'aliases' : 'anchors';
  const message = `the file holds more than ${limits.aliases} ${kind}`;
  return ['yaml/too-many-aliases', message, from, from + length];
}

function depthOf(stack: readonly CST.Token[]): number {
  return stack.filter((token) => 'items' in token).length;
}

function firstKeyEnd(top: CST.BlockMap | CST.BlockSequence | CST.FlowCollection): number | undefined {
  const key = top.type === 'block-map' ? top.items[0]?.key : undefined;
  return key && 'source' in key ? key.offset + key.source.length : undefined;
}
