import type { CST } from 'yaml';
import type { SourceList, SourceMap, SourceNode } from '../source-tree.ts';
import { describeOpenBracket } from './brackets.ts';
import { buildScalar, isPlain, isScalarToken } from './build-scalar.ts';
import type { Building } from './building.ts';
import { type Key, MapEntries, readKey, reportMissingColon } from './map-entries.ts';
import { type Properties, readProperties } from './read-properties.ts';
import { splitPlain } from './split-plain.ts';
import { show } from './yaml-messages.ts';

/** A map or list between brackets. Its span includes them. */
export function buildFlow(building: Building, flow: CST.FlowCollection): SourceMap | SourceList {
  const { problems, source, state } = building;
  const isMap = flow.start.source === '{';
  const mark = problems.mark();
  const unclosedBefore = state.unclosed;
  const entries = new MapEntries(building);
  const items: SourceNode[] = [];

  state.flowLevel += 1;
  flow.items.forEach((item, index) => {
    const before = readProperties(problems, item.start, {
      indicator: 'explicit-key-ind',
      isFlow: true,
      next: item.key ?? item.sep?.[0] ?? item.value,
    });
    if (!checkItem(building, flow, item, index, before)) return;
    if (!isMap && !item.sep && !before.indicator) {
      items.push(building.node(item.value, before, before.end ?? flow.offset + 1));
      if (isBlock(item.value)) reportBlock(building, item.value);
      return;
    }
    if (isMap) {
      addPair(building, entries, flow, item, before);
      return;
    }
    const pair = new MapEntries(building);
    addPair(building, pair, flow, item, before);
    items.push(pair.toMap(item.key?.offset ?? flow.offset));
  });
  state.flowLevel -= 1;

  const to = closeFlow(building, flow, lastEnd(items, flow.offset + 1), mark, unclosedBefore);
  if (isMap) return entries.toMap(flow.offset, to);
  return { kind: 'list', items, span: source.span(flow.offset, to) };
}

type FlowItem = CST.CollectionItem;

/** Looks at the comma before an item. False when there is no item at all. */
function checkItem(
  { problems }: Building,
  flow: CST.FlowCollection,
  item: FlowItem,
  index: number,
  before: Properties,
): boolean {
  const { comma } = before;
  if (index === 0 && comma) {
    problems.syntax(
      'yaml/extra-comma',
      'there is no entry before this comma',
      comma.offset,
      comma.offset + 1,
    );
  }
  const isEmpty = !before.indicator && !before.anchor && !before.tag && !item.sep && !item.value && !item.key;
  if (isEmpty) {
    if (index < flow.items.length - 1) {
      const at = comma?.offset ?? before.end ?? flow.offset;
      problems.syntax('yaml/extra-comma', 'there is a comma too many', at, at + 1);
    }
    return false;
  }
  if (index > 0 && !comma) {
    const next = item.key ?? item.value ?? item.sep?.[0];
    const from = next?.offset ?? before.end ?? flow.offset;
    reportMissingComma(problems, from, next && 'source' in next ? next.source : '');
  }
  return true;
}

function addPair(
  building: Building,
  entries: MapEntries,
  flow: CST.FlowCollection,
  item: FlowItem,
  before: Properties,
): void {
  const { problems } = building;
  const isMap = flow.start.source === '{';
  const colon = item.sep?.find((token) => token.type === 'map-value-ind');
  const key = readFlowKey(building, item, before, colon);
  const after = readProperties(problems, item.sep ?? [], {
    indicator: 'map-value-ind',
    isFlow: true,
    next: item.value,
  });
  const written = item.key && 'source' in item.key ? String(item.key.source) : '';
  if (!isMap && colon && (after.hasNewlineBefore || written.includes('\n'))) {
    const at = item.key?.offset ?? colon.offset;
    problems.syntax('yaml/key-over-lines', 'the key and its colon stand on different lines', at, at + 1);
  }
  if (colon && item.value?.type === 'block-map') {
    addRunOn(building, entries, key, item.value);
    return;
  }
  if (!colon && item.value) {
    const { value } = item;
    const text = 'source' in value ? String(value.source) : '';
    if (text.startsWith(':')) {
      problems.syntax(
        'yaml/missing-space',
        'a space is missing after this colon',
        value.offset,
        value.offset + 1,
      );
    } else reportMissingComma(problems, value.offset, text);
  }
  const value = building.node(item.value, after, colon ? colon.offset + 1 : (key?.to ?? flow.offset + 1));
  if (isBlock(item.value)) reportBlock(building, item.value);
  entries.add(key, value);
}

function readFlowKey(
  building: Building,
  item: FlowItem,
  before: Properties,
  colon: CST.SourceToken | undefined,
): Key | undefined {
  const { problems } = building;
  const { key } = item;
  if (before.indicator) {
    const { offset } = before.indicator;
    problems.syntax('yaml/complex-key', 'the key is marked with "?"', offset, offset + 1);
  }
  if (key?.type === 'block-seq') {
    reportBlock(building, key);
    return undefined;
  }
  if (key && !isScalarToken(key)) {
    // Reports the key itself first, then what is wrong inside it.
    const read = readKey(building, key, colon?.offset ?? key.offset);
    building.node(key, { hasNewline: true, hasNewlineBefore: false }, key.offset);
    return read;
  }
  if (!colon && !item.value && key) {
    const end = key.offset + key.source.length;
    if (key.type !== 'scalar') buildScalar(building, key);
    reportMissingColon(building, key.offset, end);
    return undefined;
  }
  const at = colon?.offset ?? key?.offset ?? before.end ?? 0;
  return before.indicator && !key ? undefined : readKey(building, key, at);
}

