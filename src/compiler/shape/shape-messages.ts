/** Why each finding about the shape of a spec matters and what to do, unless the finding knows better. */
export const shapeAdvice = {
  'shape/unknown-key': {
    why: 'a key that nobody reads would look like a setting and change nothing',
    help: 'remove the key, or correct its name',
  },
  'shape/misplaced-key': {
    why: 'a key counts only where the language looks for it',
    help: 'move the key to the place it belongs to',
  },
  'shape/misplaced-item': {
    why: 'an item is built as what it stands under',
    help: 'move it below the key of its kind',
  },
  'shape/missing-key': {
    why: 'there is no default that would be right for everybody',
    help: 'add the key',
  },
  'shape/missing-name': {
    why: 'every item is written under a name of its own, which becomes part of its Terraform address',
    help: 'write a name first, and these keys below it',
  },
  'shape/wrong-type': {
    why: 'the value would have to be guessed',
    help: 'write a value of the right kind',
  },
  'shape/needs-quotes': {
    why: 'YAML keeps the number or truth value and forgets how it was written: 1.30 becomes 1.3',
    help: 'put the value in quotes',
  },
  'shape/extra-quotes': {
    why: 'between quotes YAML reads text, whatever it looks like',
    help: 'remove the quotes',
  },
  'shape/not-true-or-false': {
    why: 'YAML 1.2 knows no other words for the two than true and false; older tools read more',
    help: 'write true or false',
  },
  'shape/unusual-number': {
    why: 'YAML tools disagree about such numbers: older ones read 010 as 8',
    help: 'write the number with plain digits',
  },
  'shape/not-whole': {
    why: 'it counts things that cannot be divided',
    help: 'write a whole number',
  },
  'shape/out-of-range': {
    why: 'AWS, Kubernetes or the compiler would refuse it later',
    help: 'choose a number within the bounds',
  },
  'shape/bad-quantity': {
    why: 'a unit that is guessed can be wrong by a factor of a thousand',
    help: 'write the amount with its unit',
  },
  'shape/not-a-choice': {
    why: 'only these words have a meaning here',
    help: 'write one of them',
  },
  'shape/bad-format': {
    why: 'AWS, Kubernetes or Terraform would refuse it when it is applied',
    help: 'correct the value',
  },
  'shape/too-long': {
    why: 'AWS, Kubernetes or Terraform would refuse it when it is applied',
    help: 'shorten it',
  },
  'shape/bad-name': {
    why: 'the name becomes part of names and addresses that allow no other characters',
    help: 'correct the name',
  },
  'shape/empty': {
    why: 'a key without a value says neither what is wanted nor that nothing is',
    help: 'write a value, or remove the key',
  },
  'shape/nothing-to-delete': {
    why: 'null removes what a parent file sets; here it would do nothing and look as if it did',
    help: 'remove the line, or check the name of the key in the parent file',
  },
  'shape/too-few': {
    why: 'nothing could be built from so few',
    help: 'add to it',
  },
  'shape/too-many': {
    why: 'AWS, Kubernetes or the compiler would refuse so many',
    help: 'remove some of them',
  },
  'shape/repeated-item': {
    why: 'the order and number of equal items mean nothing, so one of them is a slip',
    help: 'remove one of them',
  },
  'shape/too-many-problems': {
    why: 'a long list hides the first mistake, which often causes the others',
    help: 'repair the problems above and run the command again',
  },
} as const satisfies Record<string, Advice>;

export const referenceAdvice = {
  'reference/unknown': {
    why: 'a reference joins two items of the spec, and one of them is not there',
    help: 'write the name of an item that exists, or add the item',
  },
} as const satisfies Record<string, Advice>;

export const environmentAdvice = {
  'environment/not-the-file-name': {
    why: 'commands name an environment by its file, so the plan of one could be applied to another',
    help: 'give both the same name',
  },
} as const satisfies Record<string, Advice>;

interface Advice {
  readonly why: string;
  readonly help: string;
}

export type ReferenceCode = keyof typeof referenceAdvice;
export type EnvironmentCode = keyof typeof environmentAdvice;

/** Every code that checking the shape can report. */
export type ShapeCode = keyof typeof shapeAdvice;
