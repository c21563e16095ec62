import { TIERS } from '../../src/compiler/language/field.ts';
import type { Control } from './control.ts';
import { elsewhere } from './controls/elsewhere.ts';
import { controls } from './controls/index.ts';
import { doubts, unread } from './sources.ts';
import { switches } from './switches/index.ts';

/** The tables of docs/security.md by the names of the comments around them. */
export function docTables(): ReadonlyMap<string, string> {
  return new Map([
    ['figures', figures()],
    ['on', table(['Resource', 'What holds', 'Controls'], ofStatus('on').map(onRow))],
    ['asked', table(['What is asked', 'Key', 'Why nobody can make it up', 'Controls'], asked())],
    ['waived', table(['What is waived', 'Where', 'Why', 'Who can change it', 'Controls'], waived())],
    ['elsewhere', table(['Resource', 'Why', 'Controls'], elsewhere.map(elsewhereRow))],
    ['doubts', table(['Control', 'What is doubtful'], doubtRows())],
    ['switches', table(['Key', 'Switched off by', 'Finding', 'Where'], switchRows())],
  ]);
}

function ofStatus(is: Control['status']['is']): readonly Control[] {
  return controls.filter(({ status }) => status.is === is);
}

function figures(): string {
  const count = (of: readonly { readonly ids: readonly string[] }[]) => {
    const ids = of.flatMap((control) => control.ids);
    const isTrivy = (id: string) => id.startsWith('AWS-');
    const checkov = ids.filter((id) => id.startsWith('CKV'));
    return [
      checkov.length,
      ids.filter(isTrivy).length,
      ids.length - checkov.length - ids.filter(isTrivy).length,
    ];
  };
  const rows = [
    ['on', ...count(ofStatus('on'))],
    ['asked for', ...count(ofStatus('asked'))],
    ['waived', ...count(ofStatus('waived'))],
    ['about resources of others', ...count(elsewhere)],
  ];
  return table(
    ['Controls', 'Checkov', 'Trivy', 'Foundational Security'],
    rows.map((row) => row.map(String)),
  );
}

const NAMES: Readonly<Record<string, string>> = {
  policy: 'what a role may do',
  trust: 'who may take a role',
  bucket_policy: 'bucket policy',
};

function onRow({ type, asks, ids }: Control): readonly string[] {
  return [NAMES[type] ?? `\`${type}\``, asks, ids.join(', ')];
}

function asked(): readonly (readonly string[])[] {
  return ofStatus('asked').flatMap(({ asks, ids, status }) =>
    status.is === 'asked' ? [[asks, `\`${status.key}\``, status.why, ids.join(', ')]] : [],
  );
}

function waived(): readonly (readonly string[])[] {
  return ofStatus('waived').flatMap(({ asks, ids, status }) =>
    status.is === 'waived'
      ? [
          [
            asks,
            status.where,
            status.why,
            `the ${status.owner === 'account' ? 'owner of the account' : 'language'}`,
            ids.join(', '),
          ],
        ]
      : [],
  );
}

function elsewhereRow({ types, why, ids }: (typeof elsewhere)[number]): readonly string[] {
  return [types.map((type) => `\`${type}\``).join(', '), why, ids.join(', ')];
}

function switchRows(): readonly (readonly string[])[] {
  return switches.map(({ key, off, beside, code, tiers, isRefused }) => [
    `\`${key}\``,
    Object.entries(off)
      .map(([name, value]) => `\`${name}: ${value}\``)
      .join(', ') + (beside && 'adopt' in beside ? ' (adopted)' : ''),
    `\`${code}\`${isRefused ? ', an error' : ''}`,
    tiers.length === TIERS.length ? 'everywhere' : tiers.join(', '),
  ]);
}

function doubtRows(): readonly (readonly string[])[] {
  const row = [unread.join(', '), 'taken from the hardening reference; nobody has read its logic'];
  return [...Object.entries(doubts), row];
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
