import { parseInstanceType } from '../../catalog/instance-type-names.ts';

/** All sizes that a type of EC2 has had, but for those of bare metal with a number. */
const SIZE = /^(?:nano|micro|small|medium|(?:[0-9]{0,3}x)?large|metal(?:-[0-9]{1,3}xl)?)$/;
/** Every family has the number of its generation. */
const FAMILY = /^[a-z]{1,5}[0-9a-z-]*[0-9][0-9a-z-]*$/;

/** Whether a name is made as those of EC2 are; what is not is misspelt, and nothing else can be said of it. */
export function followsScheme(type: string): boolean {
  const { family, size } = parseInstanceType(type);
  return SIZE.test(size) && FAMILY.test(family);
}
