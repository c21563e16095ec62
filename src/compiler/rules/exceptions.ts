import { type Diagnostic, isSpan, type Suggestion } from '../diagnostic.ts';
import type { Exception } from '../frame/policy.ts';
import { suggestWords } from '../shape/suggest-words.ts';
import { formatPath, type SpecPath } from '../spec-path.ts';
import { policyAdvice } from './policy-messages.ts';

/**
 * Takes out the findings that the environment accepts, and says which exceptions have ended or do nothing.
 * Errors stay: what AWS or Kubernetes would refuse is not made right by agreeing to it.
 *
 * @param codes of all rules there are; asked for only where there are exceptions
 * @param today as YYYY-MM-DD; an exception counts until the end of its last day
 */
export function applyExceptions(
  findings: readonly Diagnostic[],
  exceptions: readonly Exception[],
  today: string,
  codes: () => readonly string[],
): readonly Diagnostic[] {
  if (exceptions.length === 0) return findings;
  const known = codes();
  const used = new Set<number>();
  const kept = findings.filter((finding) => {
    const index = exceptions.findIndex((exception) => covers(exception, finding));
    if (index === -1) return true;
    used.add(index);
    return finding.severity === 'error' || isExpired(exceptions[index]!, today);
  });
  return [
    ...kept,
    ...exceptions.flatMap((exception, index) =>
      aboutException(exception, index, used.has(index), findings, today, known),
    ),
  ];
}

function covers(exception: Exception, { code, at }: Diagnostic): boolean {
  if (code !== exception.rule || at === undefined || isSpan(at)) return false;
  return isWithin(formatPath(at.path), exception.path);
}

/** Whether a path is the other one or lies below it. */
function isWithin(path: string, above: string): boolean {
  return path === above || path.startsWith(`${above}.`) || path.startsWith(`${above}[`);
}

function isExpired({ expires }: Exception, today: string): boolean {
  return expires < today;
}

function aboutException(
  exception: Exception,
  index: number,
  isUsed: boolean,
  findings: readonly Diagnostic[],
  today: string,
  codes: readonly string[],
): readonly Diagnostic[] {
  const path: SpecPath = ['policy', 'exceptions', String(index)];
  if (!codes.includes(exception.rule)) {
    return [
      {
        code: 'policy/unknown-rule',
        severity: 'error',
        message: `there is no rule ${exception.rule}`,
        ...policyAdvice['policy/unknown-rule'],
        at: { path: [...path, 'rule'] },
        suggestions: suggestWords(exception.rule, codes),
      },
    ];
  }
  if (!isUsed) {
    return [
      {
        code: 'policy/unused-exception',
        severity: 'warning',
        message: `nothing at ${exception.path} is found by ${exception.rule}`,
        ...policyAdvice['policy/unused-exception'],
        at: { path },
        // What the rule finds elsewhere may be what was meant.
        suggestions: [removal(path, !findings.some(({ code }) => code === exception.rule))],
      },
    ];
  }
  if (isExpired(exception, today)) {
    return [
      {
        code: 'policy/expired-exception',
        severity: 'error',
        message: `the exception for ${exception.rule} ended on ${exception.expires}`,
        ...policyAdvice['policy/expired-exception'],
        help: `repair what it accepts, or agree on a new date with ${exception.owner}`,
        at: { path: [...path, 'expires'] },
      },
    ];
  }
  if (findings.some((finding) => finding.severity === 'error' && covers(exception, finding))) {
    return [
      {
        code: 'policy/error-excepted',
        severity: 'error',
        message: `${exception.rule} finds an error, which cannot be accepted`,
        ...policyAdvice['policy/error-excepted'],
        at: { path: [...path, 'rule'] },
        suggestions: [removal(path, true)],
      },
    ];
  }
  return [];
}

function removal(path: SpecPath, isCertain: boolean): Suggestion {
  const suggestion = { message: 'remove the exception', change: { path, remove: true } } as const;
  return isCertain ? { ...suggestion, applicability: 'machine' } : suggestion;
}
