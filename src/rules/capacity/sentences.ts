import { podsPerNode, type Shape } from '../../capacity/first-fit.ts';
import type { NodeOffer, PodBatch } from '../../capacity/scene.ts';
import type { Shortage } from './shortage.ts';

/**
 * What is asked for, what is there, and how many pods wait.
 *
 * @param nodesText how many nodes are there of a group: `4 nodes`, `2 of 3 nodes`
 */
export function shortageText(shortage: Shortage, nodesText: (offer: NodeOffer) => string): string {
  const { rivals, offers, asked, offered, left, isPlain } = shortage;
  const asks = rivals.length === 1 && rivals[0]?.count === 1 ? 'asks' : 'ask';
  const offering = offers.length === 1 && offers[0]?.nodes === 1 ? 'offers' : 'offer';
  const ask = `${listed(rivalTexts(rivals))} ${asks} for ${amountText(asked, shortage)} in all`;
  const offer = `${listed(
    offers.map(
      (each) =>
        `${nodesText(each)} of ${each.name} (${typeText(each)}, ${amountText(each.each, shortage)} each after the system and the DaemonSets)`,
    ),
  )} ${offering} ${amountText(offered, shortage)}`;
  const end = `${left} of the pods ${left === 1 ? 'finds' : 'find'} no node`;
  return isPlain
    ? `${ask}, but ${offer}: ${end}`
    : `${ask}, and ${offer}, but ${listed(shortage.waiting.map((batch) => limitText(batch, shortage)))}: ${end}`;
}

function typeText({ pool: { node } }: NodeOffer): string {
  return node.isAmongUnknown
    ? `${node.instanceType}, the smallest that the catalog knows`
    : node.instanceType;
}

/** `4 nodes` */
export function nodesText({ nodes }: NodeOffer): string {
  return nodes === 1 ? '1 node' : `${nodes} nodes`;
}

/** Those that ask for most, among the pods that the spec has for their own sake if there are any. */
export function mainOf({ rivals }: Shortage): PodBatch {
  const workloads = rivals.filter(({ path }) => path[0] === 'workloads' || path[0] === 'schedules');
  return (workloads.length > 0 ? workloads : rivals).reduce((a, b) => (cpuOf(b) > cpuOf(a) ? b : a));
}

/** All of them where they are few, else the greatest, and how many more there are. */
function rivalTexts(rivals: readonly PodBatch[]): readonly string[] {
  if (rivals.length <= LISTED + 1) return rivals.map(podsText);
  const greatest = [...rivals].sort((a, b) => cpuOf(b) - cpuOf(a));
  const pods = greatest.slice(LISTED).reduce((sum, { count }) => sum + count, 0);
  return [...greatest.slice(0, LISTED).map(podsText), `${pods} pods of ${rivals.length - LISTED} others`];
}

const LISTED = 5;

function cpuOf({ count, each }: PodBatch): number {
  return count * each.cpuMillicores;
}

function podsText({ name, count, each }: PodBatch): string {
  return `${count} ${count === 1 ? 'pod' : 'pods'} of ${name} (${shapeText(each)} each)`;
}

/** Why pods wait although there is enough of everything. */
function limitText({ name, each, pools, isEven }: PodBatch, { offers }: Shortage): string {
  if (isEven) return `no node may have two more pods of ${name} than another`;
  const most = Math.max(
    ...offers.filter((offer) => pools.includes(offer.name)).map((offer) => podsPerNode(offer.each, each)),
  );
  return `an empty node holds at most ${most} of ${name}`;
}

/** With the number of pods where that is what is missing. */
function amountText(shape: Shape, { asked, offered }: Shortage): string {
  return asked.pods > offered.pods ? `${shapeText(shape)} and ${shape.pods} pods` : shapeText(shape);
}

/** `500m CPU and 512 MiB` */
export function shapeText({ cpuMillicores, memoryMib }: Shape): string {
  return `${cpuText(cpuMillicores)} CPU and ${memoryText(memoryMib)}`;
}

/** Thousandths of a core where that is how people say it, else cores with at most two decimals. */
function cpuText(cpuMillicores: number): string {
  if (cpuMillicores < 1000 && cpuMillicores > -1000) return `${cpuMillicores}m`;
  return String(Math.round(cpuMillicores / 10) / 100);
}

function memoryText(memoryMib: number): string {
  return memoryMib < 10_240 ? `${memoryMib} MiB` : `${Math.round(memoryMib / 102.4) / 10} GiB`;
}

export function listed(words: readonly string[]): string {
  return words.length < 3 ? words.join(' and ') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
