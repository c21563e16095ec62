import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isFixable } from '../../src/cli/located.ts';
import type { Findings } from '../../src/cli/reporters/findings.ts';
import { knowledge } from '../../src/components/registry.ts';
import { allPages } from '../../src/reference/all-pages.ts';
import { pageText } from '../../src/reference/page-text.ts';
import { didYouMean } from '../../src/util/did-you-mean.ts';
import { combinationsOf } from './combinations.ts';
import { differenceOf, expectedOf, placedFinding } from './compare.ts';
import { type CorpusCase, SPEC } from './corpus-case.ts';
import { fixCase } from './fix-case.ts';
import { readCorpus } from './read-cases.ts';
import { findingsToTell, formats } from './reports.ts';
import { compileTexts, runCase } from './run-case.ts';
import { otherWords, typosOf, vocabulariesOf } from './typos.ts';
import { type WordInSpec, wordsInSpec } from './words-in-specs.ts';

const corpus = readCorpus();

const results = new Map<CorpusCase, Findings>();
/** What is found in a case; each is compiled once for all figures. */
function resultOf(corpusCase: CorpusCase): Findings {
  const result = results.get(corpusCase) ?? runCase(corpusCase);
  results.set(corpusCase, result);
  return result;
}

describe('bad', () => {
  it.each(corpus.map((each) => [`${each.code}: ${each.title}`, each] as const))('%s', (_, each) => {
    const difference = differenceOf(each, resultOf(each));
    if (difference !== '') expect.fail(difference);
  });

  it('expects the code of its file in each case', () => {
    const others = corpus.filter(({ code, labels, unplaced }) =>
      [...labels.map((label) => label.code), ...unplaced].every((expected) => expected !== code),
    );
    expect(others.map(({ where }) => where)).toEqual([]);
  });

  it('has a title of its own for each case of a code', () => {
    const titles = corpus.map(({ code, title }) => `${code}: ${title}`);
    expect(titles.filter((title, index) => titles.indexOf(title) !== index)).toEqual([]);
  });
});

const GOOD = 'test/corpus/good';
const goodFiles = readdirSync(GOOD).filter((file) => file.endsWith('.yaml'));
/** What some of them extend, beside `base.yaml`. */
const parents = readdirSync(`${GOOD}/parents`).map(
  (file) => [`specs/parents/${file}`, readFileSync(`${GOOD}/parents/${file}`, 'utf8')] as const,
);

