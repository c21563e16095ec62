import { isLoss } from '../grouping.ts';
import type { Group, Label, Member } from '../review.ts';

/** The same pieces in every format; each of them is one line of safe text. */
export interface GroupText {
  /** `destroy and create again`. */
  readonly verb: string;
  /** Addresses, or how many of which type. */
  readonly subject: string;
  /** `prod, staging`. */
  readonly environments: string;
  /** `databases.postgres.class (specs/prod.yaml:41)`. */
  readonly place: string | undefined;
  readonly label: string | undefined;
}

const NAMED = 3;
/** What would lose data is named as far as a line goes. */
const NAMED_LOSSES = 12;

export function describeGroup(group: Group): GroupText {
  const { members, label } = group;
  const environments = [...new Set(members.flatMap(({ environment }) => environment ?? []))].sort();
  return {
    verb: verbOf(group),
    subject: subjectOf(group),
    environments: environments.length > 4 ? `${environments.length} environments` : environments.join(', '),
    place: placeOf(members),
    // The verb says it all.
    label: group.action === 'delete' ? undefined : label && labelText(label),
  };
}

function verbOf({ action, isCreatedFirst, members }: Group): string {
  const isImported = members.some((member) => member.isImported);
  const verbs = {
    create: 'create',
    update: isImported ? 'import and change' : 'change',
    replace: isCreatedFirst ? 'create anew, then destroy' : 'destroy, then create anew',
    delete: 'destroy',
    forget: 'forget',
    none: isImported ? 'import' : 'move',
  } as const;
  return verbs[action];
}

function subjectOf(group: Group): string {
  const { members, type } = group;
  const names = [...new Set(members.map(nameOf))];
  if (names.length <= NAMED) return names.join(', ');
  const most = isLoss(group) ? NAMED_LOSSES : NAMED;
  const short = names.slice(0, most).map((name) => name.replace(`${type}.`, ''));
  const more = names.length > most ? ` and ${names.length - most} more` : '';
  return `${members.length} × ${type}: ${short.join(', ')}${more}`;
}

function nameOf({ address, previousAddress, deposed }: Member): string {
  const left = deposed === undefined ? '' : ` (deposed ${deposed})`;
  return previousAddress === undefined ? `${address}${left}` : `${address} (was ${previousAddress})`;
}

function placeOf(members: readonly Member[]): string | undefined {
  const places = members.flatMap(({ path, file, line }) => {
    if (path === undefined) return [];
    return [file === undefined ? path : `${path} (${file}:${line})`];
  });
  const different = [...new Set(places)];
  const [first, second] = different;
  if (first === undefined) return undefined;
  if (second === undefined) return first;
  return different.length === 2 ? `${first}, ${second}` : `${first} and ${different.length - 1} more places`;
}

function labelText({ interruption, moment, window, note }: Label): string {
  const when = {
    now: 'now',
    window: `in the next window${window === undefined ? '' : `, ${window}`}`,
    'next-reboot': 'when somebody reboots it',
  }[moment];
  return `${interruption}, ${when}${note === undefined ? '' : `: ${note}`}`;
}
