import type { Asker } from '../../host/terminal.ts';
import type { Invocation } from '../command.ts';
import { UsageError } from '../usage-error.ts';
import { QUESTIONS, type Question } from './questions.ts';

export interface Situation {
  readonly hasBase: boolean;
  /** A pipeline has no use for a state in a local file. */
  readonly isForCi: boolean;
}

/**
 * The value of every question that has one, by the name of its option.
 *
 * @param asker who is asked for what is missing; without one that is a wrong command line
 * @throws UsageError for a value of the wrong form, and for all that is missing at once
 */
export async function collect(
  invocation: Invocation,
  situation: Situation,
  asker: Asker | undefined,
): Promise<Readonly<Record<string, string>> | 'interrupted'> {
  const values: Record<string, string> = {};
  for (const question of QUESTIONS) {
    const written = invocation.option(question.option);
    if (written === undefined) continue;
    const problem = problemOf(question, written);
    if (problem !== undefined) throw new UsageError(`--${question.option} is "${written}"`, problem);
    values[question.option] = written;
  }
  const missing = QUESTIONS.filter((one) => values[one.option] === undefined && isNeeded(one, situation));
  if (missing.length === 0) return values;
  if (asker === undefined) throw missingOptions(missing);
  for (const question of QUESTIONS) {
    if (values[question.option] !== undefined || isOfBase(question, situation)) continue;
    const answer = await askFor(question, values, isNeeded(question, situation), asker);
    if (answer === undefined) return 'interrupted';
    if (answer !== '') values[question.option] = answer;
  }
  return values;
}

function isNeeded({ option, isNeeded }: Question, { hasBase, isForCi }: Situation): boolean {
  if (option === 'state-bucket') return isForCi && !hasBase;
  return isNeeded === 'always' || (isNeeded === 'base' && !hasBase);
}

/** What the base file says already is not asked again. */
function isOfBase({ option, isNeeded }: Question, { hasBase }: Situation): boolean {
  return hasBase && (isNeeded === 'base' || option === 'state-bucket');
}

function missingOptions(missing: readonly Question[]): UsageError {
  const options = missing.map(({ option }) => `--${option}`);
  const example = missing.map(({ option, example }) => `--${option} ${example}`);
  return new UsageError(`init needs ${options.join(', ')}`, `elastiform init ${example.join(' ')}`);
}

async function askFor(
  question: Question,
  answers: Readonly<Record<string, string>>,
  isRequired: boolean,
  asker: Asker,
): Promise<string | undefined> {
  const offer = question.offer?.(answers);
  const hint = offer ?? (isRequired ? `such as ${question.example}` : 'may be left out');
  let prompt = `${question.summary} [${hint}]: `;
  for (;;) {
    const answer = await asker.ask(prompt);
    if (answer === undefined) return undefined;
    const value = answer === '' ? (offer ?? '') : answer;
    if (value === '' && !isRequired) return '';
    const problem = problemOf(question, value);
    if (problem === undefined) return value;
    prompt = `${problem}: `;
  }
}

function problemOf({ pattern, example }: Question, value: string): string | undefined {
  return pattern.test(value) ? undefined : `write something like ${example}`;
}