describe('good', () => {
  it.each(goodFiles)('%s', (file) => {
    const text = readFileSync(`${GOOD}/${file}`, 'utf8');
    expect(text, 'the first comment says what is special').toMatch(/^(?:\ufeff|---\r?\n)?# \S/);
    const { located } = compileTexts({ files: new Map([[SPEC, text], ...parents]) });
    expect(located.map((found) => `${placedFinding(found)} ${found.diagnostic.message}`)).toEqual([]);
  });

  it('are at least 60', () => expect(goodFiles.length).toBeGreaterThanOrEqual(60));
});

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

/** How many of what is expected is there; equal ones count as often as they are there. */
function countFound(expected: readonly string[], found: readonly string[]): number {
  const left = [...found];
  return expected.filter((each) => {
    const index = left.indexOf(each);
    if (index !== -1) left.splice(index, 1);
    return index !== -1;
  }).length;
}

describe('figures', () => {
  it('D1: every finding has its exact range', () => {
    let findings = 0;
    let withRange = 0;
    let labels = 0;
    let equal = 0;
    for (const each of corpus) {
      const { located } = resultOf(each);
      const expected = expectedOf(each);
      labels += expected.length;
      equal += countFound(expected, located.map(placedFinding));
      const placeable = located.filter(({ diagnostic }) => !each.unplaced.includes(diagnostic.code));
      findings += placeable.length;
      withRange += placeable.filter(({ span }) => span).length;
    }
    console.log(
      `D1: ${corpus.length} bad specs, ${findings} findings, with a range ${percent(withRange / findings)}, ${labels} labels, found exactly ${percent(equal / labels)}`,
    );
    expect(corpus.length).toBeGreaterThanOrEqual(300);
    expect(withRange).toBe(findings);
    expect(equal / labels).toBeGreaterThanOrEqual(0.98);
  });

  it('D2: one mistake gives one finding', () => {
    const noise = corpus.map((each) => resultOf(each).located.length / each.mistakes);
    const share = (most: number) => noise.filter((findings) => findings <= most).length / noise.length;
    const noisy = corpus.filter((_, index) => noise[index]! > 2).map(({ where }) => where);
    console.log(
      `D2: ${noise.length} specs, one finding for each mistake ${percent(share(1))}, at most two ${percent(share(2))}`,
    );
    expect(share(1)).toBeGreaterThanOrEqual(0.95);
    expect(noisy).toEqual([]);
  });

  it('D3: five mistakes are found in the first run', () => {
    const combinations = combinationsOf(corpus);
    const missed: string[] = [];
    let mistakes = 0;
    let unseen = 0;
    for (const { text, expected, cases } of combinations) {
      const found = compileTexts({ files: new Map([[SPEC, text]]) }).located.map(placedFinding);
      mistakes += expected.length;
      const lost = expected.filter((each) => !found.includes(each));
      unseen += lost.length;
      if (lost.length > 0) missed.push(`${lost.join(', ')} of ${cases.map(({ where }) => where).join(' ')}`);
    }
    const share = 1 - unseen / mistakes;
    console.log(
      `D3: ${combinations.length} specs with five mistakes, found in the first run ${percent(share)}`,
    );
    expect(share, missed.join('\n')).toBeGreaterThanOrEqual(0.99);
    expect(combinations.length).toBeGreaterThan(100);
  });

  it('D4: a typo is understood, and other words are left alone', () => {
    const vocabularies = vocabulariesOf(knowledge.language);
    const typos = vocabularies.flatMap((known) =>
      known.flatMap((word) => typosOf(word).map((typo) => ({ word, typo, known }))),
    );
    // Every 83rd is a sample that takes a second instead of a minute; 83 shares no factor with 26 letters.
    const tried = typos.filter(({ typo, known }, index) => index % 83 === 0 && !known.includes(typo));
    const right = tried.filter(({ word, typo, known }) => didYouMean(typo, known)[0] === word);
    const others = vocabularies.flatMap((known) =>
      otherWords(100)
        .filter((word) => !known.includes(word))
        .map((word) => ({ word, known })),
    );
    const answered = others.filter(({ word, known }) => didYouMean(word, known).length > 0);
    console.log(
      `D4: ${tried.length} of ${typos.length} typos, first suggestion right ${percent(right.length / tried.length)}; ${others.length} other words, with a suggestion ${percent(answered.length / others.length)}`,
    );
    expect(right.length / tried.length).toBeGreaterThanOrEqual(0.95);
    expect(answered.length / others.length).toBeLessThanOrEqual(0.02);
  });

  it('D4: the compiler understands a typo in a spec as well', () => {
    const places = new Map<string, { readonly text: string; readonly word: WordInSpec }>();
    for (const file of goodFiles) {
      const text = readFileSync(`${GOOD}/${file}`, 'utf8').replace(/^\ufeff/, '');
      for (const word of wordsInSpec(knowledge.language, text)) places.set(word.place, { text, word });
    }
    let tried = 0;
    let right = 0;
    for (const [index, { text, word: at }] of [...places.values()].entries()) {
      const { word, span, known } = at;
      const typos = typosOf(word).filter((typo) => !known.includes(typo));
      const typo = typos[(index * 7919) % typos.length]!;
      const slipped = text.slice(0, span.start.offset) + typo + text.slice(span.end.offset);
      const { located } = compileTexts({ files: new Map([[SPEC, slipped], ...parents]) });
      tried += 1;
      const found = located.find((each) => each.span?.start.offset === span.start.offset);
      if (found?.diagnostic.suggestions?.[0]?.replacement === word) right += 1;
    }
    console.log(`D4: ${tried} typos in specs, first suggestion right ${percent(right / tried)}`);
    expect(tried).toBeGreaterThan(200);
    expect(right / tried).toBeGreaterThanOrEqual(0.95);
  });

  it('D5: every code has a page, examples and three cases', () => {
    const counts = new Map<string, number>();
    for (const { code } of corpus) counts.set(code, (counts.get(code) ?? 0) + 1);
    const pages = allPages(knowledge);
    const incomplete = pages.filter((page) => {
      const { bad, good } = page.examples;
      const isExplained = pageText(page).includes(page.why);
      return !isExplained || bad.length === 0 || good.length === 0 || (counts.get(page.code) ?? 0) < 3;
    });
    const codes = new Set(pages.map(({ code }) => code));
    const complete = pages.length - incomplete.length;
    console.log(
      `D5: ${pages.length} codes, with page, examples and three cases ${percent(complete / pages.length)}`,
    );
    expect([...counts.keys()].filter((code) => !codes.has(code))).toEqual([]);
    expect(incomplete.map(({ code }) => code)).toEqual(EXEMPT);
  });

  it('D6: six formats tell the same', () => {
    const wrong: unknown[] = [];
    for (const each of corpus) {
      const findings = resultOf(each);
      const expected = findingsToTell(findings).join(' ');
      for (const [format, tell] of Object.entries(formats)) {
        const { findings: told, problems } = tell(findings);
        if (told.join(' ') !== expected || problems.length > 0)
          wrong.push({ format, where: each.where, told, problems });
      }
    }
    const reports = corpus.length * Object.keys(formats).length;
    console.log(
      `D6: ${reports} reports in ${Object.keys(formats).length} formats, valid and the same findings ${percent(1 - wrong.length / reports)}`,
    );
    expect(wrong).toEqual([]);
  });

  it('D7: repairs end, are the same twice, and take a finding away', () => {
    const fixable = corpus.filter(
      (each) =>
        !each.isFolder && !each.change && each.held.length === 0 && resultOf(each).located.some(isFixable),
    );
    const worse: string[] = [];
    const again: string[] = [];
    let repaired = 0;
    for (const each of fixable) {
      const { once, twice, after } = fixCase(each);
      if (once.files.length === 0) continue;
      repaired += 1;
      if (twice.files.length > 0) again.push(each.where);
      const left = compileTexts({ files: after, today: each.today }).located;
      // What a later phase says of a text that could not be read before is no fault of the repair.
      const phase = Math.min(...once.fixed.map(({ code }) => phaseOf(code)));
      const upTo = (all: typeof left) => all.filter((found) => phaseOf(found.diagnostic.code) <= phase);
      if (upTo(left).length >= upTo(resultOf(each).located).length) worse.push(each.where);
    }
    console.log(
      `D7: ${fixable.length} bad specs with a certain repair, ${repaired} repaired, again ${again.length}, worse ${worse.length}`,
    );
    expect({ again, worse }).toEqual({ again: [], worse: [] });
    expect(repaired).toBeGreaterThan(100);
  });
});

/** Codes that need no cases. There are none, and there shall be none. */
const EXEMPT: readonly string[] = [];

/** In which order the phases look at a spec. */
const PHASES = ['yaml', 'shape', 'reference'];

function phaseOf(code: string): number {
  const phase = PHASES.indexOf(code.split('/')[0]!);
  return phase === -1 ? PHASES.length : phase;
}
