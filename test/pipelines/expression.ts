import { invariant } from '../../src/util/invariant.ts';

type Value = unknown;
export type Contexts = Readonly<Record<string, unknown>>;

/** What `${{ … }}` inside of a text gives; a text that is nothing else may be any value. */
export function interpolate(text: string, contexts: Contexts): Value {
  const whole = /^\$\{\{([^}]*)\}\}$/.exec(text);
  if (whole) return evaluate(whole[1] ?? '', contexts);
  return text.replace(/\$\{\{([^}]*)\}\}/g, (_, inner: string) => toText(evaluate(inner, contexts)));
}

/**
 * Those expressions of GitHub that our workflow uses: comparison, `&&`, `||`, `!`, contexts, `fromJSON`, and `failure()`
 * and `cancelled()`, which ask `job.status`.
 */
export function evaluate(expression: string, contexts: Contexts): Value {
  const tokens = expression.match(/'(?:[^']|'')*'|&&|\|\||[!=]=|[!()]|[A-Za-z_][\w.-]*/g) ?? [];
  let position = 0;
  const take = (wanted: string) => tokens[position] === wanted && position++ >= 0;

  const or = (): Value => {
    let left = and();
    while (take('||')) {
      const right = and();
      left = left || right;
    }
    return left;
  };
  const and = (): Value => {
    let left = equality();
    while (take('&&')) {
      const right = equality();
      left = left && right;
    }
    return left;
  };
  const equality = (): Value => {
    const left = primary();
    if (take('==')) return toText(left) === toText(primary());
    if (take('!=')) return toText(left) !== toText(primary());
    return left;
  };
  const primary = (): Value => {
    if (take('!')) return !primary();
    if (take('(')) {
      const inner = or();
      invariant(take(')'), `${expression} has no end`);
      return inner;
    }
    const token = tokens[position++];
    invariant(token !== undefined, `${expression} ends too early`);
    if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
    if (token === 'fromJSON') return JSON.parse(toText(primary()));
    if (token === 'failure' || token === 'cancelled') {
      invariant(take('(') && take(')'), `${token} is a function`);
      const status = toText(lookUp('job.status', contexts));
      return token === 'failure' ? status === 'failure' : status === 'cancelled';
    }
    return lookUp(token, contexts);
  };
  const value = or();
  invariant(position === tokens.length, `${expression} has more than is understood`);
  return value;
}

/** Whether it is asked although something before has failed: GitHub puts `success() &&` before all others. */
export function asksForStatus(expression: string): boolean {
  return /\b(?:failure|cancelled|always|success)\(\)/.test(expression);
}

/** What is not there is nothing, as on GitHub; but a context must be one. */
function lookUp(path: string, contexts: Contexts): Value {
  const [first = '', ...rest] = path.split('.');
  invariant(first in contexts, `there is no context ${first}`);
  let value = contexts[first];
  for (const name of rest) value = (value as Record<string, unknown> | undefined | null)?.[name];
  return value;
}

export function toText(value: Value): string {
  return value === undefined || value === null ? '' : String(value);
}
