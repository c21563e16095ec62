import type { Severity } from '../../compiler/diagnostic.ts';
import { sanitize } from '../sanitize.ts';
import { type Findings, fileOf, wordsOf } from './findings.ts';
import { fingerprintsOf } from './fingerprint.ts';
import { safeJson } from './safe-json.ts';

/**
 * Findings as a code quality report of GitLab.
 *
 * @source docs.gitlab.com "Code Quality report format": a subset of the CodeClimate specification
 */
export function reportGitlab(findings: Findings): string {
  const fingerprints = fingerprintsOf(findings.located, findings.texts);
  const issues = findings.located.map((item, index) => ({
    type: 'issue',
    check_name: item.diagnostic.code,
    description: wordsOf(item, findings.prefix).join('; '),
    categories: ['Bug Risk'],
    severity: SEVERITIES[item.diagnostic.severity],
    fingerprint: fingerprints[index],
    location: {
      path: sanitize(fileOf(item, findings)),
      lines: { begin: item.span?.start.line ?? 1, end: item.span?.end.line ?? 1 },
    },
  }));
  return safeJson(issues);
}

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'critical', warning: 'minor', info: 'info' };
