import type { CST } from 'yaml';
import type { SourceList, SourceMap, SourceNode, SourceScalar } from '../source-tree.ts';
import { buildScalar, isPlain, isScalarToken, scalarExtent } from './build-scalar.ts';
import type { Building } from './building.ts';
import { type Key, MapEntries, readKey, reportMissingColon } from './map-entries.ts';
import { noProperties, readProperties } from './read-properties.ts';
import { splitPlain } from './split-plain.ts';
import { show } from './yaml-messages.ts';

type BlockItem = CST.BlockMap['items'][number];

/** A map written with one key on each line. */
export function buildBlockMap(building: Building, map: CST.BlockMap): SourceMap {
  const entries = new MapEntries(building);
  addBlockItems(building, entries, map, map.items);
  return entries.toMap(map.offset);
}

/** A list written with dashes. */
export function buildBlockList(building: Building, list: CST.BlockSequence): SourceList {
  const { problems, source } = building;
  const items: SourceNode[] = [];
  let to = list.offset + 1;
  for (const { start, value } of list.items) {
    const before = readProperties(problems, start, { indicator: 'seq-item-ind', isFlow: false, next: value });
    if (!before.indicator) {
      if (!value) continue;
      const end = 'source' in value ? value.offset + value.source.length : value.offset + 1;
      const message =
        value.type === 'block-seq'
          ? 'this dash does not stand below the dashes of its list'
          : 'the line stands in a list but has no dash';
      problems.syntax('yaml/indentation', message, value.offset, Math.min(end, source.lineEnd(value.offset)));
    }
    const dashEnd = before.indicator ? before.indicator.offset + 1 : (before.end ?? list.offset);
    const item = building.node(value, before, dashEnd);
    // An alias stands where it is written, not where its anchor is.
    to = Math.max(to, dashEnd, item.span.start.offset >= dashEnd ? item.span.end.offset : 0);
    items.push(item);
  }
  const first = items[0]?.span.start.offset ?? list.offset;
  return { kind: 'list', items, span: source.span(Math.max(first, list.offset), to) };
}

function addBlockItems(
  building: Building,
  entries: MapEntries,
  map: CST.BlockMap,
  items: readonly BlockItem[],
  misplacedIndent?: number,
): void {
  const { problems, source } = building;
  let misplaced = misplacedIndent;
  let previous: BlockItem | undefined;
  for (const item of items) {
    const { key } = item;
    const isColonOfPrevious =
      !key && previous?.key && !previous.sep?.some(isColon) && item.sep?.some(isColon);
    previous = item;
    // The key has been reported: its colon stands on this line, with the value.
    if (isColonOfPrevious) {
      building.node(item.value, noProperties, map.offset);
      continue;
    }
    const before = readProperties(problems, item.start, {
      indicator: 'explicit-key-ind',
      isFlow: false,
      next: key ?? item.sep?.[0],
    });
    if (before.indicator) {
      const { offset } = before.indicator;
      problems.syntax('yaml/complex-key', 'the key is marked with "?"', offset, offset + 1);
    } else if (!item.sep) {
      if (before.anchor) reportLoneAnchor(building, before.anchor);
      continue;
    } else if (before.anchor && before.hasNewlineBefore) {
      reportLoneAnchor(building, before.anchor);
    } else if (key?.type === 'block-seq') {
      const message = 'the list item stands in the column of the keys, behind the value of the last one';
      problems.syntax('yaml/indentation', message, key.offset, key.offset + 1);
    } else if (key && 'indent' in key && key.indent !== map.indent && key.indent !== misplaced) {
      misplaced = key.indent;
      const column = source.span(key.offset, key.offset).start.column;
      const written = 'source' in key ? show(firstLine(key.source)) : 'the key';
      problems.syntax(
        'yaml/indentation',
        `${written} starts in column ${column}, but the keys before it start in column ${map.indent + 1}`,
        key.offset,
        'source' in key ? key.offset + firstLine(key.source).length : key.offset + 1,
      );
    }
    if (key && 'indent' in key && key.indent === map.indent) misplaced = undefined;
    addItem(building, entries, map, item, item.key, misplaced);
    // The parser takes the keys below such a list for its value.
    if (key?.type === 'block-seq' && item.value?.type === 'block-map') {
      addBlockItems(building, entries, map, item.value.items);
    }
  }
}

