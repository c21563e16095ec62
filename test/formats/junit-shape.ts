import type { XmlElement } from './read-xml.ts';

interface Shape {
  /** In this order, each with its fewest and most. */
  readonly children: readonly (readonly [name: string, least: number, most: number])[];
  readonly attributes: Readonly<Record<string, RegExp>>;
  readonly hasText?: boolean;
}

/** xs:token, not empty. */
const TOKEN = /^[^\s]+(?: [^\s]+)*$/;
const COUNT = /^[0-9]{1,9}$/;
// xs:decimal of the one schema and SUREFIRE_TIME of the other.
const TIME = /^[0-9]{1,3}(?:\.[0-9]+)?$/;
const ANY = /^[\s\S]*$/;

/**
 * What a report must be to satisfy both schemas at once: where one of them asks for more, it counts.
 *
 * @source jenkinsci/xunit-plugin junit-10.xsd and windyroad/JUnit-Schema JUnit.xsd, read 2026-11-25
 */
const SHAPES: Readonly<Record<string, Shape>> = {
  testsuites: { children: [['testsuite', 0, Number.POSITIVE_INFINITY]], attributes: {} },
  testsuite: {
    children: [
      ['properties', 1, 1],
      ['testcase', 0, Number.POSITIVE_INFINITY],
      ['system-out', 1, 1],
      ['system-err', 1, 1],
    ],
    attributes: {
      name: TOKEN,
      package: TOKEN,
      id: COUNT,
      timestamp: /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}$/,
      hostname: TOKEN,
      tests: COUNT,
      failures: COUNT,
      errors: COUNT,
      time: TIME,
    },
  },
  properties: { children: [], attributes: {} },
  testcase: { children: [['failure', 0, 1]], attributes: { name: TOKEN, classname: TOKEN, time: TIME } },
  failure: { children: [], attributes: { message: ANY, type: ANY }, hasText: true },
  'system-out': { children: [], attributes: {}, hasText: true },
  'system-err': { children: [], attributes: {}, hasText: true },
};

/** Everything in which a JUnit report differs from its schemas, and from what it says of itself. */
export function junitProblems(root: XmlElement): readonly string[] {
  if (root.name !== 'testsuites') return [`the root is ${root.name}`];
  return [...problemsOf(root), ...root.children.flatMap(countProblems)];
}

function problemsOf(element: XmlElement): string[] {
  const shape = SHAPES[element.name];
  if (!shape) return [`${element.name} is unknown`];
  const problems: string[] = [];
  for (const [name, pattern] of Object.entries(shape.attributes)) {
    const value = element.attributes.get(name);
    if (value === undefined || !pattern.test(value))
      problems.push(`${element.name}/@${name} is ${JSON.stringify(value)}`);
  }
  for (const name of element.attributes.keys())
    if (!Object.hasOwn(shape.attributes, name)) problems.push(`${element.name}/@${name} is unknown`);
  const names = element.children.map(({ name }) => name);
  const order = shape.children.flatMap(([name]) => names.filter((child) => child === name));
  if (order.join() !== names.join()) problems.push(`${element.name} has ${names.join()}`);
  for (const [name, least, most] of shape.children) {
    const count = names.filter((child) => child === name).length;
    if (count < least || count > most) problems.push(`${element.name} has ${count} ${name}`);
  }
  if (!shape.hasText && element.text.trim() !== '') problems.push(`${element.name} has text`);
  return [...problems, ...element.children.flatMap(problemsOf)];
}

function countProblems(suite: XmlElement): string[] {
  const cases = suite.children.filter(({ name }) => name === 'testcase');
  const failures = cases.filter(({ children }) => children.length > 0);
  const said = [suite.attributes.get('tests'), suite.attributes.get('failures')].join();
  return said === `${cases.length},${failures.length}` ? [] : [`${said} are counted wrongly`];
}
