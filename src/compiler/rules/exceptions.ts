import { didYouMean } from '../../util/did-you-mean.ts';
import { type Diagnostic, isSpan } from '../diagnostic.ts';
import type { Exception } from '../frame/policy.ts';
import { formatPath, type SpecPath } from '../spec-path.ts';

/**
 * Takes out the findings that the environment accepts, and says which exceptions have ended or do nothing.
 * Errors stay: what AWS or Kubernetes would refuse is not made right by agreeing to it.
 *
 * @param codes of all rules there are
 * @param today as YYYY-MM-DD; an exception counts until the end of its last day
 */
export function applyExceptions(
  findings: readonly Diagnostic[],
  exceptions: readonly Exception[],
  today: string,
  codes: readonly string[],
): readonly Diagnostic[] {
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
      aboutException(exception, index, used.has(index), findings, today, codes),
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
    const near = didYouMean(exception.rule, codes);
    return [
      {
        code: 'policy/unknown-rule',
        severity: 'error',
        message: `there is no rule ${exception.rule}`,
        why: 'an exception for nothing accepts nothing',
        help: 'copy the code from the finding',
        at: { path: [...path, 'rule'] },
        suggestions: near.map((word) => ({ message: `did you mean ${word}?`, replacement: word })),
      },
    ];
  }
  if (!isUsed) {
    return [
      {
        code: 'policy/unused-exception',
        severity: 'warning',
        message: `nothing at ${exception.path} is found by ${exception.rule}`,
        why: 'an exception that does nothing hides the next finding of its kind',
        help: 'remove the exception',
        at: { path },
      },
    ];
  }
  if (isExpired(exception, today)) {
    return [
      {
        code: 'policy/expired-exception',
        severity: 'error',
        message: `the exception for ${exception.rule} ended on ${exception.expires}`,
        why: 'an exception has an end so that somebody looks at it again',
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
        why: 'AWS or Kubernetes would refuse it, or data would be lost',
        help: 'repair what it finds and remove the exception',
        at: { path: [...path, 'rule'] },
      },
    ];
  }
  return [];
}