/** `{a: 1 b: 2}`: without the comma the parser reads "1 b" as the key of a map inside. */
function addRunOn(building: Building, entries: MapEntries, key: Key | undefined, nested: CST.BlockMap): void {
  const { problems } = building;
  const [first, ...rest] = nested.items;
  const parts = isPlain(first?.key) ? splitPlain(first.key, 'word') : undefined;
  const stray = first?.sep?.find((token) => token.type !== 'space' && token.type !== 'newline');
  if (parts) {
    reportMissingComma(problems, parts.after.offset, parts.after.source);
    entries.add(key, buildScalar(building, parts.before));
  } else if (first?.key && stray && stray.type !== 'map-value-ind') {
    reportMissingComma(problems, stray.offset, stray.source);
  } else {
    const start = first?.key?.offset ?? nested.offset;
    const written = first?.key && 'source' in first.key ? String(first.key.source) : '';
    const message =
      written === '' ? 'a second colon follows on' : `${show(written)} is a second key in one entry`;
    problems.syntax('yaml/nested-on-one-line', message, start, start + Math.max(1, written.length));
  }
  for (const [index, item] of [first, ...rest].entries()) {
    // The white space before the closing bracket is an item of its own.
    if (!item || (!item.key && !item.sep && !item.value)) continue;
    const colon = item.sep?.find((token) => token.type === 'map-value-ind');
    const after = readProperties(problems, item.sep ?? [], {
      indicator: 'map-value-ind',
      isFlow: true,
      next: item.value,
    });
    const keyToken = index === 0 && parts ? parts.after : item.key;
    const innerKey =
      index === 0 && !parts ? undefined : readKey(building, keyToken, colon?.offset ?? nested.offset);
    const value = building.node(item.value, after, colon ? colon.offset + 1 : nested.offset);
    entries.add(innerKey, value);
  }
}

/** Looks at the closing bracket and says where the collection ends. */
function closeFlow(
  building: Building,
  flow: CST.FlowCollection,
  contentEnd: number,
  mark: number,
  unclosedBefore: number,
): number {
  const { problems, source, state } = building;
  const expected = flow.start.source === '{' ? '}' : ']';
  const [close, ...end] = flow.end;
  const isBracket = close?.source === '}' || close?.source === ']';
  if (close && close.source === expected) {
    checkEnd(building, end);
    return close.offset + 1;
  }
  if (state.unclosed === unclosedBefore) {
    if (close && isBracket) {
      const message = `"${close.source}" closes a "${flow.start.source}"`;
      problems.syntax('yaml/wrong-bracket', message, close.offset, close.offset + 1, {
        related: [{ message: 'the bracket it closes', at: source.span(flow.offset, flow.offset + 1) }],
      });
    } else {
      // What follows was read as if it were between the brackets, so its findings mean nothing.
      problems.retractSyntax(mark);
      reportUnclosed(building, flow);
    }
  }
  state.unclosed += 1;
  return close ? close.offset + close.source.length : contentEnd;
}

/** An open bracket. The lines below it have been read with it, unless the text was repaired. */
function reportUnclosed({ problems, source }: Building, { offset }: CST.FlowCollection): void {
  const { report, end } = describeOpenBracket(source, offset);
  problems.syntax(...report);
  if (end !== undefined) problems.silenceSyntax(source.lineAt(offset) + 1, source.lineAt(end));
}

/** Reports text behind a value on the same line. */
export function checkEnd(
  { problems, state }: Building,
  tokens: readonly CST.SourceToken[] | undefined,
): void {
  // The parser's sign that it gave up, which is no text of the file; why it did has been reported.
  const silent = ['space', 'newline', 'flow-error-end'];
  const first = tokens?.find(({ type }) => !silent.includes(type));
  if (!first) return;
  if (state.flowLevel > 0) {
    reportMissingComma(problems, first.offset, first.source);
    return;
  }
  const message = `${show(first.source)} stands behind the end of the value`;
  problems.syntax('yaml/unexpected-text', message, first.offset, first.offset + first.source.length);
}

function reportMissingComma(problems: Building['problems'], from: number, written: string): void {
  const text = written.split('\n', 1)[0]?.trimEnd() ?? '';
  const message = text === '' ? 'a comma is missing here' : `a comma is missing before ${show(text)}`;
  problems.syntax('yaml/missing-comma', message, from, from + Math.max(1, text.length));
}

function reportBlock({ problems }: Building, block: CST.BlockMap | CST.BlockSequence): void {
  if (block.type === 'block-seq') {
    problems.syntax(
      'yaml/list-in-brackets',
      'a dash stands between brackets',
      block.offset,
      block.offset + 1,
    );
  } else {
    problems.syntax('yaml/missing-comma', 'a comma is missing here', block.offset, block.offset + 1);
  }
}

function isBlock(token: CST.Token | null | undefined): token is CST.BlockMap | CST.BlockSequence {
  return token?.type === 'block-map' || token?.type === 'block-seq';
}

function lastEnd(items: readonly SourceNode[], otherwise: number): number {
  return Math.max(otherwise, items.at(-1)?.span.end.offset ?? 0);
}