/** Adds the entry of one item; `keyToken` stands for the key when only a part of the written one is it. */
function addItem(
  building: Building,
  entries: MapEntries,
  map: CST.BlockMap,
  item: BlockItem,
  keyToken: CST.Token | null | undefined = item.key,
  misplaced?: number,
): void {
  const { problems } = building;
  const colon = item.sep?.find(isColon);
  const key = readBlockKey(building, item, keyToken, colon);
  const after = readProperties(problems, item.sep ?? [], {
    indicator: 'map-value-ind',
    isFlow: false,
    next: item.value,
  });
  if (colon && after.hasNewlineBefore && item.key && !item.explicitKey) {
    problems.syntax(
      'yaml/missing-colon',
      'the colon stands on another line than its key',
      colon.offset,
      colon.offset + 1,
    );
  }
  if (item.value?.type === 'block-map' && colon && !after.hasNewline) {
    addNested(building, entries, map, key, item.value, misplaced);
    return;
  }
  if (item.key?.type === 'block-seq' && item.value?.type === 'block-map') return;
  const emptyAt = colon ? colon.offset + 1 : (key?.to ?? after.end ?? map.offset);
  entries.add(key, building.node(item.value, after, emptyAt));
}

function readBlockKey(
  building: Building,
  item: BlockItem,
  token: CST.Token | null | undefined,
  colon: CST.SourceToken | undefined,
): Key | undefined {
  if (item.explicitKey || token?.type === 'block-seq') {
    // Reported by the caller; what is inside may hold mistakes of its own.
    if (token) building.node(token, { hasNewline: true, hasNewlineBefore: false }, token.offset);
    return undefined;
  }
  if (isScalarToken(token) && !colon) {
    if (token.type === 'scalar')
      reportMissingColon(building, token.offset, token.offset + token.source.length);
    else {
      buildScalar(building, token);
      const { to } = scalarExtent(token);
      reportMissingColon(building, token.offset, building.source.lineEnd(token.offset), to);
    }
    return undefined;
  }
  if (isPlain(token) && token.source.includes('\n')) {
    // Lines without a colon run on into the next key.
    const parts = splitPlain(token, 'line');
    reportMissingColon(building, token.offset, token.offset + token.source.length);
    return readKey(building, parts?.after ?? token, colon?.offset ?? token.offset);
  }
  return readKey(building, token, colon?.offset ?? token?.offset ?? item.start[0]?.offset ?? 0);
}

/** A map that starts behind the colon of another key on the same line. */
function addNested(
  building: Building,
  entries: MapEntries,
  map: CST.BlockMap,
  key: Key | undefined,
  nested: CST.BlockMap,
  misplaced: number | undefined,
): void {
  const { problems, source } = building;
  const [first, ...rest] = nested.items;
  const parts = isPlain(first?.key) ? splitPlain(first.key, 'line') : undefined;
  if (first && parts) {
    // `min: 3` and a deeper line `max: 4`: YAML reads the second as a part of the first value.
    const { before, after } = parts;
    const indent = source.span(after.offset, after.offset).start.column - 1;
    if (indent !== misplaced) {
      const above = `${show(key?.name ?? 'the key above')}, which already has the value ${show(before.source)}`;
      const message = `${show(after.source)} is indented deeper than ${above}`;
      problems.syntax('yaml/indentation', message, after.offset, after.offset + after.source.length);
    }
    entries.add(key, buildScalar(building, before));
    addItem(building, entries, map, first, after, indent);
    addBlockItems(building, entries, map, rest, indent);
    return;
  }
  const start = first?.key?.offset ?? nested.offset;
  const stray = first?.sep?.find((token) => token.type !== 'space' && token.type !== 'newline');
  if (first?.key && stray && stray.type !== 'map-value-ind') {
    const end = stray.offset + stray.source.length;
    const message = `${show(stray.source)} stands behind the end of the value`;
    problems.syntax('yaml/unexpected-text', message, stray.offset, end);
  } else {
    const end = first?.key && 'source' in first.key ? start + first.key.source.length : start + 1;
    const message = `${show(source.text.slice(start, end))} is a second key on the same line`;
    problems.syntax('yaml/nested-on-one-line', message, start, end);
  }
  const inner = new MapEntries(building);
  if (first) addItem(building, inner, nested, first);
  const to = source.lineEnd(start);
  const text = source.text.slice(start, to).trimEnd();
  const span = source.span(start, start + text.length);
  const asText: SourceScalar = { kind: 'scalar', value: text, source: text, quoted: false, span };
  entries.add(key, asText);
  // The keys of the lines below belong to the outer map; the parser has put them into the inner one.
  addBlockItems(building, entries, map, rest);
}

function reportLoneAnchor({ problems }: Building, anchor: CST.SourceToken): void {
  const end = anchor.offset + anchor.source.length;
  problems.report('yaml/bad-anchor', `the anchor ${show(anchor.source)} has no value`, anchor.offset, end);
}

function isColon(token: CST.SourceToken): boolean {
  return token.type === 'map-value-ind';
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]?.trimEnd() ?? '';
}
