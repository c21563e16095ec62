import type { Field } from '../../src/compiler/language/field.ts';

/** Every set of words from which a person chooses: the keys of each section and the choices of each choice. */
export function vocabulariesOf(language: Field): readonly (readonly string[])[] {
  const found = new Map<string, readonly string[]>();
  const visit = ({ form }: Field): void => {
    if (form.kind === 'section') {
      const keys = Object.keys(form.fields);
      found.set(keys.join(' '), keys);
      for (const field of Object.values(form.fields)) visit(field);
    } else if (form.kind === 'map' || form.kind === 'list') visit(form.item);
    else if (form.kind === 'text' && form.choices) found.set(form.choices.join(' '), form.choices);
  };
  visit(language);
  return [...found.values()];
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** All words that one slip of a finger makes of a word: a letter too many, too few, another one, or two swapped. */
export function typosOf(word: string): readonly string[] {
  const typos = new Set<string>();
  for (let at = 0; at <= word.length; at += 1) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    typos.add(before + after.slice(1));
    if (after.length > 1) typos.add(before + after[1] + after[0] + after.slice(2));
    for (const letter of LETTERS) {
      typos.add(before + letter + after);
      if (after !== '') typos.add(before + letter + after.slice(1));
    }
  }
  typos.delete(word);
  typos.delete('');
  return [...typos];
}

/** Words that people of this trade use, and words of two to five syllables that mean nothing. The same each time. */
export function otherWords(count: number): readonly string[] {
  let state = 42;
  const next = (bound: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
    return (state >>> 16) % bound;
  };
  const syllable = () => 'bcdfghklmnprstvz'[next(16)]! + 'aeiou'[next(5)]!;
  const made = Array.from({ length: count }, () => Array.from({ length: 2 + next(4) }, syllable).join(''));
  return [...OF_THE_TRADE, ...made];
}

const OF_THE_TRADE =
  'annotation argument backend balance batch binary bridge budget capacitor certificate channel chart client color command context counter credential currency customer dashboard deadline debug delay deploy device digest domain driver editor endpoint event factor failover feature fetch filter firewall folder function gateway handler header history hook icon index input interval invoice journal kernel ledger legacy license listener loader locale logger machine manifest margin matrix member merge migration mirror module mount notice object offset operator option output packet partner password payload pipeline plugin prefix process profile protocol provider proxy queue quota record registry release repository response retry route runtime sample script sensor server service session signal snapshot socket stack status stream subject switch table template tenant thread ticket timeout token topic trace traffic trigger tunnel update upload user vendor warning weight widget worker'.split(
    ' ',
  );
