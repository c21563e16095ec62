import type { Located } from '../located.ts';
import { sanitize } from '../sanitize.ts';
import { type Findings, fails, fileOf, wordsOf } from './findings.ts';

/**
 * Findings as a JUnit report: a suite for each file, in it a case for each code that is found there. A file
 * without findings has one case that passes, so that a report is never empty. What does not fail passes, too,
 * and is told in `system-out`.
 *
 * It satisfies both schemas in use: that of Jenkins (jenkinsci/xunit-plugin junit-10.xsd) and that of Ant
 * (windyroad/JUnit-Schema JUnit.xsd), which wants more attributes and at most one failure in a case.
 */
export function reportJunit(findings: Findings): string {
  const files = new Map<string, Located[]>();
  for (const file of findings.texts.keys()) files.set(findings.prefix + file, []);
  for (const item of findings.located) {
    const file = fileOf(item, findings);
    files.set(file, [...(files.get(file) ?? []), item]);
  }
  const suites = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  const written = suites.map(([file, items], id) => suite(file, id, items, findings));
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n${written.join('')}</testsuites>\n`;
}

function suite(file: string, id: number, items: readonly Located[], findings: Findings): string {
  const byCode = new Map<string, Located[]>();
  for (const item of items) {
    const { code } = item.diagnostic;
    byCode.set(code, [...(byCode.get(code) ?? []), item]);
  }
  const cases = [...byCode].map(([code, found]) => testCase(file, code, found, findings));
  if (cases.length === 0)
    cases.push({ text: open('testcase', { name: 'valid', ...inFile(file) }, true), failures: 0 });
  const told = items.filter((item) => !fails(item, findings.failOn)).map((item) => line(item, findings));
  const attributes = {
    name: token(file),
    package: token(file),
    id: String(id),
    timestamp: `${findings.today}T00:00:00`,
    hostname: 'localhost',
    tests: String(cases.length),
    failures: String(cases.reduce((sum, { failures }) => sum + failures, 0)),
    errors: '0',
    time: '0',
  };
  return [
    `  ${open('testsuite', attributes)}`,
    '    <properties/>',
    ...cases.map(({ text }) => `    ${text}`),
    `    <system-out>${content(told.join('\n'))}</system-out>`,
    '    <system-err/>',
    '  </testsuite>\n',
  ].join('\n');
}

interface TestCase {
  readonly text: string;
  readonly failures: number;
}

function testCase(file: string, code: string, found: readonly Located[], findings: Findings): TestCase {
  const failing = found.filter((item) => fails(item, findings.failOn));
  const attributes = { name: code, ...inFile(file) };
  const [first] = failing;
  if (!first) return { text: open('testcase', attributes, true), failures: 0 };
  const message = wordsOf(first, findings.prefix)[0] ?? '';
  const lines = failing.map((item) => line(item, findings)).join('\n');
  const failure = `${open('failure', { message, type: code })}${content(lines)}</failure>`;
  return { text: `${open('testcase', attributes)}${failure}</testcase>`, failures: 1 };
}

function inFile(file: string) {
  return { classname: token(file), time: '0' };
}

function line(item: Located, findings: Findings): string {
  const { span, diagnostic } = item;
  const place = `${fileOf(item, findings)}${span ? `:${span.start.line}:${span.start.column}` : ''}`;
  return `${place} ${diagnostic.severity} ${diagnostic.code}: ${wordsOf(item, findings.prefix).join('; ')}`;
}

function open(name: string, attributes: Readonly<Record<string, string>>, isEmpty = false): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${attribute(value)}"`);
  return `<${name}${written.join('')}${isEmpty ? '/' : ''}>`;
}

/** A text without space around it and with single spaces in it (xs:token), never empty. */
function token(text: string): string {
  return xmlText(text).replace(/\s+/g, ' ').trim() || '-';
}

function attribute(text: string): string {
  return content(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

function content(text: string): string {
  return xmlText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** XML 1.0 has no way to write most control characters and the two non-characters, so they are left out. */
function xmlText(text: string): string {
  return sanitize(text).replace(/[\ufffe\uffff]/g, '');
}
