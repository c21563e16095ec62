import type { Approval, ChangeKind, ReviewPolicy } from '../compiler/frame/review.ts';
import type { PlannedChange } from '../plan/plan.ts';
import type { Verdict } from './review.ts';
import { safeText } from './safe-text.ts';

export interface Judgement {
  readonly verdict: Verdict;
  readonly because: readonly string[];
  /** Kinds for which the policy asks for a person. */
  readonly asking: readonly ChangeKind[];
  /** That allowed the loss. */
  readonly approval?: Approval;
}

export interface Judged {
  readonly change: PlannedChange;
  readonly kinds: ReadonlySet<ChangeKind>;
  readonly isStateful: boolean;
  readonly isInSpec: boolean;
  /** The planned values are those of the spec. */
  readonly isAsSaid: boolean;
}

/**
 * Who has to look at a change.
 *
 * @param policy of the environment; without one nothing is automatic and nothing approved
 * @param today as YYYY-MM-DD; an approval counts until the end of its last day
 */
export function judge(judged: Judged, policy: ReviewPolicy | undefined, today: string): Judgement {
  const { change, isStateful } = judged;
  const { action, address } = change;
  if (isStateful && (action === 'delete' || action === 'replace' || action === 'forget')) {
    if (change.isImported)
      return blocked(
        'what exists would be imported and destroyed in the same step: let the spec say what it is today',
      );
    const approval = policy?.approvals.find((one) => one.address === address && one.action === action);
    if (!approval) return blocked(`${LOSSES[action]}, and policy.review.approvals does not allow it`);
    // The schema asks for some text; a space is none.
    if (![approval.reason, approval.owner].every((text) => /[\p{L}\p{N}]/u.test(text)))
      return blocked('the approval has no reason, or nobody who answers for it');
    if (approval.expires < today)
      return blocked(`the approval of ${approval.owner} ended on ${approval.expires}`);
    const until = `until ${approval.expires}`;
    const because = `${approval.owner} approved it ${until}: ${approval.reason}`;
    return { verdict: 'human', because: [safeText(because)], asking: [], approval };
  }
  const asking = [...judged.kinds].filter((kind) => !policy?.auto.includes(kind)).sort();
  const because = [
    ...(judged.isInSpec ? [] : ['the spec does not know it']),
    ...asking.map((kind) => MEANINGS[kind]),
  ];
  const isSettled = because.length === 0 && judged.isAsSaid;
  return { verdict: isSettled ? 'auto' : 'human', because, asking };
}

const LOSSES = {
  delete: 'it holds data and would be destroyed',
  replace: 'it holds data and would be destroyed, and made again empty',
  forget: 'it holds data and would be managed by nobody',
} as const;

const MEANINGS: Readonly<Record<ChangeKind, string>> = {
  capacity: 'capacity',
  shrinking: 'there is less of it afterwards',
  alarms: 'alarms',
  tags: 'tags',
  schedules: 'schedules',
  settings: 'settings',
  rollouts: 'nodes or pods are exchanged',
  creation: 'it is new',
  deletion: 'it goes',
  interruption: 'clients are interrupted',
  security: 'access, encryption or protection',
  adoption: 'what exists comes under Terraform',
};

function blocked(reason: string): Judgement {
  return { verdict: 'blocked', because: [safeText(reason)], asking: [] };
}
